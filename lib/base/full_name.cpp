#include "base/full_name.h"

#include <algorithm>
#include <array>
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

/// What stands in a name and is no name itself.
bool is_particle(std::string_view word) {
  constexpr std::array particles{"оглы", "кызы", "гызы", "улы", "угли", "кизи", "заде", "де",  "да",  "ди",
                                 "дю",   "ла",   "ле",   "фон", "ван",  "дер",  "ден",  "аль", "эль", "ибн",
                                 "бен",  "ас",   "de",   "da",  "di",   "la",   "le",   "von", "van", "der",
                                 "den",  "al",   "el",   "ibn", "ben",  "del",  "du",   "of",  "и"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// A word of three letters and more in capitals; initials are shorter.
bool is_shouted(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const UChar32 c = next_code_point(word, at);
    if (u_islower(c) != 0) return false;
    letters += u_isupper(c) != 0 ? 1U : 0U;
  }
  return letters > 2;
}

bool begins_small(std::string_view word) {
  std::size_t at = 0;
  return u_islower(next_code_point(word, at)) != 0;
}

bool is_patronymic(std::string_view word) {
  constexpr std::array endings{"ович", "евич", "ьич", "овна", "евна", "ична", "инична"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

/// «Петровну», «Петровичем»: how one is appointed, and no name for a record.
bool is_oblique_patronymic(std::string_view word) {
  constexpr std::array of_men{"овича", "овичу", "овичем", "овиче", "евича", "евичу", "евичем",
                              "евиче", "ьича",  "ьичу",   "ьичом", "ьичем", "ьиче"};
  constexpr std::array of_women{"овны", "овне",  "овну", "овной", "евны", "евне",
                                "евну", "евной", "ичны", "ичне",  "ичну", "ичной"};
  const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
  return std::any_of(of_men.begin(), of_men.end(), ends) || std::any_of(of_women.begin(), of_women.end(), ends);
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

NameFlaw flaw_of_full_name(std::string_view name) {
  if (const NameFlaw flaw = flaw_of_name(name); flaw != NameFlaw::none) return flaw;
  const std::vector<std::string_view> words = words_of_full_name(name);
  if (std::any_of(words.begin(), words.end(), is_shouted)) return NameFlaw::capitals;
  if (std::any_of(words.begin(), words.end(),
                  [](std::string_view word) { return begins_small(word) && !is_particle(word); }))
    return NameFlaw::small_letter;
  if (words.size() < 2) return NameFlaw::one_word;
  if (words.size() > 2 && is_oblique_patronymic(words[2])) return NameFlaw::oblique;
  return words.size() == 2 && is_patronymic(words[1]) ? NameFlaw::no_surname : NameFlaw::none;
}

}  // namespace nastavnik
