#include "disk/last_act.h"

#include <unistd.h>

#include "disk/commit.h"
#include "disk/draft.h"
#include "disk/journal.h"

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

/// What stands there now, where that is what the act has left; nothing where it is something else.
std::optional<std::optional<std::string>> unchanged(const fs::path& target, const JournalEntry& entry) {
  using Bytes = std::optional<std::string>;
  if (!stands(target)) return entry.now.empty() ? std::optional<Bytes>(Bytes()) : std::nullopt;
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(target, error))) return std::nullopt;
  std::string bytes = bytes_of(target);
  return mark_of(bytes) == entry.now ? std::optional<Bytes>(std::move(bytes)) : std::nullopt;
}

void look_at(const fs::path& root, const JournalEntry& entry, LastAct& act) {
  const fs::path folder = folder_of(root, entry), target = target_of(folder / entry.path);
  FileChange change{.folder = folder, .path = entry.path};
  const auto now = unchanged(target, entry);
  if (!now) return act.changed.push_back(folder / entry.path);
  change.before = *now;
  if (!entry.kept.empty()) {
    change.like = store_of(folder) / entry.kept;
    change.after = bytes_of(change.like);
    if (!stands(change.like) || mark_of(*change.after) != entry.was) return act.lost.push_back(folder / entry.path);
  }
  act.back.push_back(std::move(change));
}

}  // namespace

std::optional<LastAct> last_act(const fs::path& root) {
  const std::optional<Journal> journal = Journal::of_last_act(root);
  if (!journal) return std::nullopt;
  LastAct act{.note = journal->note, .taken_back = journal->taken_back};
  if (act.taken_back) return act;
  for (const JournalEntry& entry : journal->entries) look_at(root, entry, act);
  act.folders = journal->folders;
  return act;
}

static void put_back(const fs::path& root, const LastAct& act, Remembering::As as) {
  commit(root, act.back, TurnHeld::yes, {}, {.as = as, .note = act.note});
  for (auto folder = act.folders.rbegin(); folder != act.folders.rend(); ++folder) ::rmdir(folder->c_str());
}

void take_back(const fs::path& root, const LastAct& act) { put_back(root, act, Remembering::As::taking_back); }
void call_off(const fs::path& root, const LastAct& act) { put_back(root, act, Remembering::As::calling_off); }

void let_stand(const fs::path& root) {
  const std::optional<Journal> former = Journal::of_former_act(root);
  if (!former || ::unlink(former_of(root).c_str()) != 0) return;
  std::set<fs::path> folders{root};
  for (const JournalEntry& entry : former->entries) folders.insert(folder_of(root, entry));
  for (const fs::path& folder : folders)
    if (holds(store_of(folder) / "root", root.string())) clear_store(store_of(folder), kept_of_acts(root, folder));
}

}  // namespace nastavnik
