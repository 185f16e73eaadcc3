// Clause 19: ending a programme.

#include "rules/chapters.h"

namespace nastavnik {

std::span<const Rule> ending_rules() { return {}; }

}  // namespace nastavnik
