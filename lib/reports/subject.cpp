#include "reports/subject.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"

namespace nastavnik::reports {
namespace {

/// Everybody whom a record speaks of, whether or not people/ can be seen.
std::set<std::string> everybody(const Registry& registry) {
  std::set<std::string> all;
  const auto add = [&](std::string_view id) {
    if (!id.empty()) all.insert(address_of(Person::kind, id));
  };
  for (const Person& person : registry.all<Person>()) add(person.id);
  for (const Mentor& mentor : registry.all<Mentor>()) add(mentor.id);
  for (const Mentee& mentee : registry.all<Mentee>()) add(mentee.id);
  for (const Pair& pair : registry.all<Pair>()) {
    add(pair.mentor.id);
    for (const Member& member : pair.mentees) add(member.person.id);
  }
  return all;
}

/// The pairs of the programmes that the word means.
Meant find_pair_of_program(const Registry& registry, std::string_view word) {
  std::vector<std::string> programs;
  for (const Program& program : registry.all<Program>())
    if (program.pair.to) programs.push_back(address_of(Program::kind, program.id));
  Meant meant = find(word, {.addresses = programs, .people = registry.all<Person>()});
  for (std::string& record : meant.records)
    record = address_of(Pair::kind, registry.all<Program>().find(record.substr(record.find('/') + 1))->pair->id);
  return meant;
}

}  // namespace

Meant find_subject(const Registry& registry, std::string_view word) {
  const std::set<std::string> people = everybody(registry);
  std::vector<std::string> all;
  for (const Pair& pair : registry.all<Pair>()) all.push_back(address_of(Pair::kind, pair.id));
  all.insert(all.end(), people.begin(), people.end());
  Meant meant = find(word, {.addresses = all, .people = registry.all<Person>(), .person_once = true});
  if (!meant.records.empty()) return meant;
  Meant by_program = find_pair_of_program(registry, word);
  return by_program.records.empty() && !meant.near.empty() ? meant : by_program;
}

}  // namespace nastavnik::reports
