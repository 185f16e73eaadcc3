#include "rules/questions/decision.h"

#include <algorithm>

#include "model/kinds/orders.h"
#include "model/notions/offices.h"
#include "model/notions/papers.h"

namespace nastavnik {

bool decides_any(const Order& order, std::initializer_list<OrderKind> kinds) {
  return std::any_of(kinds.begin(), kinds.end(), [&](OrderKind kind) { return decides(order, kind); });
}

bool hold_to_order(Check& check, const Link<Order>& link, std::initializer_list<OrderKind> kinds, Date day,
                   Grade grade) {
  const auto graded = [&](Found found) {
    if (grade == Grade::milder) found.milder();
    return found;
  };
  const Order* order = check.follow(link);
  if (!order || !check.given(order->date)) return false;
  if (const Date cancelled = check.registry().cancelled_on(*order); cancelled <= day) {
    graded(check.found(link, {"приказ отменён {}", "the order was cancelled on {}"}, cancelled));
    return false;
  }
  if (decides_any(*order, kinds)) return true;
  if (check.given(order->kinds))
    graded(check.found(link, {"в приказе нет решения «{}»", "the order does not decide “{}”"}, *kinds.begin()))
        .also(order->kinds, {"что решает приказ", "what the order decides"});
  return false;
}

Date day_of_order(const Check& check, const At<Day>& from, const At<Day>& to) {
  return to.given() && *to < check.day() ? *from : check.day();
}

void hold_to_head(Check& check, const Link<Order>& link) {
  const Order* order = check.follow(link);
  if (!order || !check.denied(is_signed_by_head(check.registry(), *order), order->signed_by)) return;
  check
      .found(link,
             {"{} в день приказа ({}) не руководит организацией",
              "{} is not the head of the organisation on the day of the order ({})"},
             check.who(order->signed_by), *order->date)
      .also(order->signed_by, {"кто подписал приказ", "who signed the order"});
}

}  // namespace nastavnik
