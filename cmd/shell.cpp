#include <ostream>

#include <fmt/ranges.h>

#include "cmd/commands.h"
#include "cmd/global_options.h"
#include "cmd/unknown.h"

namespace nastavnik::cmd {
namespace {

std::string words_of(const Parameter& parameter) {
  std::vector<std::string_view> words;
  words.reserve(parameter.words.size());
  for (const Word& word : parameter.words) words.push_back(word.word);
  return fmt::format("{}", fmt::join(words, " "));
}

/// What the shell offers for the first argument of a command.
std::vector<std::string> first_words(const Command& command) {
  std::vector<std::string> words;
  if (command.name == "help")
    for (const std::string_view name : names_of(commands())) words.emplace_back(name);
  if (!command.positionals.empty())
    for (const Word& word : command.positionals.front().words) words.emplace_back(word.word);
  return words;
}

bool takes_paths(const Command& command) {
  for (const Parameter& positional : command.positionals)
    if (positional.type == Type::path) return true;
  return false;
}

/// A text for single quotes of a shell, free of the characters that a zsh specification reads.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'' || c == '[' || c == ']') continue;
    result += c == ':' ? ',' : c;
  }
  return result;
}

// --- bash ----------------------------------------------------------------------------------------------------------

std::string bash_values(std::string_view command, const std::vector<Parameter>& options) {
  std::string cases;
  for (const Parameter& option : options) {
    if (option.type == Type::flag) continue;
    std::string names = fmt::format("{}:--{}", command, option.name);
    if (option.letter) names += fmt::format("|{}:-{}", command, option.letter);
    std::string answer = ":";
    if (option.type == Type::choice)
      answer = fmt::format("mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$cur\")", words_of(option));
    if (option.type == Type::path) answer = "mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
    cases += fmt::format("    {}) {}; return ;;\n", names, answer);
  }
  return cases;
}

std::string bash_words(const std::vector<std::string>& first, const std::vector<Parameter>& options) {
  std::vector<std::string> words(first);
  for (const std::vector<Parameter>* some : {&options, &global_options()})
    for (const Parameter& option : *some) words.push_back(fmt::format("--{}", option.name));
  return fmt::format("{}", fmt::join(words, " "));
}

void print_bash(std::ostream& out, Language) {
  std::string values;
  std::string words;
  for (const Command& command : commands()) {
    values += bash_values(command.name, command.options);
    words += fmt::format("    {}) words='{}'; files={} ;;\n", command.name,
                         bash_words(first_words(command), command.options), takes_paths(command) ? 1 : 0);
  }
  values += bash_values("*", global_options());  // last: an option of a command outranks it
  const std::vector<std::string_view> names = names_of(commands());
  words += fmt::format("    *) words='{}' ;;\n", bash_words({names.begin(), names.end()}, program_options()));
  out << R"(_nastavnik() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= words= files=0 i
  if [[ $cur == '=' ]]; then cur=
  elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      )"
      << fmt::format("{}", fmt::join(names, "|")) << R"() command=${COMP_WORDS[i]}; break ;;
    esac
  done
  COMPREPLY=()
  case $command:$prev in
)" << values
      << "  esac\n  case $command in\n"
      << words << R"(  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur"; ((files)) && compgen -f -- "$cur")
}
complete -o filenames -F _nastavnik nastavnik
)";
}

// --- zsh -----------------------------------------------------------------------------------------------------------

std::string zsh_value(const Parameter& parameter, Language language) {
  std::string action;
  if (parameter.type == Type::path) action = "_files";
  if (parameter.type == Type::choice) action = '(' + words_of(parameter) + ')';
  return fmt::format(":{}:{}", plain(parameter.value.in(language)), action);
}

std::string zsh_options(const std::vector<Parameter>& options, Language language) {
  std::string specs;
  for (const Parameter& option : options) {
    const std::string value = option.type == Type::flag ? "" : zsh_value(option, language);
    const std::string help = plain(option.help.in(language));
    const std::string repeat = option.list ? "*" : "";
    if (option.letter) specs += fmt::format(" \\\n    '{}-{}[{}]{}'", repeat, option.letter, help, value);
    specs += fmt::format(" \\\n    '{}--{}{}[{}]{}'", repeat, option.name, value.empty() ? "" : "=", help, value);
  }
  return specs;
}

