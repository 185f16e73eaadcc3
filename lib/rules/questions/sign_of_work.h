#pragma once
#include <optional>

#include "rules/rule.h"

namespace nastavnik {

/// What shows that a pair works or has worked, though it tells no start: an end that is over, a meeting held, a programme
/// that has begun.
struct SignOfWork {
  Span place{};
  Words what{};
};

/// Nothing where there is none. What cannot be read may be one: then the rule of `check` is undecided.
std::optional<SignOfWork> sign_of_work(Check& check, const Pair& pair);

}  // namespace nastavnik
