#pragma once
#include <cstddef>
#include <string_view>

#include "base/words.h"
#include "model/types.h"

namespace nastavnik {

/// What the ids of a kind look like; the file stem is the id.
struct IdForm {
  std::string_view pattern{};  ///< of the whole id, for schemas and the manual
  Text shape{};                ///< the pattern in words, with the example
  std::string_view example{};
  bool (*matches)(std::string_view) = nullptr;
};

bool is_person_id(std::string_view text);
bool is_numbered_id(std::string_view text);
bool is_order_id(std::string_view text);
bool is_school_year_id(std::string_view text);
bool is_slug(std::string_view text);
bool is_code(std::string_view text);

inline constexpr std::size_t longest_slug = 60;

inline constexpr IdForm person_id{
    "p-[0-9]{3,9}", {"p- и от 3 до 9 цифр, например p-017", "p- and 3 to 9 digits, as p-017"}, "p-017", is_person_id};
inline constexpr IdForm numbered_id{
    "(19|20)[0-9]{2}-[0-9]{3,9}",
    {"год и от 3 до 9 цифр, например 2025-003", "a year and 3 to 9 digits, as 2025-003"},
    "2025-003",
    is_numbered_id};
inline constexpr IdForm order_id{"(19|20)[0-9]{2}-[0-9a-z]+(-[0-9a-z]+)*",
                                 {"год и номер приказа латиницей, например 2025-112-od",
                                  "the year and the number of the order in Latin letters, as 2025-112-od"},
                                 "2025-112-od",
                                 is_order_id};
inline constexpr IdForm school_year_id{"(19|20)[0-9]{2}-(19|20)[0-9]{2}",
                                       {"два года подряд, например 2025-2026", "two years in a row, as 2025-2026"},
                                       "2025-2026",
                                       is_school_year_id};
inline constexpr IdForm slug_id{"[a-z0-9]+(-[a-z0-9]+)*",
                                {"строчные латинские буквы, цифры и дефисы, до 60 знаков, например math-club",
                                 "lower-case Latin letters, digits and hyphens, at most 60 characters, as math-club"},
                                "math-club",
                                is_slug};

/// What is wrong with the id of a record of the kind; nothing when it is well formed.
Problem check_id(std::string_view text, const Kind& kind);

}  // namespace nastavnik
