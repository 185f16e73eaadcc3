#pragma once
#include <optional>
#include <span>

#include "acts/act.h"
#include "acts/recording.h"
#include "document/writing.h"

namespace nastavnik {

/// What an order that was signed decides, written wherever the records tell it: its record, every place that names it, the first
/// day of the pairs and of the appointments that had none. Throws Refusal where there is such an order already.
Act signed_order(std::span<const Subject> decided, const SignedOrder& order, std::optional<Date> from,
                 const Typing& typing);

/// The order of a decision that an act takes, by the answers `number` and `date`: recorded, or one that is there decides this,
/// too. Its id; empty where none was told.
std::string order_told(Act& act, const Answers& answers, std::vector<OrderKind> kinds, const Typing& typing);

}  // namespace nastavnik
