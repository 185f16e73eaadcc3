// Files below one folder, by descriptors: nothing is looked up twice, so nothing can be changed in between. The kernel
// itself keeps a path inside the folder (openat2); where it cannot, the path is resolved before it is opened.

#include "source/disk.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

#include <linux/openat2.h>

#include "base/descriptor.h"

namespace nastavnik {
namespace {

ReadFault fault_of(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
    case ELOOP: return ReadFault::missing;
    case EACCES:
    case EPERM: return ReadFault::denied;
    case EXDEV: return ReadFault::outside;
    case ENXIO:
    case EISDIR: return ReadFault::not_regular;
    case EFBIG:
    case EOVERFLOW: return ReadFault::too_large;
    default: return ReadFault::io;
  }
}

// O_NONBLOCK: a FIFO nobody writes to must not hold the run up.
constexpr int to_read = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
constexpr int to_list = O_RDONLY | O_CLOEXEC | O_DIRECTORY;
constexpr int to_look = O_PATH | O_CLOEXEC;

/// Opens below the folder in one call of the kernel; -1 and `errno` when it will not.
int open_beneath(int root, const std::string& path, int flags) {
  open_how how{};
  how.flags = static_cast<decltype(how.flags)>(flags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  long number = -1;
  for (int attempt = 0; attempt < 8; ++attempt) {  // EAGAIN: a folder was renamed meanwhile
    number = syscall(SYS_openat2, root, path.c_str(), &how, sizeof how);
    if (number >= 0 || (errno != EAGAIN && errno != EINTR)) break;
  }
  return static_cast<int>(number);
}

std::string real_path(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(realpath(path.c_str(), nullptr), std::free);
  return real ? real.get() : "";
}

/// Follows links by name: for absolute links that lead back inside, and for kernels without openat2.
int open_resolved(const std::string& base, const std::string& path, int flags) {
  const std::string real = real_path(base + "/" + path);
  if (real.empty()) return -1;
  if (real != base && !real.starts_with(base == "/" ? base : base + "/")) {
    errno = EXDEV;
    return -1;
  }
  return open(real.c_str(), flags | O_NOFOLLOW);
}

/// Reads up to `size` bytes; -1 when the disk fails.
ssize_t read_whole(int file, char* bytes, std::size_t size) {
  std::size_t have = 0;
  while (have < size) {
    const ssize_t got = ::read(file, bytes + have, size - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  return static_cast<ssize_t>(have);
}

std::string joined(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

}  // namespace

/// The root, held open, and its path without links.
struct DiskTree::Root {
  explicit Root(const std::string& path) : folder(open(path.c_str(), O_PATH | O_CLOEXEC | O_DIRECTORY)) {
    if (!folder.good())
      fault = fault_of(errno);
    else
      real = real_path(path);
  }

  Descriptor open_inside(const std::string& path, int flags) const {
    const int number = open_beneath(folder.number(), path, flags);
    const bool by_name = number < 0 && (errno == EXDEV || errno == ENOSYS || errno == EPERM || errno == EINVAL);
    return Descriptor(by_name ? open_resolved(real, path, flags) : number);
  }

  mode_t kind_of(const std::string& path) const {
    const Descriptor file = open_inside(path, to_look);
    struct stat status {};
    return file.good() && fstat(file.number(), &status) == 0 ? status.st_mode & S_IFMT : 0;
  }

  Descriptor folder;
  std::string real{};
  ReadFault fault = ReadFault::none;
};

DiskTree::DiskTree(const std::string& root, std::uint64_t limit) : root_(std::make_unique<Root>(root)), limit_(limit) {}

DiskTree::~DiskTree() = default;

Listing DiskTree::list(const std::string& folder) const {
  if (root_->fault != ReadFault::none) return {{}, root_->fault};
  Descriptor opened = root_->open_inside(folder.empty() ? "." : folder, to_list);
  if (!opened.good()) return {{}, fault_of(errno)};
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(fdopendir(opened.number()), closedir);
  if (!stream) return {{}, ReadFault::io};
  opened.release();
  Listing listing;
  errno = 0;
  while (const dirent* entry = readdir(stream.get())) {
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    const bool unclear = entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
    listing.entries.push_back({name, unclear ? has_folder(joined(folder, name)) : entry->d_type == DT_DIR});
    errno = 0;
  }
  if (errno != 0) listing.fault = ReadFault::io;
  const auto by_name = [](const TreeEntry& a, const TreeEntry& b) { return a.name < b.name; };
  std::sort(listing.entries.begin(), listing.entries.end(), by_name);
  return listing;
}

bool DiskTree::has_folder(const std::string& folder) const {
  return root_->kind_of(folder.empty() ? "." : folder) == S_IFDIR;
}

bool DiskTree::has_file(const std::string& path) const { return root_->kind_of(path) == S_IFREG; }

ReadResult DiskTree::read(const std::string& path, Arena& arena) const {
  if (root_->fault != ReadFault::none) return {{}, root_->fault};
  const Descriptor file = root_->open_inside(path, to_read);
  if (!file.good()) return {{}, fault_of(errno)};
  struct stat status {};
  if (fstat(file.number(), &status) != 0) return {{}, ReadFault::io};
  if (!S_ISREG(status.st_mode)) return {{}, ReadFault::not_regular};
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limit_) return {{}, ReadFault::too_large};
  if (size == 0) return {};
  char* bytes = arena.room(size);
  const ssize_t got = read_whole(file.number(), bytes, size);
  if (got < 0) return {{}, ReadFault::io};
  return {{bytes, static_cast<std::size_t>(got)}, ReadFault::none};
}

}  // namespace nastavnik
