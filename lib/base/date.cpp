#include "base/date.h"

#include <charconv>

namespace nastavnik {
namespace {

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '+') return std::nullopt;
  return value;
}

}  // namespace

Date add_months(Date date, int months) {
  const std::chrono::year_month_day was = date.ymd();
  const std::chrono::year_month moved = was.year() / was.month() + std::chrono::months(months);
  const auto last = (moved / std::chrono::last).day();
  return Date(std::chrono::sys_days(moved / (was.day() <= last ? was.day() : last)));
}

Date last_day_of_term(Date from, int months) {
  const Date same = add_months(from, months);
  return same.day() == from.day() ? same - 1 : same;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2100) return std::nullopt;
  const std::chrono::year_month_day ymd(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                        std::chrono::day(*day));
  if (!ymd.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(ymd));
}

std::string iso(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()); }

Period school_year(Date day) {
  const int first = day.month() >= 9 ? day.year() : day.year() - 1;
  return {Date(first, 9, 1), Date(first + 1, 8, 31)};
}

}  // namespace nastavnik
