#include "base/first_letter.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace nastavnik {
namespace {

std::string with_first(std::string_view text, UChar32 (*change)(UChar32)) {
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  if (!letters.isEmpty()) letters.replace(0, letters.moveIndex32(0, 1), change(letters.char32At(0)));
  std::string result;
  return letters.toUTF8String(result);
}

}  // namespace

std::string with_capital(std::string_view text) { return with_first(text, u_toupper); }

std::string with_small_letter(std::string_view text) { return with_first(text, u_tolower); }

}  // namespace nastavnik
