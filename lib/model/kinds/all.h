#pragma once
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

// Every kind, for what goes through all of them. A field more of any kind compiles its readers anew; name the kinds instead.
