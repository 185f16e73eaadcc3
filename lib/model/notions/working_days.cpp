#include "model/notions/working_days.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/kinds/calendar.h"
#include "model/notions/verdict.h"

namespace nastavnik {
namespace {

constexpr unsigned monday = 1, friday = 5;

void add_days(const List<At<Day>>& list, std::vector<Date>& days) {
  for (const At<Day>& at : list) days.push_back(*at);
}

bool holds(const std::vector<Date>& days, Date day) { return std::binary_search(days.begin(), days.end(), day); }

/// The holidays of every year (Labour Code, article 112), those of January apart: month and day.
constexpr std::pair<unsigned, unsigned> holidays[] = {{2, 23}, {3, 8}, {5, 1}, {5, 9}, {6, 12}, {11, 4}};

bool is_holiday(Date day) {
  return std::any_of(std::begin(holidays), std::end(holidays),
                     [&](const auto& one) { return day == Date(day.year(), one.first, one.second); });
}

/// Off by the law alone, before anything is decreed: 1 to 8 January, the holidays, and the Monday to which one moves from a
/// weekend.
bool is_off_by_law(Date day) {
  if (day <= Date(day.year(), 1, 8) || is_holiday(day)) return true;
  return day.weekday() == monday && (is_holiday(day - 1) || is_holiday(day - 2));
}

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
  if (day.weekday() > friday) return holds(working_weekends_, day);
  return !holds(days_off_, day) && (find(day.year()) || !is_off_by_law(day));
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
