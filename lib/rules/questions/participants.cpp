#include "rules/questions/participants.h"

#include <algorithm>

#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"

namespace nastavnik {
namespace {

/// A person whose id is wrong may be anybody.
bool add(Check& check, const Link<Person>& person, People& people) {
  if (person.presence == Presence::broken)
    check.undecided(person.span);
  else
    people.push_back(&person);
  return person.presence != Presence::broken;
}

}  // namespace

std::optional<People> mentees_on(Check& check, const Pair& pair, Date day) {
  if (const auto unclear = unclear_membership(pair)) {
    check.undecided(*unclear);
    return std::nullopt;
  }
  People people;
  for (const Member* member : members_nearest(pair, day))
    if (!add(check, member->person, people)) return std::nullopt;
  return people;
}

std::optional<People> participants_on(Check& check, const Pair& pair, Date day) {
  auto people = mentees_on(check, pair, day);
  if (!people || !add(check, pair.mentor, *people)) return std::nullopt;
  std::rotate(people->begin(), people->end() - 1, people->end());
  return people;
}

std::optional<People> everyone_in(Check& check, const Pair& pair) {
  People people;
  if (!check.given(pair.mentees) || !add(check, pair.mentor, people)) return std::nullopt;
  for (const Member& member : pair.mentees) {
    if (member.from.given() && *member.from > check.day()) continue;
    if (!add(check, member.person, people)) return std::nullopt;
  }
  return people;
}

std::vector<const CuratorTerm*> find_curators(Check& check, Date day) {
  const Organization& organization = check.registry().organization();
  if (!check.sees_the<Organization>(organization) || !check.given(organization.curators)) return {};
  const auto broken = [](const auto& field) { return field.presence == Presence::broken; };
  for (const CuratorTerm& term : organization.curators)
    if (broken(term.person) || broken(term.from) || broken(term.to)) {
      check.undecided(term);
      return {};
    }
  return curators_on(organization, day);
}

Words who_all(const Check& check, const People& people) {
  std::vector<Words> list;
  for (const Link<Person>* person : people) list.push_back(check.who(*person));
  return joined(list);
}

}  // namespace nastavnik
