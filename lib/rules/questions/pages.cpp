#include "rules/questions/pages.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/publications.h"

namespace nastavnik {
namespace {

std::vector<const Publication*> of_kind(const std::vector<const Publication*>& pages, PublicationKind kind) {
  std::vector<const Publication*> found;
  std::copy_if(pages.begin(), pages.end(), std::back_inserter(found),
               [&](const Publication* page) { return holds(page->kinds, kind); });
  return found;
}

}  // namespace

bool is_live(Check& check, const Publication& page) { return check.confirmed(is_live_on(page, check.day()), page); }

std::vector<DataField> data_by_consent(Check& check, const Publication& page, const ShownPerson& shown) {
  check.follow(shown.person);
  auto fields = data_by_consent(check.registry(), page, shown, check.day());
  if (!fields) check.undecided(*shown.person.to);
  return fields ? std::move(*fields) : std::vector<DataField>();
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
