#include "cmd/manual.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cmd/commands.h"
#include "cmd/global_options.h"
#include "cmd/help.h"
#include "cmd/page_format.h"
#include "cmd/russian_names.h"
#include "handbook/records_manual.h"
#include "page/writers.h"

namespace nastavnik::cmd {
namespace {

std::string trimmed(const std::string& text) { return text.substr(text.find_first_not_of(' ')); }

using Entry = std::pair<std::string, std::string>;

/// Words and what is said of them.
void add(page::Page& page, const std::vector<Entry>& entries) {
  page::Table table{page::Table::Kind::listing, {}, {{}, {}}};
  for (const auto& [words, text] : entries) table.rows.push_back(page::row_of({words, text}));
  if (!table.rows.empty()) page.add(std::move(table));
}

void collect(const std::vector<Parameter>& options, Language language, std::vector<Entry>& entries) {
  for (const Parameter& option : options)
    entries.emplace_back(trimmed(heading(option, language)), explanation(option, language));
}

void add_command(page::Page& page, const Command& command) {
  const Language language = page.language;
  page.add(page::Role::subheading, fmt::format("nastavnik {}", synopsis(both_names(command), command, language)));
  page.add(page::Role::text, std::string(command.summary.in(language)));
  if (!command.description.empty()) page.add_paragraphs(command.description.in(language));
  std::vector<Entry> entries;
  for (const Parameter& argument : command.positionals)
    entries.emplace_back(argument.value.in(language), explanation(argument, language));
  collect(command.options, language, entries);
  add(page, entries);
  for (const Example& example : command.examples) {
    page.add(page::Role::text, fmt::format("{}:", example.help.in(language)));
    page.add(page::Role::sample, std::string(example.line));
  }
}

/// Of commands in the order of the help, of options in that of their names.
void add_names(page::Page& page) {
  std::vector<Entry> commands, options;
  for (const BothNames& one : names_of_commands()) commands.emplace_back(one.english, one.russian);
  for (const BothNames& one : names_of_options())
    options.emplace_back(fmt::format("--{}", one.english), fmt::format("--{}", one.russian));
  std::ranges::sort(options);
  page.add(page::Role::text,
           std::string(Text{"Команда и параметр понимаются на обоих языках и в чужой раскладке клавиатуры.",
                            "A command or an option is understood in both languages, and in the other layout "
                            "of the keyboard."}
                           .in(page.language)));
  add(page, commands);
  add(page, options);
}

void add_statuses(page::Page& page) {
  std::vector<Entry> entries;
  for (const ExitStatus status : every_exit_status)
    entries.emplace_back(fmt::format("{}", static_cast<int>(status)), meaning(status).in(page.language));
  add(page, entries);
}

void add_environment(page::Page& page) {
  add(page, {{"LC_ALL, LC_MESSAGES, LANG",
              std::string(Text{"язык сообщений, если он не назван ни параметром --lang, ни в nastavnik.yaml",
                               "the language of messages, where neither --lang nor nastavnik.yaml names it"}
                              .in(page.language))},
             {"NO_COLOR, CLICOLOR_FORCE, TERM",
              std::string(Text{"выделять ли цветом, если об этом не сказано параметром --color",
                               "whether to use colours, where --color does not say"}
                              .in(page.language))}});
}

page::ManualHead head_of(std::string name, int section, const Text& manual, Language language) {
  return {std::move(name), section, NASTAVNIK_DATE, "nastavnik " NASTAVNIK_VERSION, std::string(manual.in(language))};
}

ExitStatus run_manual(const Arguments& arguments, Environment& environment) {
  const bool of_records = arguments.text("page") == "records";
  const Language language = environment.language;
  if (arguments.text("format") == "roff")
    environment.out << (of_records ? records_roff(language) : program_roff(commands(), language));
  else
    print(of_records ? records_manual(language) : program_manual(commands(), language), arguments, environment);
  return ExitStatus::clean;
}

}  // namespace

page::Page program_manual(std::span<const Command> commands, Language language) {
  page::Page page{.title = "nastavnik(1)", .language = language};
  page.add(page::Role::title, page.title);
  const auto begin = [&](const Text& title) { page.add(page::Role::heading, std::string(title.in(language))); };
  begin({"НАЗВАНИЕ", "NAME"});
  page.add(page::Role::text, fmt::format("nastavnik - {}", program_summary.in(language)));
  begin({"СИНТАКСИС", "SYNOPSIS"});
  page.add(page::Paragraph{
      page::Role::text,
      {{"nastavnik", page::Look::bold},
       {fmt::format(" {}", Text{"КОМАНДА [ПАРАМЕТРЫ] [АРГУМЕНТЫ]", "COMMAND [OPTIONS] [ARGUMENTS]"}.in(language))}}});
  begin({"ОПИСАНИЕ", "DESCRIPTION"});
  page.add_paragraphs(program_description.in(language));
  begin({"КОМАНДЫ", "COMMANDS"});
  for (const Command& command : commands) add_command(page, command);
  begin({"ОБЩИЕ ПАРАМЕТРЫ", "OPTIONS OF EVERY COMMAND"});
  std::vector<Entry> options;
  collect(global_options(), language, options);
  collect(program_options(), language, options);
  add(page, options);
  begin({"ИМЕНА НА ДВУХ ЯЗЫКАХ", "NAMES IN TWO LANGUAGES"});
  add_names(page);
  begin({"КОД ЗАВЕРШЕНИЯ", "EXIT STATUS"});
  add_statuses(page);
  begin({"ПЕРЕМЕННЫЕ ОКРУЖЕНИЯ", "ENVIRONMENT"});
  add_environment(page);
  return page;
}

std::string program_roff(std::span<const Command> commands, Language language) {
  return page::as_roff(program_manual(commands, language),
                       head_of("NASTAVNIK", 1, {"Команды пользователя", "User Commands"}, language));
}

std::string records_roff(Language language) {
  return page::as_roff(records_manual(language),
                       head_of("NASTAVNIK-RECORDS", 5, {"Форматы файлов", "File Formats"}, language));
}

Command manual_command();
Command manual_command() {
  return {
      .name = "manual",
      .group = Group::about,
      .summary = {"напечатать руководство", "print a manual page"},
      .description = {"Без --format руководство печатается в разметке roff, которую показывает программа man.",
                      "Without --format the page is printed in roff, for man to show."},
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
      .options = {page_format({"roff", {"для программы man", "for man to show"}}, "roff")},
      .examples = {{"nastavnik manual", {"руководство по-русски", "the page in Russian"}},
                   {"nastavnik manual --lang en", {"руководство по-английски", "the page in English"}},
                   {"nastavnik manual records --format html",
                    {"как устроены записи, страницей для браузера",
                     "how records are written, as a page for a browser"}}},
      .statuses = {ExitStatus::clean},
      .run = run_manual,
  };
}

}  // namespace nastavnik::cmd
