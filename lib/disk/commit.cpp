#include "disk/commit.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/failure.h"
#include "disk/draft.h"
#include "disk/signals.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace nastavnik {
namespace {

constexpr const char* own_folder = ".nastavnik";

fs::path store_of(const fs::path& folder) { return folder / own_folder / "act"; }
fs::path journal_of(const fs::path& root) { return store_of(root) / "journal"; }

/// The file itself, where a link leads to it.
fs::path target_of(const fs::path& path) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  return error ? path : real;
}

/// What tells a file that nobody has touched since it was written.
std::string trace_of(const fs::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return {};
  return fmt::format("{} {} {}.{}", status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

/// What tells a folder from its copies, also from one that came by git.
std::string place_of(const fs::path& folder) {
  struct stat status {};
  return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode)
             ? fmt::format("{} {}", status.st_dev, status.st_ino)
             : std::string();
}

/// A folder, and no link to one.
bool is_own_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(fs::symlink_status(path, error));
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What the journal tells of one file.
struct Entry {
  fs::path folder{};  ///< empty: that of the root
  std::string path{};
  std::string kept{};   ///< under which name the former bytes are kept; empty: there was no file
  std::string trace{};  ///< of the new file; empty: it is taken away
};

[[noreturn]] void refuse_foreign(const fs::path& root) {
  throw Failure(
      say({"{} — от незаконченной записи в другой папке: её скопировали или получили через git; проверьте записи "
           "(git status) и удалите папку {}",
           "{} is of an unfinished run in another folder, copied or got by git; look at the records (git status) "
           "and delete the folder {}"},
          journal_of(root).string(), store_of(root).string()));
}

/// The journal of a set of files: enough to take every one of them back.
struct Journal {
  std::vector<Entry> entries{};
  std::vector<fs::path> folders{};  ///< that were not there before, the outer ones first
  fs::path beside{};
  std::string place{};  ///< of the store: a journal that came from elsewhere is not followed

  std::string text() const;
  static Journal read(const fs::path& root);
};

std::string Journal::text() const {
  json all = {{"place", place}, {"files", json::array()}, {"folders", json::array()}, {"beside", beside.string()}};
  for (const Entry& entry : entries)
    all["files"].push_back(
        {{"folder", entry.folder.string()}, {"path", entry.path}, {"kept", entry.kept}, {"trace", entry.trace}});
  for (const fs::path& folder : folders) all["folders"].push_back(folder.string());
  return all.dump(1) + '\n';
}

/// Throws Failure where the journal is none, or was not written here.
Journal Journal::read(const fs::path& root) try {
  std::error_code error;
  const bool is_file = fs::is_regular_file(fs::symlink_status(journal_of(root), error));
  const json all = json::parse(is_file ? bytes_of(journal_of(root)) : std::string());
  Journal journal{.beside = all.at("beside").get<std::string>(), .place = all.at("place").get<std::string>()};
  if (journal.place != place_of(store_of(root))) refuse_foreign(root);
  for (const json& file : all.at("files"))
    journal.entries.push_back({file.at("folder").get<std::string>(), file.at("path").get<std::string>(),
                               file.at("kept").get<std::string>(), file.at("trace").get<std::string>()});
  for (const json& folder : all.at("folders")) journal.folders.emplace_back(folder.get<std::string>());
  return journal;
} catch (const json::exception&) {
  throw Failure(say({"{} не читается: что осталось от прерванной записи, придётся посмотреть самим",
                     "{} cannot be read: what an interrupted run has left must be looked at by hand"},
                    journal_of(root).string()));
}

fs::path folder_of(const fs::path& root, const Entry& entry) { return entry.folder.empty() ? root : entry.folder; }

/// Whether what stands there is what the run has put or taken away there.
bool is_changed(const fs::path& target, const Entry& entry) {
  return entry.trace.empty() ? !stands(target) : trace_of(target) == entry.trace;
}

/// Whether somebody has changed the file since: it is neither what was there before nor what the run has put there.
bool is_theirs(const fs::path& target, const fs::path& kept, const Entry& entry) {
  if (is_changed(target, entry) || !stands(target)) return false;
  return entry.kept.empty() ? true : stands(kept) && !holds(target, bytes_of(kept));
}

/// The folders in which something of the set is kept.
std::set<fs::path> stores_of(const fs::path& root, const Journal& journal) {
  std::set<fs::path> stores{store_of(root)};
  for (const Entry& entry : journal.entries) stores.insert(store_of(folder_of(root, entry)));
  return stores;
}

/// Takes the store away, and the folder around it where nothing else is in it. What git must not see goes first.
void clear(const fs::path& store) {
  std::error_code error;
  if (!is_own_folder(store) || !is_own_folder(store.parent_path())) return;
  for (const fs::directory_entry& entry : fs::directory_iterator(store, error))
    if (entry.path().filename() != ".gitignore") fs::remove_all(entry.path(), error);
  fs::remove_all(store, error);
  ::rmdir(store.parent_path().c_str());
}

/// Takes the files back; those that somebody has changed since, whose former bytes now stand beside them.
std::vector<fs::path> take_back(const fs::path& root, const Journal& journal) {
  std::vector<fs::path> theirs;
  std::error_code error;
  if (!journal.beside.empty()) fs::remove_all(journal.beside, error);
  for (const Entry& entry : journal.entries) {
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
  Act(const fs::path& root, std::span<const FileChange> changes, const MadeBeside& beside)
      : root_(root), changes_(changes), beside_(beside) {}

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
    for (const FileChange& change : changes_) make_store(change.folder);
    make_store(root_);
    journal_.beside = beside_.path;
    journal_.place = place_of(store_of(root_));
    for (std::size_t i = 0; i < changes_.size(); ++i) keep(i);
    for (const fs::path& target : targets_) note_missing_folders(target.parent_path());
    heed_signals();
    DraftFile draft = DraftFile::at(journal_of(root_).concat(".new"), journal_.text());
    for (const fs::path& store : stores_of(root_, journal_)) sync_folder(store);
    if (::rename(draft.path().c_str(), journal_of(root_).c_str()) != 0) fail_to_make(journal_of(root_), errno);
    draft.moved();
    sync_folder(store_of(root_));
    begun_ = true;
  }

  void make_store(const fs::path& folder) {
    const fs::path store = store_of(folder);
    if (stores_.contains(store)) return;
    make_folder(folder);
    for (const fs::path& own : {store.parent_path(), store})
      if (stands(own) && !is_own_folder(own)) fail_to_make(own, ENOTDIR);
    if (folder != root_) turns_.emplace_back(std::make_unique<Turn>(folder)), refuse_unfinished(store);
    stores_.insert(store);
    std::error_code error;
    fs::remove_all(store, error);  // what a killed run left that had not begun
    fs::create_directories(store, error);
    if (error) fail_to_make(store, error.value());
    for (const auto& [name, text] : {std::pair(".gitignore", std::string("*\n")), std::pair("root", root_.string())})
      DraftFile::at(store / name, text).moved();
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
    Entry entry{.folder = change.folder == root_ ? fs::path() : change.folder, .path = change.path};
    if (change.before) {
      entry.kept = fmt::format("{}.before", i);
      DraftFile kept = DraftFile::at(store / entry.kept, *change.before);
      take_over_rights(kept.path(), rights_[i]);
      kept.moved();
    }
    if (change.after) {
      DraftFile fresh = DraftFile::at(store / fmt::format("{}.after", i), *change.after);
      if (change.before) take_over_rights(fresh.path(), rights_[i]);
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

  static void change(const FileChange& change, const fs::path& target, std::size_t i) {
    heed_signals();
    refuse_changed(target, change);
    if (!change.after) {
      if (::unlink(target.c_str()) != 0) fail_to_change(target, errno);
      return;
    }
    const fs::path fresh = store_of(change.folder) / fmt::format("{}.after", i);
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

  /// Without its journal the set is what stands there.
  void end() {
    if (::unlink(journal_of(root_).c_str()) != 0) fail_to_change(journal_of(root_), errno);
    sync_folder(store_of(root_));
    clear_stores();
  }

  void clear_stores() {
    for (const fs::path& store : stores_) clear(store);
  }

  SignalsNoted signals_;
  std::optional<Turn> turn_{};
  std::vector<std::unique_ptr<Turn>> turns_{};  ///< of other folders
  fs::path root_;
  std::span<const FileChange> changes_;
  const MadeBeside& beside_;
  Journal journal_{};
  std::vector<fs::path> targets_{};
  std::vector<struct stat> rights_{};
  std::set<fs::path> stores_{};
  std::vector<fs::path> outer_{};  ///< folders around the registry that were not there
  bool begun_ = false;
};

}  // namespace

void commit(const fs::path& root, std::span<const FileChange> changes, TurnHeld held, const MadeBeside& beside) {
  Act(root, changes, beside).run(held);
}

std::vector<HalfDone> half_done(const fs::path& root) {
  std::vector<HalfDone> found;
  if (!stands(journal_of(root))) return found;
  for (const Entry& entry : Journal::read(root).entries) {
    const fs::path folder = folder_of(root, entry), path = folder / entry.path;
    if (!is_changed(target_of(path), entry)) continue;
    found.push_back({path, entry.kept.empty() ? std::nullopt : std::optional(bytes_of(store_of(folder) / entry.kept))});
  }
  return found;
}

std::optional<Recovered> recover(const fs::path& root) {
  if (!stands(journal_of(root))) {
    clear(store_of(root));  // of a run that had not begun, or was done
    return std::nullopt;
  }
  const SignalsNoted signals;
  const Journal journal = Journal::read(root);
  Recovered recovered{take_back(root, journal)};
  if (::unlink(journal_of(root).c_str()) != 0) fail_to_change(journal_of(root), errno);
  for (const fs::path& store : stores_of(root, journal)) clear(store);
  return recovered;
}

}  // namespace nastavnik
