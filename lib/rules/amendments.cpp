// Clause 20: changing the term or content of a programme.

#include "rules/chapters.h"

namespace nastavnik {

std::span<const Rule> amendment_rules() { return {}; }

}  // namespace nastavnik
