#pragma once
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "disk/last_act.h"

// What is kept of a set of files in `.nastavnik/act`: the journal while it is being written, and the same journal under
// another name once it is, so that the last act can be taken back. One rename makes the one of the other.

namespace nastavnik {

/// What the journal tells of one file.
struct JournalEntry {
  std::filesystem::path folder{};  ///< empty: that of the root
  std::string path{};
  std::string kept{};   ///< under which name the former bytes are kept; empty: there was no file
  std::string trace{};  ///< of the new file; empty: it is taken away
  std::string was{};    ///< marks of the former bytes and of the new ones; empty: no file
  std::string now{};
};

/// The journal of a set of files: enough to take every one of them back.
struct Journal {
  std::vector<JournalEntry> entries{};
  std::vector<std::filesystem::path> folders{};  ///< that were not there before, the outer ones first
  std::filesystem::path beside{};
  std::string place{};  ///< of the store: a journal that came from elsewhere is not followed
  ActNote note{};
  bool taken_back = false;  ///< the set took an act back

  std::string text() const;
  /// Throws Failure where the journal is none, or was not written here.
  static Journal read(const std::filesystem::path& root);
  /// That of the last act; nothing where there is none that can be followed.
  static std::optional<Journal> of_last_act(const std::filesystem::path& root);
  /// That of the act before, while it is open whether the last one stands.
  static std::optional<Journal> of_former_act(const std::filesystem::path& root);
};

/// Where what is kept of the files of a folder lies.
std::filesystem::path store_of(const std::filesystem::path& folder);
std::filesystem::path journal_of(const std::filesystem::path& root);
/// The journal of the last act.
std::filesystem::path done_of(const std::filesystem::path& root);
/// The journal of the act before that.
std::filesystem::path former_of(const std::filesystem::path& root);
std::filesystem::path folder_of(const std::filesystem::path& root, const JournalEntry& entry);

/// The file itself, where a link leads to it.
std::filesystem::path target_of(const std::filesystem::path& path);

/// What tells a file that nobody has touched since it was written.
std::string trace_of(const std::filesystem::path& path);

/// What tells a folder from its copies, also from one that came by git.
std::string place_of(const std::filesystem::path& folder);

/// A folder, and no link to one.
bool is_own_folder(const std::filesystem::path& path);

std::string bytes_of(const std::filesystem::path& path);

/// What tells bytes from others.
std::string mark_of(std::string_view bytes);

/// What of a folder's store belongs to the last act of the registry, and to the one before while that is kept.
std::set<std::string> kept_of_acts(const std::filesystem::path& root, const std::filesystem::path& folder);

/// Takes away what is in the store but for these, and the store itself where nothing stays. What git must not see goes first.
void clear_store(const std::filesystem::path& store, const std::set<std::string>& stays);

}  // namespace nastavnik
