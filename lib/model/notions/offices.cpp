#include "model/notions/offices.h"

#include <algorithm>

#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/notions/papers.h"

namespace nastavnik {
namespace {

/// The person of one of the terms, heads' or curators', that hold the day.
template <class Term>
Verdict holds_office(const List<Term>& terms, const Link<Person>& person, Date day) {
  if (person.presence == Presence::broken) return Verdict::unknown;
  Verdict found = terms.presence == Presence::broken ? Verdict::unknown : Verdict::no;
  for (const Term& term : terms) {
    const auto period = period_of(term.from, term.to);
    const bool unclear = !period || term.to.presence == Presence::broken || term.person.presence == Presence::broken;
    if (!unclear && term.person.id == person.id && period->holds(day)) return Verdict::yes;
    if (unclear) found = Verdict::unknown;
  }
  return found;
}

}  // namespace

std::optional<Period> period_of(const Appointment& appointment) {
  if (!appointment.from.given()) return std::nullopt;
  return Period{*appointment.from,
                appointment.end.given() && appointment.end->date.given() ? *appointment.end->date : end_of_time};
}

const Appointment* appointment_on(const Mentor& mentor, Date day) {
  for (const Appointment& appointment : mentor.appointments)
    if (const auto period = period_of(appointment); period && period->holds(day)) return &appointment;
  return nullptr;
}

const HeadTerm* head_on(const Organization& organization, Date day) {
  const HeadTerm* found = nullptr;
  for (const HeadTerm& term : organization.heads) {
    const std::optional<Period> period = period_of(term.from, term.to);
    if (!period || !period->holds(day)) continue;
    const bool is_acting = term.acting.given() && *term.acting;
    if (!found || *term.from > *found->from || (is_acting && *term.from == *found->from)) found = &term;
  }
  return found;
}

Verdict is_head(const Organization& organization, const Link<Person>& person, Date day) {
  return holds_office(organization.heads, person, day);
}

Verdict is_signed_by_head(const Registry& registry, const Order& order) {
  if (!order.date.given() || !registry.has<Organization>()) return Verdict::unknown;
  if (order.signed_by.absent() || registry.organization().heads.absent()) return Verdict::yes;
  return is_head(registry.organization(), order.signed_by, *order.date);
}

std::optional<Period> period_of(const CuratorTerm& term) { return period_of(term.from, term.to); }

std::vector<const CuratorTerm*> curators_on(const Organization& organization, Date day) {
  std::vector<const CuratorTerm*> found;
  for (const CuratorTerm& term : organization.curators)
    if (const auto period = period_of(term); period && period->holds(day)) found.push_back(&term);
  return found;
}

Verdict is_curator(const Organization& organization, const Link<Person>& person, Date day) {
  return holds_office(organization.curators, person, day);
}

const Agreement* agreement_on(const Partner& partner, Date day) {
  for (const Agreement& agreement : partner.agreements)
    if (const auto period = period_of(agreement.date, agreement.valid_to); period && period->holds(day))
      return &agreement;
  return nullptr;
}

Verdict has_agreement(const Partner& partner, Date day) {
  if (agreement_on(partner, day)) return Verdict::yes;
  const auto broken = [](const Agreement& a) { return !a.date.given() || a.valid_to.presence == Presence::broken; };
  const bool unclear = partner.agreements.presence == Presence::broken ||
                       std::any_of(partner.agreements.begin(), partner.agreements.end(), broken);
  return unclear ? Verdict::unknown : Verdict::no;
}

}  // namespace nastavnik
