#include "model/notions/banks.h"

#include <algorithm>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"

namespace nastavnik {
namespace {

template <class Entry>
Verdict stands_on(const Entry& entry, Date day) {
  if (entry.entered_on.given() && *entry.entered_on > day) return Verdict::no;
  const bool left_some_day = entry.left.given() && entry.left->date.given();
  if (left_some_day && *entry.left->date < day) return Verdict::no;
  return entry.entered_on.given() && (entry.left.absent() || left_some_day) ? Verdict::yes : Verdict::unknown;
}

}  // namespace

Verdict is_in_bank(const Mentor& entry, Date day) { return stands_on(entry, day); }
Verdict is_in_bank(const Mentee& entry, Date day) { return stands_on(entry, day); }

At<Day> alone_since(const Registry& registry, const Mentee& mentee, Date day) {
  At<Day> since = mentee.entered_on;
  std::optional<Span> unclear;
  for (const Pair* pair : registry.pairs_of_mentee(mentee.id)) {
    if (const auto here = unclear_membership(*pair)) {
      unclear = here;
      continue;
    }
    for (const Member& member : pair->mentees) {
      const auto own = member.person.id == mentee.id ? period_of(member, *pair) : std::nullopt;
      if (!own || own->from > day) continue;
      if (own->to >= day) return {};
      since.value = std::max(since.value, own->to + 1);
    }
  }
  return unclear ? unreadable<Day>(*unclear) : since;
}

At<Day> last_support(const Mentee& mentee, Date since) {
  if (mentee.support.presence == Presence::broken) return unreadable<Day>(mentee.support.span);
  At<Day> last;
  for (const Support& item : mentee.support) {
    if (!item.date.given()) return unreadable<Day>(item.date.absent() ? item.span : item.date.span);
    if (*item.date >= since && (!last.given() || *item.date > *last)) last = item.date;
  }
  return last;
}

std::vector<WaitingMentee> waiting_on(const Registry& registry, Date day) {
  std::vector<WaitingMentee> found;
  for (const Mentee& mentee : registry.all<Mentee>()) {
    if (is_erased(registry, mentee.id) || is_in_bank(mentee, day) != Verdict::yes) continue;
    const At<Day> since = alone_since(registry, mentee, day);
    if (since.given()) found.push_back({&mentee, *since, if_given(last_support(mentee, *since))});
  }
  return found;
}

}  // namespace nastavnik
