#include "disk/commit.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/failure.h"
#include "disk/draft.h"
#include "disk/journal.h"
#include "disk/signals.h"

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

/// Whether what stands there is what the run has put or taken away there.
bool is_changed(const fs::path& target, const JournalEntry& entry) {
  return entry.trace.empty() ? !stands(target) : trace_of(target) == entry.trace;
}

/// Whether somebody has changed the file since: it is neither what was there before nor what the run has put there.
bool is_theirs(const fs::path& target, const fs::path& kept, const JournalEntry& entry) {
  if (is_changed(target, entry) || !stands(target)) return false;
  return entry.kept.empty() ? true : stands(kept) && !holds(target, bytes_of(kept));
}

/// The folders in which something of the set is kept.
std::set<fs::path> folders_of(const fs::path& root, const Journal& journal) {
  std::set<fs::path> folders{root};
  for (const JournalEntry& entry : journal.entries) folders.insert(folder_of(root, entry));
  return folders;
}

/// Takes the files back; those that somebody has changed since, whose former bytes now stand beside them.
std::vector<fs::path> take_back(const fs::path& root, const Journal& journal) {
  std::vector<fs::path> theirs;
  std::error_code error;
  if (!journal.beside.empty()) fs::remove_all(journal.beside, error);
  for (const JournalEntry& entry : journal.entries) {
    const fs::path folder = folder_of(root, entry), target = target_of(folder / entry.path);
    const fs::path kept = store_of(folder) / entry.kept;
    if (is_theirs(target, kept, entry)) {
      theirs.push_back(target);
      if (!entry.kept.empty()) ::rename(kept.c_str(), fs::path(target).concat(".before").c_str());
    }
    if (!is_changed(target, entry)) continue;
    if (entry.kept.empty())
      ::unlink(target.c_str());
    else if (::rename(kept.c_str(), target.c_str()) != 0)
      fail_to_change(target, errno);
    sync_folder(target.parent_path());
  }
  for (auto folder = journal.folders.rbegin(); folder != journal.folders.rend(); ++folder) ::rmdir(folder->c_str());
  return theirs;
}

/// One set of files on its way to the disk.
class Act {
public:
  Act(const fs::path& root, std::span<const FileChange> changes, const MadeBeside& beside,
      const Remembering& remembering)
      : root_(root), changes_(changes), beside_(beside), remembering_(remembering) {}

