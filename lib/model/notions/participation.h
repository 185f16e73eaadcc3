#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "model/registry.h"

// Who takes part in mentoring over a period: the numbers of the statistics and of the reports.

namespace nastavnik {

/// Mentors and mentees of the pairs that worked on some day of a period; each person once in each role.
struct Participation {
  std::vector<std::string_view> mentors{};  ///< ids, in order
  std::vector<std::string_view> mentees{};
  std::vector<const Pair*> pairs{};   ///< with one mentee on each such day
  std::vector<const Pair*> groups{};  ///< with two or more on one of them
  std::vector<const Program*> programs{};

  /// People in either role, each once.
  std::size_t participants() const;
};

Participation participation_in(const Registry& registry, const Period& period);

}  // namespace nastavnik
