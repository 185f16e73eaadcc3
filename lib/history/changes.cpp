// git itself would tell by `git status`, which runs the programs that the settings of the repository name as filters.

#include "history/changes.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "source/disk.h"

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

using What = CommittedFile::Kind;

bool is_within(std::string_view path, std::string_view folder) {
  return !folder.empty() && path.starts_with(folder) &&
         (path.size() == folder.size() || path.substr(folder.size()).starts_with('/'));
}

/// The text with the line endings of a repository: those of the work tree may be others.
std::string with_plain_breaks(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || text.substr(i + 1, 1) != "\n") plain += text[i];
  return plain;
}

/// Where large files are kept outside (git-lfs), the commit holds a note of three lines, the last one with the size.
bool notes_size(std::string_view blob, std::uint64_t size) {
  constexpr std::string_view begin = "version https://git-lfs.github.com/spec/", key = "\nsize ";
  const std::size_t at = blob.find(key);
  if (!blob.starts_with(begin) || at == blob.npos) return false;
  const std::string_view digits = blob.substr(at + key.size());
  std::uint64_t noted = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), noted);
  return noted == size;
}

class WorkTree {
public:
  WorkTree(const Git& git, const CommittedFiles& committed, const std::string& apart)
      : git_(git), committed_(committed), apart_(apart), folder_(git.folder()), disk_(git.folder()) {}

  bool has_changed() {
    if (has_more()) return true;
    std::vector<const CommittedFiles::value_type*> share;
    std::uint64_t whole = 0;
    for (const auto& file : committed_) {
      if (is_within(file.first, apart_) || file.second.kind == What::repository) continue;
      const std::uint64_t size = is_compared_by_size(file.second) ? 0 : file.second.size;
      if (whole + size > most_at_once) {
        if (differs(share)) return true;
        share.clear();
        whole = 0;
      }
      share.push_back(&file);
      whole += size;
    }
    return differs(share);
  }

private:
  static bool is_compared_by_size(const CommittedFile& file) { return file.size > largest_file; }

  /// Whether a file stands there that the commit has not and git was not told to ignore.
  bool has_more() const {
    const ProgramAnswer answer = git_.ask({"ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."});
    if (answer.cut || answer.status != 0) return true;
    for (const std::string_view name : parts_at_nul(answer.out)) {
      std::error_code error;
      if (is_within(name, apart_) || committed_.contains(std::string(name))) continue;
      if (fs::symlink_status(folder_ / name, error).type() != fs::file_type::not_found) return true;
    }
    return false;
  }

  bool differs(const std::vector<const CommittedFiles::value_type*>& share) const {
    std::vector<std::string_view> wanted;
    for (const auto* file : share)
      if (!is_compared_by_size(file->second)) wanted.push_back(file->second.object);
    Objects objects;
    fetch(git_, wanted, objects);
    return std::any_of(share.begin(), share.end(), [&](const auto* file) {
      const auto blob = objects.find(file->second.object);
      return differs(file->first, file->second, blob == objects.end() ? nullptr : &blob->second);
    });
  }

  bool differs(const std::string& path, const CommittedFile& file, const std::string* blob) const {
    std::error_code error;
    const fs::path place = folder_ / path;
    const fs::file_type type = fs::symlink_status(place, error).type();
    if (type != (file.kind == What::link ? fs::file_type::symlink : fs::file_type::regular)) return true;
    if (is_compared_by_size(file)) return fs::file_size(place, error) != file.size || error;
    if (!blob) return true;
    if (file.kind == What::link) return fs::read_symlink(place, error).string() != *blob;
    if (const std::uint64_t size = fs::file_size(place, error); notes_size(*blob, size)) return false;
    Arena arena;
    const ReadResult now = disk_.read(path, arena);
    if (now.fault != ReadFault::none) return true;
    return now.text != *blob && with_plain_breaks(now.text) != with_plain_breaks(*blob);
  }

  const Git& git_;
  const CommittedFiles& committed_;
  const std::string& apart_;
  fs::path folder_;
  DiskTree disk_;
};

}  // namespace

bool has_changed(const Git& git, const CommittedFiles& committed, const std::string& apart) {
  return WorkTree(git, committed, apart).has_changed();
}

}  // namespace nastavnik
