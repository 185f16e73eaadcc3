#include "disk/root.h"

#include <system_error>

namespace fs = std::filesystem;

namespace nastavnik {

fs::path tidy(const fs::path& path) {
  const fs::path normal = path.lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

fs::path root_above(fs::path folder) {
  std::error_code error;
  for (;; folder = folder.parent_path()) {
    if (fs::exists(folder / registry_mark, error)) return folder;
    if (folder == folder.parent_path()) return {};
  }
}

Root root_seen_from(const fs::path& directory, const fs::path& root) {
  const std::string relative = root.lexically_relative(directory).generic_string();
  const std::string whole = root.generic_string();
  return {root, relative.empty() || relative.size() > whole.size() ? whole : relative};
}

PlaceOnDisk place_on_disk(const fs::path& path) {
  PlaceOnDisk place{.path = tidy(path)};
  std::error_code error;
  const fs::file_type type = fs::symlink_status(place.path, error).type();
  place.exists =
      type != fs::file_type::not_found && type != fs::file_type::none;  // none: a name too long, links in a circle
  if (!place.exists) return place;
  place.root = root_above(fs::is_directory(place.path, error) ? place.path : place.path.parent_path());
  if (place.root.empty()) return place;
  place.below = place.path.lexically_relative(place.root).generic_string();
  while (place.below.ends_with('/')) place.below.pop_back();
  if (place.below == ".") place.below.clear();
  return place;
}

}  // namespace nastavnik
