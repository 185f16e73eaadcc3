#include "model/notions/papers.h"

#include <algorithm>

#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"

namespace nastavnik {
namespace {

/// The consent's own kinds, else those that its place implies.
bool covers(const Consent& consent, ConsentKind kind, std::optional<ConsentKind> implied) {
  return consent.kinds.given() ? holds(consent.kinds, kind) : implied == kind;
}

// Each of these visits the consents of the kind in one place, until the visitor has seen enough.

template <class IsEnough>
bool visit_people_consents(const Registry& registry, std::string_view person, ConsentKind kind, IsEnough is_enough) {
  const Person* file = registry.all<Person>().find(person);
  return file && std::any_of(file->consents.begin(), file->consents.end(), [&](const DataConsent& consent) {
           return covers(consent, kind, std::nullopt) && is_enough(consent);
         });
}

template <class IsEnough>
bool visit_appointment_consents(const Registry& registry, std::string_view person, ConsentKind kind,
                                IsEnough is_enough) {
  const Mentor* mentor = registry.all<Mentor>().find(person);
  return mentor &&
         std::any_of(mentor->appointments.begin(), mentor->appointments.end(), [&](const Appointment& appointment) {
           return appointment.consent.given() && covers(*appointment.consent, kind, ConsentKind::mentor_appointment) &&
                  is_enough(*appointment.consent);
         });
}

template <class IsEnough>
bool visit_pair_consents(const Pair& pair, std::string_view person, ConsentKind kind, IsEnough is_enough) {
  return std::any_of(pair.consents.begin(), pair.consents.end(), [&](const PairConsent& consent) {
    return is_by(consent, person) && covers(consent, kind, ConsentKind::participation) && is_enough(consent);
  });
}

template <class IsEnough>
bool visit_consents(const Registry& registry, std::string_view person, ConsentKind kind, IsEnough is_enough) {
  const auto in_pair = [&](const Pair* pair) { return visit_pair_consents(*pair, person, kind, is_enough); };
  const auto in_pairs = [&](const auto& pairs) { return std::any_of(pairs.begin(), pairs.end(), in_pair); };
  return visit_people_consents(registry, person, kind, is_enough) ||
         visit_appointment_consents(registry, person, kind, is_enough) || in_pairs(registry.pairs_of_mentor(person)) ||
         in_pairs(registry.pairs_of_mentee(person));
}

/// A visitor that keeps them all.
auto into(std::vector<const Consent*>& found) {
  return [&found](const Consent& consent) {
    found.push_back(&consent);
    return false;
  };
}

bool is_readable(Standing standing) { return standing != Standing::broken && standing != Standing::unseen; }

bool has_unclear_kinds(const Consent& consent) { return consent.kinds.presence == Presence::broken; }

bool is_clear(const Person& person) {
  return person.consents.presence != Presence::broken &&
         std::none_of(person.consents.begin(), person.consents.end(), has_unclear_kinds);
}

bool is_clear(const Mentor& mentor) {
  const auto unclear = [](const Appointment& a) {
    return a.consent.presence == Presence::broken || has_unclear_kinds(*a.consent);
  };
  return mentor.appointments.presence != Presence::broken &&
         std::none_of(mentor.appointments.begin(), mentor.appointments.end(), unclear);
}

bool has_clear_consents(const Pair* pair) {
  const auto unclear = [](const PairConsent& c) { return is_by_somebody_unclear(c) || has_unclear_kinds(c); };
  return pair->consents.presence != Presence::broken &&
         std::none_of(pair->consents.begin(), pair->consents.end(), unclear);
}

}  // namespace

bool is_in_force(const Registry& registry, const Order& order, Date day) {
  return order.date.given() && *order.date <= day && registry.cancelled_on(order) > day;
}

bool decides(const Order& order, OrderKind kind) { return holds(order.kinds, kind); }

std::vector<const Link<Order>*> orders_assigning(const Pair& pair) {
  std::vector<const Link<Order>*> orders{&pair.order};
  for (const Renewal& renewal : pair.renewals) orders.push_back(&renewal.order);
  return orders;
}

std::optional<Period> period_of(const Consent& consent) {
  auto period = period_of(consent.given_on, consent.valid_to);
  if (period && consent.withdrawn_on.given()) period->to = std::min(period->to, *consent.withdrawn_on);
  return period;
}

bool is_in_force(const Consent& consent, Date day) {
  const auto period = period_of(consent);
  return period && period->holds(day);
}

std::vector<ConsentKind> kinds_of(const Consent& consent, std::optional<ConsentKind> implied) {
  std::vector<ConsentKind> kinds;
  for (const auto& kind : consent.kinds)
    if (kind.given() && std::find(kinds.begin(), kinds.end(), *kind) == kinds.end()) kinds.push_back(*kind);
  if (!consent.kinds.given() && implied) kinds.push_back(*implied);
  return kinds;
}

std::vector<const Consent*> consents_of(const Registry& registry, std::string_view person, ConsentKind kind) {
  std::vector<const Consent*> found;
  visit_consents(registry, person, kind, into(found));
  return found;
}

bool has_consent_in_force(const Registry& registry, std::string_view person, ConsentKind kind, Date day) {
  return visit_consents(registry, person, kind, [&](const Consent& consent) { return is_in_force(consent, day); });
}

std::vector<const Consent*> consents_behind(const std::vector<const Consent*>& all, const Appointment& appointment) {
  const bool has_own = std::find(all.begin(), all.end(), &*appointment.consent) != all.end();
  return has_own ? std::vector<const Consent*>{&*appointment.consent} : all;
}

bool sees_consents(const Registry& registry, std::string_view person) {
  if (!is_readable(registry.all<Person>().standing(person)) || !is_readable(registry.all<Mentor>().standing(person)))
    return false;
  if (!registry.all<Pair>().broken().empty()) return false;
  const Person* file = registry.all<Person>().find(person);
  const Mentor* mentor = registry.all<Mentor>().find(person);
  const auto of_mentor = registry.pairs_of_mentor(person), of_mentee = registry.pairs_of_mentee(person);
  return (!file || is_clear(*file)) && (!mentor || is_clear(*mentor)) &&
         std::all_of(of_mentor.begin(), of_mentor.end(), has_clear_consents) &&
         std::all_of(of_mentee.begin(), of_mentee.end(), has_clear_consents);
}

std::vector<const Consent*> participation_consents(const Registry& registry, const Pair& pair,
                                                   std::string_view person) {
  std::vector<const Consent*> found;
  visit_pair_consents(pair, person, ConsentKind::participation, into(found));
  if (!found.empty()) return found;
  return own_participation_consents(registry, person);
}

std::vector<const Consent*> own_participation_consents(const Registry& registry, std::string_view person) {
  std::vector<const Consent*> found;
  visit_appointment_consents(registry, person, ConsentKind::participation, into(found));
  visit_people_consents(registry, person, ConsentKind::participation, into(found));
  return found;
}

}  // namespace nastavnik
