#pragma once
#include <string>
#include <utility>

#include "source/tree.h"

namespace nastavnik {

/// A tree with one folder at its root taken from another tree, whatever the first has there (`--people DIR`).
class MountedTree : public Tree {
public:
  /// Both trees must outlive this one.
  MountedTree(const Tree& base, std::string folder, const Tree& mounted)
      : base_(base), folder_(std::move(folder)), mounted_(mounted) {}

  Listing list(const std::string& folder) const override;
  bool has_folder(const std::string& folder) const override;
  bool has_file(const std::string& path) const override;
  ReadResult read(const std::string& path, Arena& arena) const override;

private:
  struct Target {
    const Tree& tree;
    std::string path;
  };
  Target target(const std::string& path) const;

  const Tree& base_;
  std::string folder_;
  const Tree& mounted_;
};

}  // namespace nastavnik
