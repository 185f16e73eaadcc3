#pragma once
#include <string>

#include "base/date.h"
#include "base/words.h"

namespace nastavnik {

/// A day as documents write it: `31.08.2026`; in English `2026-08-31`.
std::string shown(Date day, Language language);
/// The same in both languages.
Words on_day(Date day);

/// «10:05», of minutes since midnight.
std::string clock_time(int minutes);

/// `06-01`.
std::string month_and_day(std::chrono::month_day day);

}  // namespace nastavnik
