// Clauses 8-10: orders of the head and the consents behind them.

#include "rules/chapters.h"

namespace nastavnik {

std::span<const Rule> order_rules() { return {}; }

}  // namespace nastavnik
