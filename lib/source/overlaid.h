#pragma once
#include <string>
#include <utility>

#include "source/tree.h"

namespace nastavnik {

/// A tree with one file at its root replaced or added: what would be there if it were written.
class OverlaidTree : public Tree {
public:
  /// The tree below must outlive this one, and this one what was read.
  OverlaidTree(const Tree& base, std::string path, std::string bytes)
      : base_(base), path_(std::move(path)), bytes_(std::move(bytes)) {}

  Listing list(const std::string& folder) const override;
  bool has_folder(const std::string& folder) const override { return base_.has_folder(folder); }
  bool has_file(const std::string& path) const override { return path == path_ || base_.has_file(path); }
  ReadResult read(const std::string& path, Arena& arena) const override {
    return path == path_ ? ReadResult{bytes_} : base_.read(path, arena);
  }

private:
  const Tree& base_;
  std::string path_;
  std::string bytes_;
};

}  // namespace nastavnik
