#pragma once
#include "rules/catalogue.h"

namespace nastavnik {

/// The requirement of clarification 21: on the day, and not beyond the school year in which it was decided.
bool is_in_effect(const Waiver& waiver, Date day);

/// Takes the findings that waivers and the baseline cover out of the ones that count, and says which of the two cover
/// nothing. Findings that count get their fingerprints where they were asked for.
void set_aside(const Loaded& loaded, const CheckRequest& request, Outcome& outcome);

/// How many findings of the outcome the waiver covers.
std::size_t covered(const Waiver& waiver, const Outcome& outcome);

}  // namespace nastavnik
