#include "rules/questions/waiting.h"

#include <algorithm>

#include "model/notions/pairs.h"
#include "model/notions/positions.h"

namespace nastavnik {
namespace {

/// Since when the mentee has had no pair; nothing while the mentee has one, or it is unclear and the rule undecided.
std::optional<Date> waiting_since(Check& check, const Mentee& mentee) {
  Date since = *mentee.entered_on;
  for (const Pair* pair : check.registry().pairs_of_mentee(mentee.id)) {
    if (const auto unclear = unclear_membership(*pair)) {
      check.undecided(*unclear);
      return std::nullopt;
    }
    for (const Member& member : pair->mentees) {
      const auto own = member.person.id == mentee.id ? period_of(member, *pair) : std::nullopt;
      if (!own || own->from > check.day()) continue;
      if (own->to >= check.day()) return std::nullopt;
      since = std::max(since, own->to + 1);
    }
  }
  return since;
}

/// The last day of support since the waiting began, else that day. Nothing where a date cannot be read, which may be later:
/// then the rule is undecided.
std::optional<Date> supported_on(Check& check, const Mentee& mentee, Date since) {
  if (!check.known(mentee.support)) return std::nullopt;
  Date last = since;
  for (const Support& item : mentee.support) {
    if (!check.given(item.date)) return std::nullopt;
    last = std::max(last, *item.date);
  }
  return last;
}

const ReviewedPerson* find_decision(const NeedsReview& review, std::string_view person) {
  const auto found = std::find_if(review.people.begin(), review.people.end(),
                                  [&](const ReviewedPerson& item) { return item.person.id == person; });
  return found == review.people.end() ? nullptr : &*found;
}

/// The reviews can be read, and the last of them since then did not decide that no mentor is needed.
bool needs_mentor(Check& check, const Mentee& mentee, Date since) {
  const ReviewedPerson* last = nullptr;
  for (const SchoolYear& year : check.all<SchoolYear>()) {
    if (!check.known(year.needs_reviews)) return false;
    for (const NeedsReview& review : year.needs_reviews) {
      if (!check.known(review.people) || !check.given(review.date)) return false;
      const ReviewedPerson* decided = *review.date < since ? nullptr : find_decision(review, mentee.id);
      if (!decided) continue;
      since = *review.date;
      last = decided;
    }
  }
  if (!last || !check.known(last->decision)) return !last;
  return last->decision.absent() || *last->decision != NeedDecision::not_needed;
}

}  // namespace

std::optional<Waiting> left_waiting(Check& check, const Mentee& mentee) {
  if (is_erased(check.registry(), mentee.id) || !check.confirmed(is_in_bank(mentee, check.day()), mentee))
    return std::nullopt;
  const auto since = waiting_since(check, mentee);
  const auto supported = since ? supported_on(check, mentee, *since) : std::nullopt;
  if (!supported || *supported + *check.limits().unmatched_days >= check.day()) return std::nullopt;
  if (!needs_mentor(check, mentee, *since)) return std::nullopt;
  if (!check.sees_all<Pair>(mentee) || !check.sees_all<SchoolYear>(mentee)) return std::nullopt;
  return Waiting{*since, *supported};
}

}  // namespace nastavnik
