#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "base/words.h"

// What commands, options and the values of choices are called in Russian, and what a name that was typed means.

namespace nastavnik::cmd {

/// A command or an option (without its dashes) in both languages.
struct BothNames {
  std::string_view english{};
  std::string_view russian{};

  std::string_view in(Language language) const { return language == Language::ru ? russian : english; }
};

std::span<const BothNames> names_of_commands();
std::span<const BothNames> names_of_options();

/// Empty where it has none.
std::string_view russian_command(std::string_view english);
std::string_view russian_option(std::string_view english);

/// The value of a choice, by the name of the option or argument; empty where it has none.
std::string_view russian_value(std::string_view of, std::string_view english);
/// What commands are called besides: understood, and told nowhere.
std::span<const BothNames> more_names_of_commands();

/// A name, and the language in which it was typed.
struct NameTyped {
  BothNames names{};
  Language language = Language::en;

  std::string_view typed() const { return names.in(language); }
};

/// Whether it was begun in Russian: it has a letter of that alphabet.
bool in_russian(std::string_view word);

/// The one name that the word is: in either language, in either layout of the keyboard, in letters of any size, ё as е.
std::optional<NameTyped> name_typed(std::string_view word, std::span<const BothNames> known);

/// The name that was mistyped, in the language it was begun in; nothing where something else may have been meant.
std::string_view name_meant(std::string_view word, std::span<const BothNames> known);

}  // namespace nastavnik::cmd
