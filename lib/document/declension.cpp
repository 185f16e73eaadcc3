#include "document/declension.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/full_name.h"
#include "base/text.h"
#include "document/endings.h"

namespace nastavnik {
namespace {

using namespace endings;

const std::string no_break = "\u00a0";

// Surnames

/// «Калина», «Сова» are nouns; longer words in -ова, -ина are the names of women, and shorter ones with such a stem.
bool is_possessive(std::string_view word) {
  if (ends_with_any(word, {"ова", "ева", "ёва"})) return vowels(word) > 2;
  return vowels(word) > 3 || ends_with_any(word, {"кина", "хина", "шина", "щина", "ьина", "ьмина"});
}

Declined surname_of_woman(std::string_view word, Case to) {
  if (ends_with_any(word, {"ова", "ева", "ёва", "ина", "ына"}) && vowels(word) > 1)
    return {changed(word, 1, Endings{"ой", "ой", "у"}.of(to)), !is_possessive(word)};
  if (ends_with_any(word, {"ая", "яя"})) return *like_adjective(word, to);
  if (ends_with_any(word, {"а", "я"})) {
    Declined form = like_anna(word, to);
    form.doubtful = true;
    return form;
  }
  return unchanged(word);
}

/// Surnames that do not change: «Остапенко», «Черных», «Гладких»; of -их not those that are no plural, as «Рерих».
bool is_unchanging(std::string_view word) {
  return ends_with_any(word,
                       {"ых", "ких", "гих", "хих", "жих", "ших", "чих", "щих", "о", "е", "и", "у", "ю", "э", "ы"});
}

/// Men's surnames in a consonant whose vowel before it may fall out are doubted, unless they end as most do.
bool keeps_its_vowels(std::string_view word) {
  if (ends_with_any(word, {"ов", "ев", "ёв", "ер", "ен"}) && vowels(word) > 1) return true;
  const std::string_view vowel = last_vowel(word);
  return !word.ends_with("их") && vowel != "е" && vowel != "ё" && vowel != "о";
}

Declined surname_of_man(std::string_view word, Case to) {
  if (is_unchanging(word)) return unchanged(word);
  if (ends_with_any(word, {"ый", "ий", "ой"}) && vowels(word) > 1) {
    Declined form = *like_adjective(word, to);
    form.doubtful = !ends_with_any(word, {"ский", "цкий", "ской", "цкой", "ый", "той"});
    return form;
  }
  if (ends_with_any(word, {"а", "я"})) {
    Declined form = like_anna(word, to);
    form.doubtful = true;
    return form;
  }
  // «Кравец» is «Кравца» and «Кравеца», «Заяц» is «Зайца» and «Заяца»: families differ.
  if (word.ends_with("ец") && vowels(word) > 1 && is_consonant(last_letters(word, 3).substr(0, letter)))
    return {changed(word, 2, Endings{"ца", "цу", "ца"}.of(to)), true};
  Declined form = like_ivan(word, to);
  form.doubtful = form.doubtful || !keeps_its_vowels(word) || word.ends_with("яц");
  return form;
}

/// Of «Бонч-Бруевич» the first part does not change, of «Римский-Корсаков» it does: sure is what is an adjective or ends
/// as Russian surnames do. A particle («де Гольц») stays.
Declined surname_part(std::string_view part, Gender gender, Case to, bool alone) {
  Declined form = gender == Gender::male ? surname_of_man(part, to) : surname_of_woman(part, to);
  const bool usual = ends_with_any(part, {"ов",   "ев",   "ёв",   "ин",   "ын", "ова", "ева", "ёва",  "ина", "ына",
                                          "ский", "цкий", "ская", "цкая", "ой", "ый",  "ая",  "енко", "их",  "ых"});
  form.doubtful = form.doubtful || (!alone && !usual);
  return form;
}

// Given names and patronymics

struct Irregular {
  std::string_view word;
  Endings forms;
};
constexpr std::array<Irregular, 4> irregular_names{{{"Лев", {"Льва", "Льву", "Льва"}},
                                                    {"Павел", {"Павла", "Павлу", "Павла"}},
                                                    {"Пётр", {"Петра", "Петру", "Петра"}},
                                                    {"Петр", {"Петра", "Петру", "Петра"}}}};

Declined given_name(std::string_view word, Gender gender, Case to) {
  for (const Irregular& irregular : irregular_names)
    if (irregular.word == word && gender == Gender::male) return unchanged(irregular.forms.of(to));
  if (ends_with_any(word, {"а", "я"})) return like_anna(word, to);
  if (gender == Gender::male) return like_ivan(word, to);
  if (word.ends_with("ь")) return {changed(word, 1, Endings{"и", "и", "ь"}.of(to))};
  return unchanged(word, true);
}

Declined patronymic_of(std::string_view word, Case to) {
  if (word.ends_with("ич")) return like_ivan(word, to);
  if (word.ends_with("на")) return like_anna(word, to);
  const bool turkic = ends_with_any(word, {" оглы", " кызы", " улы", "-оглы", "-кызы"});
  return unchanged(word, !turkic);
}

bool is_man_in_a(std::string_view given) {
  static constexpr std::array<std::string_view, 9> names{"Никита", "Илья",   "Лука", "Фома",   "Кузьма",
                                                         "Савва",  "Данила", "Фока", "Гаврила"};
  return std::find(names.begin(), names.end(), given) != names.end();
}

bool is_turkic(std::string_view word) { return word == "оглы" || word == "кызы" || word == "улы" || word == "гызы"; }

/// «де», «фон»: a word all in small letters.
bool is_small(std::string_view word) { return fold(word) == word; }

std::string_view first_letter_in(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    if (u_isalpha(next_code_point(word, at)) != 0) return word.substr(begin, at - begin);
  }
  return {};
}

/// Of each word; «оглы» has none, nor what stands in brackets.
std::string initials_of(std::string_view names) {
  std::string all;
  bool is_aside = false;
  for (const std::string_view word : words_of_full_name(names)) {
    is_aside = is_aside || word.starts_with('(') || word.starts_with('[');
    const std::string_view initial = is_aside || is_turkic(word) ? std::string_view() : first_letter_in(word);
    if (!initial.empty()) all += (all.empty() ? "" : no_break) + std::string(initial) + '.';
    is_aside = is_aside && !word.ends_with(')') && !word.ends_with(']');
  }
  return all;
}

std::string joined(std::span<const std::string_view> words) { return fmt::format("{}", fmt::join(words, " ")); }

}  // namespace

