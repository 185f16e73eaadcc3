#pragma once
#include <optional>

#include "rules/rule.h"

// Who waits in the bank of mentees without a pair, and is not looked after meanwhile.

namespace nastavnik {

struct Waiting {
  Date since{};      ///< the first day without a pair
  Date supported{};  ///< the last record of support or search since then, else the same day
};

/// A mentee in the bank who needs a mentor and has waited longer than one record of support or search is enough for. Nothing
/// where that cannot be known: then the rule of `check` is undecided.
std::optional<Waiting> left_waiting(Check& check, const Mentee& mentee);

}  // namespace nastavnik
