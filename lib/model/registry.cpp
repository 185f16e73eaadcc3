#include "model/registry.h"

#include <algorithm>

#include "model/intake.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"

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

Registry::Registry() {
  auto next = held_.begin();
  const auto make = [&]<class T>() { *next++ = intake_of<T>().make(); };
  for_each(Kinds(), make);
  for_each(SingleKinds(), make);
}

Registry Registry::on(Date day) const {
  Registry other = *this;
  other.day_ = day;
  return other;
}

const void* Registry::find(const Kind& kind, std::string_view id) const {
  const void* found = nullptr;
  auto held = held_.begin();
  const auto look = [&]<class T>() {
    const Intake& intake = intake_of<T>();
    if (&intake.kind == &kind) found = intake.find(held->get(), id);
    ++held;
  };
  for_each(Kinds(), look);
  for_each(SingleKinds(), look);
  return found;
}

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

void Registry::index() {
  for (const Program& program : all<Program>())
    if (program.pair.given()) programs_of_[program.pair.id].push_back(&program);
  for (const Pair& pair : all<Pair>()) {
    if (pair.mentor.given() || pair.mentor.presence == Presence::unknown)
      pairs_of_mentor_[pair.mentor.id].push_back(&pair);
    for (const Member& member : pair.mentees) {
      auto& pairs = pairs_of_mentee_[member.person.id];
      if (pairs.empty() || pairs.back() != &pair) pairs.push_back(&pair);
    }
  }
  for (const Order& order : all<Order>())
    for (const Link<Order>& cancelled : order.cancels) note_cancelled(cancelled.id, order);
  std::sort(missing_files_.begin(), missing_files_.end());
}

void Registry::note_cancelled(std::string_view id, const Order& by) {
  if (!by.date.given()) return;
  const auto [known, fresh] = cancelled_on_.emplace(id, *by.date);
  if (!fresh) known->second = std::min(known->second, *by.date);
}

}  // namespace nastavnik