NameParts name_parts(std::string_view full_name) {
  const std::vector<std::string_view> words = words_of_full_name(full_name);
  const auto capital = std::find_if_not(words.begin(), words.end(), is_small);
  const std::size_t particles = capital == words.end() ? 0 : static_cast<std::size_t>(capital - words.begin());
  const std::size_t given = std::min(particles + 1, words.size());
  std::size_t patronymic = words.size() - given < 2 ? words.size() : words.size() - 1;
  if (patronymic < words.size() && patronymic - given > 1 && is_turkic(words.back())) --patronymic;
  const std::span<const std::string_view> all(words);
  return {.surname = joined(all.first(given)),
          .given = joined(all.subspan(given, patronymic - given)),
          .patronymic = joined(all.subspan(patronymic))};
}

Gender gender_of(const NameParts& name) {
  if (ends_with_any(name.patronymic, {"ич", "оглы", "улы"})) return Gender::male;
  if (ends_with_any(name.patronymic, {"на", "кызы"})) return Gender::female;
  if (ends_with_any(name.surname, {"ова", "ева", "ёва", "ина", "ына", "ая"})) return Gender::female;
  if (ends_with_any(name.surname, {"ов", "ев", "ёв", "ин", "ын", "ский", "цкий"})) return Gender::male;
  return is_man_in_a(name.given) ? Gender::male : Gender::unknown;
}

Declined declined_surname(const NameParts& name, Gender gender, Case to) {
  if (to == Case::nominative) return unchanged(name.surname);
  if (gender == Gender::unknown) return unchanged(name.surname, true);
  const bool alone = name.surname.find_first_of("- ") == std::string::npos;
  return by_parts(name.surname, [&](std::string_view part) {
    return !alone && is_small(part) ? unchanged(part) : surname_part(part, gender, to, alone);
  });
}

Declined declined(const NameParts& name, Gender gender, Case to) {
  Declined whole = declined_surname(name, gender, to);
  const auto append = [&](const std::string& word, const Declined& form) {
    if (word.empty()) return;
    whole.text += ' ' + (to == Case::nominative || gender == Gender::unknown ? word : form.text);
    whole.doubtful = whole.doubtful || (to != Case::nominative && form.doubtful);
  };
  append(name.given, by_parts(name.given, [&](std::string_view part) { return given_name(part, gender, to); }));
  if (!name.patronymic.empty()) append(name.patronymic, patronymic_of(name.patronymic, to));
  return whole;
}

std::string initials(std::string_view surname, const NameParts& name, InitialsOrder order) {
  std::string letters = initials_of(name.given);
  const std::string last = initials_of(name.patronymic);
  if (!last.empty()) letters += (letters.empty() ? "" : no_break) + last;
  if (letters.empty()) return std::string(surname);
  return order == InitialsOrder::before ? letters + no_break + std::string(surname)
                                        : std::string(surname) + no_break + letters;
}

}  // namespace nastavnik
