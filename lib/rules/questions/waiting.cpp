#include "rules/questions/waiting.h"

#include <algorithm>

#include "model/kinds/codes_years.h"
#include "model/kinds/mentees.h"
#include "model/kinds/pairs.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/banks.h"
#include "model/notions/positions.h"
#include "rules/questions/sign_of_work.h"

namespace nastavnik {
namespace {

/// A pair of the mentee is seen to work though it tells no start, of which P10.5-1 speaks: who is in it is not alone.
bool may_have_pair(Check& check, const Mentee& mentee) {
  const auto pairs = check.registry().pairs_of_mentee(mentee.id);
  return std::any_of(pairs.begin(), pairs.end(),
                     [&](const Pair* pair) { return pair->start.absent() && sign_of_work(check, *pair); });
}

/// The last day on which a pair of the mentee was formed that has not begun yet: a mentor was looked for, and found.
std::optional<Date> mentor_found_on(const Check& check, const Mentee& mentee) {
  std::optional<Date> found;
  for (const Pair* pair : check.registry().pairs_of_mentee(mentee.id)) {
    const At<Day>& formed = pair->formation->date;
    const bool is_to_come = pair->end.absent() && !(pair->start.given() && *pair->start <= check.day());
    if (is_to_come && formed.given() && *formed <= check.day()) found = std::max(found, std::optional<Date>(*formed));
  }
  return found;
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
  const At<Day> since = alone_since(check.registry(), mentee, check.day());
  if (!check.given(since)) return std::nullopt;
  const At<Day> support = last_support(mentee, *since);
  const Date supported = std::max(support.given() ? *support : *since, mentor_found_on(check, mentee).value_or(*since));
  if (!check.known(support) || supported + *check.limits().unmatched_days >= check.day()) return std::nullopt;
  if (!needs_mentor(check, mentee, *since) || may_have_pair(check, mentee)) return std::nullopt;
  if (!check.sees_all<Pair>(mentee) || !check.sees_all<SchoolYear>(mentee)) return std::nullopt;
  return Waiting{*since, supported};
}

}  // namespace nastavnik
