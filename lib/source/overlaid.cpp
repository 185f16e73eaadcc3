#include "source/overlaid.h"

#include <algorithm>

namespace nastavnik {
namespace {

void put(Listing& listing, TreeEntry entry) {
  const auto by_name = [](const TreeEntry& a, const TreeEntry& b) { return a.name < b.name; };
  const auto place = std::lower_bound(listing.entries.begin(), listing.entries.end(), entry, by_name);
  if (place == listing.entries.end() || place->name != entry.name) listing.entries.insert(place, std::move(entry));
}

}  // namespace

FilesLaidOver below(const std::string& folder, const FilesLaidOver& files) {
  FilesLaidOver inner;
  for (const auto& [path, bytes] : files)
    if (path.starts_with(folder)) inner.emplace(path.substr(folder.size()), bytes);
  return inner;
}

Listing OverlaidTree::list(const std::string& folder) const {
  Listing listing = base_.list(folder);
  const std::string below = folder.empty() ? "" : folder + '/';
  for (const auto& [path, bytes] : files_) {
    if (!path.starts_with(below)) continue;
    const std::string name = path.substr(below.size(), path.find('/', below.size()) - below.size());
    const bool is_folder = below.size() + name.size() < path.size();
    if (bytes) {
      put(listing, {name, is_folder});
      if (listing.fault == ReadFault::missing) listing.fault = ReadFault::none;
    } else if (!is_folder) {
      std::erase_if(listing.entries, [&](const TreeEntry& entry) { return entry.name == name; });
    }
  }
  return listing;
}

bool OverlaidTree::has_folder(const std::string& folder) const {
  return base_.has_folder(folder) || std::any_of(files_.begin(), files_.end(), [&](const auto& file) {
           return file.second && file.first.starts_with(folder + '/');
         });
}

bool OverlaidTree::has_file(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? base_.has_file(path) : found->second.has_value();
}

ReadResult OverlaidTree::read(const std::string& path, Arena& arena) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return base_.read(path, arena);
  return found->second ? ReadResult{*found->second} : ReadResult{{}, ReadFault::missing};
}

}  // namespace nastavnik
