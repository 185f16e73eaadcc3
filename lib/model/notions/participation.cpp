#include "model/notions/participation.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"

namespace nastavnik {
namespace {

/// A pair in the period: the days on which each mentee who counts belongs to it.
struct PairInPeriod {
  std::vector<Period> memberships{};
  bool has_others = false;  ///< mentees who do not count

  /// Nobody who counts was mentored.
  bool is_left_out() const { return memberships.empty() && has_others; }
};

bool counts(const Registry& registry, std::string_view mentee, const Period& days, Mentees counted,
            Participation& found) {
  const Verdict answer = counted == Mentees::all ? Verdict::yes : is_of_this_model(registry, mentee, days);
  if (answer == Verdict::unknown) found.unclear.push_back(mentee);
  if (answer == Verdict::no) found.left_out.push_back(mentee);
  return answer == Verdict::yes || (answer == Verdict::unknown && counted == Mentees::of_this_model);
}

PairInPeriod look_at(const Registry& registry, const Pair& pair, const Period& period, Mentees counted,
                     Participation& into) {
  PairInPeriod found;
  const auto whole = period_of(pair);
  for (const Member& member : pair.mentees) {
    const auto own = period_of(member, pair);
    const Period days{std::max({own->from, whole->from, period.from}), std::min({own->to, whole->to, period.to})};
    if (days.to < days.from) continue;
    if (!counts(registry, member.person.id, days, counted, into)) {
      found.has_others = true;
      continue;
    }
    found.memberships.push_back(days);
    into.mentees.push_back(member.person.id);
  }
  return found;
}

/// On some day two of them are members; such days begin with a member's first one.
bool is_group(const std::vector<Period>& memberships) {
  return std::any_of(memberships.begin(), memberships.end(), [&](const Period& one) {
    return std::count_if(memberships.begin(), memberships.end(),
                         [&](const Period& other) { return other.holds(one.from); }) > 1;
  });
}

void keep_each_once(std::vector<std::string_view>& people) {
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
}

}  // namespace

std::size_t Participation::participants() const {
  std::vector<std::string_view> all;
  std::set_union(mentors.begin(), mentors.end(), mentees.begin(), mentees.end(), std::back_inserter(all));
  return all.size();
}

Participation participation_in(const Registry& registry, const Period& period, Mentees counted) {
  Participation found;
  std::unordered_set<const Pair*> left_out;
  for (const Pair& pair : registry.all<Pair>()) {
    const auto days = period_of(pair);
    if (!days || !days->meets(period)) continue;
    const PairInPeriod here = look_at(registry, pair, period, counted, found);
    if (here.is_left_out()) {
      left_out.insert(&pair);
      continue;
    }
    found.mentors.push_back(pair.mentor.id);
    (is_group(here.memberships) ? found.groups : found.pairs).push_back(&pair);
  }
  for (const Program& program : registry.all<Program>())
    if (const auto days = period_of(program); days && days->meets(period) && !left_out.contains(program.pair.to))
      found.programs.push_back(&program);
  for (auto* people : {&found.mentors, &found.mentees, &found.left_out, &found.unclear}) keep_each_once(*people);
  return found;
}

}  // namespace nastavnik
