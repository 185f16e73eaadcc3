#include "reports/subject.h"

#include "base/text.h"

namespace nastavnik::reports {
namespace {

bool is_known_person(const Registry& registry, std::string_view id) {
  return registry.all<Person>().find(id) || registry.all<Mentor>().find(id) || registry.all<Mentee>().find(id) ||
         !registry.pairs_of_mentor(id).empty() || !registry.pairs_of_mentee(id).empty();
}

std::vector<std::string> named(const Registry& registry, std::string_view part) {
  std::vector<std::string> found;
  const std::string wanted = fold(part);
  for (const Person& person : registry.all<Person>())
    if (person.full_name.given() && fold(*person.full_name).find(wanted) != std::string::npos)
      found.emplace_back(person.id);
  return found;
}

}  // namespace

std::vector<std::string> find_subjects(const Registry& registry, std::string_view word) {
  const std::size_t slash = word.find('/');
  const std::string_view folder = slash == std::string_view::npos ? std::string_view() : word.substr(0, slash);
  const std::string_view id = slash == std::string_view::npos ? word : word.substr(slash + 1);
  if (const Program* program = folder == Program::kind.folder ? registry.all<Program>().find(id) : nullptr;
      program && program->pair.to)
    return {std::string(program->pair->id)};
  if (registry.all<Pair>().find(id) || is_known_person(registry, id)) return {std::string(id)};
  return folder.empty() ? named(registry, word) : std::vector<std::string>();
}

}  // namespace nastavnik::reports
