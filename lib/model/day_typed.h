#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/date.h"

namespace nastavnik {

/// A day as a person types it; one without its year.
using DayTyped = std::variant<Date, std::chrono::month_day>;

/// `2025-09-15`, «15.09.2025», «15.09.25», «15 сентября 2025», «15.09», «15 сент.», «сегодня», «вчера», «завтра», in either layout of the
/// keyboard; nothing where it is none of these.
std::optional<DayTyped> day_typed(std::string_view word, Date today);

/// «31 февраля 2026» as `31.02.2026`, whether or not there is such a day, without a year in this one; empty where no month is
/// named.
std::string in_figures_alone(std::string_view word, Date today);

/// The last such day not after this one.
Date last_such(std::chrono::month_day typed, Date day);
/// The first such day not before this one.
Date next_such(std::chrono::month_day typed, Date day);

}  // namespace nastavnik
