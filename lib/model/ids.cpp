#include "model/ids.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/ascii.h"

namespace nastavnik {
namespace {

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

/// A letter and a number without zeros in front.
bool is_mark(std::string_view text, std::string_view letters) {
  return text.size() >= 2 && letters.find(text[0]) != letters.npos && text[1] != '0' && all_digits(text.substr(1));
}

/// Cyrillic letters that are taken for Latin ones.
constexpr std::array<std::pair<std::string_view, char>, 10> look_alikes{{{"а", 'a'},
                                                                         {"е", 'e'},
                                                                         {"м", 'm'},
                                                                         {"о", 'o'},
                                                                         {"р", 'p'},
                                                                         {"с", 'c'},
                                                                         {"у", 'y'},
                                                                         {"х", 'x'},
                                                                         {"А", 'a'},
                                                                         {"Р", 'p'}}};

/// The text as an id is written: Latin, lower case, without folder and ending.
std::string as_id(std::string_view text) {
  if (const auto slash = text.rfind('/'); slash != text.npos) text.remove_prefix(slash + 1);
  if (text.ends_with(".yaml")) text.remove_suffix(5);
  std::string id;
  while (!text.empty()) {
    const auto* const found = std::find_if(look_alikes.begin(), look_alikes.end(),
                                           [&](const auto& pair) { return text.starts_with(pair.first); });
    const bool alike = found != look_alikes.end();
    const char c = alike ? found->second : text.front();
    id += to_lower(c);
    text.remove_prefix(alike ? found->first.size() : 1);
  }
  return id;
}

ValueProblem bad_id(Words label, std::string_view guess = {}) {
  ValueProblem problem{ValueFault::bad_id, std::move(label), {}};
  if (!guess.empty()) {
    problem.closer = say({"вероятно, {} (латиницей); {}", "probably {} (in Latin letters); {}"}, guess, problem.label);
    problem.meant = guess;
    problem.is_sure = true;
  }
  return problem;
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
  const std::string guess = as_id(text);
  return bad_id(say({"нужен номер записи: {}", "the id of a record is needed: {}"}, kind.id_shape),
                kind.is_id(guess) ? guess : std::string_view{});
}

Problem Slug::read(std::string_view text, std::string_view& value) {
  value = text;
  if (is_slug(text)) return std::nullopt;
  const std::string guess = as_id(text);
  return bad_id(say({"нужно короткое имя: {}", "a short name is needed: {}"}, slug_id.shape),
                is_slug(guess) ? guess : std::string_view{});
}

Problem ItemMark::read(std::string_view text, std::string_view& value) {
  constexpr std::string_view letters = "amdsr";
  value = text;
  if (is_mark(text, letters)) return std::nullopt;
  const std::string guess = as_id(text);
  return bad_id(
      {"нужна метка пункта: буква и номер, например a1", "the id of an item is needed: a letter and a number, as a1"},
      is_mark(guess, letters) ? guess : std::string_view{});
}

Problem read_target(std::string_view text, Target& target) {
  const std::size_t slash = text.find('/');
  target.person = text.substr(0, slash);
  target.mark = slash == text.npos ? std::string_view() : text.substr(slash + 1);
  const bool has_letter = target.mark.starts_with('d') || target.mark.starts_with('s');
  if (has_letter && target.mark.size() > 1 && all_digits(target.mark.substr(1))) return std::nullopt;
  return bad_id({"затруднение пишут p-031/d1, сильную сторону p-031/s1",
                 "a difficulty is written p-031/d1, a strength p-031/s1"});
}

Problem read_local_id(std::string_view text, char letter) {
  const std::string_view letters(&letter, 1);
  if (is_mark(text, letters)) return std::nullopt;
  std::string guess = as_id(text);
  if (!guess.empty() && all_digits(guess)) guess.insert(0, 1, letter);
  return bad_id(
      say({"метка — латинская буква {0} и номер: {0}1", "the id is the letter {0} and a number: {0}1"}, letter),
      is_mark(guess, letters) ? guess : std::string_view{});
}

}  // namespace nastavnik
