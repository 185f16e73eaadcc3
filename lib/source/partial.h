#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "source/tree.h"

namespace nastavnik {

/// A tree of which not all is in sight: folders as if they were kept elsewhere, files as if they were not there.
class PartialTree : public Tree {
public:
  /// Whether a path is in sight; one that ends in «/» asks for what is inside a folder.
  using Shows = std::function<bool(std::string_view path)>;
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
