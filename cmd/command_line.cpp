#include "cmd/command_line.h"

#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>
#include <fmt/ranges.h>

#include "base/ascii.h"
#include "base/text.h"
#include "cmd/global_options.h"
#include "cmd/russian_names.h"
#include "cmd/typed_line.h"
#include "cmd/unknown.h"
#include "model/day_typed.h"

namespace nastavnik::cmd {
namespace {

using Strings = std::vector<std::string>;
using Parameters = std::vector<const Parameter*>;

// More arguments than any system passes: CLI11 gives a list that has room for all of them no syntax of its own
// (an open-ended one would take «[a,b]» apart).
constexpr int any_number = 1 << 24;

Parameters pointers(const std::vector<Parameter>& first, const std::vector<Parameter>& second) {
  Parameters all;
  for (const Parameter& parameter : first) all.push_back(&parameter);
  for (const Parameter& parameter : second) all.push_back(&parameter);
  return all;
}

/// As CLI11 knows it.
std::string declared(const Parameter& option) { return fmt::format("--{}", option.name); }

/// What a choice allows: «согласия, приказа».
Words listed(const Parameter& choice) {
  std::vector<Words> names;
  for (const Word& word : choice.words) {
    const std::string_view russian = russian_value(choice.name, word.word);
    names.push_back(russian.empty() ? say({"{}", "{}"}, word.word)
                                    : Words{std::string(russian), std::string(word.word)});
  }
  return joined(names);
}

// --- CLI11 ---------------------------------------------------------------------------------------------------------

void declare(CLI::App& app, const Parameters& options) {
  for (const Parameter* option : options) {
    const std::string name = option->letter ? fmt::format("-{},--{}", option->letter, option->name) : declared(*option);
    CLI::Option* declared = option->type == Type::flag ? app.add_flag(name) : app.add_option(name)->expected(1);
    declared->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
}

const Parameter* find(const Parameters& options, std::string_view name) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const Parameter* o) { return o->name == name; });
  return found == options.end() ? nullptr : *found;
}

const Parameter* find(const Parameters& options, char letter) {
  const auto found =
      std::find_if(options.begin(), options.end(), [&](const Parameter* o) { return o->letter == letter; });
  return found == options.end() ? nullptr : *found;
}

/// The option that a word names, with or without a value in the same word.
const Parameter* named_by(const std::string& word, const Parameters& options) {
  if (word.starts_with("--")) return find(options, std::string_view(word).substr(2, word.find('=') - 2));
  return word.size() > 1 && word[0] == '-' ? find(options, word.back()) : nullptr;
}

[[noreturn]] void require_value(const Parameter& option, const Arguments& arguments) {
  throw UsageError{say({"параметру {} нужно значение", "option {} needs a value"}, arguments.spelled(option.name)),
                   option.type == Type::choice ? say({"допустимо: {}", "allowed: {}"}, listed(option)) : Words{}};
}

/// `--lang=` would take the next word for its value.
void refuse_empty_values(const Strings& words, const Parameters& options, const Arguments& arguments) {
  for (const std::string& word : words) {
    if (word == "--") return;
    if (!word.starts_with("--") || word.back() != '=') continue;
    if (const Parameter* option = named_by(word, options)) require_value(*option, arguments);
  }
}

void run_parser(CLI::App& app, const Strings& words, const Parameters& options, const Arguments& arguments) {
  refuse_empty_values(words, options, arguments);
  try {
    app.parse(Strings(words.rbegin(), words.rend()));
  } catch (const CLI::ArgumentMismatch&) {
    // The only mismatch left: the last word is an option, and its value is missing.
    if (const Parameter* option = named_by(words.back(), options)) require_value(*option, arguments);
    throw;
  }
}

// --- values --------------------------------------------------------------------------------------------------------

