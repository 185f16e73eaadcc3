// Clauses 21-22: what is published, and when.

#include "rules/chapters.h"

namespace nastavnik {

std::span<const Rule> publication_rules() { return {}; }

}  // namespace nastavnik
