#pragma once
#include <initializer_list>

#include "model/kinds/codes_organization.h"
#include "rules/rule.h"

namespace nastavnik {

/// Whether what is wrong with an order is as grave as the row, or has its second grade.
enum class Grade : unsigned char { full, milder };

/// Holds a decision to the order that it names: in force on the day, and deciding one of the kinds. What is wrong is
/// reported at the link; a link that names nothing is the caller's to report.
bool hold_to_order(Check& check, const Link<Order>& link, std::initializer_list<OrderKind> kinds, Date day,
                   Grade grade = Grade::full);
inline bool hold_to_order(Check& check, const Link<Order>& link, std::initializer_list<OrderKind> kinds) {
  return hold_to_order(check, link, kinds, check.day());
}

/// The day on which the order behind a period in office has to be in force: today, or the first day when it is over, since
/// whoever comes next is appointed by an order that cancels it.
Date day_of_order(const Check& check, const At<Day>& from, const At<Day>& to);

/// Holds the order to the signature of the head or acting head; what is wrong is reported at the link.
void hold_to_head(Check& check, const Link<Order>& link);

/// The order decides one of the kinds.
bool decides_any(const Order& order, std::initializer_list<OrderKind> kinds);

}  // namespace nastavnik
