#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

// Turns of phrase that papers share.

namespace nastavnik {

/// «2 сентября 2025 г.», with spaces that do not break.
std::string date_in_words(Date date);

/// «02.09.2025».
std::string date_in_figures(Date date);

/// «от 02.09.2024 № 87‑од», which no line breaks.
std::string order_in_words(Date date, std::string_view number);

/// «2025/26 учебный год» by the years of `2025-2026`.
std::string school_year_in_words(std::string_view id);

/// The text with its first letter small, or capital.
std::string with_small_letter(std::string_view text);
std::string with_capital(std::string_view text);

/// One after another, with commas; `last` stands before the last.
std::string listed(const std::vector<std::string>& words, std::string_view last = ", ");

/// Without the full stop at its end, for a text that goes on.
std::string without_stop(std::string_view text);

/// «10:05».
std::string clock_time(int minutes);

}  // namespace nastavnik
