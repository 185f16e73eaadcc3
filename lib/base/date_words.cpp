#include "base/date_words.h"

namespace nastavnik {

std::string shown(Date day, Language language) {
  if (language == Language::en) return iso(day);
  return fmt::format("{:02}.{:02}.{}", day.day(), day.month(), day.year());
}

Words on_day(Date day) { return {shown(day, Language::ru), shown(day, Language::en)}; }

}  // namespace nastavnik
