#include <rapidcheck.h>

#include <doctest/doctest.h>

#include "base/date.h"

namespace nastavnik {
namespace {

TEST_CASE("a date is a real day written in full") {
  CHECK(parse_date("2025-09-01") == Date(2025, 9, 1));
  CHECK(parse_date("2024-02-29") == Date(2024, 2, 29));
  CHECK(parse_date("2000-02-29") == Date(2000, 2, 29));
  CHECK(parse_date("1900-01-01") == Date(1900, 1, 1));
  CHECK(parse_date("2100-12-31") == Date(2100, 12, 31));
  for (const char* text : {"",           "2025-02-30", "2025-02-29",  "1900-02-29",  "2025-13-01", "2025-00-10",
                           "2025-04-31", "2025-01-00", "1899-12-31",  "2101-01-01",  "2025-9-1",   "2025-9-01",
                           "01.09.2025", "2025/09/01", "2025-09-01 ", " 2025-09-01", "2025-09-1x", "+025-09-01",
                           "-025-09-01", "2025--9-01", "2025-+9-01",  "2025-09-011", "20250901",   "２025-09-1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("what is written is read again") {
  CHECK(rc::check("iso and parse_date", [] {
    const Date day = Date(1900, 1, 1) + *rc::gen::inRange(0, Date(2100, 12, 31) - Date(1900, 1, 1) + 1);
    RC_ASSERT(parse_date(iso(day)) == day);
    RC_ASSERT(iso(day).size() == 10U);
  }));
}

TEST_CASE("months later is the same day, or the last of a shorter month") {
  CHECK(add_months(Date(2025, 8, 31), 1) == Date(2025, 9, 30));
  CHECK(add_months(Date(2025, 11, 30), 3) == Date(2026, 2, 28));
  CHECK(add_months(Date(2023, 11, 30), 3) == Date(2024, 2, 29));
  CHECK(add_months(Date(2024, 2, 29), 12) == Date(2025, 2, 28));
  CHECK(add_months(Date(2025, 1, 15), 0) == Date(2025, 1, 15));
  CHECK(add_months(Date(2025, 12, 1), 1) == Date(2026, 1, 1));
  CHECK(add_months(Date(2025, 3, 31), -1) == Date(2025, 2, 28));
  CHECK(add_months(Date(2025, 1, 31), -12) == Date(2024, 1, 31));
}

TEST_CASE("months later keeps to the calendar") {
  CHECK(rc::check("add_months", [] {
    const Date day = Date(2000, 1, 1) + *rc::gen::inRange(0, 20'000);
    const int months = *rc::gen::inRange(-120, 120);
    const Date moved = add_months(day, months);
    const int shift =
        (moved.year() - day.year()) * 12 + static_cast<int>(moved.month()) - static_cast<int>(day.month());
    RC_ASSERT(shift == months);
    RC_ASSERT(moved.day() == day.day() || (moved.day() < day.day() && (moved + 1).day() == 1U));
  }));
}

TEST_CASE("days are counted") {
  CHECK(Date(2025, 9, 1) - Date(2025, 8, 31) == 1);
  CHECK(Date(2024, 3, 1) - Date(2024, 2, 1) == 29);
  CHECK(Date(2025, 12, 31) + 1 == Date(2026, 1, 1));
  CHECK(Date(2026, 1, 1) - 1 == Date(2025, 12, 31));
  CHECK(Date(2025, 9, 1).weekday() == 1U);
  CHECK(Date(2025, 9, 7).weekday() == 7U);
  CHECK(Date(2025, 9, 1) < Date(2025, 9, 2));
}

TEST_CASE("a period holds both its ends, and is open without an end") {
  const Period closed{Date(2025, 9, 1), Date(2025, 9, 30)};
  CHECK(closed.holds(Date(2025, 9, 1)));
  CHECK(closed.holds(Date(2025, 9, 30)));
  CHECK_FALSE(closed.holds(Date(2025, 8, 31)));
  CHECK_FALSE(closed.holds(Date(2025, 10, 1)));
  CHECK(Period{.from = Date(2025, 9, 1)}.holds(Date(2099, 1, 1)));
  CHECK(closed.meets({Date(2025, 9, 30), Date(2025, 12, 1)}));
  CHECK(closed.meets({.from = Date(2025, 1, 1)}));
  CHECK_FALSE(closed.meets({Date(2025, 10, 1), Date(2025, 12, 1)}));
}

TEST_CASE("a school year runs from September to August") {
  CHECK(school_year(Date(2025, 9, 1)).from == Date(2025, 9, 1));
  CHECK(school_year(Date(2025, 9, 1)).to == Date(2026, 8, 31));
  CHECK(school_year(Date(2026, 8, 31)).from == Date(2025, 9, 1));
  CHECK(school_year(Date(2026, 1, 1)).to == Date(2026, 8, 31));
}

TEST_CASE("a date is said as it is written") {
  CHECK(said(Date(2025, 9, 1), Language::ru) == "2025-09-01");
  CHECK(iso(end_of_time) == "9999-12-31");
}

}  // namespace
}  // namespace nastavnik
