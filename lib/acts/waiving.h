#pragma once
#include <optional>
#include <string>

#include "base/date.h"
#include "source/change.h"
#include "source/finding.h"

namespace nastavnik {

/// A decision not to keep a rule (clarification 21).
struct Waiving {
  const Requirement* rule = nullptr;
  std::string record{};
  std::optional<std::string> item{};
  std::optional<std::string> field{};
  std::string reason{};
  std::string by{};  ///< id of a person
  Date on{};
  Date until{};
};

Changes changes_of(const Waiving& waiving);

}  // namespace nastavnik
