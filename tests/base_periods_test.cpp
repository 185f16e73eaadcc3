#include <algorithm>
#include <rapidcheck.h>

#include <doctest/doctest.h>

#include "base/periods.h"

using namespace nastavnik;

namespace {

constexpr Date origin{2025, 1, 1};

Period between(int from, int to) { return {origin + from, origin + to}; }

bool holds(const Periods& periods, Date day) {
  return std::any_of(periods.begin(), periods.end(), [&](const Period& period) { return period.holds(day); });
}

Periods any_periods() {
  Periods periods;
  for (int n = *rc::gen::inRange(0, 5); n > 0; --n)
    periods.push_back(between(*rc::gen::inRange(0, 30), *rc::gen::inRange(0, 30)));
  return periods;
}

}  // namespace

TEST_CASE("neighbouring periods become one, a gap of a day stays") {
  CHECK(unite({between(10, 12), between(0, 4), between(5, 9)}).size() == 1);
  const Periods apart = unite({between(0, 4), between(6, 9)});
  REQUIRE(apart.size() == 2);
  CHECK(apart[0].to == origin + 4);
  CHECK(apart[1].from == origin + 6);
}

TEST_CASE("what is taken out of an open period leaves its days on both sides") {
  const Periods left = without({{origin, end_of_time}}, {between(3, 5)});
  REQUIRE(left.size() == 2);
  CHECK(left[0].to == origin + 2);
  CHECK(left[1].from == origin + 6);
  CHECK(left[1].to == end_of_time);
}

TEST_CASE("each day is where the sets say it is") {
  CHECK(rc::check("days of unite, without and shared", [] {
    const Periods a = any_periods(), b = any_periods();
    const Periods both = shared(a, b), left = without(a, b), united = unite(a);
    for (int i = -1; i <= 31; ++i) {
      const Date day = origin + i;
      RC_ASSERT(holds(united, day) == holds(a, day));
      RC_ASSERT(holds(left, day) == (holds(a, day) && !holds(b, day)));
      RC_ASSERT(holds(both, day) == (holds(a, day) && holds(b, day)));
    }
    for (std::size_t i = 1; i < united.size(); ++i) RC_ASSERT(united[i].from > united[i - 1].to + 1);
  }));
}
