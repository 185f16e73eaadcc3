#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"
#include "base/date_words.h"
#include "model/types.h"

// Days, months, years and times of the clock.

namespace nastavnik {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2100;

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The runs of digits of a text that has nothing else but one separator between two of them.
template <std::size_t N>
std::optional<std::array<std::string_view, N>> runs(std::string_view text, std::string_view separators) {
  std::array<std::string_view, N> found{};
  for (std::size_t n = 0; n < N; ++n) {
    const auto size = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    if (size == 0 || size > 4) return std::nullopt;
    found[n] = text.substr(0, size);
    text.remove_prefix(size);
    if (n + 1 == N) break;
    if (text.empty() || separators.find(text.front()) == separators.npos) return std::nullopt;
    text.remove_prefix(1);
  }
  if (!text.empty()) return std::nullopt;
  return found;
}

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// Year, month and day of a date written in one of the ways people write it.
std::optional<Parts> parts_of(std::string_view text) {
  const auto found = runs<3>(text.substr(0, text.find_first_of("T ")), "-./");
  if (!found) return std::nullopt;
  const auto& [first, second, third] = *found;
  if (second.size() > 2) return std::nullopt;
  if (first.size() == 4 && third.size() <= 2) return Parts{number(first), number(second), number(third)};
  if (third.size() == 4 && first.size() <= 2) return Parts{number(third), number(second), number(first)};
  return std::nullopt;
}

constexpr std::array<Text, 12> months{{
    {"январе", "January"},
    {"феврале", "February"},
    {"марте", "March"},
    {"апреле", "April"},
    {"мае", "May"},
    {"июне", "June"},
    {"июле", "July"},
    {"августе", "August"},
    {"сентябре", "September"},
    {"октябре", "October"},
    {"ноябре", "November"},
    {"декабре", "December"},
}};

unsigned last_day(int year, int month) {
  return static_cast<unsigned>((std::chrono::year(year) / month / std::chrono::last).day());
}

/// Why the calendar has no such day; empty where it has.
Words why_no_day(const Parts& p) {
  if (p.year < first_year || p.year > last_year) return {};
  if (p.month < 1 || p.month > 12) {
    return {"такого дня нет: месяцы нумеруются от 01 до 12", "there is no such day: months run from 01 to 12"};
  }
  const Count days{last_day(p.year, p.month), noun::day};
  if (p.day >= 1 && p.day <= days.number) return {};
  return say({"такого дня нет: в {} {} года {}", "there is no such day: {} {} has {}"},
             months[static_cast<std::size_t>(p.month - 1)], p.year, days);
}

bool written_as_day(std::string_view text) {
  const auto found = runs<3>(text, "-");
  return found && (*found)[0].size() == 4 && (*found)[1].size() == 2 && (*found)[2].size() == 2;
}

ValueProblem bad_day(std::string_view text) {
  const std::optional<Parts> parts = parts_of(text);
  const Words no_day = parts ? why_no_day(*parts) : Words{};
  if (!no_day.empty() && written_as_day(text)) {
    return {ValueFault::bad_date, {"такого дня нет в календаре", "the calendar has no such day"}, no_day};
  }
  if (written_as_day(text)) {
    return {ValueFault::bad_date,
            say({"годы допустимы от {} до {}", "years from {} to {} are allowed"}, first_year, last_year),
            {}};
  }
  ValueProblem problem{ValueFault::bad_date, {"дата пишется ГГГГ-ММ-ДД", "a date is written YYYY-MM-DD"}, no_day};
  if (!parts || !no_day.empty()) return problem;
  const std::string guess = fmt::format("{:04}-{:02}-{:02}", parts->year, parts->month, parts->day);
  if (!parse_date(guess)) return problem;
  const bool has_more = text.find_first_of("T ") != text.npos;  // what stands behind the day may matter
  problem.closer = say({"дата пишется ГГГГ-ММ-ДД: {}", "a date is written YYYY-MM-DD: {}"}, guess);
  if (!has_more) problem.meant = guess;
  problem.is_sure = text.find('/') == text.npos || parts->day > 12;  // elsewhere the month comes first there
  return problem;
}

std::optional<std::chrono::month_day> month_day_of(int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  const std::chrono::month_day read(std::chrono::month(static_cast<unsigned>(month)),
                                    std::chrono::day(static_cast<unsigned>(day)));
  return read.ok() ? std::optional(read) : std::nullopt;
}

/// A month and a day written the other ways: `6-1`, `01.06`.
std::optional<std::chrono::month_day> meant_month_day(std::string_view text) {
  if (const auto found = runs<2>(text, "-/")) return month_day_of(number((*found)[0]), number((*found)[1]));
  if (const auto found = runs<2>(text, ".")) return month_day_of(number((*found)[1]), number((*found)[0]));
  return std::nullopt;
}

}  // namespace

Problem Day::read(std::string_view text, Date& value) {
  const std::optional<Date> date = parse_date(text);
  if (!date) return bad_day(text);
  value = *date;
  return std::nullopt;
}

Problem MonthDay::read(std::string_view text, std::chrono::month_day& value) {
  const auto meant = meant_month_day(text);
  if (meant && text.size() == 5 && text[2] == '-') {
    value = *meant;
    return std::nullopt;
  }
  ValueProblem problem{ValueFault::bad_date,
                       {"нужны месяц и день, ММ-ДД, например 06-01", "a month and a day are needed, MM-DD: 06-01"},
                       {}};
  if (meant) {
    problem.closer =
        say({"месяц и день пишутся ММ-ДД: {}", "a month and a day are written MM-DD: {}"}, month_and_day(*meant));
    problem.meant = month_and_day(*meant);
  }
  return problem;
}

Problem YearNumber::read(std::string_view text, int& value) {
  if (text.size() == 4 && std::all_of(text.begin(), text.end(), is_digit)) {
    const int year = number(text);
    if (year >= first_year && year <= last_year) {
      value = year;
      return std::nullopt;
    }
  }
  return ValueProblem{ValueFault::wrong_type,
                      say({"нужен год от {} до {}, четыре цифры", "a year from {} to {} is needed, four digits"},
                          first_year, last_year),
                      {}};
}

Problem ClockTime::read(std::string_view text, int& value) {
  const auto found = runs<2>(text, ":.-");
  const bool meant = found && (*found)[0].size() <= 2 && (*found)[1].size() == 2 && number((*found)[0]) < 24 &&
                     number((*found)[1]) < 60;
  const int minutes = meant ? number((*found)[0]) * 60 + number((*found)[1]) : 0;
  if (meant && text.size() == 5 && text[2] == ':') {
    value = minutes;
    return std::nullopt;
  }
  ValueProblem problem{ValueFault::wrong_type,
                       {"нужно время ЧЧ:ММ от 00:00 до 23:59, в кавычках: \"09:30\"",
                        "a time HH:MM from 00:00 to 23:59 is needed, in quotes: \"09:30\""},
                       {}};
  if (meant) {
    problem.closer = say({"время пишется ЧЧ:ММ: \"{}\"", "a time is written HH:MM: \"{}\""}, clock_time(minutes));
    problem.meant = fmt::format("\"{}\"", clock_time(minutes));
    problem.is_sure = true;
  }
  return problem;
}

}  // namespace nastavnik
