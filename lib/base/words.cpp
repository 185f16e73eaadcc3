#include "base/words.h"

namespace nastavnik {

Words::Words(const Text& text) : ru(text.ru), en(text.en) {}

std::string_view form_of(const Noun& noun, long long number, Language language) {
  const long long n = number < 0 ? -number : number;
  if (language == Language::en) return n == 1 ? noun.one.en : noun.many.en;
  if (n % 100 >= 11 && n % 100 <= 14) return noun.many.ru;
  if (n % 10 == 1) return noun.one.ru;
  return n % 10 >= 2 && n % 10 <= 4 ? noun.few.ru : noun.many.ru;
}

Words joined(const std::vector<Words>& list) {
  Words all;
  for (const Words& words : list) {
    const std::string_view comma = all.empty() ? "" : ", ";
    all = Words(fmt::format("{}{}{}", all.ru, comma, words.ru), fmt::format("{}{}{}", all.en, comma, words.en));
  }
  return all;
}

std::string said(const Count& count, Language language) {
  return fmt::format("{} {}", count.number, form_of(count.noun, count.number, language));
}

Words detail::filled(fmt::string_view ru, fmt::format_args said_ru, fmt::string_view en, fmt::format_args said_en) {
  return {fmt::vformat(ru, said_ru), fmt::vformat(en, said_en)};
}

}  // namespace nastavnik
