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

/// The day of the order that the answers `number` and `date` tell: without the day the last on record that has the number is
/// meant. Nothing where there is none.
std::optional<Date> day_of_order(const Answers& answers, const Registry& registry);

/// The order of a decision that an act takes, by the answers `number` and `date`: recorded, or one that is there decides this,
/// too. Its id; empty where none was told.
std::string order_told(Act& act, const Answers& answers, std::vector<OrderKind> kinds, const Typing& typing);

}  // namespace nastavnik