  void run(TurnHeld held) {
    try {
      make_folder(root_);
      if (held == TurnHeld::no) turn_.emplace(root_);
      recover(root_);
      for (const FileChange& change : changes_) look_at(change);
      keep();
      change();
    } catch (...) {
      undo();
      throw;
    }
    end();
  }

private:
  /// Where a change would fail anyway, nothing is begun.
  void look_at(const FileChange& change) {
    fs::path target = target_of(change.folder / change.path);
    struct stat status {};
    if (change.before) {
      if (::stat(target.c_str(), &status) != 0) fail_to_change(target, errno);
      if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(target.c_str(), W_OK) != 0)
        fail_to_change(target, EACCES);
    } else if (stands(target)) {
      fail_to_make(target, EEXIST);
    }
    refuse_changed(target, change);
    targets_.push_back(std::move(target));
    rights_.push_back(status);
  }

  static void refuse_changed(const fs::path& target, const FileChange& change) {
    if (!change.before || holds(target, *change.before)) return;
    throw Failure(say({"{} изменился, пока готовилась правка: писала и другая команда; повторите",
                       "{} changed meanwhile: another command was writing, too; repeat"},
                      target.string()));
  }

  /// The former bytes, the new ones, and the journal that tells of both.
  void keep() {
    if (remembering_.as != Remembering::As::calling_off) forget(former_of(root_));
    for (const FileChange& change : changes_) make_store(change.folder);
    make_store(root_);
    begin_journal();
    for (std::size_t i = 0; i < changes_.size(); ++i) keep(i);
    for (const fs::path& target : targets_) note_missing_folders(target.parent_path());
    heed_signals();
    DraftFile draft = DraftFile::at(journal_of(root_).concat(".new"), journal_.text());
    for (const fs::path& folder : folders_of(root_, journal_)) sync_folder(store_of(folder));
    if (::rename(draft.path().c_str(), journal_of(root_).c_str()) != 0) fail_to_make(journal_of(root_), errno);
    draft.moved();
    sync_folder(store_of(root_));
    begun_ = true;
  }

  void begin_journal() {
    journal_.beside = beside_.path;
    journal_.place = place_of(store_of(root_));
    journal_.note = remembering_.note;
    journal_.taken_back = remembering_.as == Remembering::As::taking_back;
    std::set<char> taken;
    for (const std::optional<Journal>& act : {Journal::of_last_act(root_), Journal::of_former_act(root_)})
      if (act) beside(*act, taken);
    while (taken.contains(series_)) ++series_;
  }

  /// What is kept of this act must not tread on what is kept of one before.
  void beside(const Journal& act, std::set<char>& taken) {
    for (const JournalEntry& entry : act.entries) {
      if (entry.kept.empty()) continue;
      taken.insert(entry.kept.front());
      const fs::path folder = folder_of(root_, entry);
      if (holds(store_of(folder) / "root", root_.string())) make_store(folder);
    }
  }

  std::string named(std::size_t i, std::string_view what) const { return fmt::format("{}{}.{}", series_, i, what); }

  void make_store(const fs::path& folder) {
    const fs::path store = store_of(folder);
    if (stores_.contains(folder)) return;
    make_folder(folder);
    for (const fs::path& own : {store.parent_path(), store})
      if (stands(own) && !is_own_folder(own)) fail_to_make(own, ENOTDIR);
    if (folder != root_) turns_.emplace_back(std::make_unique<Turn>(folder)), refuse_unfinished(store);
    stores_.insert(folder);
    clear_store(store, kept_of_acts(root_, folder));  // what a killed run left that had not begun
    std::error_code error;
    fs::create_directories(store, error);
    if (error) fail_to_make(store, error.value());
    for (const auto& [name, text] : {std::pair(".gitignore", std::string("*\n")), std::pair("root", root_.string())}) {
      if (holds(store / name, text)) continue;
      ::unlink((store / name).c_str());
      DraftFile::at(store / name, text).moved();
    }
  }

  /// People may be of several registries: what a killed run of another one keeps there stays.
  void refuse_unfinished(const fs::path& store) const {
    const fs::path other = stands(store / "root") ? fs::path(bytes_of(store / "root")) : root_;
    if (other == root_ || !stands(journal_of(other))) return;
    throw Failure(say({"в {} не закончена запись из реестра {}: сначала наберите там nastavnik fix",
                       "in {} a run of the registry {} is not finished: type nastavnik fix there first"},
                      store.parent_path().parent_path().string(), other.string()));
  }

  /// That of a registry may be only now made.
  void make_folder(const fs::path& folder) {
    if (stands(folder)) return;
    if (folder.empty()) fail_to_make(root_, ENOENT);
    make_folder(folder.parent_path());
    if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) fail_to_make(folder, errno);
    outer_.push_back(folder);
  }

  void keep(std::size_t i) {
    const FileChange& change = changes_[i];
    const fs::path store = store_of(change.folder);
    JournalEntry entry{.folder = change.folder == root_ ? fs::path() : change.folder, .path = change.path};
    if (change.before) {
      entry.was = mark_of(*change.before);
      entry.kept = named(i, "before");
      DraftFile kept = DraftFile::at(store / entry.kept, *change.before);
      take_over_rights(kept.path(), rights_[i]);
      kept.moved();
    }
    if (change.after) {
      DraftFile fresh = DraftFile::at(store / named(i, "after"), *change.after);
      struct stat like {};
      if (change.before)
        take_over_rights(fresh.path(), rights_[i]);
      else if (!change.like.empty() && ::stat(change.like.c_str(), &like) == 0)
        take_over_rights(fresh.path(), like);
      entry.now = mark_of(*change.after);
      entry.trace = trace_of(fresh.path());
      fresh.moved();
    }
    journal_.entries.push_back(std::move(entry));
  }

  void note_missing_folders(const fs::path& folder) {
    if (folder.empty() || stands(folder)) return;
    note_missing_folders(folder.parent_path());
    if (std::ranges::find(journal_.folders, folder) == journal_.folders.end()) journal_.folders.push_back(folder);
  }

  void change() {
    for (const fs::path& folder : journal_.folders) {
      if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) fail_to_make(folder, errno);
      sync_folder(folder.parent_path());
    }
    for (std::size_t i = 0; i < changes_.size(); ++i) change(changes_[i], targets_[i], i);
    if (beside_.make) beside_.make();
    std::set<fs::path> folders;
    for (const fs::path& target : targets_) folders.insert(target.parent_path());
    for (const fs::path& folder : folders) sync_folder(folder);
    heed_signals();
  }

  void change(const FileChange& change, const fs::path& target, std::size_t i) {
    heed_signals();
    refuse_changed(target, change);
    if (!change.after) {
      if (::unlink(target.c_str()) != 0) fail_to_change(target, errno);
      return;
    }
    const fs::path fresh = store_of(change.folder) / named(i, "after");
    if (!change.before) {
      if (!rename_to_new(fresh, target)) fail_to_make(target, errno);
    } else if (::rename(fresh.c_str(), target.c_str()) != 0) {
      fail_to_change(target, errno);
    }
  }

  void undo() {
    if (begun_) take_back(root_, journal_);
    clear_stores();
    for (auto folder = outer_.rbegin(); folder != outer_.rend(); ++folder) ::rmdir(folder->c_str());
  }

  /// Without its journal the set is what stands there. One rename ends it and makes it the last act.
  void end() {
    if (remembering_.as == Remembering::As::erasure) forget(done_of(root_));
    if (remembering_.may_be_refused) move_if_there(done_of(root_), former_of(root_));
    const bool is_last = remembering_.as == Remembering::As::act || journal_.taken_back;
    const int ended =
        is_last ? ::rename(journal_of(root_).c_str(), done_of(root_).c_str()) : ::unlink(journal_of(root_).c_str());
    if (ended != 0) fail_to_change(journal_of(root_), errno);
    if (remembering_.as == Remembering::As::calling_off && !move_if_there(former_of(root_), done_of(root_)))
      forget(done_of(root_));
    sync_folder(store_of(root_));
    clear_stores();
  }

  static bool move_if_there(const fs::path& from, const fs::path& to) {
    if (!stands(from)) return false;
    if (::rename(from.c_str(), to.c_str()) != 0) fail_to_change(from, errno);
    return true;
  }

  static void forget(const fs::path& journal) {
    if (::unlink(journal.c_str()) != 0 && errno != ENOENT) fail_to_change(journal, errno);
  }

  void clear_stores() {
    for (const fs::path& folder : stores_) clear_store(store_of(folder), kept_of_acts(root_, folder));
  }

  SignalsNoted signals_;
  std::optional<Turn> turn_{};
  std::vector<std::unique_ptr<Turn>> turns_{};  ///< of other folders
  fs::path root_;
  std::span<const FileChange> changes_;
  const MadeBeside& beside_;
  const Remembering& remembering_;
  Journal journal_{};
  char series_ = 'a';
  std::vector<fs::path> targets_{};
  std::vector<struct stat> rights_{};
  std::set<fs::path> stores_{};    ///< folders in which something is kept
  std::vector<fs::path> outer_{};  ///< folders around the registry that were not there
  bool begun_ = false;
};

}  // namespace

