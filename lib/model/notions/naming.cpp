#include "model/notions/naming.h"

#include "model/notions/mentions.h"

namespace nastavnik {

std::string_view id_told(std::string_view person) { return may_be_a_name(person) ? concealed_sign : person; }

std::string_view full_name_of(const Registry& registry, std::string_view person) {
  const Person* file = registry.all<Person>().find(person);
  return file && file->full_name.given() ? *file->full_name : std::string_view();
}

Words called(const Registry& registry, std::string_view person, bool with_name) {
  if (!with_name) return say({"{}", "{}"}, id_told(person));
  const std::string_view name = full_name_of(registry, person);
  return name.empty() ? say({"{}", "{}"}, person) : say({"{} ({})", "{} ({})"}, name, person);
}

}  // namespace nastavnik
