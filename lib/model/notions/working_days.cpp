#include "model/notions/working_days.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/kinds/calendar.h"
#include "model/notions/verdict.h"

namespace nastavnik {
namespace {

constexpr unsigned monday = 1, friday = 5;
constexpr int days_of_week = 7;

void add_days(const List<At<Day>>& list, std::vector<Date>& days) {
  for (const At<Day>& at : list) days.push_back(*at);
}

bool holds(const std::vector<Date>& days, Date day) { return std::binary_search(days.begin(), days.end(), day); }

bool is_weekend(Date day) { return day.weekday() > friday; }

void sort_each_once(std::vector<Date>& days) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
}

/// Of the days those that lie in the period, by weekday or weekend.
int count_within(const std::vector<Date>& days, const Period& period, bool weekend) {
  const auto first = std::lower_bound(days.begin(), days.end(), period.from);
  const auto last = std::upper_bound(first, days.end(), period.to);
  return static_cast<int>(std::count_if(first, last, [&](Date day) { return is_weekend(day) == weekend; }));
}

int count_weekdays(const Period& period) {
  const int days = period.to - period.from + 1, weeks = days / days_of_week;
  int count = weeks * static_cast<int>(friday);
  for (Date day = period.from + weeks * days_of_week; day <= period.to; day = day + 1) count += is_weekend(day) ? 0 : 1;
  return count;
}

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
  sort_each_once(days_off_);
  sort_each_once(working_weekends_);
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
  if (is_weekend(day)) return holds(working_weekends_, day);
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
  const Period period{after + 1, upto};
  if (period.from > period.to) return 0;
  int days =
      count_weekdays(period) - count_within(days_off_, period, false) + count_within(working_weekends_, period, true);
  for (int year = period.from.year(); year <= period.to.year(); ++year)
    if (!find(year))
      days -= off_by_law_alone({std::max(period.from, Date(year, 1, 1)), std::min(period.to, Date(year, 12, 31))});
  return days;
}

/// Of a year that nobody has: the weekdays that are off though no list has them.
int WorkingDays::off_by_law_alone(const Period& period) const {
  int days = 0;
  for (Date day = period.from; day <= period.to; day = day + 1)
    days += !is_weekend(day) && is_off_by_law(day) && !holds(days_off_, day) ? 1 : 0;
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
