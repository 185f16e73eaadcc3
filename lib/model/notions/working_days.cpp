#include "model/notions/working_days.h"

#include <algorithm>

#include "model/notions/verdict.h"

namespace nastavnik {
namespace {

constexpr unsigned friday = 5;

void add_days(const List<At<Day>>& list, std::vector<Date>& days) {
  for (const At<Day>& at : list) days.push_back(*at);
}

bool holds(const std::vector<Date>& days, Date day) { return std::binary_search(days.begin(), days.end(), day); }

}  // namespace

WorkingDays::WorkingDays(const Calendar& calendar) {
  if (calendar.broken) unclear_ = calendar.span;
  if (calendar.years.presence == Presence::broken) unclear_ = calendar.years.span;
  for (const CalendarYear& year : calendar.years) add(year);
  for (const DecreedYear& year : decreed_years())
    if (!find(year.number)) add(year);
  std::sort(days_off_.begin(), days_off_.end());
  std::sort(working_weekends_.begin(), working_weekends_.end());
}

void WorkingDays::add(const CalendarYear& year) {
  if (!year.year.given()) {
    unclear_ = year.span;
    return;
  }
  std::optional<Span> unclear;
  for (const auto* list : {&year.days_off, &year.working_weekends})
    if (list->presence == Presence::broken) unclear = list->span;
  years_.push_back({*year.year, unclear});
  add_days(year.days_off, days_off_);
  add_days(year.working_weekends, working_weekends_);
}

void WorkingDays::add(const DecreedYear& year) {
  years_.push_back({year.number, std::nullopt});
  days_off_.insert(days_off_.end(), year.days_off.begin(), year.days_off.end());
  working_weekends_.insert(working_weekends_.end(), year.working_weekends.begin(), year.working_weekends.end());
}

const WorkingDays::Year* WorkingDays::find(int year) const {
  const auto found =
      std::find_if(years_.begin(), years_.end(), [&](const Year& known) { return known.number == year; });
  return found == years_.end() ? nullptr : &*found;
}

bool WorkingDays::is_working(Date day) const {
  return day.weekday() <= friday ? !holds(days_off_, day) : holds(working_weekends_, day);
}

Date WorkingDays::first_from(Date day) const { return last_of(1, day - 1); }

std::optional<Period> WorkingDays::trimmed(const Period& period) const {
  const Date first = first_from(period.from);
  if (first > period.to) return std::nullopt;
  Date last = period.to;
  while (!is_working(last)) last = last - 1;
  return Period{first, last};
}

int WorkingDays::count(Date after, Date upto) const {
  int days = 0;
  for (Date day = after + 1; day <= upto; day = day + 1) days += is_working(day) ? 1 : 0;
  return days;
}

Date WorkingDays::last_of(int days, Date after) const {
  Date day = after;
  while (days > 0) {
    day = day + 1;
    if (is_working(day)) --days;
  }
  return day;
}

std::optional<Span> WorkingDays::unclear(Date after, Date upto) const {
  if (unclear_) return unclear_;
  for (int number = (after + 1).year(); number <= upto.year(); ++number)
    if (const Year* year = find(number); year && year->unclear) return year->unclear;
  return std::nullopt;
}

std::optional<int> WorkingDays::unknown_year(Date after, Date upto) const {
  for (int number = (after + 1).year(); number <= upto.year(); ++number)
    if (!find(number)) return number;
  return std::nullopt;
}

}  // namespace nastavnik
