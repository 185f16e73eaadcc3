#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The cases of Russian names. What is compared is folded (text.h).

namespace nastavnik {

/// What the cases of a name have in common, and what may stand behind it.
struct NameStem {
  std::string base{};
  std::span<const std::string_view> endings{};

  bool takes(std::string_view ending) const;
};

/// How a surname, a given name or a patronymic begins in all its cases, of men and women alike: most have one stem, those
/// that lose a vowel two. Both parts of a double name change. A name that does not change, or is not Russian in form, is
/// its own stem.
std::vector<NameStem> stems_of(std::string_view name);

/// The ways to part a word into a stem and an ending of up to three letters, the longest stem first.
struct ParsedWord {
  std::string base{};
  std::string_view ending{};
};
std::vector<ParsedWord> parts_of(std::string_view word);

/// Whether the word is the name in one of its cases. Unlike the stems it keeps apart the forms of Иванов and Иванова.
bool is_form_of(std::string_view word, std::string_view name);

}  // namespace nastavnik
