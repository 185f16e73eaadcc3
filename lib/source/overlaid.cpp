#include "source/overlaid.h"

#include <algorithm>

namespace nastavnik {

Listing OverlaidTree::list(const std::string& folder) const {
  Listing listing = base_.list(folder);
  if (!folder.empty()) return listing;
  const auto by_name = [](const TreeEntry& entry, const std::string& name) { return entry.name < name; };
  const auto place = std::lower_bound(listing.entries.begin(), listing.entries.end(), path_, by_name);
  if (place == listing.entries.end() || place->name != path_) listing.entries.insert(place, {path_, false});
  return listing;
}

}  // namespace nastavnik
