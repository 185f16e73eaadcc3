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

/// Where settings and waivers name a rule that there is not: a slip there would silently change nothing.
std::vector<const At<RuleId>*> unknown_rules(const Registry& registry);

/// Rows chosen by words: an id, a name, a family (`P`, `RM`, `S`, `yaml`, …) or a clause with all under it (`11`, `10.5`).
struct Selection {
  std::vector<std::string> select{};  ///< empty: all
  std::vector<std::string> ignore{};
  bool takes(const Requirement& row) const;
};

/// Whether the word chooses the row.
bool chooses(std::string_view word, const Requirement& row);

/// A revision of the registry that decides what may be set aside, so that a change cannot excuse itself.
struct Base {
  const Loaded* loaded = nullptr;  ///< its settings, waivers and baseline; nothing where it had no registry
  std::string name{};              ///< as it was asked for
};

struct CheckRequest {
  Selection selection{};
  std::span<const Requirement* const> only{};  ///< of the rows chosen only these; empty: all of them
  std::vector<std::string> within{};  ///< files and folders: only what is found there is told; empty: everything
  unsigned jobs = 1;                  ///< threads that hold the records against the rules
  bool strict = false;                ///< lowered severities, waivers and the baseline do not count
  bool fingerprints = false;          ///< each finding gets its own
  bool no_baseline = false;           ///< baseline.txt does not count
  const Base* base = nullptr;         ///< what was added since then does not count
  bool names = false;                 ///< messages may name people
  bool details = true;  ///< rows that tell what does not apply are asked for; so they are where rows are selected

  bool takes(const Requirement& row) const;
};

/// Whether a waiver or the baseline may set findings of the row aside. What is wrong with the records themselves, or with
/// the waivers, has to be mended.
bool can_be_set_aside(const Requirement& row);

/// Whether the rule is judged in this run.
bool is_held(const Requirement& row, const Registry& registry, const CheckRequest& request, const Outcome& outcome);

/// Holds the records against the catalogue. Findings come in the order of their places.
Outcome check(const Loaded& loaded, const CheckRequest& request);

}  // namespace nastavnik
