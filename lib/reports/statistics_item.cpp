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

std::string statistics_item(const ReportRequest& request, bool of_period) {
  const Date day = request.day();
  const Participation found = participation_in(request.registry(), of_period ? request.period : Period{day, day});
  std::string item = fmt::format("statistics:\n  - date: {}\n", iso(day));
  if (of_period) item += fmt::format("    from: {}\n", iso(request.period.from));
  item += fmt::format("    mentors: {}\n    mentees: {}\n    participants: {}\n", found.mentors.size(),
                      found.mentees.size(), found.participants());
  item += fmt::format("    pairs: {}\n    groups: {}\n    programs: {}\n", found.pairs.size(), found.groups.size(),
                      found.programs.size());
  const auto people = compilers(request.registry(), day);
  if (!people.empty()) item += fmt::format("    compiled_by: [{}]\n", fmt::join(people, ", "));
  return item;
}

}  // namespace nastavnik::reports
