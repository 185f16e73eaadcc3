#pragma once
#include <string>
#include <vector>

#include "base/date.h"
#include "model/kinds/codes_organization.h"
#include "model/registry.h"
#include "source/change.h"

namespace nastavnik {

/// An order that the head has signed.
struct SignedOrder {
  std::string id{};
  std::string number{};
  Date date{};
  std::string title{};
  std::vector<OrderKind> kinds{};
  std::vector<std::string> cancels{};  ///< ids of orders
};

/// The record of the order, signed by the head of its day.
Changes changes_of(const SignedOrder& order, const Registry& registry);

}  // namespace nastavnik
