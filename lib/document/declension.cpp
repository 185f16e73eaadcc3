#include "document/declension.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace nastavnik {
namespace {

/// The endings of the three cases after the nominative.
struct Endings {
  std::string_view genitive;
  std::string_view dative;
  std::string_view accusative;

  std::string_view of(Case to) const {
    return to == Case::genitive ? genitive : to == Case::dative ? dative : accusative;
  }
};

constexpr std::size_t letter = 2;  // bytes of a Cyrillic letter

std::string_view last_letters(std::string_view word, std::size_t count) {
  return word.size() < count * letter ? std::string_view{} : word.substr(word.size() - count * letter);
}

bool is_one_of(std::string_view letter_, std::string_view letters) {
  for (std::size_t i = 0; i + letter <= letters.size(); i += letter)
    if (letters.substr(i, letter) == letter_) return true;
  return false;
}

bool is_vowel(std::string_view letter_) { return is_one_of(letter_, "аеёиоуыэюяАЕЁИОУЫЭЮЯ"); }
bool is_consonant(std::string_view letter_) { return is_one_of(letter_, "бвгджзклмнпрстфхцчшщ"); }
bool takes_i(std::string_view letter_) { return is_one_of(letter_, "гкхжчшщ"); }

std::size_t vowels(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + letter <= word.size(); i += letter) count += is_vowel(word.substr(i, letter)) ? 1U : 0U;
  return count;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

/// Whether the word is Cyrillic throughout; of others nothing is known.
bool is_cyrillic(std::string_view word) {
  return !word.empty() && word.size() % letter == 0 &&
         std::all_of(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

std::string changed(std::string_view word, std::size_t dropped, std::string_view ending) {
  return std::string(word.substr(0, word.size() - dropped * letter)) + std::string(ending);
}

Declined unchanged(std::string_view word, bool doubtful = false) { return {std::string(word), doubtful}; }

/// Adjectives and what is declined like them: «Толстой», «Вербицкая», «старший», «заведующий».
std::optional<Declined> like_adjective(std::string_view word, Case to) {
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

/// Nouns in -а and -я, of either gender.
Declined like_anna(std::string_view word, Case to) {
  const std::string_view before = last_letters(word, 2).substr(0, letter);
  if (word.ends_with("ия")) return {changed(word, 1, Endings{"и", "и", "ю"}.of(to))};
  if (word.ends_with("я")) return {changed(word, 1, Endings{"и", "е", "ю"}.of(to))};
  if (is_vowel(before)) return unchanged(word, true);
  return {changed(word, 1, Endings{takes_i(before) ? "и" : "ы", "е", "у"}.of(to))};
}

/// Masculine nouns that mean people: «директор», «учитель», «Сергей».
Declined like_ivan(std::string_view word, Case to) {
  const std::string_view last = last_letters(word, 1);
  if (last == "ь" || last == "й") return {changed(word, 1, Endings{"я", "ю", "я"}.of(to))};
  if (is_consonant(last)) return {changed(word, 0, Endings{"а", "у", "а"}.of(to))};
  return unchanged(word, true);
}

// Surnames

Declined surname_of_woman(std::string_view word, Case to) {
  if (ends_with_any(word, {"ова", "ева", "ёва", "ина", "ына"}) && vowels(word) > 1)
    return {changed(word, 1, Endings{"ой", "ой", "у"}.of(to))};
  if (ends_with_any(word, {"ая", "яя"})) return *like_adjective(word, to);
  if (ends_with_any(word, {"а", "я"})) {
    Declined form = like_anna(word, to);
    form.doubtful = true;
    return form;
  }
  return unchanged(word);
}

Declined surname_of_man(std::string_view word, Case to) {
  if (ends_with_any(word, {"ых", "их", "о", "е", "и", "у", "ю", "э", "ы"})) return unchanged(word);
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
  if (word.ends_with("ец") && vowels(word) > 1 && is_consonant(last_letters(word, 3).substr(0, letter)))
    return {changed(word, 2, Endings{"ца", "цу", "ца"}.of(to)), true};
  Declined form = like_ivan(word, to);
  // «Кравец» is «Кравца» and «Кравеца», «Заяц» is «Зайца» and «Заяца»: families differ.
  form.doubtful = form.doubtful || ends_with_any(word, {"ец", "яц", "ок", "ек", "ёк", "ень", "ел", "ёл"});
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

/// Parts of a double surname are declined each by itself.
template <class Decline>
Declined by_parts(std::string_view word, const Decline& decline) {
  Declined whole;
  for (;;) {
    const std::size_t end = word.find('-');
    const Declined part = decline(word.substr(0, end));
    whole.text += part.text;
    whole.doubtful = whole.doubtful || part.doubtful || !is_cyrillic(word.substr(0, end));
    if (end == std::string_view::npos) return whole;
    whole.text += '-';
    word.remove_prefix(end + 1);
  }
}

bool is_man_in_a(std::string_view given) {
  static constexpr std::array<std::string_view, 9> names{"Никита", "Илья",   "Лука", "Фома",   "Кузьма",
                                                         "Савва",  "Данила", "Фока", "Гаврила"};
  return std::find(names.begin(), names.end(), given) != names.end();
}

std::string initial(std::string_view word) {
  if (word.empty()) return {};
  const std::size_t size = (static_cast<unsigned char>(word.front()) & 0x80U) != 0 ? letter : 1;
  return std::string(word.substr(0, size)) + '.';
}

// Positions

bool governs(std::string_view word) { return ends_with_any(word, {"ющий", "ющая", "ящий", "ящая", "щий", "щая"}); }

bool is_adjective(std::string_view word) {
  return ends_with_any(word, {"ый", "ий", "ой", "ая", "яя"}) && vowels(word) > 1;
}

Declined position_noun(std::string_view word, Case to) {
  return by_parts(word, [to](std::string_view part) {
    if (is_adjective(part)) return *like_adjective(part, to);
    return ends_with_any(part, {"а", "я"}) ? like_anna(part, to) : like_ivan(part, to);
  });
}

}  // namespace

NameParts name_parts(std::string_view full_name) {
  std::vector<std::string> words;
  while (!full_name.empty()) {
    const std::size_t end = std::min(full_name.find(' '), full_name.size());
    if (end > 0) words.emplace_back(full_name.substr(0, end));
    full_name.remove_prefix(std::min(end + 1, full_name.size()));
  }
  NameParts parts;
  if (!words.empty()) parts.surname = words[0];
  if (words.size() > 1) parts.given = words[1];
  for (std::size_t i = 2; i < words.size(); ++i) parts.patronymic += (i > 2 ? " " : "") + words[i];
  return parts;
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
  return by_parts(name.surname, [&](std::string_view part) {
    return gender == Gender::male ? surname_of_man(part, to) : surname_of_woman(part, to);
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

Declined declined_position(std::string_view position, Case to) {
  if (to == Case::nominative) return unchanged(position);
  Declined whole;
  whole.doubtful = position.find(',') != std::string_view::npos;
  while (!position.empty()) {
    const std::size_t end = std::min(position.find(' '), position.size());
    const std::string_view word = position.substr(0, end);
    if (!is_cyrillic(word) && word.find('-') == std::string_view::npos) break;  // «и. о. директора» stays
    const bool adjective = is_adjective(word);
    const Declined form = adjective ? *like_adjective(word, to) : position_noun(word, to);
    whole.text += form.text;
    whole.doubtful = whole.doubtful || form.doubtful;
    position.remove_prefix(end);
    if (!adjective || governs(word)) break;
    if (position.starts_with(' ')) {
      whole.text += ' ';
      position.remove_prefix(1);
    }
  }
  whole.text += position;
  return whole;
}

std::string initials(std::string_view surname, const NameParts& name, InitialsOrder order) {
  constexpr std::string_view space = "\u00a0";
  std::string letters = initial(name.given);
  if (!name.patronymic.empty()) letters += std::string(space) + initial(name.patronymic);
  if (letters.empty()) return std::string(surname);
  return order == InitialsOrder::before ? letters + std::string(space) + std::string(surname)
                                        : std::string(surname) + std::string(space) + letters;
}

}  // namespace nastavnik
