#include "model/notions/participation.h"

#include <algorithm>
#include <iterator>

#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"

namespace nastavnik {
namespace {

/// The days of the period on which each mentee belongs to the pair.
std::vector<Period> memberships_in(const Pair& pair, const Period& period, std::vector<std::string_view>& mentees) {
  std::vector<Period> found;
  const auto whole = period_of(pair);
  for (const Member& member : pair.mentees) {
    const auto own = period_of(member, pair);
    const Period days{std::max({own->from, whole->from, period.from}), std::min({own->to, whole->to, period.to})};
    if (days.to < days.from) continue;
    found.push_back(days);
    mentees.push_back(member.person.id);
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

Participation participation_in(const Registry& registry, const Period& period) {
  Participation found;
  for (const Pair& pair : registry.all<Pair>()) {
    const auto days = period_of(pair);
    if (!days || !days->meets(period)) continue;
    found.mentors.push_back(pair.mentor.id);
    (is_group(memberships_in(pair, period, found.mentees)) ? found.groups : found.pairs).push_back(&pair);
  }
  for (const Program& program : registry.all<Program>())
    if (const auto days = period_of(program); days && days->meets(period)) found.programs.push_back(&program);
  keep_each_once(found.mentors);
  keep_each_once(found.mentees);
  return found;
}

}  // namespace nastavnik
