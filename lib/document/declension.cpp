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
#include "document/given_names.h"
#include "document/surname.h"

namespace nastavnik {
namespace {

using namespace endings;

const std::string no_break = "\u00a0";

// Given names and patronymics

struct Irregular {
  std::string_view word;
  Endings forms;
};
constexpr std::array<Irregular, 4> irregular_names{{{"Лев", {"Льва", "Льву", "Льва"}},
                                                    {"Павел", {"Павла", "Павлу", "Павла"}},
                                                    {"Пётр", {"Петра", "Петру", "Петра"}},
                                                    {"Петр", {"Петра", "Петру", "Петра"}}}};

bool is_man_in_a(std::string_view given) {
  static constexpr std::array names{"Никита",  "Илья",    "Лука", "Фома", "Кузьма",  "Савва", "Данила", "Фока",
                                    "Гаврила", "Мустафа", "Муса", "Иса",  "Абдулла", "Хамза", "Закария"};
  return std::find(names.begin(), names.end(), given) != names.end();
}

/// Women's names in -ь that change; «Мишель», «Николь» do not.
bool changes_its_soft_sign(std::string_view name) {
  static constexpr std::array names{"Любовь", "Нинель", "Рахиль", "Юдифь",  "Эсфирь",
                                    "Руфь",   "Ассоль", "Гузель", "Гюзель", "Асель"};
  return name.ends_with("гуль") || std::find(names.begin(), names.end(), name) != names.end();
}

/// «Ирен» does not change, but among women's names in a consonant a slip in the patronymic is as likely.
Declined name_of_woman(std::string_view word, Case to) {
  if (word.ends_with("ь")) {
    if (!changes_its_soft_sign(word)) return unchanged(word, true);
    return {changed(word, 1, Endings{"и", "и", "ь"}.of(to))};
  }
  const bool is_vowel = ends_with_any(word, {"и", "э", "у", "ю", "о", "ы", "е"});
  return unchanged(word, !is_vowel && sex_of_given_name(word) != Gender::female);
}

/// A surname among the given names is somebody's former one, or a part of a surname of two words; «Яков» is none.
bool is_surname(std::string_view word) {
  constexpr std::array given{"Яков", "Иаков", "Иов", "Нов"};
  return vowels(word) > 1 && std::find(given.begin(), given.end(), word) == given.end() &&
         ends_with_any(word, {"ова", "ева", "ёва", "ская", "цкая", "ов", "ев", "ский", "цкий", "енко"});
}

Declined given_name(std::string_view word, Gender gender, Case to) {
  if (!is_name(word) || is_surname(word)) return unchanged(word, true);
  for (const Irregular& irregular : irregular_names)
    if (irregular.word == word && gender == Gender::male) return unchanged(irregular.forms.of(to));
  if (ends_with_any(word, {"а", "я"})) {
    Declined form = like_anna(word, to);
    form.doubtful = form.doubtful || (gender == Gender::male) != is_man_in_a(word);
    return form;
  }
  if (gender == Gender::female) return name_of_woman(word, to);
  return ends_with_any(word, {"и", "э", "у", "ю"}) ? unchanged(word) : like_ivan(word, to);  // «Гарри», «Али»
}

Declined given_names(std::string_view words, Gender gender, Case to) {
  Declined form = by_parts(words, [&](std::string_view part) { return given_name(part, gender, to); });
  // «Жан-Жак» is «Жан-Жака», «Иван-Павел» «Ивана-Павла».
  form.doubtful = form.doubtful || (gender == Gender::male && words.find('-') != words.npos);
  return form;
}

bool is_turkic(std::string_view word) {
  constexpr std::array particles{"оглы", "оглу", "улы", "уулу", "углы", "угли", "кызы", "гызы", "кизи"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// The word «оглы» or «кызы» of a patronymic, behind a space or a hyphen.
std::string_view turkic_word(std::string_view patronymic) {
  const std::size_t joint = patronymic.find_last_of("- ");
  const std::string_view last = joint == patronymic.npos ? patronymic : patronymic.substr(joint + 1);
  return is_turkic(last) ? last : std::string_view();
}

bool is_patronymic(std::string_view word) {
  return ends_with_any(word, {"ич", "вна", "чна", "шна"}) || !turkic_word(word).empty();
}

Declined patronymic_of(std::string_view word, Case to) {
  if (!turkic_word(word).empty()) return unchanged(word);
  if (!is_name(word)) return unchanged(word, true);
  return word.ends_with("ич") ? like_ivan(word, to) : like_anna(word, to);
}

/// «де», «фон»: a word all in small letters.
bool is_small(std::string_view word) { return fold(word) == word; }

/// Particles with a capital, «Де Сика»; some are surnames, too, as «Ван» and «Ле».
constexpr std::array particles{"Де", "Дер", "Ден", "Дель", "Делла", "Дю", "Фон", "Цу"};
constexpr std::array particles_or_surnames{"Ван", "Ле",  "Ла",  "Да",  "Ди",  "Эль",
                                           "Аль", "Бен", "Тер", "Мак", "Сан", "Сен"};

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_particle(std::string_view word) {
  return is_small(word) || holds(particles, word) || holds(particles_or_surnames, word);
}

/// How many particles a name begins with; behind one with a capital a surname, a given name and its patronymic stand.
std::size_t particles_before_surname(std::span<const std::string_view> words) {
  if (std::all_of(words.begin(), words.end(), is_small)) return 0;
  const bool patronymic = words.size() > 2 && is_patronymic(words.back());
  std::size_t count = 0;
  for (; count < words.size(); ++count) {
    const std::span<const std::string_view> rest = words.subspan(count);
    if (is_small(rest.front())) continue;
    if (rest.size() < (patronymic ? 4U : 3U)) break;
    if (holds(particles, rest.front())) continue;
    if (!holds(particles_or_surnames, rest.front()) || !(patronymic || holds(particles, rest[1]))) break;
  }
  return count;
}

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
  const std::size_t given = std::min(particles_before_surname(words) + 1, words.size());
  std::size_t patronymic = words.size();
  if (words.size() - given > 1 && is_patronymic(words.back())) --patronymic;
  if (patronymic < words.size() && patronymic - given > 1 && is_turkic(words.back())) --patronymic;
  const std::span<const std::string_view> all(words);
  return {.surname = joined(all.first(given)),
          .given = joined(all.subspan(given, patronymic - given)),
          .patronymic = joined(all.subspan(patronymic))};
}

Gender gender_of(const NameParts& name) {
  if (const std::string_view word = turkic_word(name.patronymic); !word.empty())
    return ends_with_any(word, {"зы", "зи"}) ? Gender::female : Gender::male;
  if (!name.patronymic.empty()) return name.patronymic.ends_with("ич") ? Gender::male : Gender::female;
  const bool man = is_man_in_a(name.given), in_a = ends_with_any(name.given, {"а", "я"}) && !man;
  const Gender named = sex_of_given_name(name.given);
  if (ends_with_any(name.surname, {"ова", "ева", "ёва", "ина", "ына", "ская", "цкая"}))
    return in_a || named == Gender::female ? Gender::female : Gender::unknown;
  const bool of_man = ends_with_any(name.surname, {"ов", "ев", "ёв", "ин", "ын", "ский", "цкий"});
  if (in_a || named == Gender::female) return of_man ? Gender::unknown : named;
  return man || of_man ? Gender::male : named;
}

Declined declined_surname(const NameParts& name, Gender gender, Case to) {
  if (to == Case::nominative) return unchanged(name.surname);
  if (gender == Gender::unknown) return unchanged(name.surname, true);
  const bool spaced = name.surname.find(' ') != std::string::npos;
  return by_parts(name.surname, [&](std::string_view part) {
    const std::size_t end = static_cast<std::size_t>(part.data() + part.size() - name.surname.data());
    const SurnamePart place = spaced                              ? SurnamePart::beside
                              : end < name.surname.size()         ? SurnamePart::first
                              : part.size() < name.surname.size() ? SurnamePart::last
                                                                  : SurnamePart::whole;
    return spaced && end < name.surname.size() && is_particle(part) ? unchanged(part)
                                                                    : declined_part(part, gender, to, place);
  });
}

Declined declined(const NameParts& name, Gender gender, Case to) {
  Declined whole = declined_surname(name, gender, to);
  const auto append = [&](const std::string& word, const Declined& form) {
    if (word.empty()) return;
    whole.text += ' ' + (to == Case::nominative || gender == Gender::unknown ? word : form.text);
    whole.doubtful = whole.doubtful || (to != Case::nominative && form.doubtful);
  };
  append(name.given, given_names(name.given, gender, to));
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
