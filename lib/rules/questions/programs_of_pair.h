#pragma once
#include <optional>
#include <vector>

#include "rules/rule.h"

// The programmes that a pair has, and what keeps them from being known.

namespace nastavnik {

using Programs = std::vector<const Program*>;

/// Programmes of the pair that were not cancelled, in the order of their ids. Nothing where that cannot be read: then the
/// rule of `check` is undecided.
std::optional<Programs> prepared_programs(Check& check, const Pair& pair);

/// A programme that cannot be read, or whose pair cannot: it may belong to any pair.
std::optional<Span> find_unclear_program(const Table<Program>& programs);

}  // namespace nastavnik
