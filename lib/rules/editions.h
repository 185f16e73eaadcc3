#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "model/kinds/codes_organization.h"
#include "model/registry.h"
#include "rules/clause.h"
#include "source/finding.h"

// Since when and until when a row of the catalogue holds, and for which records.

namespace nastavnik {

/// The pack of rules a row belongs to; none for what records are held to under any law.
std::optional<Pack> pack_of(const Requirement& row);

/// The pack is switched on in nastavnik.yaml, or the row belongs to none.
bool is_switched_on(const Requirement& row, const Settings& settings);

/// As long as the row's phrase stands in its first clause; without a clause, always.
Period in_force(const Requirement& row, std::span<const Edition> law = editions());

/// Whether anything can be judged by the row on the day: law that is not yet in force asks nothing, and law that has
/// been repealed asks only of what was done under it.
bool is_judged_on(const Requirement& row, Date day);

/// When what stands in a file was formed by an order: a pair and its programmes, the appointments of a mentor.
class FormingDays {
public:
  explicit FormingDays(const Registry& registry);
  /// The day of the order that the place belongs to; the day judged where it belongs to none.
  Date of(Span place) const;

private:
  struct Since {
    std::uint32_t begin = 0;
    Date day{};
  };
  void add(const Pair& pair);
  void add(const Mentor& mentor);

  Date judged_{};
  std::unordered_map<std::uint32_t, std::vector<Since>> by_file_;  ///< in the order of the places
};

}  // namespace nastavnik
