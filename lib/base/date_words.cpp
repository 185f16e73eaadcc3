#include "base/date_words.h"

#include <fmt/format.h>

namespace nastavnik {

std::string shown(Date day, Language language) {
  if (language == Language::en) return iso(day);
  return fmt::format("{:02}.{:02}.{}", day.day(), day.month(), day.year());
}

Words on_day(Date day) { return {shown(day, Language::ru), shown(day, Language::en)}; }

std::string clock_time(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

std::string month_and_day(std::chrono::month_day day) {
  return fmt::format("{:02}-{:02}", static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace nastavnik
