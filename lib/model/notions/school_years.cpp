#include "model/notions/school_years.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "model/kinds/regulation.h"
#include "model/kinds/years.h"
#include "model/notions/verdict.h"

namespace nastavnik {

std::optional<Period> period_of(const SchoolYear& year) {
  if (!is_school_year_id(year.id)) return std::nullopt;
  int first = 0;
  const std::string_view digits = year.id.substr(0, 4);
  std::from_chars(digits.data(), digits.data() + digits.size(), first);
  return school_year(Date(first, 9, 1));
}

std::optional<Period> period_of(const Roadmap& roadmap, const SchoolYear& year) {
  const auto whole = period_of(year);
  if (!whole) return std::nullopt;
  return Period{roadmap.from.given() ? *roadmap.from : whole->from, roadmap.to.given() ? *roadmap.to : whole->to};
}

Period next_school_year(const Period& year) { return school_year(year.to + 1); }

Period calendar_year(Date day) { return {Date(day.year(), 1, 1), Date(day.year(), 12, 31)}; }

std::optional<Date> first_approval(const Registry& registry) {
  const Regulation& regulation = registry.regulation();
  if (regulation.previous.presence == Presence::broken || regulation.approved_on.presence == Presence::broken)
    return std::nullopt;
  std::optional<Date> first;
  if (regulation.approved_on.given()) first = *regulation.approved_on;
  for (const FormerRegulation& former : regulation.previous) {
    if (!former.approved_on.given()) return std::nullopt;
    if (!first || *former.approved_on < *first) first = *former.approved_on;
  }
  return first;
}

bool is_asked_for(const Period& year, Date since, int least_days) {
  return year.to - std::max(year.from, since) + 1 >= least_days;
}

Periods finished_years(Date since, Date day, YearOf year_of, int least_days) {
  Periods years;
  for (Period year = year_of(since); year.to < day; year = year_of(year.to + 1))
    if (is_asked_for(year, since, least_days)) years.push_back(year);
  return years;
}

const SchoolYear* file_of_year(const Registry& registry, Date day) {
  for (const SchoolYear& year : registry.all<SchoolYear>())
    if (const auto period = period_of(year); period && period->holds(day)) return &year;
  return nullptr;
}

std::string id_of(const Period& school_year) {
  return fmt::format("{}-{}", school_year.from.year(), school_year.to.year());
}

std::string short_name(const Period& school_year) {
  return fmt::format("{}/{:02}", school_year.from.year(), school_year.to.year() % 100);
}

Date day_within(const Period& year, std::chrono::month_day due) {
  const auto on = [&](int number) {
    const auto date = std::chrono::year(number) / due.month() / due.day();
    return date.ok() ? Date(std::chrono::sys_days(date))
                     : Date(std::chrono::sys_days(std::chrono::year(number) / due.month() / std::chrono::last));
  };
  const Date first = on(year.from.year());
  return first < year.from ? on(year.to.year()) : first;
}

}  // namespace nastavnik
