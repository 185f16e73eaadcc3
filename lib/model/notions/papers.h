#pragma once
#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "model/kinds/codes_organization.h"
#include "model/kinds/codes_people.h"
#include "model/notions/pairs.h"
#include "model/notions/verdict.h"
#include "model/registry.h"

// Orders and consents, and whether they are in force.

namespace nastavnik {

struct Appointment;
struct Consent;

/// Dated on or before the day, and not cancelled by an order dated on or before it.
bool is_in_force(const Registry& registry, const Order& order, Date day);
bool decides(const Order& order, OrderKind kind);
/// The orders that assign the pair: the first one, and those that do so again for a new term.
std::vector<const Link<Order>*> orders_assigning(const Pair& pair);
bool is_in_force(const Consent& consent, Date day);
/// The days a consent is in force, the day of its withdrawal among them; nothing while its date is missing.
std::optional<Period> period_of(const Consent& consent);
/// An item that is one person's (`person`), or that of several at once (`people`).
template <class Item>
concept OfOneOrSeveral = requires(const Item& item) {
  item.person.id;
  item.people.items;
};
template <class Item>
concept OfOneAlone = !OfOneOrSeveral<Item> && requires(const Item& item) {
  item.person.id;
};
/// Whose it is.
template <OfOneOrSeveral Item>
std::vector<const Link<Person>*> people_of(const Item& item) {
  std::vector<const Link<Person>*> people;
  if (!item.person.absent()) people.push_back(&item.person);
  for (const Link<Person>& person : item.people) people.push_back(&person);
  return people;
}
template <OfOneAlone Item>
std::vector<const Link<Person>*> people_of(const Item& item) {
  return {&item.person};
}
inline std::vector<const Link<Person>*> people_of(const Link<Person>& person) { return {&person}; }
template <OfOneOrSeveral Item>
bool is_by(const Item& item, std::string_view person) {
  return item.person.id == person ||
         std::any_of(item.people.begin(), item.people.end(), [&](const Link<Person>& one) { return one.id == person; });
}
/// Whether it may be somebody's of whom that cannot be seen.
template <OfOneOrSeveral Item>
bool is_by_somebody_unclear(const Item& item) {
  const auto unclear = [](const Link<Person>& one) { return one.presence == Presence::broken; };
  return unclear(item.person) || item.people.presence == Presence::broken ||
         std::any_of(item.people.begin(), item.people.end(), unclear);
}
/// What the sheet consents to: what it lists, else what its place implies; each once.
std::vector<ConsentKind> kinds_of(const Consent& consent, std::optional<ConsentKind> implied);
/// Consents about the person of the kind, wherever they stand; the place may imply the kind.
std::vector<const Consent*> consents_of(const Registry& registry, std::string_view person, ConsentKind kind);
/// One of these is in force on the day.
bool has_consent_in_force(const Registry& registry, std::string_view person, ConsentKind kind, Date day);
/// All papers that may hold a consent of the person can be read: one that is not found was not given.
bool sees_consents(const Registry& registry, std::string_view person);
/// Of the consents to be a mentor those that the appointment rests on: its own, else any other.
std::vector<const Consent*> consents_behind(const std::vector<const Consent*>& all, const Appointment& appointment);
/// Consents of the person to duties that stand outside the pairs: those that the person's other papers list.
std::vector<const Consent*> own_participation_consents(const Registry& registry, std::string_view person);
/// Consents of the person to duties in this pair: those in the pair, else those that the person's other papers list.
std::vector<const Consent*> participation_consents(const Registry& registry, const Pair& pair, std::string_view person);

}  // namespace nastavnik
