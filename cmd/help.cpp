#include "cmd/help.h"

#include <algorithm>
#include <ostream>

#include "base/first_letter.h"
#include "base/layout.h"
#include "base/text.h"
#include "cmd/command_line.h"
#include "cmd/commands.h"
#include "cmd/global_options.h"
#include "cmd/russian_names.h"

namespace nastavnik::cmd {
namespace {

constexpr Text usage_title{"Как набирать:", "Usage:"};
constexpr Text arguments_title{"Аргументы:", "Arguments:"};
constexpr Text options_title{"Параметры:", "Options:"};
constexpr Text global_title{"Общие параметры (до или после названия команды):",
                            "Options of every command (before or after its name):"};
constexpr Text examples_title{"Примеры:", "Examples:"};
constexpr Text statuses_title{"Код завершения:", "Exit status:"};

struct GroupTitle {
  Group group;
  Text title;
};

constexpr GroupTitle group_titles[] = {
    {Group::see, {"Видеть:", "See:"}},
    {Group::enter, {"Вносить:", "Enter:"}},
    {Group::decide, {"Решать:", "Decide:"}},
    {Group::papers, {"Бумаги:", "Papers:"}},
    {Group::checking, {"Проверка:", "Checking:"}},
    {Group::history, {"История:", "History:"}},
    {Group::exchange, {"Обмен:", "Exchange:"}},
    {Group::about, {"О программе:", "About the program:"}},
};

/// Names of options in both languages take a good part of the line.
std::size_t widest_option(std::size_t width) { return std::min<std::size_t>(32, width * 2 / 5); }

std::string padded(std::string text, std::size_t width) {
  return text + std::string(width - std::min(width, display_width(text)), ' ');
}

std::string section(const Text& title, const std::string& body, Language language) {
  return body.empty() ? "" : fmt::format("\n{}\n{}", title.in(language), body);
}

std::string value_name(const Parameter& parameter, Language language) {
  const std::string name(parameter.value.in(language));
  return parameter.list ? name + "…" : name;
}

void append_sentence(std::string& text, const Words& sentence, Language language) {
  text += fmt::format("; {}", sentence.in(language));
}

std::string with_russian(std::string_view english, std::string_view russian) {
  return russian.empty() ? std::string(english) : fmt::format("{}, {}", english, russian);
}

/// The words of a choice: a line each where they are explained, else one after another.
std::string explained_words(const Parameter& parameter, Language language) {
  std::string text;
  for (const Word& word : parameter.words) {
    const std::string_view russian = russian_value(parameter.name, word.word), meaning = word.meaning.in(language);
    const std::string both = with_russian(word.word, russian);
    if (word.meaning.empty())
      text += fmt::format("{}{}", text.empty() ? ": " : ", ", both);
    else
      text += meaning == russian ? '\n' + both : fmt::format("\n{} — {}", both, meaning);
  }
  return text;
}

std::string option_entries(const std::vector<Parameter>& options, Language language, std::size_t width) {
  std::vector<Described> entries;
  for (const Parameter& option : options) entries.push_back({heading(option, language), explanation(option, language)});
  return columns(entries, 2, width, widest_option(width));
}

/// The commands under their headings; where their summaries begin is the same under all.
std::string command_entries(std::span<const Command> commands, Language language, std::size_t width) {
  std::size_t widest = 0;
  for (const Command& command : commands) widest = std::max(widest, display_width(both_names(command)));
  std::string text;
  for (const GroupTitle& group : group_titles) {
    std::vector<Described> entries;
    for (const Command& command : commands)
      if (command.group == group.group)
        entries.push_back({padded(both_names(command), widest), std::string(command.summary.in(language))});
    text += section(group.title, columns(entries, 2, width), language);
  }
  return text;
}

std::string argument_entries(const Command& command, Language language, std::size_t width) {
  std::vector<Described> entries;
  for (const Parameter& argument : command.positionals) {
    entries.push_back({value_name(argument, language), explanation(argument, language)});
  }
  return columns(entries, 2, width);
}

std::string example_entries(const std::vector<Example>& examples, Language language, std::size_t width) {
  std::string text;
  for (const Example& example : examples)
    text += fmt::format("  {}\n{}", example.line, wrapped(example.help.in(language), 6, width));
  return text;
}

template <class Statuses>
std::string status_entries(const Statuses& statuses, Language language, std::size_t width) {
  std::vector<Described> entries;
  for (const ExitStatus status : statuses)
    entries.push_back({fmt::format("{}", static_cast<int>(status)), std::string(meaning(status).in(language))});
  return columns(entries, 2, width);
}

ExitStatus run_help(const Arguments& arguments, Environment& environment) {
  const std::optional<std::string> name = arguments.text("command");
  const Command* command = name ? find_command(*name) : nullptr;
  if (name && !command) throw unknown_command(*name, commands());
  environment.out << (command ? help_of(*command, environment.language, environment.width())
                              : help_of_all(commands(), environment.language, environment.width()));
  return ExitStatus::clean;
}

}  // namespace

std::string heading(const Parameter& option, Language language) {
  std::string text =
      option.letter ? fmt::format("-{}, --{}", option.letter, option.name) : fmt::format("    --{}", option.name);
  if (const std::string_view russian = russian_option(option.name); !russian.empty())
    text += fmt::format(", --{}", russian);
  if (option.type != Type::flag) text += ' ' + value_name(option, language);
  return text;
}

std::string explanation(const Parameter& parameter, Language language) {
  std::string text = with_small_letter(parameter.help.in(language));  // titles of fields begin with a capital
  if (parameter.type == Type::date)
    append_sentence(text, Text{"дата пишется ГГГГ-ММ-ДД", "a date is YYYY-MM-DD"}, language);
  if (parameter.list && !parameter.verbatim && parameter.letter == 0 && parameter.type != Type::path)
    append_sentence(text, Text{"несколько — через запятую", "several stand with commas between"}, language);
  if (!parameter.preset.empty())
    append_sentence(text, say({"если не указано: {}", "if not given: {}"}, parameter.preset), language);
  return text + explained_words(parameter, language);
}

std::string both_names(const Command& command) { return with_russian(command.name, russian_command(command.name)); }

std::string synopsis(std::string_view name, const Command& command, Language language) {
  std::string line(name);
  line += Text{" [ПАРАМЕТРЫ]", " [OPTIONS]"}.in(language);
  for (const Parameter& argument : command.positionals) {
    const std::string value = value_name(argument, language);
    line += argument.required ? ' ' + value : " [" + value + ']';
  }
  return line;
}

std::string help_of(const Command& command, Language language, std::size_t width) {
  std::string text = wrapped(fmt::format("nastavnik {} — {}", command.name, command.summary.in(language)), 0, width);
  std::string usage = fmt::format("  nastavnik {}\n", synopsis(command.name, command, language));
  if (const std::string_view russian = russian_command(command.name); !russian.empty())
    usage += fmt::format("  nastavnik {}\n", synopsis(russian, command, language));
  text += section(usage_title, usage, language);
  if (!command.description.empty()) text += '\n' + wrapped(command.description.in(language), 0, width);
  text += section(arguments_title, argument_entries(command, language, width), language);
  text += section(options_title, option_entries(command.options, language, width), language);
  text += section(global_title, option_entries(global_options(command), language, width), language);
  text += section(examples_title, example_entries(command.examples, language, width), language);
  return text + section(statuses_title, status_entries(command.statuses, language, width), language);
}

std::string overview(std::span<const Command> commands, Language language, std::size_t width) {
  std::string text = wrapped(fmt::format("nastavnik — {}", program_summary.in(language)), 0, width);
  text +=
      section(usage_title,
              fmt::format("  nastavnik {}\n", Text{"КОМАНДА [ПАРАМЕТРЫ]", "COMMAND [OPTIONS]"}.in(language)), language);
  text += command_entries(commands, language, width);
  const Text more{"О команде подробнее: nastavnik help КОМАНДА", "More about a command: nastavnik help COMMAND"};
  return text + fmt::format("\n{}\n", more.in(language));
}

std::string help_of_all(std::span<const Command> commands, Language language, std::size_t width) {
  std::string text = overview(commands, language, width);
  text += '\n' + wrapped(program_description.in(language), 0, width);
  text += section(options_title, option_entries(program_options(), language, width), language);
  text += section(global_title, option_entries(global_options(), language, width), language);
  return text + section(statuses_title, status_entries(every_exit_status, language, width), language);
}

Command help_command();
Command help_command() {
  return {
      .name = "help",
      .group = Group::about,
      .summary = {"показать справку о программе или о команде", "show help on the program or on a command"},
      .positionals = {{.name = "command",
                       .type = Type::text,
                       .value = {"КОМАНДА", "COMMAND"},
                       .help = {"о чём рассказать", "what to tell about"},
                       .completes = {Completes::command}}},
      .examples = {{"nastavnik help", {"перечень команд", "the list of commands"}},
                   {"nastavnik help init", {"всё о команде init", "all about the command init"}}},
      .statuses = {ExitStatus::clean},
      .run = run_help,
  };
}

}  // namespace nastavnik::cmd
