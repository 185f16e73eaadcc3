#pragma once
#include <initializer_list>

#include "rules/rule.h"

namespace nastavnik {

/// Holds a decision to the order that it names: in force on the day judged, and deciding one of the kinds. What is wrong
/// is reported at the link; a link that names nothing is the caller's to report.
bool hold_to_order(Check& check, const Link<Order>& link, std::initializer_list<OrderKind> kinds);

/// The order decides one of the kinds.
bool decides_any(const Order& order, std::initializer_list<OrderKind> kinds);

}  // namespace nastavnik
