#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "document/declension.h"

// How Russian words change by their endings, whatever they mean: what names and positions share.

namespace nastavnik::endings {

inline constexpr std::size_t letter = 2;  ///< bytes of a Cyrillic letter

/// The endings of the three cases after the nominative.
struct Endings {
  std::string_view genitive;
  std::string_view dative;
  std::string_view accusative;

  std::string_view of(Case to) const {
    return to == Case::genitive ? genitive : to == Case::dative ? dative : accusative;
  }
};

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings);
std::string_view last_letters(std::string_view word, std::size_t count);
bool is_consonant(std::string_view letter);
std::size_t vowels(std::string_view word);
/// Whether the word is Cyrillic throughout; of others nothing is known.
bool is_cyrillic(std::string_view word);
/// One capital Russian letter, then small ones.
bool is_name(std::string_view word);
/// The first sign between two parts of a word, a dash of any kind or a space.
struct Joint {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
};
Joint joint_of(std::string_view word);

std::string changed(std::string_view word, std::size_t dropped_letters, std::string_view ending);
Declined unchanged(std::string_view word, bool doubtful = false);

/// Adjectives and what is declined like them: «Толстой», «Вербицкая», «старший», «выдающийся».
std::optional<Declined> like_adjective(std::string_view word, Case to);
/// Nouns in -а and -я, of either gender.
Declined like_anna(std::string_view word, Case to);
/// Masculine nouns that mean people: «директор», «учитель», «Сергей».
Declined like_ivan(std::string_view word, Case to);

/// Parts between dashes and spaces, declined each by itself.
template <class Decline>
Declined by_parts(std::string_view word, const Decline& decline) {
  Declined whole;
  for (;;) {
    const auto [at, size] = joint_of(word);
    const Declined part = decline(word.substr(0, at));
    whole.text += part.text;
    whole.doubtful = whole.doubtful || part.doubtful || !is_cyrillic(word.substr(0, at));
    if (at == std::string_view::npos) return whole;
    whole.text += word.substr(at, size);
    word.remove_prefix(at + size);
  }
}

}  // namespace nastavnik::endings
