#pragma once
#include <filesystem>
#include <string>

namespace nastavnik {

/// The file that makes a folder a registry.
inline constexpr const char* registry_mark = "nastavnik.yaml";

/// A registry on disk.
struct Root {
  std::filesystem::path path{};
  std::string shown{};  ///< as a reader is told: relative to where one stands where that is shorter
};

/// The path without `.` and `..` in it and without a slash at its end.
std::filesystem::path tidy(const std::filesystem::path& path);

/// The nearest folder at or above this one that is a registry; empty where there is none.
std::filesystem::path root_above(std::filesystem::path folder);

/// The registry as it is told to somebody who stands in `directory`.
Root root_seen_from(const std::filesystem::path& directory, const std::filesystem::path& root);

/// Where a path lies among the registries.
struct PlaceOnDisk {
  std::filesystem::path path{};  ///< the path itself, tidied
  bool exists = false;
  std::filesystem::path root{};  ///< of the registry around it; empty where there is none
  std::string below{};           ///< the path from the root on, with `/`; empty: the root itself
};

PlaceOnDisk place_on_disk(const std::filesystem::path& path);

}  // namespace nastavnik
