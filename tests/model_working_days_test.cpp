#include <doctest/doctest.h>

#include "model/working_days.h"

using namespace nastavnik;

namespace {

At<Day> day(int year, unsigned month, unsigned number) { return {Date(year, month, number), {}, Presence::given}; }

List<At<Day>> days(std::vector<At<Day>> items) { return {std::move(items), {}, Presence::given}; }

/// May 2025 as it was decreed, with a Saturday that is worked.
Calendar calendar_of_2025() {
  CalendarYear year;
  year.year = {2025, {}, Presence::given};
  year.days_off = days({day(2025, 5, 1), day(2025, 5, 2), day(2025, 5, 8), day(2025, 5, 9)});
  year.working_weekends = days({day(2025, 5, 17)});
  Calendar calendar;
  calendar.years = {{year}, {}, Presence::given};
  return calendar;
}

}  // namespace

TEST_CASE("days off and weekends are not working days, worked weekends are") {
  const WorkingDays working(calendar_of_2025());
  CHECK(working.is_working({2025, 4, 30}));
  CHECK_FALSE(working.is_working({2025, 5, 1}));
  CHECK_FALSE(working.is_working({2025, 5, 3}));
  CHECK_FALSE(working.is_working({2025, 5, 4}));
  CHECK(working.is_working({2025, 5, 5}));
  CHECK(working.is_working({2025, 5, 17}));
  CHECK_FALSE(working.is_working({2025, 5, 18}));
}

TEST_CASE("the first day is not counted, the last one is") {
  const WorkingDays working(calendar_of_2025());
  CHECK(working.count({2025, 4, 30}, {2025, 4, 30}) == 0);
  CHECK(working.count({2025, 4, 30}, {2025, 5, 4}) == 0);
  CHECK(working.count({2025, 4, 30}, {2025, 5, 5}) == 1);
  CHECK(working.count({2025, 4, 30}, {2025, 5, 12}) == 4);
  CHECK(working.count({2025, 5, 16}, {2025, 5, 19}) == 2);
  CHECK(working.last_of(4, {2025, 4, 30}) == Date(2025, 5, 12));
  CHECK(working.last_of(1, {2025, 5, 16}) == Date(2025, 5, 17));
}

TEST_CASE("a year that the calendar lacks is counted from Monday to Friday, and said") {
  const WorkingDays working(calendar_of_2025());
  CHECK(working.count({2025, 12, 30}, {2026, 1, 2}) == 3);
  CHECK(working.note_on({2025, 4, 30}, {2025, 5, 12}).empty());
  CHECK(working.note_on({2025, 12, 30}, {2026, 1, 2}).ru.find("нет года: 2026;") != std::string::npos);
  CHECK(working.note_on({2024, 12, 30}, {2026, 1, 2}).ru.find("нет года: 2024, 2026;") != std::string::npos);
}

TEST_CASE("a list of days that cannot be read leaves its year unknown, and no other") {
  Calendar calendar = calendar_of_2025();
  calendar.years.items[0].days_off.presence = Presence::broken;
  const WorkingDays working(calendar);
  CHECK(working.unclear({2025, 12, 30}, {2026, 1, 2}).has_value());
  CHECK_FALSE(working.unclear({2026, 1, 2}, {2026, 1, 12}).has_value());
  Calendar unread;
  unread.broken = true;
  CHECK(WorkingDays(unread).unclear({2026, 1, 2}, {2026, 1, 12}).has_value());
}
