#include "disk/write.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/failure.h"

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

Words reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM: return {"нет прав", "permission denied"};
    case ENOSPC:
    case EDQUOT: return {"на диске нет места", "no space left on the disk"};
    case EROFS: return {"диск только для чтения", "the disk is read-only"};
    case ENOENT: return {"такого места нет", "there is no such place"};
    case ENOTDIR: return {"на пути стоит файл, а не папка", "a file stands where a folder must be"};
    case EISDIR: return {"на этом месте папка", "a folder stands there"};
    case EEXIST:
      return {"только что появился: пишет и другая команда; повторите, когда она закончит",
              "it has just turned up: another command is writing, too; repeat when it is done"};
    case ELOOP: return {"ссылки ведут по кругу", "the links lead in a circle"};
    case EMFILE:
    case ENFILE: return {"открыто слишком много файлов", "too many files are open"};
    case ENAMETOOLONG: return {"слишком длинное имя", "the name is too long"};
    case EFBIG: return {"файл больше, чем разрешено", "the file is larger than allowed"};
    default: return {std::strerror(error), std::strerror(error)};
  }
}

[[noreturn]] void fail_to_make(const fs::path& path, int error) {
  throw Failure(say({"не удалось создать {}: {}", "{} could not be made: {}"}, path.string(), reason(error)));
}

class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  /// Closing may be what tells that the bytes did not arrive.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
  int number_;
};

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Whether something has the name. Where that cannot be known the attempt to write will say why.
bool stands(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

/// A new name lasts when its folder is on the disk. Some file systems cannot say so; then there is nothing to do.
void sync_folder(const fs::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number() >= 0) static_cast<void>(::fsync(opened.number()));
}

bool is_unknown_to_disk(int error) { return error == EINVAL || error == ENOSYS || error == ENOTSUP; }

bool rename_to_new(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (!is_unknown_to_disk(errno)) return false;
  if (!stands(to)) return ::rename(from.c_str(), to.c_str()) == 0;
  errno = EEXIST;
  return false;
}

/// The bytes of a file on the disk, under a name of its own beside that of the file: a draft that somebody left is in
/// nobody's way. While there is one, a signal waits. Throws Failure.
class Draft {
public:
  Draft(const fs::path& path, std::string_view bytes) {
    Descriptor file(open_beside(path));
    if (file.number() < 0) fail_to_make(path, errno);
    if (write_all(file.number(), bytes) && ::fsync(file.number()) == 0 && note_number(file.number()) && file.close())
      return;
    const int error = errno;
    ::unlink(path_.c_str());
    fail_to_make(path, error);
  }
  ~Draft() {
    const int error = errno;
    if (!path_.empty()) ::unlink(path_.c_str());
    errno = error;
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  const fs::path& path() const { return path_; }
  ino_t number() const { return number_; }
  void moved() { path_.clear(); }

private:
  int open_beside(const fs::path& path) {
    constexpr int most_left = 10'000;
    for (int i = 0; i < most_left; ++i) {
      path_ = path.parent_path() / (".nastavnik-" + std::to_string(::getpid()) + "-" + std::to_string(i) + ".tmp");
      const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (file >= 0 || errno != EEXIST) return file;
    }
    return -1;
  }
  bool note_number(int file) {
    struct stat status {};
    if (::fstat(file, &status) != 0) return false;
    number_ = status.st_ino;
    return true;
  }

  SignalsNoted signals_;
  fs::path path_;
  ino_t number_ = 0;
};

[[noreturn]] void fail_to_write(const fs::path& path, int error) {
  throw Failure(say({"не удалось изменить {}: {}", "{} could not be changed: {}"}, path.string(), reason(error)));
}

/// Whose the file is may be beyond our rights to set; who may read it is not.
void take_over_rights(const fs::path& draft, const struct stat& status) {
  if (::chown(draft.c_str(), status.st_uid, status.st_gid) != 0) errno = 0;
  if (::chmod(draft.c_str(), status.st_mode & 07777) != 0) fail_to_write(draft, errno);
}

int opened_folder(const fs::path& folder) {
  return ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// Of the commands that change files of a folder one is at it at a time, and none while others make files there. The
/// lock ends with the program, however it ends.
class Turn {
public:
  explicit Turn(const fs::path& folder) : folder_(opened_folder(folder)) {
    if (::flock(folder_.number(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    throw Failure(say({"в {} сейчас пишет другая команда; повторите, когда она закончит",
                       "another command is writing to {} now; repeat when it is done"},
                      folder.string()));
  }

private:
  Descriptor folder_;
};

/// Whether the file holds these bytes and no others.
bool holds(const fs::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  std::string found(bytes.size() + 1, '\0');
  std::size_t have = 0;
  for (ssize_t got = 1; got > 0 && have < found.size(); have += static_cast<std::size_t>(std::max<ssize_t>(got, 0)))
    got = ::read(file.number(), found.data() + have, found.size() - have);
  return std::string_view(found).substr(0, have) == bytes;
}

}  // namespace

void rewrite(const fs::path& folder, const NewFile& file, std::string_view before) {
  std::error_code error;
  const fs::path path = fs::canonical(folder / file.path, error);
  struct stat status {};
  if (error || ::stat(path.c_str(), &status) != 0) fail_to_write(folder / file.path, error ? error.value() : errno);
  if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(path.c_str(), W_OK) != 0)
    fail_to_write(path, EACCES);
  const Turn turn(path.parent_path());
  Draft draft(path, file.bytes);
  take_over_rights(draft.path(), status);
  if (!holds(path, before))
    throw Failure(say({"{} изменился, пока готовилась правка: писала и другая команда; повторите",
                       "{} changed meanwhile: another command was writing, too; repeat"},
                      path.string()));
  heed_signals();
  if (::rename(draft.path().c_str(), path.c_str()) != 0) fail_to_write(path, errno);
  draft.moved();
  sync_folder(path.parent_path());
}

void refuse_while_written(const fs::path& folder) { const Turn turn(folder); }

std::vector<std::string> in_the_way(const fs::path& folder, std::span<const NewFile> files) {
  std::set<std::string> found;
  for (const NewFile& file : files) {
    if (stands(folder / file.path)) found.insert(file.path);
    std::error_code error;
    for (fs::path parent = fs::path(file.path).parent_path(); !parent.empty(); parent = parent.parent_path())
      if (stands(folder / parent) && !fs::is_directory(folder / parent, error)) found.insert(parent.string());
  }
  if (!found.empty()) refuse_while_written(folder);
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
  Draft draft(path, file.bytes);
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
