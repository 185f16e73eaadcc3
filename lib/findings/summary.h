#pragma once
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "findings/checked_registry.h"

namespace nastavnik {

/// How many findings there are of each severity that is shown.
using BySeverity = std::array<std::size_t, 3>;

/// What runs came to, in numbers.
struct Tally {
  std::size_t files = 0;
  std::size_t records = 0;
  std::size_t rules = 0;  ///< of the run that held most
  BySeverity findings{};
  std::size_t undecided = 0;
  std::size_t waived = 0;       ///< findings that a waiver sets aside
  Date waived_until{};          ///< the first day on which one of these waivers ends
  bool waived_longer = false;   ///< others of them end later
  std::size_t old = 0;          ///< findings that baseline.txt sets aside
  std::size_t milder = 0;       ///< findings not shown because they are milder than what was asked for
  std::size_t fixable = 0;      ///< findings that the program mends itself
  bool faulty_records = false;  ///< a finding says that a record cannot be read as it stands
  bool unreadable = false;
  bool faulty_settings = false;
  bool idle = false;  ///< of some registry nothing was checked
};

Tally tally(std::span<const CheckedRegistry> registries);

/// Findings of one rule.
struct RuleCount {
  const Requirement* of = nullptr;
  BySeverity findings{};
  std::size_t total = 0;
};

/// The rules that fired, the most frequent first, then by id.
std::vector<RuleCount> count_by_rule(std::span<const CheckedRegistry> registries);

/// «2 нарушения, 1 предупреждение»; empty when there are none.
Words counted(const BySeverity& findings);

/// What a summary counts of what was read and checked: the rules too where they are asked for (-v) or a program reads it.
enum class Counting : bool { records, records_and_rules };

/// What people see.
Counting counting(const RenderOptions& options);

/// The first line tells whether all is well; it is the only one when there is nothing else to tell.
std::vector<Words> summary(std::span<const CheckedRegistry> registries, Counting counting);

/// The whole of it in one line.
Words summary_in_one_line(std::span<const CheckedRegistry> registries, Counting counting);

/// Records were read, nothing was found, nothing was left undecided.
bool is_clean(const Tally& tally);

}  // namespace nastavnik
