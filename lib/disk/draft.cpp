#include "disk/draft.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdio.h>
#include <string>
#include <unistd.h>
#include <utility>

#include "base/failure.h"

namespace fs = std::filesystem;

namespace nastavnik {
Words reason_of(int error) {
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

void fail_to_make(const fs::path& path, int error) {
  throw Failure(say({"не удалось создать {}: {}", "{} could not be made: {}"}, path.string(), reason_of(error)));
}

void fail_to_change(const fs::path& path, int error) {
  throw Failure(say({"не удалось изменить {}: {}", "{} could not be changed: {}"}, path.string(), reason_of(error)));
}

int opened_folder(const fs::path& folder) {
  return ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

bool stands(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

void sync_folder(const fs::path& folder) {
  const Descriptor opened(opened_folder(folder));
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

void take_over_rights(const fs::path& file, const struct stat& status) {
  if (::chown(file.c_str(), status.st_uid, status.st_gid) != 0) errno = 0;
  if (::chmod(file.c_str(), status.st_mode & 07777) != 0) fail_to_change(file, errno);
}

DraftFile::DraftFile(const fs::path& path, std::string_view bytes, bool beside) : path_(path) {
  Descriptor file(beside ? open_beside(path) : ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.number() < 0) {
    const int error = errno;
    path_.clear();
    fail_to_make(path, error);
  }
  if (write_all(file.number(), bytes) && ::fsync(file.number()) == 0 && note_number(file.number()) && file.close())
    return;
  const int error = errno;
  ::unlink(path_.c_str());
  fail_to_make(path, error);
}

DraftFile::~DraftFile() {
  const int error = errno;
  if (!path_.empty()) ::unlink(path_.c_str());
  errno = error;
}

int DraftFile::open_beside(const fs::path& path) {
  constexpr int most_left = 10'000;
  for (int i = 0; i < most_left; ++i) {
    path_ = path.parent_path() / (".nastavnik-" + std::to_string(::getpid()) + "-" + std::to_string(i) + ".tmp");
    const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST) return file;
  }
  return -1;
}

bool DraftFile::note_number(int file) {
  struct stat status {};
  if (::fstat(file, &status) != 0) return false;
  number_ = status.st_ino;
  return true;
}

}  // namespace nastavnik
