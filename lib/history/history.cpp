#include "history/history.h"

#include "history/revision_tree.h"
#include "model/kinds/settings.h"

namespace nastavnik {
namespace {

/// No folder is a registry without it.
const std::string settings(Settings::kind.folder);

HistoryFault fault_of(const ProgramAnswer& answer) {
  if (!answer.started || answer.status == 127) return HistoryFault::no_program;
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

bool History::is_dirty() const {
  const ProgramAnswer answer = git_.ask_unfiltered({"status", "--porcelain=v1", "-z", "--no-renames",
                                                    "--untracked-files=normal", "--ignore-submodules=all", "--", "."});
  return answer.status != 0 || !answer.out.empty();
}

RecordsRevision History::current() const {
  const Place where = place();
  if (where.fault != HistoryFault::none) return {};
  const Commit head = commit_of("HEAD", where);
  const bool has_registry =
      !head.id.empty() && git_.ask({"cat-file", "-e", head.id + ":" + where.prefix + settings}).status == 0;
  return has_registry ? RecordsRevision{.commit = head.id, .dirty = is_dirty()} : RecordsRevision{};
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
