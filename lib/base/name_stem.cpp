#include "base/name_stem.h"

#include <algorithm>

namespace nastavnik {
namespace {

using Endings = std::span<const std::string_view>;

// Names of one declension, of both genders, in singular and plural; «ё» is folded to «е».
constexpr std::string_view unchanged[] = {""};
constexpr std::string_view possessive[] = {"", "а", "у", "ым", "ом", "е", "ой", "ою", "ы", "ых", "ыми"};
constexpr std::string_view adjective[] = {"ий", "ый", "ой", "ого", "его", "ому", "ему", "ым", "им",
                                          "ом", "ем", "ая", "яя",  "ую",  "юю",  "ое",  "ее", "ие",
                                          "ые", "их", "ых", "ими", "ыми", "ей",  "ею",  "ою"};
constexpr std::string_view consonant[] = {"", "а", "у", "ом", "ем", "е", "ы", "и"};
constexpr std::string_view without_vowel[] = {"а", "у", "ом", "ем", "е", "ы", "и", "я", "ю"};
constexpr std::string_view soft_sign[] = {"ь", "я", "ю", "ем", "е", "и", "ью"};
constexpr std::string_view short_i[] = {"й", "я", "ю", "ем", "е", "и"};
constexpr std::string_view in_a[] = {"а", "ы", "и", "е", "у", "ой", "ою", "ей", "ею"};
constexpr std::string_view in_ya[] = {"я", "и", "е", "ю", "ей", "ею", "ой", "ою"};

constexpr std::size_t letter = 2;  ///< bytes of a Cyrillic letter

std::string without_last(std::string_view word, std::size_t letters) {
  return std::string(word.substr(0, word.size() - letters * letter));
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

/// Павел, Павла; Кравец, Кравца; Соловей, Соловья; Лев, Льва.
void add_without_vowel(std::string_view name, std::vector<NameStem>& stems) {
  if (name == "лев") {
    stems.push_back({"льв", without_vowel});
  } else if (ends_with_any(name, {"ел", "ец", "ек", "ок"})) {
    const std::string_view last = name.substr(name.size() - letter);
    stems.push_back({without_last(name, 2) + std::string(last), without_vowel});
  } else if (name.ends_with("ей")) {
    stems.push_back({without_last(name, 2) + "ь", without_vowel});
  }
}

NameStem main_stem(std::string_view name) {
  if (ends_with_any(name, {"ова", "ева", "ина", "ына"})) return {without_last(name, 1), possessive};
  if (ends_with_any(name, {"ов", "ев", "ин", "ын"})) return {std::string(name), possessive};
  if (ends_with_any(name, {"ский", "цкий", "ской", "цкой", "ый", "ой", "ий", "ая", "яя"}))
    return {without_last(name, 2), adjective};
  if (ends_with_any(name, {"ых", "их", "о", "е", "э", "и", "у", "ю", "ы"})) return {std::string(name), unchanged};
  if (name.ends_with("а")) return {without_last(name, 1), in_a};
  if (name.ends_with("я")) return {without_last(name, 1), in_ya};
  if (name.ends_with("ь")) return {without_last(name, 1), soft_sign};
  if (name.ends_with("й")) return {without_last(name, 1), short_i};
  return {std::string(name), consonant};
}

/// Юрий, Юрия; beside Соколовский, Соколовского.
void add_given_name(std::string_view name, std::vector<NameStem>& stems) {
  if (name.ends_with("ий") && !ends_with_any(name, {"ский", "цкий"})) stems.push_back({without_last(name, 1), short_i});
}

/// The last letter is a Russian one.
bool is_russian(std::string_view name) {
  if (name.size() < letter) return false;
  const std::string_view last = name.substr(name.size() - letter);
  return last >= "а" && last <= "я";
}

std::vector<NameStem> stems_of_one(std::string_view name) {
  if (!is_russian(name)) return {{std::string(name), unchanged}};
  std::vector<NameStem> stems{main_stem(name)};
  add_without_vowel(name, stems);
  add_given_name(name, stems);
  return stems;
}

std::vector<ParsedWord> parts_of_one(std::string_view word) {
  constexpr std::size_t longest = 3;
  std::vector<ParsedWord> parts{{std::string(word), {}}};
  for (std::size_t cut = letter; cut <= longest * letter && cut + letter <= word.size(); cut += letter) {
    if (!is_russian(word.substr(0, word.size() - cut + letter))) break;
    parts.push_back({std::string(word.substr(0, word.size() - cut)), word.substr(word.size() - cut)});
  }
  return parts;
}

bool holds(Endings endings, std::string_view ending) {
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// An ending that the name takes when somebody of the other sex has it.
bool is_of_other_sex(std::string_view name, std::string_view ending, Endings endings) {
  constexpr static std::string_view of_men[] = {"",    "ом",  "ым", "ий", "ый", "ого", "его",
                                                "ому", "ему", "им", "ем", "ых", "их"};
  constexpr static std::string_view of_women[] = {"ой", "ою", "ей", "ею", "ая", "яя", "ую", "юю"};
  if (endings.data() != possessive && endings.data() != adjective) return false;
  const bool woman = ends_with_any(name, {"ва", "на", "ая", "яя"});
  return holds(woman ? Endings(of_men) : Endings(of_women), ending);
}

}  // namespace

bool NameStem::takes(std::string_view ending) const { return holds(endings, ending); }

std::vector<NameStem> stems_of(std::string_view name) {
  const std::size_t hyphen = name.rfind('-');
  if (hyphen == name.npos) return stems_of_one(name);
  std::vector<NameStem> stems = stems_of_one(name.substr(hyphen + 1));
  for (NameStem& stem : stems) stem.base = stems_of_one(name.substr(0, hyphen)).front().base + "-" + stem.base;
  return stems;
}

std::vector<ParsedWord> parts_of(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == word.npos) return parts_of_one(word);
  std::vector<ParsedWord> parts;
  for (const ParsedWord& first : parts_of_one(word.substr(0, hyphen)))
    for (const ParsedWord& last : parts_of_one(word.substr(hyphen + 1)))
      parts.push_back({first.base + "-" + last.base, last.ending});
  return parts;
}

bool is_form_of(std::string_view word, std::string_view name) {
  if (word == name) return true;
  const std::vector<ParsedWord> parts = parts_of(word);
  for (const NameStem& stem : stems_of(name))
    for (const ParsedWord& part : parts)
      if (part.base == stem.base && stem.takes(part.ending) && !is_of_other_sex(name, part.ending, stem.endings))
        return true;
  return false;
}

}  // namespace nastavnik
