#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/registry.h"

// What follows from the records: one function for each notion of the record manual. Nothing of this is ever stored.

namespace nastavnik {

/// What a derived notion can say when the records behind it may be broken or out of sight.
enum class Verdict : unsigned char { no, yes, unknown };

/// From the first date to the second, both included; without the second the period is open, without the first it is not there.
std::optional<Period> period_of(const At<Day>& from, const At<Day>& to);

// Positions

/// Positions held on the day, here or elsewhere.
std::vector<const JobPosition*> positions_on(const Person& person, Date day);
bool employed_here(const Person& person, Date day);
/// Has positions on the day, all of them with partners.
bool employed_elsewhere_only(const Person& person, Date day);
/// Works with partners only; unknown while the positions cannot be seen.
Verdict is_external(const Registry& registry, std::string_view person, Date day);
/// Whether the person works in this school on the day; unknown while the positions cannot be read.
Verdict works_here(const Registry& registry, std::string_view person, Date day);
/// Holds a position of the category in this school on the day.
bool holds_here(const Person& person, PositionCategory category, Date day);
/// Whether one of the positions held on the day is such; unknown while one that cannot be read might be.
Verdict holds_position(const Person& person, Date day, const std::function<Verdict(const JobPosition&)>& is);
/// The same as `holds_here`, for rules that must not take a broken position for none.
Verdict has_category(const Person& person, PositionCategory category, Date day);

// Ages

/// By the date of birth, else by the year; nothing where neither is known.
std::optional<int> year_of_birth(const Person& person);
/// A young or beginning teacher: by the entry of the bank, without one by age and years of teaching; nothing where what
/// it takes is not known.
std::optional<bool> is_young(const Registry& registry, const Person& person, Date day);

// Pairs and groups

/// The days a pair works; nothing while it is forming.
std::optional<Period> period_of(const Pair& pair);
bool is_active(const Pair& pair, Date day);
/// The same where a start or an end that cannot be read leaves it unknown.
Verdict works_on(const Pair& pair, Date day);
/// The days of one membership: the member's own dates, else those of the pair.
std::optional<Period> period_of(const Member& member, const Pair& pair);
std::vector<const Member*> members_on(const Pair& pair, Date day);
/// Is or was a mentee of the pair on some day.
bool is_member(const Pair& pair, std::string_view person);
bool is_member_on(const Pair& pair, std::string_view person, Date day);
/// Members on the day, or on the nearest day the pair works; all of them while it is forming.
std::vector<const Member*> members_nearest(const Pair& pair, Date day);
/// What keeps the membership of the pair from being known: a broken date, or the list itself.
std::optional<Span> unclear_membership(const Pair& pair);
/// Has no paper yet and begins after the day: rules about papers, consents and banks are silent on it.
bool is_draft(const Pair& pair, Date day);

/// Stands in the bank on the day; unknown while a date behind it cannot be read.
Verdict is_in_bank(const Mentee& entry, Date day);

// Offices

/// The appointment of the mentor that covers the day.
const Appointment* appointment_on(const Mentor& mentor, Date day);
std::optional<Period> period_of(const Appointment& appointment);
/// Appointed on the day, or mentor of a pair active on it.
bool is_mentor_in_office(const Registry& registry, std::string_view person, Date day);
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

// Papers

/// Dated on or before the day, and not cancelled by an order dated on or before it.
bool is_in_force(const Registry& registry, const Order& order, Date day);
bool decides(const Order& order, OrderKind kind);
bool is_in_force(const Consent& consent, Date day);
/// The days a consent is in force; nothing while its date is missing.
std::optional<Period> period_of(const Consent& consent);
/// Consents about the person of the kind, wherever they stand; the place may imply the kind.
std::vector<const Consent*> consents_of(const Registry& registry, std::string_view person, ConsentKind kind);
/// All papers that may hold a consent of the person can be read: one that is not found was not given.
bool sees_consents(const Registry& registry, std::string_view person);
/// Consents of the person to duties that stand outside the pairs: those that the person's other papers list.
std::vector<const Consent*> own_participation_consents(const Registry& registry, std::string_view person);
/// Consents of the person to duties in this pair: those in the pair, else those that the person's other papers list.
std::vector<const Consent*> participation_consents(const Registry& registry, const Pair& pair, std::string_view person);

// Programmes

/// Amendments up to the day, in the order of their dates.
std::vector<const Amendment*> amendments_until(const Program& program, Date day);
bool changes(const Amendment& amendment, Change change);
/// What keeps the amended term and kinds from being known.
std::optional<Span> unclear_amendments(const Program& program);
/// The field that holds the end of the term as amended up to the day.
const At<Day>& end_of_term(const Program& program, Date day);
/// The end of the term as amended up to the day; nothing where a date behind it is missing.
std::optional<Date> effective_end(const Program& program, Date day);
/// The kinds of mentoring as amended up to the day.
const NotedChoices<MentoringKind>& effective_kinds(const Program& program, Date day);
/// Since when the programme has had the kind, up to the day and without a break; nothing when it has not.
std::optional<Date> holds_kind_since(const Program& program, MentoringKind kind, Date day);
bool holds_kind(const NotedChoices<MentoringKind>& kinds, MentoringKind kind);
bool is_only(const NotedChoices<MentoringKind>& kinds, MentoringKind kind);
/// The day an activity is due, moves included; nothing where none is set.
std::optional<Date> effective_due(const Activity& activity);
/// Not taken out of the plan by an amendment.
inline bool is_in_plan(const Activity& activity) { return activity.cancelled_by.absent(); }
/// Begun, not cancelled, not completed before the day; the end of the term does not end it.
bool is_active(const Program& program, Date day);
/// The days a programme runs, up to its completion; nothing while it is cancelled or its dates are missing.
std::optional<Period> period_of(const Program& program);
/// Found by the end of the programme and not overcome before its start; both dates of the difficulty must be readable.
bool is_open(const Difficulty& difficulty, Period term);
/// Has no paper yet and begins after the day.
bool is_draft(const Program& program, Date day);

// School years

/// The school year that the file is about; nothing when its name is no school year.
std::optional<Period> period_of(const SchoolYear& year);
/// The days that the roadmap is for: its own dates, else those of the school year.
std::optional<Period> period_of(const Roadmap& roadmap, const SchoolYear& year);

// Texts and codes

template <class Enum, class Codes>
requires requires(const Codes& codes) { codes.begin()->given(); }
bool holds(const Codes& list, Enum value) {
  for (const auto& at : list)
    if (at.given() && *at == value) return true;
  return false;
}
/// The list names the person.
bool names(const List<Link<Person>>& people, std::string_view person);
/// Only the day of erasure is left of the person: rules that ask for names, consents, ages and surveys are not held against them.
bool is_erased(const Registry& registry, std::string_view person);

}  // namespace nastavnik
