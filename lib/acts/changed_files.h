#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/load.h"
#include "source/change.h"

namespace nastavnik {

/// A file as it was read and as it would be; nothing for no file.
struct ChangedFile {
  std::string path{};  ///< in the registry
  std::optional<std::string> before{};
  std::optional<std::string> after{};
};

/// What becomes of the files.
struct Edited {
  std::vector<ChangedFile> files{};  ///< in the order of their paths; none that stays as it is
  std::vector<Change>
      beyond_form{};  ///< changes that the form of a file does not allow; without them nothing may be written
};

/// The changes made in the texts, in their order: a new key stands where the field table has it. Those of bytes mean the text
/// as it was read. Throws Failure where a file cannot be read.
Edited edited(const Tree& tree, const Loaded& loaded, const Changes& changes);

}  // namespace nastavnik
