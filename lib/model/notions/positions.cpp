#include "model/notions/positions.h"

#include <algorithm>

#include "model/kinds/mentees.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/settings.h"
#include "model/notions/pairs.h"

namespace nastavnik {
namespace {

/// A student's place at a school is a pupil's.
Verdict studies_for_a_profession(const JobPosition& position) {
  if (position.employer.absent()) return Verdict::yes;
  if (!position.employer.to || position.employer.to->kind.presence == Presence::broken) return Verdict::unknown;
  const auto& kind = position.employer.to->kind;
  return kind.given() && *kind == PartnerKind::school ? Verdict::no : Verdict::yes;
}

Verdict teaches_or_studies(const JobPosition& position) {
  if (!position.category.given()) return Verdict::unknown;
  if (*position.category == PositionCategory::teaching_staff) return Verdict::yes;
  return *position.category == PositionCategory::student ? studies_for_a_profession(position) : Verdict::no;
}

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

const Partner* employer_on(const Person& person, Date day) {
  for (const JobPosition* position : positions_on(person, day))
    if (position->employer.to) return position->employer.to;
  return nullptr;
}

Verdict is_external(const Registry& registry, std::string_view person, Date day) {
  const Verdict here = works_here(registry, person, day);
  return here == Verdict::no ? is_at_work(registry, person, day) : here == Verdict::yes ? Verdict::no : here;
}

Verdict works_here(const Registry& registry, std::string_view person, Date day) {
  const Person* file = registry.all<Person>().find(person);
  if (!file) return registry.all<Person>().standing(person) == Standing::missing ? Verdict::no : Verdict::unknown;
  return holds_position(*file, day, is_here);
}

Verdict is_at_work(const Registry& registry, std::string_view person, Date day) {
  const Person* file = registry.all<Person>().find(person);
  const auto any = [](const JobPosition&) { return Verdict::yes; };
  return file ? holds_position(*file, day, any) : Verdict::unknown;
}

Verdict holds_position(const Person& person, const Period& days, const std::function<Verdict(const JobPosition&)>& is) {
  const Verdict found = is_so_of_any(person.positions, [&](const JobPosition& position) {
    const auto held = period_of(position.from, position.to);
    if (held && !held->meets(days)) return Verdict::no;
    const bool is_clear = held && position.to.presence != Presence::broken;
    const Verdict such = is(position);
    return such == Verdict::yes && !is_clear ? Verdict::unknown : such;
  });
  return found == Verdict::no && person.positions.presence == Presence::broken ? Verdict::unknown : found;
}

Verdict holds_position(const Person& person, Date day, const std::function<Verdict(const JobPosition&)>& is) {
  return holds_position(person, Period{day, day}, is);
}

Verdict has_category(const Person& person, PositionCategory category, const Period& days) {
  return holds_position(person, days, [&](const JobPosition& position) {
    if (!position.category.given()) return is_here(position) == Verdict::no ? Verdict::no : Verdict::unknown;
    return *position.category == category ? is_here(position) : Verdict::no;
  });
}

Verdict has_category(const Person& person, PositionCategory category, Date day) {
  return has_category(person, category, Period{day, day});
}

Verdict is_of_this_model(const Registry& registry, std::string_view mentee, const Period& days) {
  const Table<Mentee>& bank = registry.all<Mentee>();
  const Mentee* entry = bank.find(mentee);
  if (entry && entry->category.given() && *entry->category == MenteeCategory::student) return Verdict::yes;
  const Person* person = registry.all<Person>().find(mentee);
  if (!person || !person->erased_on.absent()) return Verdict::unknown;
  const Verdict found = holds_position(*person, days, teaches_or_studies);
  const bool may_be_student =
      bank.standing(mentee) == Standing::broken || (entry && entry->category.presence == Presence::broken);
  return found == Verdict::no && may_be_student ? Verdict::unknown : found;
}

Verdict has_employee(const Registry& registry, const Pair& pair, Date day) {
  if (unclear_membership(pair)) return Verdict::unknown;
  return is_so_of_any(members_nearest(pair, day), [&](const Member* member) {
    return member->person.presence == Presence::broken ? Verdict::unknown
                                                       : works_here(registry, member->person.id, day);
  });
}

At<YearNumber> year_of_birth(const Person& person) {
  const At<Day>& date = person.birth_date;
  if (date.given()) return {date->year(), date.span, Presence::given};
  return person.birth_year.absent() ? At<YearNumber>{0, date.span, date.presence} : person.birth_year;
}

Verdict is_young(const Registry& registry, const Person& person, Date day) {
  const auto verdict = [](bool young) { return young ? Verdict::yes : Verdict::no; };
  if (const Mentee* entry = registry.all<Mentee>().find(person.id)) {
    const auto& category = entry->category;
    if (!category.given()) return Verdict::unknown;
    return verdict(*category == MenteeCategory::young || *category == MenteeCategory::beginner);
  }
  const At<YearNumber> born = year_of_birth(person);
  if (!born.given() || !person.teaching_since.given()) return Verdict::unknown;
  const Thresholds& limits = *registry.settings().thresholds;
  return verdict(day.year() - *born <= *limits.young_age &&
                 day.year() - *person.teaching_since <= *limits.young_experience_years);
}

bool is_erased(const Registry& registry, std::string_view person) {
  const Person* file = registry.all<Person>().find(person);
  return file && !file->erased_on.absent();  // a date that cannot be read is one
}

}  // namespace nastavnik
