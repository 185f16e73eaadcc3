#include "disk/edit_draft.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disk/draft.h"
#include "disk/journal.h"

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

fs::path drafts_of(const fs::path& folder) { return store_of(folder).parent_path() / "draft"; }

std::optional<std::string> bytes_if_file(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(path, error))) return std::nullopt;
  return bytes_of(path);
}

void put(const fs::path& path, const std::string& bytes) {
  ::unlink(path.c_str());
  DraftFile::at(path, bytes).moved();
  ::chmod(path.c_str(), S_IRUSR | S_IWUSR);  // it may hold what only its owner may read
}

/// Takes away folders that hold nothing.
void tidy_up(const fs::path& drafts, fs::path folder) {
  for (; folder != drafts; folder = folder.parent_path()) ::rmdir(folder.c_str());
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(drafts, error))
    if (entry.path().filename() != ".gitignore") return;
  ::unlink((drafts / ".gitignore").c_str());
  ::rmdir(drafts.c_str());
  ::rmdir(drafts.parent_path().c_str());
}

/// Whether the open file is the one that has the name: who let go of it may have taken it away.
bool is_at(const fs::path& path, int file) {
  struct stat open {
  }, named{};
  return ::fstat(file, &open) == 0 && ::lstat(path.c_str(), &named) == 0 && open.st_ino == named.st_ino;
}

}  // namespace

EditDraft::EditDraft(const fs::path& folder, const std::string& path)
    : drafts_(drafts_of(folder)),
      path_(drafts_ / path),
      base_(fs::path(path_).concat(".before")),
      lock_(fs::path(path_).concat(".open")) {}

EditDraft::~EditDraft() { let_go(); }

void EditDraft::let_go() {
  if (!held_.good()) return;
  ::unlink(lock_.c_str());
  static_cast<void>(held_.close());
}

bool EditDraft::hold() {
  for (const fs::path& own : {drafts_.parent_path(), drafts_, path_.parent_path()})
    if (stands(own) && !is_own_folder(own)) fail_to_make(own, ENOTDIR);
  for (;;) {
    std::error_code error;
    fs::create_directories(path_.parent_path(), error);
    if (error) fail_to_make(path_.parent_path(), error.value());
    Descriptor file(::open(lock_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (!file.good() && errno != ENOENT) fail_to_make(lock_, errno);
    if (!file.good()) continue;  // another one has just tidied up
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
    if (!is_at(lock_, file.number())) continue;
    held_.take(file.release());
    return true;
  }
}

std::optional<std::string> EditDraft::begun_from() const { return stands(path_) ? bytes_if_file(base_) : std::nullopt; }

std::optional<std::string> EditDraft::text() const { return bytes_if_file(path_); }

void EditDraft::begin(const std::string& bytes) const {
  if (!holds(drafts_ / ".gitignore", "*\n")) put(drafts_ / ".gitignore", "*\n");
  put(base_, bytes);
  put(path_, bytes);
}

void EditDraft::drop() {
  ::unlink(path_.c_str());
  ::unlink(base_.c_str());
  let_go();
  tidy_up(drafts_, path_.parent_path());
}

void drop_drafts(const fs::path& folder) {
  std::error_code error;
  if (!is_own_folder(drafts_of(folder)) || !is_own_folder(drafts_of(folder).parent_path())) return;
  fs::remove_all(drafts_of(folder), error);
  ::rmdir(drafts_of(folder).parent_path().c_str());
}

}  // namespace nastavnik
