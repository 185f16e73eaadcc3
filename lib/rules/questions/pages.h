#pragma once
#include <algorithm>
#include <optional>
#include <vector>

#include "rules/rule.h"

// Pages of the site and of social networks: which can be read on the day judged, and what they show.

namespace nastavnik {

/// Not taken off by the day judged; unclear where that cannot be read.
inline bool is_live(Check& check, const Publication& page) { return check.absent(page.withdrawn); }

/// The day from which the page shows the programme or the person.
template <class Shown>
const At<Day>& shown_from(const Publication& page, const Shown& shown) {
  return shown.from.absent() ? page.published_on : shown.from;
}

/// Whether the page shows it on the day judged.
template <class Shown>
bool is_shown(Check& check, const Publication& page, const Shown& shown) {
  const At<Day>& from = shown_from(page, shown);
  if (!check.given(from) || *from > check.day()) return false;
  return check.absent(shown.to) || (check.given(shown.to) && check.day() <= *shown.to);
}

/// The data shown of the person that need a consent to dissemination. Those of the staff that the law on education has a
/// school publish (No. 273-FZ, article 29) need none; that somebody is a mentee, a photo or an award are no such data.
/// Where it cannot be known whether the person is of the staff, the rule of `check` is undecided, and there are none.
std::vector<DataField> data_by_consent(Check& check, const Publication& page, const ShownPerson& shown);

/// The consent given last; nothing where there is none, or a date among them cannot be read.
const Consent* last_given(Check& check, const std::vector<const Consent*>& consents);

/// Live pages of the site; those of social networks are not the site that clause 21 speaks of.
class SitePages {
public:
  explicit SitePages(const Table<Publication>& all);

  std::vector<const Publication*> of(PublicationKind kind) const;
  /// Pages of the kind that were taken off.
  std::vector<const Publication*> withdrawn_of(PublicationKind kind) const;
  bool has(PublicationKind kind) const { return !of(kind).empty(); }
  bool empty() const { return pages_.empty(); }
  /// What keeps the list from being whole.
  const std::optional<Span>& unclear() const { return unclear_; }

private:
  std::vector<const Publication*> pages_, withdrawn_;
  std::optional<Span> unclear_;
};

}  // namespace nastavnik
