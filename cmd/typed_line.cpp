#include "cmd/typed_line.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/keyboard.h"
#include "base/text.h"
#include "cmd/global_options.h"
#include "cmd/russian_names.h"

namespace nastavnik::cmd {
namespace {

std::vector<const Parameter*> all_of(std::initializer_list<const std::vector<Parameter>*> lists) {
  std::vector<const Parameter*> all;
  for (const std::vector<Parameter>* list : lists)
    for (const Parameter& parameter : *list) all.push_back(&parameter);
  return all;
}

/// Those of the command, and the global ones whose place it does not take.
std::vector<const Parameter*> options_of(const Command& command) {
  std::vector<const Parameter*> options = all_of({&command.options});
  for (const Parameter& global : global_options())
    if (std::ranges::find(command.options, global.name, &Parameter::name) == command.options.end())
      options.push_back(&global);
  return options;
}

template <class Names>
std::optional<NameTyped> read(std::string_view word, const Names& named,
                              std::string_view (*russian)(std::string_view)) {
  std::vector<BothNames> known;
  for (const std::string_view name : named) known.push_back({name, russian(name)});
  return name_typed(word, known);
}

std::optional<NameTyped> option_name(std::string_view word, std::span<const Parameter* const> options) {
  std::vector<std::string_view> names;
  for (const Parameter* option : options) names.push_back(option->name);
  return read(word, names, russian_option);
}

std::optional<NameTyped> command_name(std::string_view word, std::span<const Command> commands) {
  std::vector<std::string_view> names;
  for (const Command& command : commands) names.push_back(command.name);
  const std::optional<NameTyped> name = read(word, names, russian_command);
  return name ? name : name_typed(word, more_names_of_commands());
}

const Parameter* with_letter(char letter, std::span<const Parameter* const> options) {
  const auto found = std::ranges::find(options, letter, &Parameter::letter);
  return found == options.end() ? nullptr : *found;
}

}  // namespace

const Command* command_typed(std::string_view word, std::span<const Command> commands) {
  const std::optional<NameTyped> name = command_name(word, commands);
  const auto found = std::ranges::find_if(commands, [&](const Command& command) {
    return name ? command.name == name->names.english : !command.former.empty() && command.former == word;
  });
  return found == commands.end() ? nullptr : &*found;
}

const Parameter* option_typed(std::string_view word, std::span<const Parameter* const> options) {
  const std::optional<NameTyped> name = option_name(word, options);
  if (!name) return nullptr;
  return *std::ranges::find(options, name->names.english, &Parameter::name);
}

const Word* value_typed(std::string_view word, const Parameter& choice) {
  std::vector<BothNames> known;
  for (const Word& value : choice.words) known.push_back({value.word, russian_value(choice.name, value.word)});
  const std::optional<NameTyped> name = name_typed(word, known);
  return name ? &*std::ranges::find(choice.words, name->names.english, &Word::word) : nullptr;
}

TypedLine::TypedLine(std::span<const Command> commands)
    : commands_(commands), options_(all_of({&global_options(), &program_options()})) {}

std::string TypedLine::take(const std::string& word) {
  if (const Parameter* option = std::exchange(awaiting_, nullptr)) {
    give(*option, word);
    return word;
  }
  if (!only_arguments_ && word == "--") {
    only_arguments_ = true;
    return word;
  }
  if (only_arguments_ || word.size() < 2 || word[0] != '-') return take_argument(word);
  return word[1] == '-' ? take_long(word) : take_letters(word);
}

std::optional<std::string> TypedLine::value(std::string_view option) const {
  for (auto given = values_.rbegin(); given != values_.rend(); ++given)
    if (given->first->name == option) return given->second;
  return std::nullopt;
}

std::string TypedLine::take_long(const std::string& word) {
  const std::size_t end = std::min(word.find('='), word.size());
  const std::optional<NameTyped> name = option_name(std::string_view(word).substr(2, end - 2), options_);
  if (!name) return word;
  const Parameter& option = **std::ranges::find(options_, name->names.english, &Parameter::name);
  spelled_[option.name] = fmt::format("--{}", name->typed());
  in_russian_ = in_russian_ || name->language == Language::ru;
  if (end < word.size())
    give(option, word.substr(end + 1));
  else if (option.type != Type::flag)
    awaiting_ = &option;
  return fmt::format("--{}{}", option.name, word.substr(end));
}

/// «-qC папка», «-Cпапка»; a letter typed in Russian is that of its key.
std::string TypedLine::take_letters(const std::string& word) {
  std::string read = "-";
  for (std::size_t at = 1; at < word.size();) {
    const std::size_t begin = at;
    next_code_point(word, at);
    const std::string key = typed_in_latin(word.substr(begin, at - begin));
    const Parameter* option = key.size() == 1 ? with_letter(key[0], options_) : nullptr;
    if (!option) return read + word.substr(begin);
    read += key;
    spelled_[option->name] = "-" + key;
    if (option->type == Type::flag) continue;
    if (at == word.size())
      awaiting_ = option;
    else
      give(*option, word.substr(at));
    return read + word.substr(at);
  }
  return read;
}

std::string TypedLine::take_argument(const std::string& word) {
  const Command* command = command_ || !arguments_.empty() ? nullptr : command_typed(word, commands_);
  if (!command) {
    arguments_.push_back(word);
    return word;
  }
  command_ = command;
  only_arguments_ = false;
  options_ = options_of(*command);
  const std::optional<NameTyped> name = command_name(word, commands_);
  in_russian_ = in_russian_ || (name && name->language == Language::ru);
  return std::string(command->name);
}

}  // namespace nastavnik::cmd
