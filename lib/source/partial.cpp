#include "source/partial.h"

namespace nastavnik {

static std::string inside(const std::string& folder) { return folder.empty() ? folder : folder + "/"; }

Listing PartialTree::list(const std::string& folder) const {
  if (!shows_(inside(folder))) return {};
  Listing listing = whole_.list(folder);
  std::erase_if(listing.entries, [&](const TreeEntry& entry) { return !shows_(inside(folder) + entry.name); });
  return listing;
}

bool PartialTree::has_folder(const std::string& folder) const {
  return shows_(inside(folder)) && whole_.has_folder(folder);
}

}  // namespace nastavnik
