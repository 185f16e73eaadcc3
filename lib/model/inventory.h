#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "source/finding.h"
#include "source/source.h"
#include "source/tree.h"

namespace nastavnik {

/// A file that holds a record: its source and the place of its kind in the list of kinds.
struct SourceOfRecord {
  std::uint32_t source = 0;
  std::size_t kind = 0;
};

/// What stands where in a registry.
struct Inventory {
  std::vector<SourceOfRecord> files{};  ///< one folder kind after another, each sorted by name
  std::vector<bool> folder_seen{};      ///< by kind: the folder is here and could be listed
  bool unreadable = false;              ///< what stands in some folder could not be had
};

/// Looks through the known folders, one level; what stands in the wrong place or under a wrong name becomes findings.
/// `folders` are those of the kinds with a folder, `singles` the names of the files at the root.
Inventory take_inventory(const Tree& tree, const std::vector<std::string>& folders,
                         const std::vector<std::string>& singles, Sources& sources, Findings& findings);

}  // namespace nastavnik
