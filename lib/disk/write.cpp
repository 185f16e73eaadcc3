#include "disk/write.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <set>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/failure.h"
#include "disk/draft.h"

namespace fs = std::filesystem;

namespace nastavnik {

std::vector<std::string> in_the_way(const fs::path& folder, std::span<const NewFile> files, TurnHeld held) {
  std::set<std::string> found;
  for (const NewFile& file : files) {
    if (stands(folder / file.path)) found.insert(file.path);
    std::error_code error;
    for (fs::path parent = fs::path(file.path).parent_path(); !parent.empty(); parent = parent.parent_path())
      if (stands(folder / parent) && !fs::is_directory(folder / parent, error)) found.insert(parent.string());
  }
  if (!found.empty() && held == TurnHeld::no) refuse_while_written(folder);
  return {found.begin(), found.end()};
}

Creation::~Creation() {
  for (auto made = made_.rbegin(); made != made_.rend(); ++made) take_back(*made);
  if (lock_ >= 0) ::close(lock_);
}

/// Others may make files beside, but none is told that what this run has half made is simply there.
void Creation::lock() {
  if (lock_ < 0) lock_ = opened_folder(folder_);
  if (lock_ >= 0) static_cast<void>(::flock(lock_, LOCK_SH | LOCK_NB));
}

void Creation::take_back(const Made& made) {
  struct stat now {};
  std::error_code error;
  switch (made.kind) {
    case Made::Kind::adopted: fs::remove_all(made.path, error); return;
    case Made::Kind::folder: ::rmdir(made.path.c_str()); return;  // with what others have put there it stays
    case Made::Kind::file: break;
  }
  const bool is_ours = ::lstat(made.path.c_str(), &now) == 0 && now.st_ino == made.number;
  if (!made.before.empty())
    is_ours ? ::rename(made.before.c_str(), made.path.c_str()) : ::unlink(made.before.c_str());
  else if (is_ours)
    ::unlink(made.path.c_str());
}

void Creation::keep() {
  for (const Made& made : made_)
    if (!made.before.empty()) ::unlink(made.before.c_str());
  made_.clear();
}

void Creation::adopt(const std::string& path) {
  if (!stands(folder_ / path)) made_.push_back({Made::Kind::adopted, folder_ / path});
}

void Creation::make_folders(const fs::path& folder) {
  struct stat status {};
  if (folder.empty()) return;
  if (::stat(folder.c_str(), &status) == 0) {
    if (!S_ISDIR(status.st_mode)) fail_to_make(folder, ENOTDIR);
    return;
  }
  if (errno != ENOENT && errno != ENOTDIR) fail_to_make(folder, errno);
  make_folders(folder.parent_path());
  if (::mkdir(folder.c_str(), 0777) == 0) {
    made_.push_back({Made::Kind::folder, folder});
    sync_folder(folder.parent_path());
  } else if (std::error_code error; errno != EEXIST || !fs::is_directory(folder, error)) {
    fail_to_make(folder, errno == EEXIST ? ENOTDIR : errno);
  }
}

void Creation::write(const NewFile& file) { put(file, false); }

void Creation::replace(const NewFile& file) { put(file, true); }

void Creation::put(const NewFile& file, bool may_replace) {
  const fs::path path = folder_ / file.path;
  heed_signals();
  make_folders(path.parent_path());
  lock();
  DraftFile draft = DraftFile::beside(path, file.bytes);
  heed_signals();
  struct stat old {};
  const bool replaces = may_replace && ::lstat(path.c_str(), &old) == 0;
  if (replaces && S_ISDIR(old.st_mode)) fail_to_make(path, EISDIR);
  const auto change_places = [&] {
    return ::renameat2(AT_FDCWD, draft.path().c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) == 0;
  };
  if (replaces && change_places()) {
    made_.push_back({Made::Kind::file, path, draft.number(), draft.path()});
  } else if (replaces && is_unknown_to_disk(errno)) {  // then there is no way back
    if (::rename(draft.path().c_str(), path.c_str()) != 0) fail_to_make(path, errno);
  } else {
    if (replaces || !rename_to_new(draft.path(), path)) fail_to_make(path, errno);
    made_.push_back({Made::Kind::file, path, draft.number(), {}});
  }
  draft.moved();
  sync_folder(path.parent_path());
}

}  // namespace nastavnik
