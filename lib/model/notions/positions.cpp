#include "model/notions/positions.h"

#include <algorithm>

#include "model/notions/school_years.h"

namespace nastavnik {
namespace {

/// Whether the position is held here.
Verdict is_here(const JobPosition& position) {
  if (position.employer.absent()) return Verdict::yes;
  return position.employer.given() ? Verdict::no : Verdict::unknown;
}

}  // namespace

std::vector<const JobPosition*> positions_on(const Person& person, Date day) {
  std::vector<const JobPosition*> found;
  for (const JobPosition& position : person.positions)
    if (const auto period = period_of(position.from, position.to); period && period->holds(day))
      found.push_back(&position);
  return found;
}

const JobPosition* main_position(const Person& person, Date day) {
  const std::vector<const JobPosition*> all = positions_on(person, day);
  const auto rank = [](const JobPosition* position) {
    return std::pair(!position->employer.absent(),
                     position->category.given() ? static_cast<int>(*position->category) : 9);
  };
  const auto main = std::min_element(all.begin(), all.end(),
                                     [&](const JobPosition* a, const JobPosition* b) { return rank(a) < rank(b); });
  return main == all.end() ? nullptr : *main;
}

bool employed_here(const Person& person, Date day) {
  const auto held = positions_on(person, day);
  return std::any_of(held.begin(), held.end(), [](const JobPosition* p) { return p->employer.absent(); });
}

Verdict is_external(const Registry& registry, std::string_view person, Date day) {
  const Person* file = registry.all<Person>().find(person);
  if (!file) return Verdict::unknown;
  bool unclear = file->positions.presence == Presence::broken, elsewhere = false;
  for (const JobPosition& position : file->positions) {
    const auto period = period_of(position.from, position.to);
    if (period && !period->holds(day)) continue;
    if (!period || position.to.presence == Presence::broken)
      unclear = true;
    else if (position.employer.absent())
      return Verdict::no;
    else
      elsewhere = true;
  }
  if (unclear) return Verdict::unknown;
  return elsewhere ? Verdict::yes : Verdict::no;
}

Verdict works_here(const Registry& registry, std::string_view person, Date day) {
  const Person* file = registry.all<Person>().find(person);
  if (!file) return registry.all<Person>().standing(person) == Standing::missing ? Verdict::no : Verdict::unknown;
  return holds_position(*file, day, is_here);
}

Verdict is_at_work(const Registry& registry, std::string_view person, Date day) {
  const Person* file = registry.all<Person>().find(person);
  return file ? holds_position(*file, day, [](const JobPosition&) { return Verdict::yes; }) : Verdict::unknown;
}

bool holds_here(const Person& person, PositionCategory category, Date day) {
  const auto held = positions_on(person, day);
  return std::any_of(held.begin(), held.end(), [&](const JobPosition* p) {
    return p->employer.absent() && p->category.given() && *p->category == category;
  });
}

Verdict holds_position(const Person& person, Date day, const std::function<Verdict(const JobPosition&)>& is) {
  Verdict found = person.positions.presence == Presence::broken ? Verdict::unknown : Verdict::no;
  for (const JobPosition& position : person.positions) {
    const auto period = period_of(position.from, position.to);
    const bool unclear = !period || position.to.presence == Presence::broken;
    if (!unclear && !period->holds(day)) continue;
    const Verdict here = is(position);
    if (here == Verdict::yes && !unclear) return Verdict::yes;
    if (here != Verdict::no) found = Verdict::unknown;
  }
  return found;
}

Verdict has_category(const Person& person, PositionCategory category, Date day) {
  return holds_position(person, day, [&](const JobPosition& position) {
    if (!position.category.given()) return is_here(position) == Verdict::no ? Verdict::no : Verdict::unknown;
    return *position.category == category ? is_here(position) : Verdict::no;
  });
}

std::optional<int> year_of_birth(const Person& person) {
  if (person.birth_date.given()) return person.birth_date->year();
  return person.birth_year.given() ? std::optional(*person.birth_year) : std::nullopt;
}

std::optional<bool> is_young(const Registry& registry, const Person& person, Date day) {
  if (const Mentee* entry = registry.all<Mentee>().find(person.id)) {
    const auto& category = entry->category;
    if (!category.given()) return std::nullopt;
    return *category == MenteeCategory::young || *category == MenteeCategory::beginner;
  }
  const auto born = year_of_birth(person);
  if (!born || !person.teaching_since.given()) return std::nullopt;
  const Thresholds& limits = *registry.settings().thresholds;
  return day.year() - *born <= *limits.young_age &&
         day.year() - *person.teaching_since <= *limits.young_experience_years;
}

bool is_erased(const Registry& registry, std::string_view person) {
  const Person* file = registry.all<Person>().find(person);
  return file && !file->erased_on.absent();  // a date that cannot be read is one
}

}  // namespace nastavnik
