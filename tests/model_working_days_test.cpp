#include <algorithm>
#include <array>
#include <map>

#include <doctest/doctest.h>

#include "model/kinds/calendar.h"
#include "model/notions/working_days.h"

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

TEST_CASE("a year that the calendar lacks is taken from what was decreed") {
  const WorkingDays working(calendar_of_2025());
  CHECK(working.is_working({2025, 6, 13}));
  CHECK_FALSE(WorkingDays(Calendar()).is_working({2025, 6, 13}));
  CHECK(working.count({2025, 12, 30}, {2026, 1, 12}) == 2);
  CHECK_FALSE(working.unknown_year({2024, 12, 30}, {2026, 1, 2}).has_value());
}

TEST_CASE("a year that nobody has is not known") {
  const WorkingDays working(calendar_of_2025());
  CHECK(working.unknown_year({2030, 12, 30}, {2031, 1, 2}) == 2030);
  CHECK(working.unknown_year({2030, 12, 31}, {2031, 1, 2}) == 2031);
  CHECK_FALSE(working.unknown_year({2021, 12, 31}, {2022, 1, 10}).has_value());
}

// The numbers of the production calendars for a five-day week, month by month.
TEST_CASE("the decreed years have as many working days as were published") {
  const std::map<int, std::array<int, 12>> published{{2022, {16, 19, 22, 21, 18, 21, 21, 23, 22, 21, 21, 22}},
                                                     {2023, {17, 18, 22, 20, 20, 21, 21, 23, 21, 22, 21, 21}},
                                                     {2024, {17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21}},
                                                     {2025, {17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22}},
                                                     {2026, {15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22}}};
  const std::map<int, int> in_the_year{{2022, 247}, {2023, 247}, {2024, 248}, {2025, 247}, {2026, 247}};
  const WorkingDays working{Calendar()};
  REQUIRE(decreed_years().size() == published.size());
  for (const DecreedYear& year : decreed_years()) {
    CAPTURE(year.number);
    for (unsigned month = 1; month <= 12; ++month) {
      CAPTURE(month);
      const Date first(year.number, month, 1);
      CHECK(working.count(first - 1, add_months(first, 1) - 1) == published.at(year.number)[month - 1]);
    }
    CHECK(working.count({year.number - 1, 12, 31}, {year.number, 12, 31}) == in_the_year.at(year.number));
  }
}

TEST_CASE("what was decreed is in order, within its year, and says nothing twice") {
  for (const DecreedYear& year : decreed_years()) {
    CAPTURE(year.number);
    CHECK(year.source.find("постановление Правительства") != std::string_view::npos);
    for (const auto days : {year.days_off, year.working_weekends}) {
      CHECK(std::is_sorted(days.begin(), days.end()));
      CHECK(std::adjacent_find(days.begin(), days.end()) == days.end());
      for (const Date day : days) CHECK(day.year() == year.number);
    }
    for (const Date day : year.days_off) CHECK(day.weekday() <= 5);
    for (const Date day : year.working_weekends) CHECK(day.weekday() > 5);
  }
}

TEST_CASE("working days are counted as if one by one, over known years, unknown ones and none at all") {
  const WorkingDays working{Calendar()};
  for (const int span : {-3, 0, 1, 5, 6, 7, 8, 13, 31, 366, 800})
    for (Date after(2026, 10, 1); after < Date(2027, 1, 20); after = after + 1) {
      int days = 0;
      for (Date day = after + 1; day <= after + span; day = day + 1) days += working.is_working(day) ? 1 : 0;
      CAPTURE(iso(after));
      CAPTURE(span);
      REQUIRE(working.count(after, after + span) == days);
    }
}

TEST_CASE("of a year that nobody has the holidays of the Labour Code are off") {
  const WorkingDays working{Calendar()};
  CHECK(working.first_from({2031, 1, 1}) == Date(2031, 1, 9));
  CHECK(working.count({2031, 3, 7}, {2031, 3, 10}) == 0);  // 8 March is a Saturday and moves to Monday
  CHECK(working.is_working({2031, 3, 11}));
  CHECK_FALSE(working.is_working({2031, 6, 12}));
  CHECK(working.is_working({2031, 6, 13}));
  CHECK_FALSE(working.is_working({2031, 11, 4}));
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
