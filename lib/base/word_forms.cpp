#include "base/word_forms.h"

#include <algorithm>
#include <span>

#include "base/name_stem.h"

namespace nastavnik {
namespace {

using Endings = std::span<const std::string_view>;

// Endings of one declension or conjugation; «ё» is folded to «е».
constexpr std::string_view hard_noun[] = {"", "а", "у", "ом", "ем", "е", "ы", "и", "ов", "ев", "ам", "ами", "ах"};
constexpr std::string_view soft_noun[] = {"ь", "я", "ю", "ем", "е", "и", "ью", "ей", "ям", "ями", "ях"};
constexpr std::string_view short_i_noun[] = {"й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях"};
constexpr std::string_view noun_in_a[] = {"а", "ы", "и", "е", "у", "ой", "ою", "ей", "ею", "", "ам", "ами", "ах"};
constexpr std::string_view noun_in_ya[] = {"я", "и", "е", "ю", "ей", "ею", "ь", "й", "ям", "ями", "ях"};
constexpr std::string_view noun_in_o[] = {"о", "а", "у", "ом", "е", "", "ам", "ами", "ах"};
constexpr std::string_view noun_in_e[] = {"е", "я", "ю", "ем", "и", "й", "ей", "ям", "ями", "ях"};
constexpr std::string_view adjective[] = {"ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им",
                                          "ом", "ем", "ая", "яя",  "ую",  "юю",  "ою",  "ею", "ей",
                                          "ое", "ее", "ые", "ие",  "ых",  "их",  "ыми", "ими"};
constexpr std::string_view verb_in_a[] = {"ть", "ю",  "ешь", "ет", "ем", "ете", "ют",
                                          "л",  "ла", "ло",  "ли", "й",  "йте", "в"};
constexpr std::string_view verb_in_i[] = {"ить", "ю",  "у",  "ишь", "ит",  "им",  "ите",
                                          "ят",  "ат", "ил", "ила", "ило", "или", "и"};

constexpr Endings patterns[] = {hard_noun, soft_noun, short_i_noun, noun_in_a, noun_in_ya,
                                noun_in_o, noun_in_e, adjective,    verb_in_a, verb_in_i};

constexpr std::size_t letter = 2;  ///< bytes of a Cyrillic letter
constexpr std::size_t shortest_stem = 3 * letter;
constexpr std::size_t longest_ending = 3 * letter;

bool holds(Endings endings, std::string_view ending) {
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::size_t common_bytes(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

std::string_view without_reflexive(std::string_view word) {
  if (word.size() > shortest_stem && (word.ends_with("ся") || word.ends_with("сь"))) word.remove_suffix(2 * letter);
  return word;
}

bool is_russian(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

}  // namespace

bool are_forms_of_one(std::string_view a, std::string_view b) {
  if (a == b || is_form_of(a, b) || is_form_of(b, a)) return true;
  if (!is_russian(a) || !is_russian(b)) return false;
  a = without_reflexive(a);
  b = without_reflexive(b);
  const std::size_t common = common_bytes(a, b) / letter * letter;
  for (std::size_t stem = common; stem >= shortest_stem && std::max(a.size(), b.size()) - stem <= longest_ending;
       stem -= letter)
    for (const Endings endings : patterns)
      if (holds(endings, a.substr(stem)) && holds(endings, b.substr(stem))) return true;
  return false;
}

}  // namespace nastavnik
