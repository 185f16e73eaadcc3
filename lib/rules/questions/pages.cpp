#include "rules/questions/pages.h"

#include <array>

#include "model/notions/positions.h"
#include "model/notions/verdict.h"

namespace nastavnik {
namespace {

std::vector<const Publication*> of_kind(const std::vector<const Publication*>& pages, PublicationKind kind) {
  std::vector<const Publication*> found;
  std::copy_if(pages.begin(), pages.end(), std::back_inserter(found),
               [&](const Publication* page) { return holds(page->kinds, kind); });
  return found;
}

/// What is published of the head, the deputies and the teachers anyway.
bool is_published_of_staff(DataField field) {
  constexpr std::array fields{DataField::full_name, DataField::position, DataField::subjects, DataField::qualification,
                              DataField::experience};
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

Verdict is_staff(const Person& person, Date day) {
  Verdict found = Verdict::no;
  for (const PositionCategory category :
       {PositionCategory::teaching_staff, PositionCategory::head, PositionCategory::deputy_head}) {
    const Verdict has = has_category(person, category, day);
    if (has == Verdict::yes) return has;
    if (has == Verdict::unknown) found = has;
  }
  return found;
}

/// Any page but one of mentors alone tells of a mentee that this is one.
bool shows_mentee(const Registry& registry, const Publication& page, std::string_view person) {
  const bool is_mentee =
      registry.all<Mentee>().standing(person) != Standing::missing || !registry.pairs_of_mentee(person).empty();
  return is_mentee && !std::all_of(page.kinds.begin(), page.kinds.end(),
                                   [](const auto& kind) { return *kind == PublicationKind::mentor_base; });
}

}  // namespace

std::vector<DataField> data_by_consent(Check& check, const Publication& page, const ShownPerson& shown) {
  std::vector<DataField> fields;
  for (const auto& field : shown.data) fields.push_back(*field);
  const Person* person = check.follow(shown.person);
  if (!person || shows_mentee(check.registry(), page, shown.person.id)) return fields;
  if (std::none_of(fields.begin(), fields.end(), is_published_of_staff)) return fields;
  const Verdict staff = is_staff(*person, check.day());
  if (staff == Verdict::unknown) check.undecided(*person);
  if (staff == Verdict::unknown) return {};
  if (staff == Verdict::yes) std::erase_if(fields, is_published_of_staff);
  return fields;
}

const Consent* last_given(Check& check, const std::vector<const Consent*>& consents) {
  const Consent* last = nullptr;
  for (const Consent* consent : consents) {
    if (!check.given(consent->given_on) || !check.known(consent->valid_to, consent->withdrawn_on)) return nullptr;
    if (!last || *consent->given_on >= *last->given_on) last = consent;
  }
  return last;
}

SitePages::SitePages(const Table<Publication>& all) {
  const auto is_broken = [&](const auto& field) {
    if (field.presence == Presence::broken) unclear_ = field.span;
    return field.presence == Presence::broken;
  };
  if (!all.broken().empty()) unclear_ = all.broken().front();
  for (const Publication& page : all) {
    if (page.channel.given() && *page.channel != Channel::site) continue;
    if (page.withdrawn.given()) withdrawn_.push_back(&page);
    if (page.withdrawn.given()) continue;
    is_broken(page.kinds);
    if (!is_broken(page.withdrawn) && !is_broken(page.channel)) pages_.push_back(&page);
  }
}

std::vector<const Publication*> SitePages::of(PublicationKind kind) const { return of_kind(pages_, kind); }

std::vector<const Publication*> SitePages::withdrawn_of(PublicationKind kind) const {
  return of_kind(withdrawn_, kind);
}

}  // namespace nastavnik
