#include "model/notions/showing.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/web_address.h"
#include "model/kinds/codes_years.h"
#include "model/kinds/parts.h"
#include "model/kinds/publications.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"

namespace nastavnik {
namespace {

template <class Shown>
const At<Day>& first_day_of(const Publication& page, const Shown& item) {
  return item.from.absent() ? page.published_on : item.from;
}

template <class Shown>
Verdict is_on(const Publication& page, const Shown& item, Date day) {
  const At<Day>& from = first_day_of(page, item);
  if (from.absent() || (from.given() && *from > day) || (item.to.given() && *item.to < day)) return Verdict::no;
  return from.given() && (item.to.given() || item.to.absent()) ? Verdict::yes : Verdict::unknown;
}

/// What is published of the head, the deputies and the teachers anyway.
bool is_published_of_staff(DataField field) {
  constexpr std::array fields{DataField::full_name, DataField::position, DataField::subjects, DataField::qualification,
                              DataField::experience};
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// Any page but one of mentors alone tells of a mentee that this is one.
bool shows_mentee(const Registry& registry, const Publication& page, std::string_view person) {
  const bool is_mentee =
      registry.all<Mentee>().standing(person) != Standing::missing || !registry.pairs_of_mentee(person).empty();
  return is_mentee && !std::all_of(page.kinds.begin(), page.kinds.end(),
                                   [](const auto& kind) { return *kind == PublicationKind::mentor_base; });
}

/// In force without a doubt: on the day of a withdrawal nothing is put up any more.
bool is_sound(const Consent& consent, Date day) {
  return is_in_force(consent, day) && consent.withdrawn_on.absent() && consent.valid_to.presence != Presence::broken &&
         consent.form.given() && *consent.form != ConsentForm::oral && consent.kinds.size() == 1 &&
         sets_no_conditions(consent);
}

bool names_page(const Consent& consent, std::string_view url) {
  return std::any_of(consent.resources.begin(), consent.resources.end(),
                     [&](const At<Url>& resource) { return resource.given() && is_under(url, *resource); });
}

}  // namespace

const At<Day>& shown_from(const Publication& page, const ShownProgram& item) { return first_day_of(page, item); }
const At<Day>& shown_from(const Publication& page, const ShownPerson& item) { return first_day_of(page, item); }

Verdict is_shown_on(const Publication& page, const ShownProgram& item, Date day) { return is_on(page, item, day); }
Verdict is_shown_on(const Publication& page, const ShownPerson& item, Date day) { return is_on(page, item, day); }

Verdict is_live_on(const Publication& page, Date day) {
  if (page.published_on.given() && *page.published_on > day) return Verdict::no;
  if (page.withdrawn.absent()) return Verdict::yes;
  if (!page.withdrawn.given() || !page.withdrawn->date.given()) return Verdict::unknown;
  return *page.withdrawn->date > day ? Verdict::yes : Verdict::no;
}

Verdict is_published_staff(const Person& person, Date day) {
  constexpr std::array staff{PositionCategory::teaching_staff, PositionCategory::head, PositionCategory::deputy_head};
  return is_so_of_any(staff, [&](PositionCategory category) { return has_category(person, category, day); });
}

std::optional<std::vector<DataField>> data_by_consent(const Registry& registry, const Publication& page,
                                                      const ShownPerson& item, Date day) {
  std::vector<DataField> fields;
  for (const auto& field : item.data)
    if (field.given()) fields.push_back(*field);
  const Person* person = registry.all<Person>().find(item.person.id);
  if (!person || shows_mentee(registry, page, item.person.id) ||
      std::none_of(fields.begin(), fields.end(), is_published_of_staff))
    return fields;
  const Verdict staff = is_published_staff(*person, day);
  if (staff == Verdict::unknown) return std::nullopt;
  if (staff == Verdict::yes) std::erase_if(fields, is_published_of_staff);
  return fields;
}

bool allows_page(const Consent& consent, std::string_view url) {
  return consent.resources.absent() || names_page(consent, url);
}

bool allows_data(const Consent& consent, DataField field) {
  return consent.data.absent() || holds(consent.data, field);
}

bool sets_no_conditions(const Consent& consent) {
  constexpr std::array<std::string_view, 14> none{"нет",
                                                  "не установлены",
                                                  "не установлено",
                                                  "отсутствуют",
                                                  "не имеется",
                                                  "без условий и запретов",
                                                  "без условий",
                                                  "без ограничений",
                                                  "без запретов",
                                                  "не заданы",
                                                  "none",
                                                  "no",
                                                  "условий и запретов нет",
                                                  "условия и запреты не установлены"};
  if (!consent.conditions.given()) return false;
  std::string said = fold(*consent.conditions);
  while (said.ends_with('.') || said.ends_with(' ')) said.pop_back();
  return std::find(none.begin(), none.end(), said) != none.end();
}

bool sets_conditions(const Consent& consent) { return consent.conditions.given() && !sets_no_conditions(consent); }

std::vector<DataField> shown_by_consent(const Registry& registry, std::string_view person,
                                        std::span<const std::string_view> pages, Date day) {
  std::vector<DataField> fields;
  for (const Consent* consent : consents_of(registry, person, ConsentKind::pd_dissemination)) {
    const auto names = [&](std::string_view page) { return names_page(*consent, page); };
    if (pages.empty() || !is_sound(*consent, day) || !std::all_of(pages.begin(), pages.end(), names)) continue;
    for (const auto& field : consent->data)
      if (field.given()) fields.push_back(*field);
  }
  return fields;
}

}  // namespace nastavnik
