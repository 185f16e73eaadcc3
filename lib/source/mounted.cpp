#include "source/mounted.h"

#include <algorithm>

namespace nastavnik {

MountedTree::Target MountedTree::target(const std::string& path) const {
  if (path == folder_) return {mounted_, ""};
  if (path.starts_with(folder_ + "/")) return {mounted_, path.substr(folder_.size() + 1)};
  return {base_, path};
}

Listing MountedTree::list(const std::string& folder) const {
  const Target where = target(folder);
  Listing listing = where.tree.list(where.path);
  if (!folder.empty()) return listing;
  const auto by_name = [](const TreeEntry& entry, const std::string& name) { return entry.name < name; };
  const auto place = std::lower_bound(listing.entries.begin(), listing.entries.end(), folder_, by_name);
  if (place != listing.entries.end() && place->name == folder_)
    place->folder = true;
  else
    listing.entries.insert(place, {folder_, true});
  return listing;
}

bool MountedTree::has_folder(const std::string& folder) const {
  const Target where = target(folder);
  return where.tree.has_folder(where.path);
}

bool MountedTree::has_file(const std::string& path) const {
  const Target where = target(path);
  return where.tree.has_file(where.path);
}

ReadResult MountedTree::read(const std::string& path, Arena& arena) const {
  const Target where = target(path);
  return where.tree.read(where.path, arena);
}

}  // namespace nastavnik
