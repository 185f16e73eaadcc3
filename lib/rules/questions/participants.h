#pragma once
#include <optional>
#include <vector>

#include "model/notions/papers.h"
#include "rules/rule.h"

// Who takes part in a pair, and whom of them a paper leaves out.

namespace nastavnik {

struct CuratorTerm;

using People = std::vector<const Link<Person>*>;

/// Mentor and members of the pair on the day, or on the nearest day the pair works. Nothing where that cannot be known:
/// then the rule of `check` is undecided.
std::optional<People> participants_on(Check& check, const Pair& pair, Date day);

/// The members alone.
std::optional<People> mentees_on(Check& check, const Pair& pair, Date day);

/// Mentor and all who are or were members up to the day judged.
std::optional<People> everyone_in(Check& check, const Pair& pair);

/// Curators in office on the day. None where the list cannot be read: then the rule of `check` is undecided.
std::vector<const CuratorTerm*> find_curators(Check& check, Date day);

/// How the people are called in a message, one after another.
Words who_all(const Check& check, const People& people);

/// Those of the people whom no item of the list names. Where an item cannot be read, it may be the one that is looked
/// for: then nobody is left out, and the rule of `check` is undecided.
template <class Item>
People left_out(Check& check, People people, const List<Item>& list) {
  std::optional<Span> unclear;
  if (list.presence == Presence::broken) unclear = list.span;
  for (const Item& item : list) {
    if constexpr (OfOneOrSeveral<Item>)
      if (item.people.presence == Presence::broken) unclear = item.people.span;
    for (const Link<Person>* named : people_of(item)) {
      if (named->presence == Presence::broken) unclear = named->span;
      std::erase_if(people, [&](const Link<Person>* person) { return *person == *named; });
    }
  }
  if (people.empty() || !unclear) return people;
  check.undecided(*unclear);
  return {};
}

}  // namespace nastavnik
