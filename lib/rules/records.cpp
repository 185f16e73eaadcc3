// What no single clause says: states, the order of events, doubles.

#include "rules/chapters.h"

namespace nastavnik {

std::span<const Rule> record_rules() { return {}; }

}  // namespace nastavnik
