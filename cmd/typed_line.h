#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cmd/command.h"

namespace nastavnik::cmd {

/// Goes through a command line word by word and knows what each is. Names in Russian, or in the other layout of the
/// keyboard, become those that commands and options are declared by.
class TypedLine {
public:
  explicit TypedLine(std::span<const Command> commands);

  /// Takes the next word; what it is when names are written as they are declared.
  std::string take(const std::string& word);

  const Command* command() const { return command_; }
  /// The options that may stand here.
  const std::vector<const Parameter*>& options() const { return options_; }
  /// The option whose value the next word will be.
  const Parameter* awaiting() const { return awaiting_; }
  /// «--» has been given: whatever comes is no option.
  bool only_arguments() const { return only_arguments_; }
  const std::vector<std::string>& arguments() const { return arguments_; }
  /// The last value that an option was given.
  std::optional<std::string> value(std::string_view option) const;
  bool has(const Parameter& option) const { return spelled_.contains(option.name); }
  /// Whether a name was given in Russian.
  bool in_russian() const { return in_russian_; }
  /// How options were written, by name.
  const std::map<std::string_view, std::string>& spelled() const { return spelled_; }

private:
  std::string take_long(const std::string& word);
  std::string take_letters(const std::string& word);
  std::string take_argument(const std::string& word);
  void give(const Parameter& option, std::string value) { values_.emplace_back(&option, std::move(value)); }

  std::span<const Command> commands_;
  const Command* command_ = nullptr;
  std::vector<const Parameter*> options_{};
  const Parameter* awaiting_ = nullptr;
  bool only_arguments_ = false;
  bool in_russian_ = false;
  std::vector<std::string> arguments_{};
  std::vector<std::pair<const Parameter*, std::string>> values_{};
  std::map<std::string_view, std::string> spelled_{};
};

/// The command that is called so, today or formerly; nothing when there is none.
const Command* command_typed(std::string_view word, std::span<const Command> commands);

/// The option that is called so, without its dashes.
const Parameter* option_typed(std::string_view word, std::span<const Parameter* const> options);

/// The word of the choice that is meant, in either language; nothing when there is none.
const Word* value_typed(std::string_view word, const Parameter& choice);

}  // namespace nastavnik::cmd
