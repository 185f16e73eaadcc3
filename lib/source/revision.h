#pragma once
#include <string>

#include "base/words.h"

namespace nastavnik {

/// The state of the records that something was made from.
struct RecordsRevision {
  std::string commit{};         ///< full id; empty where there is no history or nothing is in it yet
  std::string people_commit{};  ///< of people/ where they have a history of their own
  bool dirty = false;           ///< the files differ from what the commits hold
  Words unknown{};              ///< why git does not tell, where there is something that it should tell of
};

}  // namespace nastavnik
