#pragma once
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/catalogue.h"
#include "document/order_points.h"

namespace nastavnik {

/// A kind of decision: where the records name the order that took it, and how an order tells it.
struct DecisionKind {
  OrderKind kind{};
  std::string_view places{};  ///< paths of the field table that link to the order, comma-separated
  std::vector<Subject> (*subjects)(const Registry&) = nullptr;
  void (*write)(Writing&, papers::Decided, papers::Readers&) = nullptr;
  std::string_view about{};        ///< in a title, behind «О»
  std::span<const int> clauses{};  ///< of the regulation
};

/// All of them, in the order in which they are written.
std::span<const DecisionKind> decisions();

/// What orders of the kinds wanted decide, each with its decision.
std::vector<Subject> decided(const Registry& registry, bool (*is_wanted)(OrderKind));

/// Where the records say of whom or what an order decides this: «organization.yaml: curators, order».
std::string place_of(OrderKind kind);

/// What each order has decided.
class DecidedByOrders {
public:
  explicit DecidedByOrders(const Registry& registry);

  /// All that refers to the order, and its own record.
  std::span<const Subject> decided_by(std::string_view order) const;
  /// Whether such a paper tells all that the order has decided.
  bool covers(const DocumentKind& kind, std::string_view order) const;

private:
  const Registry& registry_;
  std::unordered_map<std::string_view, std::vector<Subject>> by_order_{};
};

}  // namespace nastavnik
