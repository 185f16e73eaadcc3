#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "model/notions/papers.h"
#include "model/notions/verdict.h"
#include "model/registry.h"

// Who holds an office: mentors, heads, curators; and agreements with partners.

namespace nastavnik {

struct Agreement;
struct Appointment;
struct CuratorTerm;
struct HeadTerm;

/// The appointment of the mentor that covers the day.
const Appointment* appointment_on(const Mentor& mentor, Date day);
std::optional<Period> period_of(const Appointment& appointment);
/// The head on the day, the acting one before all others; nothing where there is none.
const HeadTerm* head_on(const Organization& organization, Date day);
/// Head or acting head on the day.
Verdict is_head(const Organization& organization, const Link<Person>& person, Date day);
/// Whether the head or acting head signed the order. An order without a signer is not held against anyone but itself,
/// and none is while the school names no head at all (P9-6).
Verdict is_signed_by_head(const Registry& registry, const Order& order);
std::optional<Period> period_of(const CuratorTerm& term);
std::vector<const CuratorTerm*> curators_on(const Organization& organization, Date day);
/// Curator in office on the day.
Verdict is_curator(const Organization& organization, const Link<Person>& person, Date day);
/// The agreement of the partner that is in force on the day.
const Agreement* agreement_on(const Partner& partner, Date day);
/// Whether there is one; unknown while one that cannot be read might be.
Verdict has_agreement(const Partner& partner, Date day);

}  // namespace nastavnik
