#include "base/full_name.h"

#include <optional>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/text.h"

namespace nastavnik {
namespace {

bool joins_letters(UChar32 c) {
  constexpr std::u32string_view signs = U"-\u2010\u2011'’.";
  return u_isUWhiteSpace(c) != 0 || signs.find(static_cast<char32_t>(c)) != signs.npos;
}

bool is_letter(UChar32 c) { return u_isalpha(c) != 0 || u_charType(c) == U_NON_SPACING_MARK; }

/// Letters that belong to no alphabet of their own, like an accent, tell nothing.
std::optional<UScriptCode> alphabet_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  if (U_FAILURE(status) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) return std::nullopt;
  return script;
}

}  // namespace

std::vector<std::string_view> words_of_full_name(std::string_view full_name) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < full_name.size();) {
    const std::size_t end = at;
    if (u_isUWhiteSpace(next_code_point(full_name, at)) == 0) continue;
    if (end > begin) words.push_back(full_name.substr(begin, end - begin));
    begin = at;
  }
  if (begin < full_name.size()) words.push_back(full_name.substr(begin));
  return words;
}

NameFlaw flaw_of_name(std::string_view name) {
  std::optional<UScriptCode> first;
  for (std::size_t at = 0; at < name.size();) {
    const UChar32 c = next_code_point(name, at);
    if (joins_letters(c)) continue;
    if (!is_letter(c)) return NameFlaw::sign;
    const std::optional<UScriptCode> alphabet = alphabet_of(c);
    if (first && alphabet && *alphabet != *first) return NameFlaw::mixed_letters;
    if (!first) first = alphabet;
  }
  return NameFlaw::none;
}

}  // namespace nastavnik
