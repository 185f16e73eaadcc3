#include "acts/statistics_item.h"

#include <fmt/format.h>

#include "model/addresses.h"
#include "model/kinds/organization.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/participation.h"
#include "model/notions/school_years.h"

namespace nastavnik {
namespace {

/// The curators of the day and the system administrator: P11.12-3 asks for both.
std::vector<std::string> compilers(const Registry& registry, Date day) {
  std::vector<std::string> people;
  for (const CuratorTerm* term : curators_on(registry.organization(), day))
    if (!term->person.id.empty()) people.emplace_back(term->person.id);
  const Link<Person>& administrator = registry.organization().system_administrator;
  if (!administrator.id.empty()) people.emplace_back(administrator.id);
  return people;
}

}  // namespace

Change statistics_change(const Registry& registry, const Period& period, bool of_period) {
  const Date day = period.to;
  const Participation found = participation_in(registry, of_period ? period : Period{day, day}, Mentees::of_this_model);
  std::vector<KeyAndValue> item{{"date", yaml_word(iso(day))}};
  if (of_period) item.push_back({"from", yaml_word(iso(period.from))});
  const auto add = [&](std::string_view key, std::size_t number) {
    item.push_back({std::string(key), yaml_word(std::to_string(number))});
  };
  add("mentors", found.mentors.size());
  add("mentees", found.mentees.size());
  add("participants", found.participants());
  add("pairs", found.pairs.size());
  add("groups", found.groups.size());
  add("programs", found.programs.size());
  const auto people = compilers(registry, day);
  if (!people.empty()) item.push_back({"compiled_by", yaml_words(people)});
  return {file_of(SchoolYear::kind, id_of(school_year(day))),
          InsertItem{{"statistics"}, yaml_mapping(std::move(item))}};
}

}  // namespace nastavnik
