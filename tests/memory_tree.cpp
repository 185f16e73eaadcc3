#include "tests/memory_tree.h"

namespace nastavnik {
namespace {

std::string inside(const std::string& folder) { return folder.empty() ? folder : folder + "/"; }

/// Adds what stands directly in the folder that all of `paths` are looked at from.
template <class Paths>
void collect(const Paths& paths, const std::string& prefix, std::map<std::string, bool>& names) {
  for (auto it = paths.lower_bound(prefix); it != paths.end() && it->first.starts_with(prefix); ++it) {
    const std::string rest = it->first.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    names[rest.substr(0, slash)] |= slash != rest.npos;
  }
}

}  // namespace

Listing MemoryTree::list(const std::string& folder) const {
  if (const auto fault = faults_.find(folder); fault != faults_.end()) return {{}, fault->second};
  std::map<std::string, bool> names;
  collect(files_, inside(folder), names);
  collect(faults_, inside(folder), names);
  Listing listing;
  for (const auto& [name, is_folder] : names) listing.entries.push_back({name, is_folder});
  if (listing.empty() && !folder.empty()) listing.fault = ReadFault::missing;
  return listing;
}

bool MemoryTree::has_folder(const std::string& folder) const {
  return folder.empty() || faults_.contains(folder) || !list(folder).empty();
}

bool MemoryTree::has_file(const std::string& path) const { return files_.contains(path); }

ReadResult MemoryTree::read(const std::string& path, Arena&) const {
  if (const auto fault = faults_.find(path); fault != faults_.end()) return {{}, fault->second};
  const auto file = files_.find(path);
  if (file == files_.end()) return {{}, has_folder(path) ? ReadFault::not_regular : ReadFault::missing};
  if (file->second.size() > largest_file) return {{}, ReadFault::too_large};
  return {file->second, ReadFault::none};
}

}  // namespace nastavnik
