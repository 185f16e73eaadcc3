#include "rules/questions/labour_contract.h"

#include <algorithm>

#include "model/kinds/mentors.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "rules/editions.h"

namespace nastavnik {

bool knows_contract(Check& check, const Mentor& mentor) {
  return check.known(mentor.labour_terms) &&
         std::all_of(mentor.labour_terms.begin(), mentor.labour_terms.end(), [&](const LabourTerms& document) {
           return check.given(document.date) &&
                  check.known(document.valid_to, document.states, document.in_job_function);
         });
}

namespace {

/// The same as `falls_under_article`, told apart from what cannot be known.
Verdict is_under_article(Check& check, const Mentor& mentor, const Period& days) {
  if (is_erased(check.registry(), mentor.id)) return Verdict::no;
  if (const Verdict here = works_here(check.registry(), mentor.id, days.to); here != Verdict::yes) return here;
  std::optional<Verdict> found;
  for (const Pair* pair : check.registry().pairs_of_mentor(mentor.id)) {
    const auto work = period_of(*pair);
    if (!work || !work->meets(days)) continue;
    const Verdict verdict = has_employee(check.registry(), *pair, std::min(work->to, days.to));
    if (verdict == Verdict::yes) found = verdict;
    if (found != Verdict::yes && found != Verdict::unknown) found = verdict;
  }
  if (found.value_or(Verdict::yes) != Verdict::yes) return *found;
  if (!knows_contract(check, mentor)) return Verdict::unknown;
  return Contract(mentor, days.to).is_job_function() ? Verdict::no : Verdict::yes;
}

}  // namespace

bool falls_under_article(Check& check, const Mentor& mentor, const Period& days) {
  return check.confirmed(is_under_article(check, mentor, days), mentor);
}

bool is_mere_request(Check& check, const Mentor& mentor, const Resignation& resignation) {
  constexpr Requirement article{.clauses = "tk351.8"};
  if (!check.given(resignation.date)) return false;
  return !in_force(article).holds(*resignation.date) ||
         check.denied(is_under_article(check, mentor, {*resignation.date, *resignation.date}), mentor);
}

}  // namespace nastavnik
