#pragma once
#include <span>

#include "base/type_list.h"
#include "model/kinds/calendar.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/regulation.h"
#include "model/kinds/settings.h"
#include "model/kinds/waivers.h"
#include "model/kinds/years.h"

namespace nastavnik {

/// The kinds with a folder of files.
using Kinds = Types<Person, Mentor, Mentee, Pair, Program, Order, SchoolYear, Publication, Practice>;
/// The kinds with one file.
using SingleKinds = Types<Settings, Organization, Regulation, Calendar, Waivers>;

/// What the folder or file of the kind is called, without `.yaml`.
std::string_view stem(const Kind& kind);

std::span<const Kind* const> folder_kinds();
std::span<const Kind* const> single_kinds();

}  // namespace nastavnik
