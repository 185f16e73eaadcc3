#pragma once
#include <optional>
#include <vector>

#include "model/kinds/codes_people.h"
#include "model/kinds/codes_years.h"
#include "model/notions/showing.h"
#include "rules/rule.h"

// Pages of the site and of social networks: which can be read on the day judged, and what they show.

namespace nastavnik {

struct Consent;
struct ShownPerson;

/// On the day judged; where a date behind it cannot be read, the rule of `check` is undecided.
bool is_live(Check& check, const Publication& page);
template <class Shown>
bool is_shown(Check& check, const Publication& page, const Shown& item) {
  return check.confirmed(is_shown_on(page, item, check.day()), item);
}

/// The data shown of the person that take a consent to dissemination. Where it cannot be known whether the person is of the
/// staff, the rule of `check` is undecided, and there are none.
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