void commit(const fs::path& root, std::span<const FileChange> changes, TurnHeld held, const MadeBeside& beside,
            const Remembering& remembering) {
  Act(root, changes, beside, remembering).run(held);
}

std::vector<HalfDone> half_done(const fs::path& root) {
  std::vector<HalfDone> found;
  if (!stands(journal_of(root))) return found;
  for (const JournalEntry& entry : Journal::read(root).entries) {
    const fs::path folder = folder_of(root, entry), path = folder / entry.path;
    if (!is_changed(target_of(path), entry)) continue;
    found.push_back({path, entry.kept.empty() ? std::nullopt : std::optional(bytes_of(store_of(folder) / entry.kept))});
  }
  return found;
}

std::optional<Recovered> recover(const fs::path& root) {
  if (!stands(journal_of(root))) {
    clear_store(store_of(root), kept_of_acts(root, root));  // of a run that had not begun, or was done
    return std::nullopt;
  }
  const SignalsNoted signals;
  const Journal journal = Journal::read(root);
  Recovered recovered{take_back(root, journal)};
  if (::unlink(journal_of(root).c_str()) != 0) fail_to_change(journal_of(root), errno);
  for (const fs::path& folder : folders_of(root, journal)) clear_store(store_of(folder), kept_of_acts(root, folder));
  return recovered;
}

}  // namespace nastavnik
