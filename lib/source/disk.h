#pragma once
#include <memory>
#include <string>

#include "source/tree.h"

namespace nastavnik {

/// A folder on disk, only ever read. Symbolic links within it are followed; what leads out of it is `outside`.
class DiskTree : public Tree {
public:
  /// Holds the folder open; one that cannot be opened lists and reads as its fault says.
  /// Files above the limit are `too_large`.
  explicit DiskTree(const std::string& root, std::uint64_t limit = largest_file);
  ~DiskTree() override;

  Listing list(const std::string& folder) const override;
  bool has_folder(const std::string& folder) const override;
  bool has_file(const std::string& path) const override;
  ReadResult read(const std::string& path, Arena& arena) const override;

private:
  struct Root;
  std::unique_ptr<const Root> root_;
  std::uint64_t limit_;
};

}  // namespace nastavnik
