#include "cmd/manual.h"

#include <ostream>

#include "cmd/commands.h"
#include "cmd/global_options.h"
#include "cmd/help.h"
#include "handbook/records_manual.h"
#include "handbook/roff.h"

namespace nastavnik::cmd {
namespace {

using roff::escaped;
using roff::paragraphs;
using roff::tagged;

std::string section(const Text& title, const std::string& body, Language language) {
  return roff::section(title.in(language), body);
}

std::string trimmed(const std::string& text) { return text.substr(text.find_first_not_of(' ')); }

std::string tagged_options(const std::vector<Parameter>& options, Language language) {
  std::string roff;
  for (const Parameter& option : options)
    roff += tagged(trimmed(heading(option, language)), explanation(option, language));
  return roff;
}

std::string examples(const Command& command, Language language) {
  std::string roff;
  for (const Example& example : command.examples)
    roff += fmt::format(".PP\n{}\n.RS 4\n.nf\n{}\n.fi\n.RE\n", escaped(example.help.in(language)) + ':',
                        escaped(example.line));
  return roff;
}

std::string about(const Command& command, Language language) {
  std::string roff = fmt::format(".SS \"nastavnik {}\"\n", escaped(synopsis(command, language)));
  const std::string summary(command.summary.in(language));
  roff += paragraphs(
      command.description.empty() ? summary : summary + "\n\n" + std::string(command.description.in(language)), ".PP");
  for (const Parameter& argument : command.positionals)
    roff += tagged(argument.value.in(language), explanation(argument, language));
  return roff + tagged_options(command.options, language) + examples(command, language);
}

std::string statuses(Language language) {
  std::string roff;
  for (const ExitStatus status : every_exit_status)
    roff += tagged(fmt::format("{}", static_cast<int>(status)), meaning(status).in(language));
  return roff;
}

std::string environment(Language language) {
  return tagged("LC_ALL, LC_MESSAGES, LANG",
                Text{"язык сообщений, если он не назван ни параметром --lang, ни в nastavnik.yaml",
                     "the language of messages, where neither --lang nor nastavnik.yaml names it"}
                    .in(language)) +
         tagged("NO_COLOR, CLICOLOR_FORCE, TERM", Text{"выделять ли цветом, если об этом не сказано параметром --color",
                                                       "whether to use colours, where --color does not say"}
                                                      .in(language));
}

ExitStatus run_manual(const Arguments& arguments, Environment& environment) {
  environment.out << (arguments.text("page") == "records" ? records_page(environment.language)
                                                          : manual_page(commands(), environment.language));
  return ExitStatus::clean;
}

}  // namespace

std::string manual_page(std::span<const Command> commands, Language language) {
  const auto say = [&](const Text& text) { return std::string(text.in(language)); };
  std::string roff = fmt::format(".TH NASTAVNIK 1 {} \"nastavnik {}\" \"{}\"\n", NASTAVNIK_DATE, NASTAVNIK_VERSION,
                                 say({"Команды пользователя", "User Commands"}));
  roff += section({"НАЗВАНИЕ", "NAME"}, fmt::format("nastavnik \\- {}\n", escaped(say(program_summary))), language);
  roff += section({"СИНТАКСИС", "SYNOPSIS"},
                  fmt::format(".B nastavnik\n{}\n",
                              escaped(say({"КОМАНДА [ПАРАМЕТРЫ] [АРГУМЕНТЫ]", "COMMAND [OPTIONS] [ARGUMENTS]"}))),
                  language);
  roff += section({"ОПИСАНИЕ", "DESCRIPTION"}, paragraphs(program_description.in(language), ".PP"), language);
  std::string every_command;
  for (const Command& command : commands) every_command += about(command, language);
  roff += section({"КОМАНДЫ", "COMMANDS"}, every_command, language);
  roff += section({"ОБЩИЕ ПАРАМЕТРЫ", "OPTIONS OF EVERY COMMAND"},
                  tagged_options(global_options(), language) + tagged_options(program_options(), language), language);
  roff += section({"КОД ЗАВЕРШЕНИЯ", "EXIT STATUS"}, statuses(language), language);
  return roff + section({"ПЕРЕМЕННЫЕ ОКРУЖЕНИЯ", "ENVIRONMENT"}, environment(language), language);
}

std::string records_page(Language language) { return records_manual(language, NASTAVNIK_VERSION, NASTAVNIK_DATE); }

Command manual_command();
Command manual_command() {
  return {
      .name = "manual",
      .summary = {"напечатать руководство", "print a manual page"},
      .description = {"Руководство печатается в разметке roff, которую показывает программа man.",
                      "The page is printed in roff, for man to show."},
      .positionals = {{.name = "page",
                       .type = Type::choice,
                       .value = {"СТРАНИЦА", "PAGE"},
                       .help = {"какая страница", "which page"},
                       .words = {{"program",
                                  {"nastavnik(1): программа и её команды",
                                   "nastavnik(1): the program and its commands"}},
                                 {"records",
                                  {"nastavnik-records(5): виды, поля и коды записей",
                                   "nastavnik-records(5): kinds, fields and codes of records"}}},
                       .preset = "program"}},
      .examples = {{"nastavnik manual", {"руководство по-русски", "the page in Russian"}},
                   {"nastavnik manual --lang en", {"руководство по-английски", "the page in English"}},
                   {"nastavnik manual records", {"как устроены записи", "how records are written"}}},
      .statuses = {ExitStatus::clean},
      .run = run_manual,
  };
}

}  // namespace nastavnik::cmd
