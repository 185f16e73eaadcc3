#pragma once
#include <span>

#include "base/type_list.h"
#include "model/calendar.h"
#include "model/mentees.h"
#include "model/mentors.h"
#include "model/orders.h"
#include "model/organization.h"
#include "model/pairs.h"
#include "model/people.h"
#include "model/practices.h"
#include "model/programs.h"
#include "model/publications.h"
#include "model/regulation.h"
#include "model/settings.h"
#include "model/waivers.h"
#include "model/years.h"

namespace nastavnik {

/// The kinds with a folder of files.
using Kinds = Types<Person, Mentor, Mentee, Pair, Program, Order, SchoolYear, Publication, Practice>;
/// The kinds with one file.
using SingleKinds = Types<Settings, Organization, Regulation, Calendar, Waivers>;

std::span<const Kind* const> folder_kinds();
std::span<const Kind* const> single_kinds();

}  // namespace nastavnik
