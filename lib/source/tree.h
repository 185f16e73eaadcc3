#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/arena.h"

namespace nastavnik {

/// Why bytes could not be had.
enum class ReadFault : unsigned char {
  none,
  missing,
  denied,       ///< no permission
  not_regular,  ///< a FIFO, a device, a socket, a folder
  outside,      ///< a symbolic link that leaves the registry
  too_large,
  io,  ///< the disk failed
};

/// A file no record needs: larger ones are refused.
inline constexpr std::uint64_t largest_file = std::uint64_t{4} << 20;

struct ReadResult {
  std::string_view text{};
  ReadFault fault = ReadFault::none;
};

/// One name in a folder.
struct TreeEntry {
  std::string name{};
  bool folder = false;
};

/// What stands in a folder, sorted by bytes. A folder that is not there is empty and `missing`.
struct Listing {
  std::vector<TreeEntry> entries{};
  ReadFault fault = ReadFault::none;
  auto begin() const { return entries.begin(); }
  auto end() const { return entries.end(); }
  std::size_t size() const { return entries.size(); }
  bool empty() const { return entries.empty(); }
  const TreeEntry& operator[](std::size_t i) const { return entries[i]; }
};

/// Bytes by path, relative to a root, with `/`: a folder on disk, a revision, a table in a test.
class Tree {
public:
  virtual ~Tree() = default;
  /// What stands in the folder ("" is the root). A symbolic link that leaves the tree is listed as a file; reading it
  /// says `outside`.
  virtual Listing list(const std::string& folder) const = 0;
  virtual bool has_folder(const std::string& folder) const = 0;
  /// Whether there is a regular file at the path (S-08 asks for scans, whose bytes nobody reads).
  virtual bool has_file(const std::string& path) const = 0;
  /// The bytes of a file, kept in the arena. Several threads may read at once, each with an arena of its own.
  virtual ReadResult read(const std::string& path, Arena& arena) const = 0;
};

}  // namespace nastavnik