std::string zsh_command(const Command& command, Language language) {
  std::string specs = zsh_options(command.options, language);
  const std::vector<std::string> words = first_words(command);
  for (const Parameter& argument : command.positionals) {
    const std::string value = words.empty()
                                  ? zsh_value(argument, language)
                                  : fmt::format(":{}:({})", plain(argument.value.in(language)), fmt::join(words, " "));
    specs += fmt::format(" \\\n    '{}{}'", argument.list ? "*" : "", value);
  }
  return fmt::format("      {}) _arguments{} $shared ;;\n", command.name, specs);
}

void print_zsh(std::ostream& out, Language language) {
  out << "#compdef nastavnik\n_nastavnik() {\n  local context state line\n  typeset -A opt_args\n  local -a shared commands\n  shared=("
      << zsh_options(global_options(), language) << "\n  )\n  commands=(\n";
  for (const Command& command : commands())
    out << fmt::format("    '{}:{}'\n", command.name, plain(command.summary.in(language)));
  out << "  )\n  _arguments -C $shared" << zsh_options(program_options(), language)
      << " \\\n    '1:nastavnik:->command' '*::nastavnik:->arguments'\n"
         "  case $state in\n    command) _describe nastavnik commands ;;\n    arguments) case $words[1] in\n";
  for (const Command& command : commands()) out << zsh_command(command, language);
  out << "    esac ;;\n  esac\n}\nif [ \"$funcstack[1]\" = _nastavnik ]; then _nastavnik \"$@\"; else compdef _nastavnik nastavnik; fi\n";
}

// --- fish ----------------------------------------------------------------------------------------------------------

std::string fish_options(std::string_view condition, const std::vector<Parameter>& options, Language language) {
  std::string lines;
  for (const Parameter& option : options) {
    lines += fmt::format("complete -c nastavnik{} -l {}", condition, option.name);
    if (option.letter) lines += fmt::format(" -s {}", option.letter);
    if (option.type == Type::path)
      lines += " -r -F";
    else if (option.type != Type::flag)
      lines += fmt::format(" -x -a '{}'", words_of(option));
    lines += fmt::format(" -d '{}'\n", plain(option.help.in(language)));
  }
  return lines;
}

void print_fish(std::ostream& out, Language language) {
  out << "complete -c nastavnik -f\n" << fish_options("", global_options(), language);
  out << fish_options(" -n __fish_use_subcommand", program_options(), language);
  for (const Command& command : commands()) {
    out << fmt::format("complete -c nastavnik -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                       plain(command.summary.in(language)));
    const std::string seen = fmt::format(" -n '__fish_seen_subcommand_from {}'", command.name);
    out << fish_options(seen, command.options, language);
    if (const std::vector<std::string> words = first_words(command); !words.empty())
      out << fmt::format("complete -c nastavnik{} -a '{}'\n", seen, fmt::join(words, " "));
    if (takes_paths(command)) out << fmt::format("complete -c nastavnik{} -F\n", seen);
  }
}

ExitStatus run_completion(const Arguments& arguments, Environment& environment) {
  const std::string shell = *arguments.text("shell");
  if (shell == "bash") print_bash(environment.out, environment.language);
  if (shell == "zsh") print_zsh(environment.out, environment.language);
  if (shell == "fish") print_fish(environment.out, environment.language);
  return ExitStatus::clean;
}

}  // namespace

Command shell_command();
Command shell_command() {
  return {
      .name = "shell",
      .former = "completion",
      .group = Group::about,
      .summary = {"подсказки для командной оболочки", "completion for a shell"},
      .description =
          {"Печатает подсказки. После их подключения оболочка по клавише Tab дополняет команды и параметры на обоих "
           "языках, а также номера записей, фамилии, правила и пункты. Подключить подсказки:\n"
           "в bash: source <(nastavnik shell bash)\n"
           "в zsh: source <(nastavnik shell zsh)\n"
           "в fish: nastavnik shell fish | source",
           "Prints completion. Once loaded, the shell completes commands and options in both languages on Tab, and "
           "ids of records, surnames, rules and clauses, too. To load it:\n"
           "in bash: source <(nastavnik shell bash)\n"
           "in zsh: source <(nastavnik shell zsh)\n"
           "in fish: nastavnik shell fish | source"},
      .positionals = {{.name = "shell",
                       .type = Type::choice,
                       .value = {"ОБОЛОЧКА", "SHELL"},
                       .help = {"какая оболочка", "which shell"},
                       .words = {{"bash"}, {"zsh"}, {"fish"}},
                       .required = true}},
      .examples = {{"nastavnik shell bash", {"подсказки для bash", "completion for bash"}},
                   {"nastavnik shell fish", {"подсказки для fish", "completion for fish"}}},
      .statuses = {ExitStatus::clean},
      .run = run_completion,
  };
}

}  // namespace nastavnik::cmd
