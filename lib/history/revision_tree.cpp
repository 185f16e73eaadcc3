#include "history/revision_tree.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace nastavnik {
namespace {

struct Entry {
  bool link = false;
  std::string object{};
  std::uint64_t size = 0;
};

using Entries = std::map<std::string, Entry>;

constexpr int most_links = 16;

std::string_view take(std::string_view& text, char end) {
  const std::string_view part = text.substr(0, text.find(end));
  text.remove_prefix(std::min(text.size(), part.size() + 1));
  return part;
}

std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return take(text, ' ');
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// `100644 blob <object>    <size>\t<path>`. A repository within the repository is not a part of it.
void take_entry(std::string_view line, Entries& entries) {
  std::string_view head = take(line, '\t');
  const std::string_view mode = take_word(head), type = take_word(head), object = take_word(head);
  if (type != "blob") return;
  entries[std::string(line)] = {mode == "120000", std::string(object), number_of(take_word(head))};
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash == path.npos ? 0 : slash));
}

class RevisionTree : public Tree {
public:
  RevisionTree(Git git, Entries entries) : git_(std::move(git)), entries_(std::move(entries)) {}

  Listing list(const std::string& folder) const override;
  bool has_folder(const std::string& folder) const override {
    const std::optional<std::string> real = resolved(folder);
    return real && is_folder(*real);
  }
  bool has_file(const std::string& path) const override {
    const std::optional<std::string> real = resolved(path);
    return real && entries_.contains(*real);
  }
  ReadResult read(const std::string& path, Arena& arena) const override;

private:
  bool is_folder(const std::string& path) const;
  /// The path without links; nothing when one of them leaves the tree or never ends.
  std::optional<std::string> resolved(std::string path) const;
  std::optional<std::string> follow(const std::string& link, const std::string& rest) const;
  /// The bytes of an object; nothing when the repository lacks it.
  const std::string* bytes_of(const std::string& path) const;
  void fetch(const std::string& folder) const;
  void keep(std::string_view answer) const;

  Git git_;
  Entries entries_;
  mutable std::mutex lock_{};
  mutable std::map<std::string, std::string, std::less<>> bytes_{};  ///< by object
};

/// Takes the path apart and puts it together without `.` and `..`; nothing when it leaves the tree.
std::optional<std::string> plain(std::string_view path) {
  std::vector<std::string_view> parts;
  if (path.starts_with('/')) return std::nullopt;
  while (!path.empty()) {
    const std::string_view part = take(path, '/');
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

bool RevisionTree::is_folder(const std::string& path) const {
  if (path.empty()) return true;
  const auto below = entries_.lower_bound(path + "/");
  return below != entries_.end() && below->first.starts_with(path + "/");
}

std::optional<std::string> RevisionTree::follow(const std::string& link, const std::string& rest) const {
  const std::string* target = bytes_of(link);
  if (!target || target->starts_with('/')) return std::nullopt;
  const std::string folder = folder_of(link);
  return plain((folder.empty() ? "" : folder + "/") + *target + "/" + rest);
}

std::optional<std::string> RevisionTree::resolved(std::string path) const {
  for (int links = 0; links < most_links; ++links) {
    std::optional<std::string> onward;
    bool met = false;
    for (std::size_t end = 0; end != path.npos && !met;) {
      end = path.find('/', end + 1);
      const auto entry = entries_.find(path.substr(0, end));
      met = entry != entries_.end() && entry->second.link;
      if (met) onward = follow(entry->first, end == path.npos ? "" : path.substr(end + 1));
    }
    if (!met) return path;
    if (!onward) return std::nullopt;
    path = *onward;
  }
  return std::nullopt;
}

Listing RevisionTree::list(const std::string& folder) const {
  const std::optional<std::string> real = resolved(folder);
  if (!real || !is_folder(*real)) return {{}, ReadFault::missing};
  const std::string prefix = real->empty() ? "" : *real + "/";
  std::map<std::string, bool> names;
  for (auto it = entries_.lower_bound(prefix); it != entries_.end() && it->first.starts_with(prefix); ++it) {
    const std::string rest = it->first.substr(prefix.size());
    const std::string name = rest.substr(0, rest.find('/'));
    names[name] = rest.size() != name.size() || (it->second.link && has_folder(it->first));
  }
  Listing listing;
  for (const auto& [name, folder_there] : names) listing.entries.push_back({name, folder_there});
  return listing;
}

const std::string* RevisionTree::bytes_of(const std::string& path) const {
  const std::string& object = entries_.at(path).object;
  const std::scoped_lock held(lock_);
  if (!bytes_.contains(object)) fetch(folder_of(path));
  const auto found = bytes_.find(object);
  return found == bytes_.end() ? nullptr : &found->second;
}

/// All that a folder holds of a size that records have: one question a folder.
void RevisionTree::fetch(const std::string& folder) const {
  const std::string prefix = folder.empty() ? "" : folder + "/";
  std::string wanted;
  for (auto it = entries_.lower_bound(prefix); it != entries_.end() && it->first.starts_with(prefix); ++it) {
    const bool directly = it->first.find('/', prefix.size()) == std::string::npos;
    if (directly && it->second.size <= largest_file && !bytes_.contains(it->second.object))
      wanted += it->second.object + "\n";
  }
  keep(git_.ask({"cat-file", "--batch"}, wanted).out);
}

/// `<object> blob <size>\n<bytes>\n`, or `<object> missing\n`.
void RevisionTree::keep(std::string_view answer) const {
  while (!answer.empty()) {
    std::string_view head = take(answer, '\n');
    const std::string_view object = take_word(head), type = take_word(head);
    if (type != "blob") continue;
    const std::uint64_t size = number_of(take_word(head));
    if (size >= answer.size()) return;
    bytes_.emplace(object, answer.substr(0, size));
    answer.remove_prefix(size + 1);
  }
}

ReadResult RevisionTree::read(const std::string& path, Arena& arena) const {
  const std::optional<std::string> real = resolved(path);
  if (!real) return {{}, ReadFault::outside};
  const auto entry = entries_.find(*real);
  if (entry == entries_.end()) return {{}, is_folder(*real) ? ReadFault::not_regular : ReadFault::missing};
  if (entry->second.size > largest_file) return {{}, ReadFault::too_large};
  const std::string* bytes = bytes_of(*real);
  if (!bytes) return {{}, ReadFault::io};
  return {arena.keep(*bytes)};
}

}  // namespace

std::unique_ptr<Tree> read_revision(const Git& git, const std::string& commit, const std::string& prefix) {
  const ProgramAnswer answer = git.ask({"ls-tree", "-r", "-z", "-l", "--full-tree", commit + ":" + prefix});
  if (!answer.started || answer.status != 0) return nullptr;
  Entries entries;
  for (const std::string_view line : parts_at_nul(answer.out)) take_entry(line, entries);
  return std::make_unique<RevisionTree>(git, std::move(entries));
}

}  // namespace nastavnik
