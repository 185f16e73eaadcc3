#include "model/registry.h"

#include "model/records.h"

namespace nastavnik {
namespace {

template <class T>
std::span<const T* const> listed(const std::unordered_map<std::string_view, std::vector<const T*>>& lists,
                                 std::string_view id) {
  const auto found = lists.find(id);
  if (found == lists.end()) return {};
  return found->second;
}

}  // namespace

Registry::Registry() : records_(std::make_unique<Records>()) {
  std::apply([&](const auto&... table) { tables_ = {&table...}; }, records_->tables);
  std::apply([&](const auto&... record) { singles_ = {&record...}; }, records_->singles);
}
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;
Registry::~Registry() = default;

std::span<const Program* const> Registry::programs_of(const Pair& pair) const { return listed(programs_of_, pair.id); }

std::span<const Pair* const> Registry::pairs_of_mentor(std::string_view person) const {
  return listed(pairs_of_mentor_, person);
}

std::span<const Pair* const> Registry::pairs_of_mentee(std::string_view person) const {
  return listed(pairs_of_mentee_, person);
}

Date Registry::cancelled_on(const Order& order) const {
  const auto found = cancelled_on_.find(order.id);
  return found == cancelled_on_.end() ? end_of_time : found->second;
}

}  // namespace nastavnik
