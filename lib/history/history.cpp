#include "history/history.h"

#include <filesystem>
#include <sys/stat.h>
#include <utility>

#include "history/changes.h"
#include "history/revision_tree.h"
#include "model/kinds/settings.h"

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

/// No folder is a registry without it.
const std::string settings(Settings::kind.folder);

/// Whether a repository seems to be meant here, whatever git makes of it. It looks no further than the same disk.
bool has_sign_of_git(const std::string& folder) {
  std::error_code error;
  struct stat here {
  }, above{};
  if (stat(folder.c_str(), &here) != 0) return false;
  for (fs::path at = fs::absolute(folder, error); stat(at.c_str(), &above) == 0 && above.st_dev == here.st_dev;
       at = at.parent_path()) {
    if (fs::symlink_status(at / ".git", error).type() != fs::file_type::not_found) return true;
    if (at == at.parent_path()) break;
  }
  return false;
}

HistoryFault fault_of(const ProgramAnswer& answer) {
  if (!answer.started || answer.status == 127) return HistoryFault::no_program;
  if (answer.cut) return HistoryFault::broken;
  if (answer.status == 0) return HistoryFault::none;
  if (answer.err.find("dubious ownership") != std::string::npos) return HistoryFault::distrusted;
  for (const char* sign : {"not a git repository", "must be run in a work tree", "cannot use bare repository"})
    if (answer.err.find(sign) != std::string::npos) return HistoryFault::no_repository;
  return HistoryFault::broken;
}

std::string without_break(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

History::Place History::place() const {
  const ProgramAnswer answer =
      git_.ask({"rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"});
  Place place{.fault = fault_of(answer)};
  const bool in_none = place.fault == HistoryFault::no_repository || place.fault == HistoryFault::no_program;
  if (in_none && !has_sign_of_git(git_.folder())) return {.fault = HistoryFault::no_repository};
  if (place.fault == HistoryFault::no_repository) return {.fault = HistoryFault::damaged};
  if (place.fault != HistoryFault::none) return place;
  const std::size_t first = answer.out.find('\n'), second = answer.out.find('\n', first + 1);
  if (second == std::string::npos) return {.fault = HistoryFault::broken};
  if (!answer.out.starts_with("true\n")) return {.fault = HistoryFault::no_repository};
  place.shallow = answer.out.compare(first + 1, second - first - 1, "true") == 0;
  place.prefix = without_break(answer.out.substr(second + 1));
  return place;
}

History::Commit History::commit_of(const std::string& revision, const Place& where) const {
  // `^main` and `main:file` mean something to git, too, but no commit.
  const bool is_name =
      !revision.empty() && !revision.starts_with('^') && revision.find_first_of(": \n") == std::string::npos;
  const ProgramAnswer answer =
      is_name ? git_.ask({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"})
              : ProgramAnswer{.started = true, .status = 1};
  if (!answer.started) return {.fault = HistoryFault::no_program};
  if (answer.status == 0) return {.id = without_break(answer.out)};
  if (revision == "HEAD") return {.fault = HistoryFault::no_commit};
  return {.fault = where.shallow ? HistoryFault::shallow : HistoryFault::unknown};
}

History::State History::state(const std::string& apart, const std::string& required) const {
  const Place where = place();
  if (where.fault != HistoryFault::none) return {.fault = where.fault};
  const Commit head = commit_of("HEAD", where);
  if (head.fault != HistoryFault::none) return {.fault = head.fault};
  const std::optional<CommittedFiles> files = committed_files(git_, head.id, where.prefix);
  if (!files || (!required.empty() && !files->contains(required))) return {.fault = HistoryFault::no_registry};
  const auto submodule = files->find(apart);
  return {.commit = head.id,
          .of_apart = submodule == files->end() ? std::string() : submodule->second.object,
          .changed = has_changed(git_, *files, apart)};
}

/// The folder that the history is about; empty where there is none.
std::string History::top() const {
  const ProgramAnswer answer = git_.ask({"rev-parse", "--show-toplevel"});
  return answer.started && answer.status == 0 ? without_break(answer.out) : std::string();
}

RecordsRevision History::current(const std::string& people) const {
  std::error_code error;
  const History of_people(people, variables_);
  const bool has_people = !people.empty() && fs::is_directory(people, error);
  const std::string people_top = has_people ? of_people.top() : std::string();
  const bool apart = !people_top.empty() && people_top != top();
  const std::string within = fs::path(people).lexically_relative(git_.folder()).generic_string();
  const State records = state(apart ? within : "", settings);
  RecordsRevision now{.commit = records.commit, .dirty = records.changed};
  if (records.fault != HistoryFault::none && records.fault != HistoryFault::no_repository)
    now.unknown = explain(records.fault, "HEAD");
  if (!apart) return now;
  const State persons = of_people.state("", "");
  now.people_commit = persons.commit;
  const bool moved_on = !records.of_apart.empty() && records.of_apart != persons.commit;
  now.dirty = now.dirty || persons.changed || moved_on;
  if (persons.fault != HistoryFault::none) now.unknown = explain(persons.fault, "HEAD");
  return now;
}

RevisionTree History::at(const std::string& revision) const {
  const Place where = place();
  if (where.fault != HistoryFault::none) return {.fault = where.fault};
  const Commit commit = commit_of(revision, where);
  if (commit.fault != HistoryFault::none) return {.fault = commit.fault};
  auto tree = read_revision(git_, commit.id, where.prefix);
  if (!tree || !tree->has_file(settings)) return {.commit = commit.id, .fault = HistoryFault::no_registry};
  return {.tree = std::move(tree), .commit = commit.id};
}

Words explain(HistoryFault fault, const std::string& revision) {
  switch (fault) {
    case HistoryFault::no_program:
      return {"нужна программа git, а её нет", "the program git is needed, and there is none"};
    case HistoryFault::no_repository:
      return {"реестр не лежит в хранилище git", "the registry is in no git repository"};
    case HistoryFault::damaged:
      return {"рядом с реестром лежит .git, но git не считает это хранилищем: хранилище испорчено или перенесено",
              "there is a .git beside the registry, but git takes it for no repository: it is damaged or was moved"};
    case HistoryFault::distrusted:
      return {
          "хранилище git принадлежит другому пользователю, и git ему не доверяет; если вы доверяете: git config "
          "--global --add safe.directory ПАПКА",
          "the git repository belongs to another user, and git does not trust it; if you do: git config --global "
          "--add safe.directory FOLDER"};
    case HistoryFault::no_commit:
      return {"в хранилище git ещё нет ни одной фиксации", "nothing has been committed to the git repository yet"};
    case HistoryFault::unknown:
      return say({"нет такой версии записей: «{}»", "there is no such revision: '{}'"}, revision);
    case HistoryFault::shallow:
      return say({"нет такой версии записей: «{}»; история получена не целиком, поможет git fetch --unshallow",
                  "there is no such revision: '{}'; the clone is shallow, git fetch --unshallow may help"},
                 revision);
    case HistoryFault::no_registry:
      return say({"в версии «{}» этого реестра ещё нет", "revision '{}' does not have this registry"}, revision);
    case HistoryFault::none:
    case HistoryFault::broken: break;
  }
  return {"git не смог прочитать хранилище", "git could not read the repository"};
}

}  // namespace nastavnik
