#pragma once
#include <string>

namespace nastavnik {

/// The state of the records that something was made from.
struct RecordsRevision {
  std::string commit{};  ///< full id; empty where there is no history or nothing is in it yet
  bool dirty = false;    ///< the files differ from the commit
};

}  // namespace nastavnik
