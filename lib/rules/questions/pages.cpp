#include "rules/questions/pages.h"

#include "model/notions/verdict.h"

namespace nastavnik {

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
    if (page.withdrawn.given() || (page.channel.given() && *page.channel != Channel::site)) continue;
    is_broken(page.kinds);
    if (!is_broken(page.withdrawn) && !is_broken(page.channel)) pages_.push_back(&page);
  }
}

std::vector<const Publication*> SitePages::of(PublicationKind kind) const {
  std::vector<const Publication*> found;
  std::copy_if(pages_.begin(), pages_.end(), std::back_inserter(found),
               [&](const Publication* page) { return holds(page->kinds, kind); });
  return found;
}

}  // namespace nastavnik
