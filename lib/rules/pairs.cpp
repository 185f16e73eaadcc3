// Clauses 17-18: forming pairs and groups.

#include "rules/chapters.h"

namespace nastavnik {

std::span<const Rule> pair_rules() { return {}; }

}  // namespace nastavnik
