#include "document/endings.h"

#include <algorithm>

namespace nastavnik::endings {
namespace {

bool is_one_of(std::string_view letter_, std::string_view letters) {
  for (std::size_t i = 0; i + letter <= letters.size(); i += letter)
    if (letters.substr(i, letter) == letter_) return true;
  return false;
}

bool is_vowel(std::string_view letter_) { return is_one_of(letter_, "аеёиоуыэюяАЕЁИОУЫЭЮЯ"); }
bool takes_i(std::string_view letter_) { return is_one_of(letter_, "гкхжчшщ"); }

}  // namespace

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

std::string_view last_letters(std::string_view word, std::size_t count) {
  return word.size() < count * letter ? std::string_view{} : word.substr(word.size() - count * letter);
}

bool is_consonant(std::string_view letter_) { return is_one_of(letter_, "бвгджзклмнпрстфхцчшщ"); }

std::size_t vowels(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + letter <= word.size(); i += letter) count += is_vowel(word.substr(i, letter)) ? 1U : 0U;
  return count;
}

bool is_cyrillic(std::string_view word) {
  bool cyrillic = !word.empty() && word.size() % letter == 0;
  for (std::size_t i = 0; cyrillic && i < word.size(); i += letter)
    cyrillic = (static_cast<unsigned char>(word[i]) & 0xFCU) == 0xD0U;  // U+0400 to U+04FF
  return cyrillic;
}

bool is_name(std::string_view word) {
  const auto is_one_letter = [](std::string_view sign, std::string_view first, std::string_view last) {
    return sign >= first && sign <= last;
  };
  if (!is_cyrillic(word)) return false;
  const std::string_view capital = word.substr(0, letter);
  bool named = capital == "Ё" || is_one_letter(capital, "А", "Я");
  for (std::size_t i = letter; named && i < word.size(); i += letter)
    named = word.substr(i, letter) == "ё" || is_one_letter(word.substr(i, letter), "а", "я");
  return named;
}

Joint joint_of(std::string_view word) {
  constexpr std::string_view dashes[] = {"-",      " ",      "\u2010", "\u2011", "\u2012",
                                         "\u2013", "\u2014", "\u2015", "\u2212"};
  Joint first;
  for (const std::string_view dash : dashes)
    if (const std::size_t at = word.find(dash); at < first.at) first = {at, dash.size()};
  return first;
}

std::string changed(std::string_view word, std::size_t dropped_letters, std::string_view ending) {
  return std::string(word.substr(0, word.size() - dropped_letters * letter)) + std::string(ending);
}

Declined unchanged(std::string_view word, bool doubtful) { return {std::string(word), doubtful}; }

std::optional<Declined> like_adjective(std::string_view word, Case to) {
  if (ends_with_any(word, {"ийся", "аяся"})) {
    Declined form = *like_adjective(word.substr(0, word.size() - 2 * letter), to);
    form.text += "ся";
    return form;
  }
  const std::string_view before = last_letters(word, 3).substr(0, letter);
  if (ends_with_any(word, {"щая", "шая", "чая", "жая"}))
    return Declined{changed(word, 2, Endings{"ей", "ей", "ую"}.of(to))};
  if (word.ends_with("ая")) return Declined{changed(word, 2, Endings{"ой", "ой", "ую"}.of(to))};
  if (word.ends_with("яя")) return Declined{changed(word, 2, Endings{"ей", "ей", "юю"}.of(to))};
  if (ends_with_any(word, {"ый", "ой"})) return Declined{changed(word, 2, Endings{"ого", "ому", "ого"}.of(to))};
  if (!word.ends_with("ий")) return std::nullopt;
  const Endings endings = is_one_of(before, "гкх") ? Endings{"ого", "ому", "ого"} : Endings{"его", "ему", "его"};
  return Declined{changed(word, 2, endings.of(to))};
}

Declined like_anna(std::string_view word, Case to) {
  const std::string_view before = last_letters(word, 2).substr(0, letter);
  if (word == "Ия") return {changed(word, 1, Endings{"и", "е", "ю"}.of(to))};
  // «Марии», but «Ие», «Лие»: a stem of one syllable; many write «Лии».
  if (vowels(word) == 2 && ends_with_any(word, {"ия", "Ия"}))
    return {changed(word, 1, Endings{"и", "е", "ю"}.of(to)), true};
  if (word.ends_with("ия")) return {changed(word, 1, Endings{"и", "и", "ю"}.of(to))};
  if (word.ends_with("я")) return {changed(word, 1, Endings{"и", "е", "ю"}.of(to))};
  if (is_vowel(before)) return unchanged(word, true);
  return {changed(word, 1, Endings{takes_i(before) ? "и" : "ы", "е", "у"}.of(to))};
}

Declined like_ivan(std::string_view word, Case to) {
  const std::string_view last = last_letters(word, 1);
  if (ends_with_any(word, {"жь", "шь", "чь", "щь"})) return unchanged(word, true);  // «Рожь»: a word of women
  if (last == "ь" || last == "й") return {changed(word, 1, Endings{"я", "ю", "я"}.of(to))};
  if (is_consonant(last)) return {changed(word, 0, Endings{"а", "у", "а"}.of(to))};
  return unchanged(word, true);
}

}  // namespace nastavnik::endings
