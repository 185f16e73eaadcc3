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
  std::vector<std::string_view> left_out{};  ///< mentees of another model, where they are not counted
  std::vector<std::string_view> unclear{};   ///< mentees of whom that cannot be seen

  /// People in either role, each once.
  std::size_t participants() const;
};

/// Whose part counts: clause 11.12 counts teachers and students, and no pair or programme that has none of them.
enum class Mentees : unsigned char {
  all,
  of_this_model,  ///< those too of whom it cannot be seen
  surely_of_this_model,
};

Participation participation_in(const Registry& registry, const Period& period, Mentees counted = Mentees::all);

/// From this day on the statistics count by the model; those of before counted everyone.
inline constexpr Date counts_by_model_since{2026, 12, 1};

}  // namespace nastavnik
