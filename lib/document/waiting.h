#pragma once
#include <vector>

#include "document/choice.h"

namespace nastavnik {

/// The papers that wait to be printed and signed, as of the day of the registry: decisions that no order names, consents and
/// statements that should be there, programmes that nobody has approved. In the order of the catalogue. What is voluntary
/// (a consent to publication), what is in the past of people who have left, and what cannot be read is not among them.
std::vector<ChosenPaper> waiting_papers(const Registry& registry, unsigned jobs = 1);

}  // namespace nastavnik
