#include <doctest/doctest.h>

#include "model/day_typed.h"

namespace nastavnik {
namespace {

constexpr Date today{2025, 9, 15};

std::optional<Date> day(std::string_view word) {
  const auto typed = day_typed(word, today);
  return typed && std::holds_alternative<Date>(*typed) ? std::optional(std::get<Date>(*typed)) : std::nullopt;
}

/// Of a day without a year: when it was last, and when it will be next.
std::optional<std::pair<Date, Date>> around(std::string_view word, Date from = today) {
  const auto typed = day_typed(word, from);
  if (!typed || !std::holds_alternative<std::chrono::month_day>(*typed)) return std::nullopt;
  const auto found = std::get<std::chrono::month_day>(*typed);
  return std::pair(last_such(found, from), next_such(found, from));
}

TEST_CASE("a day is read as people write it") {
  for (const char* word : {"2025-08-29", "29.08.2025", "29-08-2025", "29/8/2025", "2025.08.29", "29 августа 2025",
                           "29 августа 2025 г.", "29 Августа 2025 года", "29 авг. 2025", " 29.08.2025 ", "29.08.25",
                           "29.8.25", "29 августа 25", "29 авг. 25 г."}) {
    INFO(word);
    CHECK(day(word) == Date{2025, 8, 29});
  }
  CHECK(day("сегодня") == today);
  CHECK(day("Вчера") == Date{2025, 9, 14});
  CHECK(day("ctujlyz") == today);
  CHECK(day("завтра") == Date{2025, 9, 16});
  CHECK(day("yesterday") == Date{2025, 9, 14});
}

TEST_CASE("a day without a year is the last one or the next") {
  for (const char* word : {"14.09", "14.9", "14.09.", "14 сентября", "14 сент.", "14 сен", "14 september"}) {
    INFO(word);
    CHECK(around(word) == std::pair(Date{2025, 9, 14}, Date{2026, 9, 14}));
  }
  CHECK(around("15.09") == std::pair(today, today));
  CHECK(around("1 мая") == std::pair(Date{2025, 5, 1}, Date{2026, 5, 1}));
  CHECK(around("29.02") == std::pair(Date{2024, 2, 29}, Date{2028, 2, 29}));
}

TEST_CASE("what is no day is none") {
  for (const char* word :
       {"", "31.02.2025", "31.04", "32 мая", "05/06/2025", "05/06/25", "15.09.36", "31.02.25", "15.09.5", "15 ма",
        "сентябрь", "осенью", "15 сентября 36", "15 сентября 3025", "15.09.2025 10:00", "2025", "15", "р15.09"}) {
    INFO(word);
    CHECK_FALSE(day_typed(word, today));
  }
}

}  // namespace
}  // namespace nastavnik