/// As it is declared.
std::string choice_of(const Words& name, const Parameter& parameter, const std::string& value) {
  if (const Word* word = value_typed(value, parameter)) return std::string(word->word);
  std::vector<std::string_view> known;
  for (const Word& word : parameter.words)
    for (const std::string_view one : {word.word, russian_value(parameter.name, word.word)})
      if (!one.empty()) known.push_back(one);
  throw unknown(value, known, say({"{}: значение «{}» не подходит", "{}: '{}' will not do"}, name, value),
                say({"допустимо: {}", "allowed: {}"}, listed(parameter)));
}

/// «15.09.2025» as it stands in records; words as «сегодня» need a day to start from and are for acts.
std::string date_of(const Words& name, const std::string& value) {
  const bool has_year = std::ranges::count_if(value, [](char c) { return c >= '0' && c <= '9'; }) >= 3;
  if (const auto day = has_year ? day_typed(value, Date()) : std::nullopt)
    if (const auto* date = std::get_if<Date>(&*day)) return iso(*date);
  throw UsageError{say({"{}: «{}» — не дата", "{}: '{}' is no date"}, name, value),
                   {"нужен день с годом, какой есть в календаре, например 01.09.2025",
                    "a day with its year is wanted that is in the calendar, for example 2025-09-01"}};
}

void check_number(const Words& name, const Parameter& parameter, const std::string& value) {
  long number = 0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  if (error == std::errc{} && stop == end && number >= parameter.least && number <= parameter.most) return;
  Words bounds = parameter.most == std::numeric_limits<long>::max()
                     ? say({"нужно целое число, не меньше {}", "a whole number is wanted, {} or more"}, parameter.least)
                     : say({"нужно целое число от {} до {}", "a whole number from {} to {} is wanted"}, parameter.least,
                           parameter.most);
  throw UsageError{say({"{}: значение «{}» не подходит", "{}: '{}' will not do"}, name, value), std::move(bounds)};
}

/// The value, checked.
std::string checked(const Words& name, const Parameter& parameter, std::string value) {
  if (parameter.verbatim) return value;
  if (value.empty()) throw UsageError{say({"{}: пустое значение", "{}: the value is empty"}, name), {}};
  if (parameter.type == Type::choice) return choice_of(name, parameter, value);
  if (parameter.type == Type::date) return date_of(name, value);
  if (parameter.type == Type::number) check_number(name, parameter, value);
  return value;
}

Strings split(const std::string& values) {
  Strings parts;
  std::size_t begin = 0;
  while (begin <= values.size()) {
    const std::size_t comma = std::min(values.find(',', begin), values.size());
    parts.emplace_back(trimmed(std::string_view(values).substr(begin, comma - begin)));
    begin = comma + 1;
  }
  return parts;
}

void take_option(const Parameter& option, const Strings& results, Arguments& arguments) {
  const std::string spelled = arguments.spelled(option.name);
  if (option.once && results.size() > 1)
    throw UsageError{say({"параметр {} указан больше одного раза", "option {} is given more than once"}, spelled),
                     {"оставьте один", "leave one of them"}};
  for (const std::string& result : results) {
    if (option.type == Type::flag) {
      if (result != "true")
        throw UsageError{say({"параметр {} пишется без значения", "option {} takes no value"}, spelled), {}};
      arguments.add(option, "");
      continue;
    }
    for (std::string& value : option.list ? split(result) : Strings{result})
      arguments.add(option, checked({spelled, spelled}, option, std::move(value)));
  }
}

void take_options(const CLI::App& app, const Parameters& options, Arguments& arguments) {
  for (const Parameter* option : options) {
    arguments.declare(*option);
    take_option(*option, app.get_option(declared(*option))->results(), arguments);
  }
}

/// «2025-205,2025-306», «2025-205, 2025-306» and «2025-205,» are what an option would take, too; a path may have commas.
Strings values_in(const Parameter& positional, const std::string& word) {
  if (!positional.list || positional.verbatim || positional.type == Type::path) return {word};
  Strings values = split(word);
  if (values.size() > 1) std::erase(values, "");
  return values;
}

