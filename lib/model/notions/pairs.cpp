#include "model/notions/pairs.h"

#include <algorithm>

#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/notions/papers.h"

namespace nastavnik {
namespace {

/// Members whose days hold this one, an end that cannot be read taken for none.
std::vector<const Member*> members_at(const Pair& pair, Date day) {
  std::vector<const Member*> found;
  for (const Member& member : pair.mentees)
    if (const auto days = period_of(member, pair); days && days->holds(day)) found.push_back(&member);
  return found;
}

}  // namespace

std::optional<Period> period_of(const Pair& pair) {
  if (!pair.start.given()) return std::nullopt;
  return Period{*pair.start, pair.end.given() && pair.end->date.given() ? *pair.end->date : end_of_time};
}

Verdict works_on(const Pair& pair, Date day) {
  if (pair.start.absent()) return Verdict::no;
  if (!pair.start.given()) return Verdict::unknown;
  if (*pair.start > day) return Verdict::no;
  if (pair.end.absent()) return Verdict::yes;
  if (!pair.end.given() || !pair.end->date.given()) return Verdict::unknown;
  return *pair.end->date >= day ? Verdict::yes : Verdict::no;
}

std::optional<Period> period_of(const Member& member, const Pair& pair) {
  const auto whole = period_of(pair);
  if (!whole) return std::nullopt;
  return Period{member.from.given() ? *member.from : whole->from, member.to.given() ? *member.to : whole->to};
}

std::vector<const Member*> members_on(const Pair& pair, Date day) {
  return works_on(pair, day) == Verdict::yes ? members_at(pair, day) : std::vector<const Member*>();
}

bool is_member(const Pair& pair, std::string_view person) {
  return std::any_of(pair.mentees.begin(), pair.mentees.end(), [&](const Member& m) { return m.person.id == person; });
}

Verdict is_member_on(const Pair& pair, std::string_view person, Date day) {
  if (unclear_membership(pair)) return Verdict::unknown;
  const auto members = members_on(pair, day);
  const auto is_it = [&](const Member* member) { return member->person.id == person; };
  return std::any_of(members.begin(), members.end(), is_it) ? Verdict::yes : Verdict::no;
}

std::vector<const Member*> members_nearest(const Pair& pair, Date day) {
  if (const auto period = period_of(pair))
    return members_at(pair, std::clamp(day, period->from, std::max(period->from, period->to)));
  std::vector<const Member*> all;
  for (const Member& member : pair.mentees) all.push_back(&member);
  return all;
}

bool joined_later(const Member& member, const Pair& pair) {
  return member.from.given() && pair.start.given() && *member.from > *pair.start;
}

std::optional<Span> unclear_membership(const Pair& pair) {
  const auto broken = [](const auto& field) { return field.presence == Presence::broken; };
  if (broken(pair.start)) return pair.start.span;
  if (broken(pair.end) || (pair.end.given() && !pair.end->date.given())) return pair.end.span;
  if (broken(pair.mentees)) return pair.mentees.span;
  for (const Member& member : pair.mentees) {
    if (member.person.id.empty()) return member.person.span;
    for (const auto* date : {&member.from, &member.to})
      if (broken(*date)) return date->span;
  }
  return std::nullopt;
}

bool is_draft(const Pair& pair, Date day) {
  return pair.order.absent() && pair.consents.absent() && (!pair.start.given() || *pair.start > day);
}

std::vector<const Pair*> pairs_with(std::string_view person, const Registry& registry) {
  std::vector<const Pair*> all;
  for (const auto pairs : {registry.pairs_of_mentor(person), registry.pairs_of_mentee(person)})
    all.insert(all.end(), pairs.begin(), pairs.end());
  return all;
}

}  // namespace nastavnik
