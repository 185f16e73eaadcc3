#include <ostream>

#include "acts/formatting.h"
#include "cmd/carry_out.h"
#include "cmd/commit_act.h"
#include "cmd/shown_files.h"
#include "model/kinds/settings.h"

namespace nastavnik::cmd {
namespace {

using Files = std::vector<ChangedFile>;

void tell_left_alone(const Formatted& formatted, const Sources& sources, const ShownFiles& shown,
                     Environment& environment) {
  for (const LeftAlone& one : formatted.left_alone) {
    const Words why = one.is_faulty ? Words("файл читается с ошибками; с какими: nastavnik check",
                                            "the file is read with faults; which ones: nastavnik check")
                                    : Words("в едином виде запись читалась бы иначе",
                                            "in the standard form the record would read otherwise");
    environment.err << say({"{}: оставлено как есть: {}\n", "{}: left as it is: {}\n"},
                           shown.path_and_whose(sources.path(one.file), environment.language), why)
                           .in(environment.language);
  }
}

/// `others`: some records were left alone.
void tell(const Files& files, const ShownFiles& shown, bool others, bool only_shown, Environment& environment) {
  const Count count{static_cast<long long>(files.size()), noun::file};
  const Words none = others ? Words("остальные записи уже в едином виде", "the other records are in the standard form")
                            : Words("все записи уже в едином виде", "all records are in the standard form");
  const Words head = files.empty() ? none
                     : only_shown  ? say({"не в едином виде: {}; привести: nastavnik fmt",
                                          "not in the standard form: {}; to bring into it: nastavnik fmt"},
                                         count)
                                  : say({"приведено к единому виду: {}", "brought into the standard form: {}"}, count);
  environment.out << head.in(environment.language) << '\n';
  for (const ChangedFile& file : files)
    environment.out << "  " << shown.path_and_whose(file.path, environment.language) << '\n';
}

ExitStatus status_of(const Formatted& formatted, const Open& open) {
  if (open.loaded->unreadable) return ExitStatus::unreadable;
  if (formatted.records == 0) return ExitStatus::nothing;
  return formatted.left_alone.empty() ? ExitStatus::clean : ExitStatus::findings;
}

ExitStatus format(const FoundRegistry& found, const Arguments& arguments, Environment& environment) {
  const bool diff = arguments.given("diff"), only_shown = diff || arguments.given("check");
  const Open open = open_registry(found.root, arguments, environment, {.to_write = !only_shown});
  if (open.registry().settings().language.given()) environment.speak(*open.registry().settings().language);
  refuse_faulty_settings(open);
  const Formatted formatted = nastavnik::formatted(*open.loaded, AskedFiles(open.loaded->sources, found.narrowed));
  const ShownFiles shown(open, environment.names_in_results());
  tell_left_alone(formatted, open.loaded->sources, shown, environment);
  const Files files = edited(open.request->tree, *open.loaded, formatted.changes).files;
  ExitStatus status = status_of(formatted, open);
  if (only_shown && !files.empty()) status = graver(status, ExitStatus::findings);
  if (!only_shown && !files.empty()) {
    const ExitStatus change = carry_out(judged(open, formatted.changes, environment), open, {}, environment);
    if (change != ExitStatus::clean) return graver(status, change);
  }
  if (diff)
    for (const ChangedFile& file : files) environment.out << shown.diff(file);
  else if (!arguments.given("quiet") && formatted.records > formatted.left_alone.size())
    tell(files, shown, !formatted.left_alone.empty(), only_shown, environment);
  return status;
}

ExitStatus run_fmt(const std::vector<FoundRegistry>& registries, const Arguments& arguments, Environment& environment) {
  ExitStatus status = ExitStatus::clean;
  for (const FoundRegistry& found : registries) status = graver(status, format(found, arguments, environment));
  return status;
}

}  // namespace

Command fmt_command();
Command fmt_command() {
  return {
      .name = "fmt",
      .group = Group::checking,
      .summary = {"привести записи к единому виду", "bring records into the standard form"},
      .description =
          {"Приводит записи к единому виду, который описан в nastavnik-records(5): порядок полей, отступы, пробелы, кавычки. "
           "Значения остаются какими были, примечания — там, где стояли. Второй раз менять уже нечего. Запись, которая "
           "читается с ошибками, не трогает и называет.",
           "Brings records into the standard form, which nastavnik-records(5) describes: order of fields, indentation, spaces, "
           "quotes. Values stay as they are, comments where they stood. A second run changes nothing. A record that is "
           "read with faults is left alone and named."},
      .positionals = {registry_paths()},
      .options = {{.name = "check",
                   .help = {"ничего не записывать, назвать файлы, которые изменились бы; если они есть, код 1",
                            "write nothing, name the files that would change; where there are any the status is 1"}},
                  {.name = "diff", .help = {"то же, но показать разницу", "the same, but show the difference"}},
                  commit_option(),
                  no_commit_option()},
      .examples = {{"nastavnik fmt",
                    {"привести к единому виду все записи", "bring all records into the standard form"}},
                   {"nastavnik fmt programs", {"только программы", "only the programmes"}},
                   {"nastavnik fmt --check",
                    {"для автоматической проверки на сервере", "for automatic checks on a server"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::nothing, ExitStatus::unreadable},
      .run = run_fmt,
  };
}

}  // namespace nastavnik::cmd
