#pragma once
#include <vector>

#include "base/date.h"

// Sets of days: who was in office, which days nothing covers.

namespace nastavnik {

using Periods = std::vector<Period>;

/// The days of all of them, as the fewest periods in order; a period that ends before it begins has none.
Periods unite(Periods periods);

/// The days of the one that are not among the other.
Periods without(const Periods& days, const Periods& others);

/// The days that both have.
Periods shared(const Periods& days, const Periods& others);

}  // namespace nastavnik
