#pragma once
#include <string>

#include "base/words.h"
#include "model/find.h"

namespace nastavnik {

/// Why what was typed cannot be entered. Thrown by what reads typed words; nothing is changed then.
struct Refusal {
  Words what{};
  Words hint{};                ///< what would do; may be empty
  std::string word{};          ///< of a record: as it was typed
  Meant meant{};               ///< the records that the word may mean
  std::string_view clause{};   ///< that an act would break: it is refused as an act and not as words
  bool is_incomplete = false;  ///< what was typed may do; something is missing that must be there
  bool may_insist = false;     ///< it looks like a slip; `Typing::insists` says that it is meant
};

}  // namespace nastavnik
