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

/// The title of a post within a sentence: «Учитель музыки» begins with a small letter, «ИТ-специалист» as it is written.
std::string post_within(std::string_view title);

/// «приказа управления образования» of «приказ управления образования»; empty where the first word is not known.
std::string paper_in_genitive(std::string_view paper);

/// The sign that a lead-in ends with before what a person wrote, whose letters are never changed: «Причина: переезд», but
/// «Причина. ЕГЭ по физике».
std::string_view lead_in_sign(std::string_view text);

/// In quotation marks, unless it has its own.
std::string quoted(std::string_view text);

/// «30 дней», as it stands behind «в течение».
std::string days_in_words(int days);

/// One after another, with commas; `last` stands before the last.
std::string listed(const std::vector<std::string>& words, std::string_view last = ", ");

/// Without the full stop at its end, for a text that goes on.
std::string without_stop(std::string_view text);

}  // namespace nastavnik
