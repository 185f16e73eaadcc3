#include "model/day_typed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/keyboard.h"
#include "base/text.h"
#include "model/types.h"

namespace nastavnik {
namespace {

using std::chrono::month_day;

/// A month in the words that stand behind a day, and alone.
struct MonthName {
  std::string_view of{};
  std::string_view alone{};
  std::string_view english{};
};

constexpr std::array<MonthName, 12> months{{{"января", "январь", "january"},
                                            {"февраля", "февраль", "february"},
                                            {"марта", "март", "march"},
                                            {"апреля", "апрель", "april"},
                                            {"мая", "май", "may"},
                                            {"июня", "июнь", "june"},
                                            {"июля", "июль", "july"},
                                            {"августа", "август", "august"},
                                            {"сентября", "сентябрь", "september"},
                                            {"октября", "октябрь", "october"},
                                            {"ноября", "ноябрь", "november"},
                                            {"декабря", "декабрь", "december"}}};

/// A day that is named by how far it is from today.
struct NearDay {
  std::string_view word{};
  std::string_view english{};
  int away = 0;
};

constexpr std::array<NearDay, 4> near_days{
    {{"сегодня", "today", 0}, {"вчера", "yesterday", -1}, {"позавчера", "", -2}, {"завтра", "tomorrow", 1}}};

std::optional<unsigned> number(std::string_view digits, std::size_t longest) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && digits.size() <= longest ? std::optional(value) : std::nullopt;
}

/// «сентября», «сент.», «сен».
std::optional<unsigned> month_named(std::string_view word) {
  constexpr std::size_t least = 3;
  if (word.ends_with('.')) word.remove_suffix(1);
  if (characters(word) < least) return std::nullopt;
  for (unsigned i = 0; i < months.size(); ++i)
    for (const std::string_view name : {months[i].of, months[i].alone, months[i].english})
      if (name.starts_with(word)) return i + 1;
  return std::nullopt;
}

std::optional<month_day> in_calendar(unsigned month, unsigned day) {
  const month_day typed{std::chrono::month(month), std::chrono::day(day)};
  return typed.ok() ? std::optional(typed) : std::nullopt;
}

std::optional<Date> dated(int year, month_day typed) {
  const std::chrono::year_month_day day(std::chrono::year(year), typed.month(), typed.day());
  return day.ok() ? std::optional(Date(std::chrono::sys_days(day))) : std::nullopt;
}

std::vector<std::string_view> words_in(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end > 0) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

/// «15.09», «15.9.».
std::optional<DayTyped> in_figures(std::string_view folded) {
  if (folded.ends_with('.')) folded.remove_suffix(1);
  const std::size_t dot = folded.find('.');
  if (dot == folded.npos) return std::nullopt;
  const auto day = number(folded.substr(0, dot), 2), month = number(folded.substr(dot + 1), 2);
  const auto typed = day && month ? in_calendar(*month, *day) : std::nullopt;
  return typed ? std::optional<DayTyped>(*typed) : std::nullopt;
}

/// «25» is 2025; what lies further ahead than anybody plans is nothing.
std::optional<int> year_in(std::string_view digits, Date today) {
  constexpr int planned = 10, century = 2000;
  const auto typed = number(digits, 4);
  if (!typed || (digits.size() != 2 && digits.size() != 4)) return std::nullopt;
  if (digits.size() == 4) return static_cast<int>(*typed);
  const int year = century + static_cast<int>(*typed);
  return year <= today.year() + planned ? std::optional(year) : std::nullopt;
}

/// «15.09.25».
std::optional<DayTyped> in_short_figures(std::string_view folded, Date today) {
  const std::size_t dot = folded.rfind('.');
  if (dot == folded.npos || folded.size() != dot + 3) return std::nullopt;
  const auto typed = in_figures(folded.substr(0, dot));
  const auto year = year_in(folded.substr(dot + 1), today);
  const auto date = typed && year ? dated(*year, std::get<month_day>(*typed)) : std::nullopt;
  return date ? std::optional<DayTyped>(*date) : std::nullopt;
}

/// Day, month, and the year where it is told.
std::vector<std::string_view> words_of_day(std::string_view folded) {
  std::vector<std::string_view> words = words_in(folded);
  if (words.size() > 3 && (words.back() == "г" || words.back() == "г." || words.back() == "года")) words.pop_back();
  return words;
}

/// «15 сентября», «15 сентября 2025 г.».
std::optional<DayTyped> in_words(std::string_view folded, Date today) {
  const std::vector<std::string_view> words = words_of_day(folded);
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const auto day = number(words[0], 2), month = month_named(words[1]);
  const auto typed = day && month ? in_calendar(*month, *day) : std::nullopt;
  if (!typed || words.size() == 2) return typed ? std::optional<DayTyped>(*typed) : std::nullopt;
  const auto year = year_in(words[2], today);
  const auto date = year ? dated(*year, *typed) : std::nullopt;
  return date && parse_date(iso(*date)) ? std::optional<DayTyped>(*date) : std::nullopt;
}

std::optional<DayTyped> with_year(std::string_view word) {
  Date date;
  const Problem problem = Day::read(word, date);
  if (!problem) return date;
  const auto meant = problem->is_sure ? parse_date(problem->meant) : std::nullopt;
  return meant ? std::optional<DayTyped>(*meant) : std::nullopt;
}

std::optional<DayTyped> near_day(std::string_view folded, Date today) {
  const std::string typed = typed_in_russian(folded);
  for (const NearDay& one : near_days)
    if (folded == one.word || typed == one.word || (!one.english.empty() && folded == one.english))
      return today + one.away;
  return std::nullopt;
}

}  // namespace

std::optional<DayTyped> day_typed(std::string_view word, Date today) {
  const std::string folded = fold(trimmed(word));
  for (const auto& typed : {with_year(folded), in_figures(folded), in_short_figures(folded, today),
                            in_words(folded, today), near_day(folded, today)})
    if (typed) return typed;
  return std::nullopt;
}

std::string in_figures_alone(std::string_view word, Date today) {
  const std::string folded = fold(trimmed(word));
  const std::vector<std::string_view> words = words_of_day(folded);
  if (words.size() < 2 || words.size() > 3) return {};
  const auto day = number(words[0], 2), month = month_named(words[1]);
  const auto year = words.size() == 3 ? year_in(words[2], today) : today.year();
  return day && month && year ? fmt::format("{:02}.{:02}.{}", *day, *month, *year) : std::string();
}

Date last_such(month_day typed, Date day) {
  int year = day.year();
  while (!dated(year, typed) || *dated(year, typed) > day) --year;
  return *dated(year, typed);
}

Date next_such(month_day typed, Date day) {
  int year = day.year();
  while (!dated(year, typed) || *dated(year, typed) < day) ++year;
  return *dated(year, typed);
}

}  // namespace nastavnik