/// A name whose words stand apart is several arguments to a shell.
Words hint_of_name(const Strings& given, std::size_t next) {
  const auto is_of_name = [](const std::string& word) { return fold(word) != word; };
  std::string name = next == 0 ? std::string() : given[next - 1];
  if (!is_of_name(name) || !is_of_name(given[next])) return {};
  for (; next < given.size() && is_of_name(given[next]); ++next) name += " " + given[next];
  return say({"имя из нескольких слов берут в кавычки: '{}'", "a name of several words stands in quotes: '{}'"}, name);
}

void take_positionals(const Strings& given, const Command& command, Arguments& arguments) {
  std::size_t next = 0;
  for (const Parameter& positional : command.positionals) {
    arguments.declare(positional);
    if (positional.required && !positional.asked && next == given.size())
      throw UsageError{
          say({"не указано: {}", "missing: {}"}, positional.value),
          positional.type == Type::choice ? say({"допустимо: {}", "allowed: {}"}, listed(positional)) : Words{}};
    while (next < given.size()) {
      for (std::string& value : values_in(positional, given[next++]))
        arguments.add(positional, checked(positional.value, positional, std::move(value)));
      if (!positional.list) break;
    }
  }
  if (next < given.size())
    throw UsageError{say({"лишнее слово «{}»", "unexpected argument '{}'"}, given[next]), hint_of_name(given, next)};
}

// --- faults --------------------------------------------------------------------------------------------------------

/// The options of the command itself, in the language of the word.
Words options_of_command(std::string_view word, const Parameters& options) {
  std::vector<std::string> all;
  for (const Parameter* option : options) {
    const bool is_global =
        std::ranges::any_of(global_options(), [&](const Parameter& one) { return one.name == option->name; });
    const std::string_view name = in_russian(word) ? russian_option(option->name) : option->name;
    if (!is_global) all.push_back(fmt::format("--{}", name));
  }
  return all.empty() ? Words() : say({"какие есть: {}", "there are: {}"}, fmt::format("{}", fmt::join(all, ", ")));
}

[[noreturn]] void refuse_option(const std::string& word, const Parameters& options) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<BothNames> known;
  for (const Parameter* option : options) known.push_back({option->name, russian_option(option->name)});
  const std::string_view near = name.starts_with("--") ? name_meant(std::string_view(name).substr(2), known) : "";
  throw UsageError{say({"неизвестный параметр {}", "unknown option {}"}, name),
                   near.empty() ? options_of_command(name, options) : perhaps(fmt::format("--{}", near))};
}

bool names_option(const std::string& word, const Parameters& options) {
  if (!word.starts_with("--")) return named_by(word, options) != nullptr;
  return option_typed(std::string_view(word).substr(2, word.find('=') - 2), options) != nullptr;
}

[[noreturn]] void refuse_early_option(const std::string& word, std::span<const Command> commands,
                                      const Parameters& options) {
  for (const Command& command : commands)
    if (names_option(word, pointers(command.options, {})))
      throw UsageError{
          say({"параметр {} пишется после названия команды", "option {} stands after the name of the command"},
              word.substr(0, word.find('='))),
          {}};
  refuse_option(word, options);
}

std::string shown(std::string_view bytes) {
  std::string text;
  for (const char c : bytes)
    text += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c)
                                                 : fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
  return text;
}

void refuse_invalid_utf8(std::span<const std::string> words) {
  for (const std::string& word : words)
    if (invalid_utf8(word))
      throw UsageError{say({"слово «{}» записано не в UTF-8", "the word '{}' is not UTF-8"}, shown(word)),
                       {"проверьте кодировку терминала", "see to the encoding of the terminal"}};
}

/// Help is shown whatever else is wrong on the line; only what it looks like is taken from there.
void take_for_help(const CLI::App& app, Arguments& arguments) {
  for (const Parameter& option : global_options()) {
    arguments.declare(option);
    if (option.name != "lang" && option.name != "color") continue;
    try {
      take_option(option, app.get_option(declared(option))->results(), arguments);
    } catch (const UsageError&) {
      continue;  // the help itself says how it is written
    }
  }
}

