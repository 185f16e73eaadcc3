#pragma once
#include <functional>
#include <string>
#include <utility>

#include "source/tree.h"

namespace nastavnik {

/// A tree of which some folders at the root are out of sight, as if they were kept elsewhere.
class PartialTree : public Tree {
public:
  using Shows = std::function<bool(const std::string& folder)>;
  /// The tree must outlive this one.
  PartialTree(const Tree& whole, Shows shows) : whole_(whole), shows_(std::move(shows)) {}

  Listing list(const std::string& folder) const override;
  bool has_folder(const std::string& folder) const override;
  bool has_file(const std::string& path) const override { return whole_.has_file(path); }
  ReadResult read(const std::string& path, Arena& arena) const override { return whole_.read(path, arena); }

private:
  const Tree& whole_;
  Shows shows_;
};

}  // namespace nastavnik
