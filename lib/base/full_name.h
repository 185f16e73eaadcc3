#pragma once
#include <string_view>
#include <vector>

namespace nastavnik {

/// The words of a person's full name, whatever white space stands between them.
std::vector<std::string_view> words_of_full_name(std::string_view full_name);

/// What a name cannot have.
enum class NameFlaw : unsigned char {
  none,
  sign,           ///< a sign that is no letter: a bracket, a digit, an invisible one
  mixed_letters,  ///< letters of several alphabets, which look alike
  one_word,       ///< a surname or a given name alone
  no_surname,     ///< two words, the second a patronymic
  oblique,        ///< a patronymic in a case other than the nominative
  small_letter,   ///< a word that begins with one, and is no particle like «оглы» or «де»
  capitals,       ///< a word of capitals alone
};

/// Hyphens, apostrophes and the full stops of initials may stand in a name; letters of any one alphabet may.
NameFlaw flaw_of_name(std::string_view name);

/// The same of a full name, which has a surname and a given name, each with one capital at its beginning.
NameFlaw flaw_of_full_name(std::string_view name);

}  // namespace nastavnik
