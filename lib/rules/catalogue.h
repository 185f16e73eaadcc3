#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/load.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace nastavnik {

/// Every row of the catalogue: those of YAML and of the record format first, then the regulation chapter by chapter.
const std::vector<const Requirement*>& catalogue();

/// The row with this id or name; nothing when there is none.
const Requirement* find_requirement(std::string_view id_or_name);

/// Rows chosen by words: an id, a name, a family (`P`, `RM`, `S`, `yaml`, …) or a clause with all under it (`11`, `10.5`).
struct Selection {
  std::vector<std::string> select{};  ///< empty: all
  std::vector<std::string> ignore{};
  bool takes(const Requirement& row) const;
};

/// Whether the word chooses the row.
bool chooses(std::string_view word, const Requirement& row);

struct CheckRequest {
  Selection selection{};
  bool strict = false;  ///< lowered severities do not count
  bool names = false;   ///< messages may name people
};

/// Holds the records against the catalogue. Findings come in the order of their places.
Outcome check(const Loaded& loaded, const CheckRequest& request);

}  // namespace nastavnik
