#include "disk/write.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <set>
#include <stdio.h>
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
    case EEXIST: return {"уже есть", "it exists"};
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

bool write_and_sync(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  return file.number() >= 0 && write_all(file.number(), bytes) && ::fsync(file.number()) == 0 && file.close();
}

/// A new name lasts when its folder is on the disk. Some file systems cannot say so; then there is nothing to do.
void sync_folder(const fs::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number() >= 0) static_cast<void>(::fsync(opened.number()));
}

bool rename_to_new(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // The file system knows no such rename.
  std::error_code error;
  if (fs::symlink_status(to, error).type() == fs::file_type::not_found) return ::rename(from.c_str(), to.c_str()) == 0;
  errno = EEXIST;
  return false;
}

/// The bytes of a file on the disk, under a name beside its own. Throws Failure.
class Draft {
public:
  static fs::path path_for(const fs::path& path) {
    return path.parent_path() / ('.' + path.filename().string() + ".tmp");
  }
  Draft(const fs::path& path, std::string_view bytes) : path_(path_for(path)) {
    if (write_and_sync(path_, bytes)) return;
    const int error = errno;
    if (error == EEXIST) fail_to_make(path_, error);
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
  void moved() { path_.clear(); }

private:
  fs::path path_;
};

[[noreturn]] void fail_to_write(const fs::path& path, int error) {
  throw Failure(say({"не удалось изменить {}: {}", "{} could not be changed: {}"}, path.string(), reason(error)));
}

[[noreturn]] void refuse_draft(const fs::path& draft) {
  throw Failure(
      say({"{} уже есть: файл сейчас меняет другая команда, или её прервали; если прервали, удалите его и повторите",
           "{} exists: another command is changing the file now, or was interrupted; if it was, remove it and repeat"},
          draft.string()));
}

/// Whose the file is may be beyond our rights to set; who may read it is not.
void take_over_rights(const fs::path& draft, const struct stat& status) {
  if (::chown(draft.c_str(), status.st_uid, status.st_gid) != 0) errno = 0;
  if (::chmod(draft.c_str(), status.st_mode & 07777) != 0) fail_to_write(draft, errno);
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool stands(const fs::path& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

}  // namespace

void replace(const fs::path& folder, const NewFile& file) {
  const fs::path path = folder / file.path;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) fail_to_make(path.parent_path(), error.value());
  Draft draft(path, file.bytes);
  if (::rename(draft.path().c_str(), path.c_str()) != 0) fail_to_make(path, errno);
  draft.moved();
  sync_folder(path.parent_path());
}

void rewrite(const fs::path& folder, const NewFile& file, std::string_view before) {
  std::error_code error;
  const fs::path path = fs::canonical(folder / file.path, error);
  struct stat status {};
  if (error || ::stat(path.c_str(), &status) != 0) fail_to_write(folder / file.path, error ? error.value() : errno);
  if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(path.c_str(), W_OK) != 0)
    fail_to_write(path, EACCES);
  if (stands(Draft::path_for(path))) refuse_draft(Draft::path_for(path));
  Draft draft(path, file.bytes);
  take_over_rights(draft.path(), status);
  if (bytes_of(path) != before)
    throw Failure(
        say({"{} изменился, пока готовилась правка; повторите команду", "{} changed meanwhile; repeat the command"},
            path.string()));
  if (::rename(draft.path().c_str(), path.c_str()) != 0) fail_to_write(path, errno);
  draft.moved();
  sync_folder(path.parent_path());
}

std::vector<std::string> in_the_way(const fs::path& folder, std::span<const NewFile> files) {
  std::set<std::string> found;
  for (const NewFile& file : files) {
    if (stands(folder / file.path)) found.insert(file.path);
    std::error_code error;
    for (fs::path parent = fs::path(file.path).parent_path(); !parent.empty(); parent = parent.parent_path())
      if (stands(folder / parent) && !fs::is_directory(folder / parent, error)) found.insert(parent.string());
  }
  return {found.begin(), found.end()};
}

Creation::~Creation() {
  std::error_code error;
  for (auto path = made_.rbegin(); path != made_.rend(); ++path) fs::remove_all(*path, error);
}

void Creation::make_folders(const fs::path& folder) {
  std::error_code error;
  if (folder.empty() || fs::is_directory(folder, error)) return;
  make_folders(folder.parent_path());
  if (::mkdir(folder.c_str(), 0777) != 0) fail_to_make(folder, errno == EEXIST ? ENOTDIR : errno);
  made_.push_back(folder);
  sync_folder(folder.parent_path());
}

void Creation::write(const NewFile& file) {
  const fs::path path = folder_ / file.path;
  make_folders(path.parent_path());
  Draft draft(path, file.bytes);
  if (!rename_to_new(draft.path(), path)) fail_to_make(path, errno);
  draft.moved();
  made_.push_back(path);
  sync_folder(path.parent_path());
}

}  // namespace nastavnik
