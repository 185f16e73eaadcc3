#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/words.h"

namespace nastavnik {

/// A calendar day. There is no clock here: a day always comes from a record or from the caller.
class Date {
public:
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::sys_days day)
      : days_(static_cast<std::int32_t>(day.time_since_epoch().count())) {}
  constexpr Date(int year, unsigned month, unsigned day)
      : Date(std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day))) {}

  constexpr std::chrono::year_month_day ymd() const { return std::chrono::sys_days(std::chrono::days(days_)); }
  constexpr int year() const { return static_cast<int>(ymd().year()); }
  constexpr unsigned month() const { return static_cast<unsigned>(ymd().month()); }
  constexpr unsigned day() const { return static_cast<unsigned>(ymd().day()); }
  /// Monday is 1, Sunday 7.
  constexpr unsigned weekday() const {
    return std::chrono::weekday(std::chrono::sys_days(std::chrono::days(days_))).iso_encoding();
  }

  constexpr Date operator+(int days) const { return from_days(days_ + days); }
  constexpr Date operator-(int days) const { return from_days(days_ - days); }
  constexpr int operator-(Date other) const { return days_ - other.days_; }
  constexpr auto operator<=>(const Date&) const = default;

private:
  static constexpr Date from_days(std::int32_t days) { return Date(std::chrono::sys_days(std::chrono::days(days))); }
  std::int32_t days_ = 0;  ///< since 1970-01-01
};

/// The same day of a later (or earlier) month; the last day where that month is shorter.
Date add_months(Date date, int months);

/// The last day of a term of so many months that begins on the day: the day before the same date; where that month has no
/// such date, its last day (Civil Code, article 192).
Date last_day_of_term(Date from, int months);

/// A real day written YYYY-MM-DD, from 1900-01-01 to 2100-12-31; nothing else is a date.
std::optional<Date> parse_date(std::string_view text);

std::string iso(Date date);
inline std::string said(const Date& date, Language) { return iso(date); }

inline constexpr Date end_of_time{9999, 12, 31};

/// Days from `from` to `to`, both included; an open period ends at `end_of_time`.
struct Period {
  Date from{};
  Date to = end_of_time;
  constexpr bool holds(Date day) const { return from <= day && day <= to; }
  constexpr bool meets(const Period& other) const { return from <= other.to && other.from <= to; }
};

/// The school year a day lies in: 1 September to 31 August.
Period school_year(Date day);

}  // namespace nastavnik
