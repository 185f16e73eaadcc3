#pragma once
#include <filesystem>
#include <string_view>
#include <sys/stat.h>
#include <sys/types.h>

#include "base/descriptor.h"
#include "base/words.h"
#include "disk/signals.h"

// How bytes get to the disk, for what writes whole files.

namespace nastavnik {

/// Why the system would not, in words.
Words reason_of(int error);

[[noreturn]] void fail_to_make(const std::filesystem::path& path, int error);
[[noreturn]] void fail_to_change(const std::filesystem::path& path, int error);

/// The folder held open, to lock or to sync it; a number below zero where it cannot be.
int opened_folder(const std::filesystem::path& folder);

/// Whether something has the name. Where that cannot be known the attempt to write will say why.
bool stands(const std::filesystem::path& path);

/// A new name lasts when its folder is on the disk. Some file systems cannot say so; then there is nothing to do.
void sync_folder(const std::filesystem::path& folder);

/// Whether an error says that the file system does not know the request.
bool is_unknown_to_disk(int error);

/// Renames where nothing has the new name; `errno` says why it did not.
bool rename_to_new(const std::filesystem::path& from, const std::filesystem::path& to);

/// Whether the file holds these bytes and no others.
bool holds(const std::filesystem::path& path, std::string_view bytes);

/// Gives the file the owner and the rights. Whose it is may be beyond our rights to set; who may read it is not: throws
/// Failure.
void take_over_rights(const std::filesystem::path& file, const struct stat& status);

/// The bytes of a file on the disk under another name, until it is moved to where it belongs. While there is one, a signal
/// waits. Throws Failure.
class DraftFile {
public:
  /// Beside the file, under a name of its own: a draft that somebody left is in nobody's way.
  static DraftFile beside(const std::filesystem::path& file, std::string_view bytes) { return {file, bytes, true}; }
  /// Under the very name, which is free.
  static DraftFile at(const std::filesystem::path& path, std::string_view bytes) { return {path, bytes, false}; }
  ~DraftFile();
  DraftFile(const DraftFile&) = delete;
  DraftFile& operator=(const DraftFile&) = delete;
  const std::filesystem::path& path() const { return path_; }
  ino_t number() const { return number_; }
  /// It is where it belongs, or somebody else takes care of it.
  void moved() { path_.clear(); }

private:
  DraftFile(const std::filesystem::path& path, std::string_view bytes, bool beside);
  int open_beside(const std::filesystem::path& path);
  bool note_number(int file);

  SignalsNoted signals_;
  std::filesystem::path path_;
  ino_t number_ = 0;
};

}  // namespace nastavnik
