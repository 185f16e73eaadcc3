#include <ostream>

#include <fmt/ranges.h>

#include "cmd/carry_out.h"
#include "cmd/commit_act.h"
#include "cmd/shown_files.h"
#include "disk/last_act.h"
#include "history/committing.h"
#include "model/kinds/settings.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

/// A file as the registry calls it: people may be elsewhere.
std::string path_in_registry(const FileChange& file, const Open& open) {
  return file.folder == open.root.path ? file.path : open.loaded->sources.personal_folder() + file.path;
}

std::string path_in_registry(const fs::path& path, const Open& open) {
  const fs::path below = path.lexically_relative(open.root.path);
  return !below.empty() && *below.begin() != ".." ? below.generic_string()
                                                  : open.loaded->sources.personal_folder() + path.filename().string();
}

/// `nastavnik waive (2025-09-15)`.
Words named(const ActNote& note) {
  const std::optional<Date> day = parse_date(note.day);
  const std::string records = note.records.empty() ? "" : fmt::format(": {}", fmt::join(note.records, ", "));
  return say({"nastavnik {}{}{}", "nastavnik {}{}{}"}, note.act, day ? say({" от {}", " of {}"}, *day) : Words(),
             records);
}

ExitStatus tell_of_nothing(const std::optional<LastAct>& last, Environment& environment) {
  environment.err << (last ? say({"{} уже отменено; отменить можно только последнее действие\n",
                                  "{} is taken back already; only the last act can be\n"},
                                 named(last->note))
                           : Words("отменять нечего\n", "there is nothing to take back\n"))
                         .in(environment.language);
  return ExitStatus::findings;
}

/// Somebody's later work is not lost.
ExitStatus refuse(const LastAct& last, const Open& open, Environment& environment) {
  const ShownFiles shown(open, environment.names_in_messages());
  const auto tell = [&](const fs::path& file, const Words& why) {
    environment.err << "  " << shown.path_and_whose(path_in_registry(file, open), environment.language) << ": "
                    << why.in(environment.language) << '\n';
  };
  environment.err
      << say({"ничего не отменено: {}\n", "nothing was taken back: {}\n"}, named(last.note)).in(environment.language);
  for (const fs::path& file : last.changed) tell(file, {"с тех пор изменён", "has changed since"});
  for (const fs::path& file : last.lost) tell(file, {"прежний вид не сохранился", "what it was is no longer kept"});
  return ExitStatus::findings;
}

void show_difference(const LastAct& last, const Open& open, Environment& environment) {
  Changes changes;
  for (const FileChange& file : last.back) changes.push_back({path_in_registry(file, open), WholeFile{file.after}});
  const Judged after = judged(open, changes, environment);
  const ShownFiles shown(open, environment.names_in_results(), after.after.get());
  for (const ChangedFile& file : after.files) environment.out << shown.diff(file);
}

void tell(const LastAct& last, const ShownFiles& shown, const Open& open, Environment& environment) {
  environment.out << say({"отменено: {}\n", "taken back: {}\n"}, named(last.note)).in(environment.language);
  for (const FileChange& file : last.back)
    environment.out << "  " << shown.path_and_whose(path_in_registry(file, open), environment.language) << '\n';
}

/// Files whose change stands in git already.
std::vector<fs::path> committed_of(const LastAct& last, const Environment& environment) {
  std::vector<fs::path> files;
  for (const FileChange& file : last.back) files.push_back(file.folder / file.path);
  const auto bytes = committed_bytes(files, environment.variables);
  std::vector<fs::path> committed;
  for (const FileChange& file : last.back)
    if (const auto found = bytes.find(file.folder / file.path);
        found != bytes.end() && file.before && found->second == *file.before)
      committed.push_back(found->first);
  return committed;
}

void tell_of_commits(const std::vector<fs::path>& files, const Open& open, const ShownFiles& shown,
                     Environment& environment) {
  if (files.empty()) return;
  environment.err << say({"в git это зафиксировано и осталось ({}): зафиксируйте отмену сами или git revert\n",
                          "it was committed to git and stands there ({}): commit what was taken back, or git revert\n"},
                         shown.path(path_in_registry(files.front(), open)))
                         .in(environment.language);
}

ExitStatus run_undo(const Root& root, const Arguments& arguments, Environment& environment) {
  const bool dry_run = arguments.given("dry-run");
  const Open open = open_registry(root, arguments, environment, {.to_write = !dry_run});
  if (open.registry().settings().language.given()) environment.speak(*open.registry().settings().language);
  const std::optional<LastAct> last = last_act(root.path);
  if (!last || last->taken_back) return tell_of_nothing(last, environment);
  if (!last->changed.empty() || !last->lost.empty()) return refuse(*last, open, environment);
  if (dry_run) {
    show_difference(*last, open, environment);
    return ExitStatus::clean;
  }
  const ShownFiles shown(open, environment.names_in_results());
  const std::vector<fs::path> committed = committed_of(*last, environment);
  if (const ExitStatus status = take_back(*last, open, environment); status != ExitStatus::clean) return status;
  if (!open.commits) tell_of_commits(committed, open, shown, environment);
  if (!arguments.given("quiet")) tell(*last, shown, open, environment);
  return ExitStatus::clean;
}

}  // namespace

Command undo_command();
Command undo_command() {
  return {
      .name = "undo",
      .group = Group::enter,
      .summary = {"отменить последнее действие", "take the last act back"},
      .description =
          {"Возвращает файлы, которые записала последняя команда, к прежнему виду: изменённый становится таким, каким был, новый "
           "убирается, убранный возвращается. Если хотя бы один из них с тех пор изменён, не трогает ничего и называет его. "
           "Хранится только последнее действие, в папке .nastavnik рядом с записями, которую git не видит.",
           "Puts the files that the last command wrote back to what they were: one that was changed is as before, a new one goes, "
           "one that was removed is there again. If one of them has changed since, nothing is touched and it is named. Only the last "
           "act is kept, in the folder .nastavnik beside the records, which git does not see."},
      .options = {{.name = "dry-run", .help = {"только показать разницу", "only show the difference"}},
                  commit_option(),
                  no_commit_option()},
      .examples = {{"nastavnik undo --dry-run", {"посмотреть, что изменится", "see what would change"}},
                   {"nastavnik undo", {"отменить последнее действие", "take the last act back"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .run = run_undo,
  };
}

}  // namespace nastavnik::cmd
