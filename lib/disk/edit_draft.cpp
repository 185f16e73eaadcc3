#include "disk/edit_draft.h"

#include <cerrno>
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

}  // namespace

EditDraft::EditDraft(const fs::path& folder, const std::string& path)
    : drafts_(drafts_of(folder)), path_(drafts_ / path), base_(fs::path(path_).concat(".before")) {}

std::optional<std::string> EditDraft::begun_from() const { return stands(path_) ? bytes_if_file(base_) : std::nullopt; }

std::optional<std::string> EditDraft::text() const { return bytes_if_file(path_); }

void EditDraft::begin(const std::string& bytes) const {
  for (const fs::path& own : {drafts_.parent_path(), drafts_, path_.parent_path()})
    if (stands(own) && !is_own_folder(own)) fail_to_make(own, ENOTDIR);
  std::error_code error;
  fs::create_directories(path_.parent_path(), error);
  if (error) fail_to_make(path_.parent_path(), error.value());
  if (!holds(drafts_ / ".gitignore", "*\n")) put(drafts_ / ".gitignore", "*\n");
  put(base_, bytes);
  put(path_, bytes);
}

void EditDraft::drop() const {
  ::unlink(path_.c_str());
  ::unlink(base_.c_str());
  tidy_up(drafts_, path_.parent_path());
}

void drop_drafts(const fs::path& folder) {
  std::error_code error;
  if (!is_own_folder(drafts_of(folder)) || !is_own_folder(drafts_of(folder).parent_path())) return;
  fs::remove_all(drafts_of(folder), error);
  ::rmdir(drafts_of(folder).parent_path().c_str());
}

}  // namespace nastavnik