/// Takes the options before the name of the command; leaves in `words` the name and what stands after it.
Strings take_program_options(Strings& words, std::span<const Command> commands, Request& request) {
  const Parameters options = pointers(global_options(), program_options());
  CLI::App app;
  app.set_help_flag();
  app.prefix_command();
  declare(app, options);
  run_parser(app, words, options, request.arguments);
  request.help = app.count("--help") != 0;
  request.version = app.count("--version") != 0;
  Strings rest = app.remaining();
  // With a command behind them they are read again.
  if (request.help || !rest.empty())
    take_for_help(app, request.arguments);
  else
    take_options(app, options, request.arguments);
  if (!rest.empty() && rest.front() == "--") rest.erase(rest.begin());
  if (!rest.empty() && rest.front().starts_with('-')) refuse_early_option(rest.front(), commands, options);
  Strings before(words.begin(), words.end() - static_cast<std::ptrdiff_t>(rest.size()));
  std::erase(before, "--");
  words = std::move(rest);
  return before;
}

/// Reads the words around the name of a command.
void take_command(const Strings& words, Request& request) {
  const Command& command = *request.command;
  const std::vector<Parameter> globals = global_options(command);
  const Parameters options = pointers(command.options, globals);
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  declare(app, options);
  CLI::Option* positionals = app.add_option("arguments")->expected(any_number);
  positionals->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  run_parser(app, words, options, request.arguments);
  request.help = app.count("--help") != 0;
  if (request.help) return take_for_help(app, request.arguments);
  for (const std::string& unknown : app.remaining())
    if (unknown != "--") refuse_option(unknown, options);
  take_options(app, options, request.arguments);
  take_positionals(positionals->results(), command, request.arguments);
}

}  // namespace

void parse(std::span<const std::string> given, std::span<const Command> commands, Request& request) {
  refuse_invalid_utf8(given);
  TypedLine typed(commands);
  Strings words;
  for (const std::string& word : given) words.push_back(typed.take(word));
  request.arguments.spell(typed.spelled());
  Strings line = take_program_options(words, commands, request);
  if (words.empty() || request.version) return;
  // shells that were set up before the act of that name ask for their hints by it
  const bool of_shell = words.size() == 2 && (words[1] == "bash" || words[1] == "zsh" || words[1] == "fish");
  if (words.front() == "complete" && of_shell) words.front() = "shell";
  const auto named =
      std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return c.name == words.front(); });
  if (named == commands.end()) throw unknown_command(words.front(), commands);
  request.command = &*named;
  request.arguments = {};
  request.arguments.spell(typed.spelled());
  line.insert(line.end(), words.begin() + 1, words.end());
  take_command(line, request);
}

static std::string all_names(std::span<const BothNames> known, Language language) {
  std::vector<std::string_view> names;
  for (const BothNames& one : known) names.push_back(one.in(language));
  return fmt::format("{}", fmt::join(names, ", "));
}

UsageError unknown_command(std::string_view name, std::span<const Command> commands) {
  std::vector<BothNames> known;
  for (const Command& command : commands) known.push_back({command.name, russian_command(command.name)});
  const Words near = perhaps(name_meant(name, known));
  return {say({"нет команды «{}»", "there is no command '{}'"}, name),
          near.empty()
              ? say({"команды: {}", "commands: {}"}, all_names(known, in_russian(name) ? Language::ru : Language::en))
              : near};
}

std::optional<Language> asked_language(std::span<const std::string> words) {
  const auto names_it = [](std::string_view name) {
    const auto typed = name_typed(name, names_of_options());
    return typed && typed->names.english == "lang";
  };
  const Parameter& lang = *std::ranges::find(global_options(), "lang", &Parameter::name);
  const auto language = [&](std::string_view typed) {
    const Word* value = value_typed(typed, lang);
    return language_of(value ? value->word : typed);
  };
  std::optional<Language> asked;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string_view word = words[i];
    const std::size_t end = word.find('=');
    if (!word.starts_with("--") || !names_it(word.substr(2, end - 2))) continue;
    if (end != word.npos)
      asked = language(word.substr(end + 1));
    else if (i + 1 < words.size())
      asked = language(words[i + 1]);
  }
  return asked;
}

}  // namespace nastavnik::cmd
