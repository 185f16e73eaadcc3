#include "model/notions/roles.h"

#include <algorithm>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/notions/banks.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"

namespace nastavnik {
namespace {

void add_offices(const Organization& school, std::string_view person, Date day, std::vector<Words>& roles) {
  const HeadTerm* head = head_on(school, day);
  if (head && head->person.id == person)
    roles.emplace_back(head->acting.given() && *head->acting ? Text{"исполняет обязанности руководителя", "acting head"}
                                                             : Text{"руководитель", "head"});
  if (std::ranges::any_of(curators_on(school, day), [&](const CuratorTerm* term) { return term->person.id == person; }))
    roles.emplace_back(Text{"куратор", "curator"});
  if (school.system_administrator.id == person)
    roles.emplace_back(Text{"системный администратор", "system administrator"});
}

bool is_in_office(const Registry& registry, std::string_view person, Date day) {
  const Mentor* entry = registry.all<Mentor>().find(person);
  if (entry && appointment_on(*entry, day)) return true;
  return std::ranges::any_of(registry.pairs_of_mentor(person),
                             [&](const Pair* pair) { return works_on(*pair, day) == Verdict::yes; });
}

void add_mentor(const Registry& registry, std::string_view person, Date day, std::vector<Words>& roles) {
  const Mentor* entry = registry.all<Mentor>().find(person);
  if (is_in_office(registry, person, day))
    roles.emplace_back(Text{"наставник", "mentor"});
  else if (entry && is_in_bank(*entry, day) == Verdict::yes)
    roles.emplace_back(Text{"в банке наставников", "in the bank of mentors"});
}

void add_mentee(const Registry& registry, std::string_view person, Date day, std::vector<Words>& roles) {
  const auto has_part = [&](const Pair* pair) { return is_member_on(*pair, person, day) == Verdict::yes; };
  const Mentee* entry = registry.all<Mentee>().find(person);
  if (std::ranges::any_of(registry.pairs_of_mentee(person), has_part))
    roles.emplace_back(Text{"наставляемый", "mentee"});
  else if (entry && is_in_bank(*entry, day) == Verdict::yes)
    roles.emplace_back(Text{"ждёт наставника", "waits for a mentor"});
}

bool is_in_council(const Organization& school, std::string_view person, Date day) {
  const auto covers = [&](const auto& from, const auto& to) {
    return !(from.given() && *from > day) && !(to.given() && *to < day);
  };
  return std::ranges::any_of(school.councils, [&](const Council& council) {
    return covers(council.from, council.to) && std::ranges::any_of(council.members, [&](const CouncilMember& member) {
             return member.person.id == person && covers(member.from, member.to);
           });
  });
}

void add_past(const Registry& registry, std::string_view person, Date day, std::vector<Words>& roles) {
  const auto began = [&](const Pair* pair) { return pair->start.given() && *pair->start <= day; };
  if (registry.all<Mentor>().find(person) || std::ranges::any_of(registry.pairs_of_mentor(person), began))
    roles.emplace_back(Text{"в прошлом наставник", "a former mentor"});
  if (registry.all<Mentee>().find(person) || std::ranges::any_of(registry.pairs_of_mentee(person), began))
    roles.emplace_back(Text{"в прошлом наставляемый", "a former mentee"});
}

}  // namespace

std::vector<Words> roles_of(const Registry& registry, std::string_view person, Date day) {
  std::vector<Words> roles;
  add_offices(registry.organization(), person, day, roles);
  add_mentor(registry, person, day, roles);
  add_mentee(registry, person, day, roles);
  if (is_in_council(registry.organization(), person, day))
    roles.emplace_back(Text{"член объединения наставников", "member of the council of mentors"});
  return roles;
}

std::vector<Words> roles_now_or_before(const Registry& registry, std::string_view person, Date day) {
  std::vector<Words> roles = roles_of(registry, person, day);
  if (roles.empty()) add_past(registry, person, day, roles);
  return roles;
}

}  // namespace nastavnik
