#pragma once
#include <optional>
#include <string>

#include "base/periods.h"
#include "model/registry.h"

// Which years the regulation asks for anything.

namespace nastavnik {

struct Roadmap;

/// The school year that the file is about; nothing when its name is no school year.
std::optional<Period> period_of(const SchoolYear& year);
/// The days that the roadmap is for: its own dates, else those of the school year.
std::optional<Period> period_of(const Roadmap& roadmap, const SchoolYear& year);

/// The year that a day lies in; the school year but for the review of needs, which may go by calendar years.
using YearOf = Period (*)(Date);

Period calendar_year(Date day);
/// The school year behind this one.
Period next_school_year(const Period& year);

/// A year is asked for when the regulation was in force for at least so many days of it.
inline constexpr int least_days_in_force = 92;

/// The day the first regulation was approved, the former ones included; nothing while there is none or a date is broken.
std::optional<Date> first_approval(const Registry& registry);

/// Whether a year is asked for, of a regulation in force since the day.
bool is_asked_for(const Period& year, Date since, int least_days = least_days_in_force);

/// The years that ended before the day and are asked for, the first one first.
Periods finished_years(Date since, Date day, YearOf year_of, int least_days = least_days_in_force);

/// The file of the school year that the day lies in.
const SchoolYear* file_of_year(const Registry& registry, Date day);

/// `2025-2026`, as the record of a school year is called.
std::string id_of(const Period& school_year);

/// «2025/26», as school years are called.
std::string short_name(const Period& school_year);

/// The month and day within the year, 29 February moved to the 28th where it has to be.
Date day_within(const Period& year, std::chrono::month_day due);

}  // namespace nastavnik
