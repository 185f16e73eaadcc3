#include "rules/decision.h"

#include <algorithm>

namespace nastavnik {

bool decides_any(const Order& order, std::initializer_list<OrderKind> kinds) {
  return std::any_of(kinds.begin(), kinds.end(), [&](OrderKind kind) { return decides(order, kind); });
}

bool hold_to_order(Check& check, const Link<Order>& link, std::initializer_list<OrderKind> kinds) {
  const Order* order = check.follow(link);
  if (!order || !check.given(order->date)) return false;
  if (const Date cancelled = check.registry().cancelled_on(*order); cancelled <= check.day()) {
    check.report(link, {"приказ отменён {}", "the order was cancelled on {}"}, cancelled);
    return false;
  }
  if (decides_any(*order, kinds)) return true;
  if (check.given(order->kinds))
    check.report(link, {"в приказе нет решения «{}»", "the order does not decide “{}”"}, *kinds.begin()).also(order->kinds, {"что решает приказ", "what the order decides"});
  return false;
}

}  // namespace nastavnik
