#include "history/revision_tree.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "history/committed.h"

namespace nastavnik {
namespace {

constexpr int most_links = 16;
constexpr std::uint64_t longest_path = 4096;

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash == path.npos ? 0 : slash));
}

class BlobTree : public Tree {
public:
  BlobTree(Git git, CommittedFiles files) : git_(std::move(git)), files_(std::move(files)) {}

  Listing list(const std::string& folder) const override;
  bool has_folder(const std::string& folder) const override {
    const std::optional<std::string> real = resolved(folder);
    return real && is_folder(*real);
  }
  bool has_file(const std::string& path) const override {
    const std::optional<std::string> real = resolved(path);
    return real && files_.contains(*real);
  }
  ReadResult read(const std::string& path, Arena& arena) const override;

private:
  bool is_folder(const std::string& path) const;
  /// The path without links; nothing when one of them leaves the tree or never ends.
  std::optional<std::string> resolved(std::string path) const;
  std::optional<std::string> follow(const std::string& link, const std::string& rest) const;
  /// The bytes of an object; nothing when the repository lacks it.
  const std::string* bytes_of(const std::string& path) const;
  void fetch_with_neighbours(const std::string& path) const;

  Git git_;
  CommittedFiles files_;
  mutable std::mutex lock_{};
  mutable Objects bytes_{};
};

/// Takes the path apart and puts it together without `.` and `..`; nothing when it leaves the tree.
std::optional<std::string> plain(std::string_view path) {
  std::vector<std::string_view> parts;
  if (path.starts_with('/')) return std::nullopt;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), part.size() + 1));
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    }
  }
  std::string result;
  for (const std::string_view part : parts) result += (result.empty() ? "" : "/") + std::string(part);
  return result;
}

bool BlobTree::is_folder(const std::string& path) const {
  if (path.empty()) return true;
  const auto below = files_.lower_bound(path + "/");
  return below != files_.end() && below->first.starts_with(path + "/");
}

std::optional<std::string> BlobTree::follow(const std::string& link, const std::string& rest) const {
  const std::string* target = files_.at(link).size > longest_path ? nullptr : bytes_of(link);
  if (!target || target->starts_with('/')) return std::nullopt;
  const std::string folder = folder_of(link);
  return plain((folder.empty() ? "" : folder + "/") + *target + "/" + rest);
}

std::optional<std::string> BlobTree::resolved(std::string path) const {
  for (int links = 0; links < most_links; ++links) {
    std::optional<std::string> onward;
    bool met = false;
    for (std::size_t end = 0; end != path.npos && !met;) {
      end = path.find('/', end + 1);
      const auto entry = files_.find(path.substr(0, end));
      met = entry != files_.end() && entry->second.kind == CommittedFile::Kind::link;
      if (met) onward = follow(entry->first, end == path.npos ? "" : path.substr(end + 1));
    }
    if (!met) return path;
    if (!onward) return std::nullopt;
    path = *onward;
  }
  return std::nullopt;
}

Listing BlobTree::list(const std::string& folder) const {
  const std::optional<std::string> real = resolved(folder);
  if (!real || !is_folder(*real)) return {{}, ReadFault::missing};
  const std::string prefix = real->empty() ? "" : *real + "/";
  std::map<std::string, bool> names;
  for (auto it = files_.lower_bound(prefix); it != files_.end() && it->first.starts_with(prefix); ++it) {
    const std::string rest = it->first.substr(prefix.size());
    const std::string name = rest.substr(0, rest.find('/'));
    names[name] = rest.size() != name.size() || (it->second.kind == CommittedFile::Kind::link && has_folder(it->first));
  }
  Listing listing;
  for (const auto& [name, folder_there] : names) listing.entries.push_back({name, folder_there});
  return listing;
}

const std::string* BlobTree::bytes_of(const std::string& path) const {
  const std::string& object = files_.at(path).object;
  const std::scoped_lock held(lock_);
  if (!bytes_.contains(object)) fetch_with_neighbours(path);
  const auto found = bytes_.find(object);
  return found == bytes_.end() ? nullptr : &found->second;
}

/// Of what lies beside a file it is likely that it will be asked for, too: one question does for many of them.
void BlobTree::fetch_with_neighbours(const std::string& path) const {
  const std::string folder = folder_of(path);
  const std::string prefix = folder.empty() ? "" : folder + "/";
  std::vector<std::string_view> wanted{files_.at(path).object};
  std::uint64_t whole = files_.at(path).size;
  for (auto it = files_.lower_bound(prefix); it != files_.end() && it->first.starts_with(prefix); ++it) {
    const CommittedFile& file = it->second;
    const bool directly = it->first.find('/', prefix.size()) == std::string::npos;
    if (!directly || file.kind == CommittedFile::Kind::repository || bytes_.contains(file.object)) continue;
    if (whole + file.size > most_at_once) continue;
    whole += file.size;
    wanted.push_back(file.object);
  }
  fetch(git_, wanted, bytes_);
}

ReadResult BlobTree::read(const std::string& path, Arena& arena) const {
  const std::optional<std::string> real = resolved(path);
  if (!real) return {{}, ReadFault::outside};
  const auto entry = files_.find(*real);
  if (entry == files_.end()) return {{}, is_folder(*real) ? ReadFault::not_regular : ReadFault::missing};
  if (entry->second.size > largest_file) return {{}, ReadFault::too_large};
  const std::string* bytes = bytes_of(*real);
  if (!bytes) return {{}, ReadFault::io};
  return {arena.keep(*bytes)};
}

}  // namespace

std::unique_ptr<Tree> read_revision(const Git& git, const std::string& commit, const std::string& prefix) {
  std::optional<CommittedFiles> files = committed_files(git, commit, prefix);
  if (!files) return nullptr;
  // A repository within the repository is not a part of it.
  std::erase_if(*files, [](const auto& file) { return file.second.kind == CommittedFile::Kind::repository; });
  return std::make_unique<BlobTree>(git, std::move(*files));
}

}  // namespace nastavnik
