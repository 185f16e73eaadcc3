#include "reports/statistics_item.h"

#include "model/notions/offices.h"
#include "model/notions/participation.h"

namespace nastavnik::reports {
namespace {

/// The curators of the day and the system administrator: P11.12-3 asks for both.
std::vector<std::string_view> compilers(const Registry& registry, Date day) {
  std::vector<std::string_view> people;
  for (const CuratorTerm* term : curators_on(registry.organization(), day))
    if (!term->person.id.empty()) people.push_back(term->person.id);
  const Link<Person>& administrator = registry.organization().system_administrator;
  if (!administrator.id.empty()) people.push_back(administrator.id);
  return people;
}

}  // namespace

std::vector<std::pair<std::string_view, std::string>> statistics_item(const ReportRequest& request, bool of_period) {
  const Date day = request.day();
  const Participation found = participation_in(request.registry(), of_period ? request.period : Period{day, day});
  std::vector<std::pair<std::string_view, std::string>> item{{"date", iso(day)}};
  if (of_period) item.emplace_back("from", iso(request.period.from));
  const auto add = [&](std::string_view key, std::size_t number) { item.emplace_back(key, std::to_string(number)); };
  add("mentors", found.mentors.size());
  add("mentees", found.mentees.size());
  add("participants", found.participants());
  add("pairs", found.pairs.size());
  add("groups", found.groups.size());
  add("programs", found.programs.size());
  const auto people = compilers(request.registry(), day);
  if (!people.empty()) item.emplace_back("compiled_by", fmt::format("[{}]", fmt::join(people, ", ")));
  return item;
}

}  // namespace nastavnik::reports
