#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "source/tree.h"

namespace nastavnik {

/// Files as they would be, by path; nothing where one would be taken away.
using FilesLaidOver = std::map<std::string, std::optional<std::string>>;

/// The files below the folder (`people/`), as seen from it.
FilesLaidOver below(const std::string& folder, const FilesLaidOver& files);

/// A tree with files changed, added, also in folders that are not there yet, or taken away: what would be there if that
/// were written.
class OverlaidTree : public Tree {
public:
  /// The tree below must outlive this one, and this one what was read.
  OverlaidTree(const Tree& base, FilesLaidOver files) : base_(base), files_(std::move(files)) {}

  Listing list(const std::string& folder) const override;
  bool has_folder(const std::string& folder) const override;
  bool has_file(const std::string& path) const override;
  ReadResult read(const std::string& path, Arena& arena) const override;

private:
  const Tree& base_;
  FilesLaidOver files_;
};

}  // namespace nastavnik
