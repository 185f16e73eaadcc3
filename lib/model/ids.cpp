#include "model/ids.h"

#include <algorithm>
#include <charconv>

namespace nastavnik {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

bool is_serial(std::string_view text) { return text.size() >= 3 && text.size() <= 9 && all_digits(text); }

bool is_year(std::string_view text) {
  return text.size() == 4 && all_digits(text) && (text.starts_with("19") || text.starts_with("20"));
}

/// Lower-case letters and digits in runs, with one hyphen between two runs.
bool is_hyphenated(std::string_view text) {
  char before = '-';
  for (const char c : text) {
    if (!is_small(c) && !is_digit(c) && (c != '-' || before == '-')) return false;
    before = c;
  }
  return before != '-';
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

bool is_person_id(std::string_view text) { return text.starts_with("p-") && is_serial(text.substr(2)); }

bool is_numbered_id(std::string_view text) {
  return text.size() > 5 && is_year(text.substr(0, 4)) && text[4] == '-' && is_serial(text.substr(5));
}

bool is_order_id(std::string_view text) {
  return text.size() > 5 && is_year(text.substr(0, 4)) && text[4] == '-' && is_hyphenated(text.substr(5));
}

bool is_school_year_id(std::string_view text) {
  return text.size() == 9 && text[4] == '-' && is_year(text.substr(0, 4)) && is_year(text.substr(5)) &&
         number(text.substr(5)) == number(text.substr(0, 4)) + 1;
}

bool is_slug(std::string_view text) { return text.size() <= longest_slug && is_hyphenated(text); }

bool is_code(std::string_view text) {
  return !text.empty() && is_small(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_small(c) || is_digit(c) || c == '_'; });
}

Problem check_id(std::string_view text, const Kind& kind) {
  if (kind.is_id(text)) return std::nullopt;
  return ValueProblem{ValueFault::bad_id, say({"нужен номер вида: {}", "an id is needed: {}"}, kind.id_shape)};
}

}  // namespace nastavnik
