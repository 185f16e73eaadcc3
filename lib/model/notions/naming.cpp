#include "model/notions/naming.h"

#include <algorithm>
#include <optional>

#include "base/date_words.h"
#include "model/field.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/people.h"
#include "model/kinds/regulation.h"
#include "model/notions/mentions.h"
#include "model/types.h"

namespace nastavnik {
namespace {

/// Nothing where there is none, or where the day of one is not known.
std::optional<Date> last_change(const Regulation& regulation) {
  std::optional<Date> last;
  for (const RegulationChange& change : regulation.changes)
    if (change.date.given()) last = std::max(last, std::optional(*change.date));
  return last;
}

Words own_regulation(const Registry& registry) {
  const Regulation& own = registry.regulation();
  if (own.broken) return {"положение организации не читается", "the school's own regulation cannot be read"};
  if (!registry.has<Regulation>())
    return {"положение организации не записано", "the school's own regulation is not recorded"};
  if (!own.approved_on.given())
    return {"день утверждения положения организации не записан",
            "the day on which the school's regulation was approved is not recorded"};
  const auto changed = last_change(own);
  if (!changed) return say({"положение организации от {}", "the school's regulation of {}"}, on_day(*own.approved_on));
  return say({"положение организации от {} с изменениями от {}", "the school's regulation of {} as changed on {}"},
             on_day(*own.approved_on), on_day(*changed));
}

}  // namespace

std::string_view id_told(std::string_view person) { return may_be_a_name(person) ? concealed_sign : person; }

const FormerName* former_name_on(const Person& person, Date day) {
  const FormerName* borne = nullptr;
  for (const FormerName& name : person.former_names)
    if (name.full_name.given() && name.to.given() && *name.to >= day && (!borne || *name.to < *borne->to))
      borne = &name;
  return borne;
}

std::string_view full_name_of(const Registry& registry, std::string_view person, Date day) {
  const Person* file = registry.all<Person>().find(person);
  if (!file) return {};
  const FormerName* former = former_name_on(*file, day);
  const At<Line>& name = former ? former->full_name : file->full_name;
  return name.given() ? *name : std::string_view();
}

Words called(const Registry& registry, std::string_view person, bool with_name, Date day) {
  if (!with_name) return say({"{}", "{}"}, id_told(person));
  const std::string_view name = full_name_of(registry, person, day);
  return name.empty() ? say({"{}", "{}"}, person) : say({"{} ({})", "{} ({})"}, name, person);
}

Words edition_of(const Registry& registry) {
  const At<Choice<RegulationModel>>& model = registry.regulation().model;
  return say({"{}; {}", "{}; {}"}, label_of(model.given() ? *model : RegulationModel::nso_564_2022),
             own_regulation(registry));
}

}  // namespace nastavnik
