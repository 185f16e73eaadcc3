// Clause 21 and article 10.1 of law 152-FZ: who is named on the pages, and with what consent.

#include <algorithm>

#include "base/periods.h"
#include "model/kinds/parts.h"
#include "model/kinds/publications.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "rules/questions/pages.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

using Consents = std::vector<const Consent*>;
using DataFields = std::vector<DataField>;

/// Data that none of the consents covers.
std::vector<Words> uncovered_data(const DataFields& data, const Consents& consents) {
  std::vector<Words> uncovered;
  for (const DataField field : data)
    if (std::none_of(consents.begin(), consents.end(),
                     [&](const Consent* consent) { return allows_data(*consent, field); }))
      uncovered.emplace_back(label_of(field));
  return uncovered;
}

/// The first day since when a datum was shown on which no consent to it was in force.
std::optional<Date> first_uncovered_day(const DataFields& data, const Consents& consents, Period days) {
  std::optional<Date> first;
  for (const DataField field : data) {
    Periods covered;
    for (const Consent* consent : consents)
      if (allows_data(*consent, field)) covered.push_back(*period_of(*consent));
    const Periods open = without({days}, unite(covered));
    if (!open.empty()) first = std::min(first.value_or(open.front().from), open.front().from);
  }
  return first;
}

/// The consents are there: what they allow, and when they were in force.
void hold_to_content(Check& check, const Publication& page, const ShownPerson& shown, const DataFields& data,
                     Consents consents) {
  for (const Consent* consent : consents)
    if (!check.known(consent->resources, consent->data)) return;
  std::erase_if(consents, [&](const Consent* consent) { return !allows_page(*consent, *page.url); });
  if (consents.empty()) {
    check
        .found(shown.person,
               {"{}: в согласии на распространение этой страницы нет (resources)",
                "{}: the consent to dissemination does not name this page (resources)"},
               check.who(shown.person))
        .also(page.url, {"адрес страницы", "address of the page"});
    return;
  }
  if (const auto uncovered = uncovered_data(data, consents); !uncovered.empty()) {
    check.found(
        shown.data,
        {"{}: показаны данные, которых в согласии нет: {}", "{}: data shown that the consent does not name: {}"},
        check.who(shown.person), joined(uncovered));
    return;
  }
  const At<Day>& from = shown_from(page, shown);
  const auto day = first_uncovered_day(data, consents, {*from, check.day()});
  if (day)
    check.found(from, {"{}: на {} согласие не действовало", "{}: on {} no consent was in force"},
                check.who(shown.person), *day);
}

/// Where the last consent has been withdrawn or has expired, PD-4 speaks.
void hold_to_consents(Check& check, const Publication& page, const ShownPerson& shown, const DataFields& data) {
  const Consents consents = consents_of(check.registry(), shown.person.id, ConsentKind::pd_dissemination);
  const Consent* last = last_given(check, consents);
  if (last && is_in_force(*last, check.day())) hold_to_content(check, page, shown, data, consents);
  if (!consents.empty() || !check.follow(shown.person)) return;
  std::vector<Words> labels;
  for (const DataField field : data) labels.emplace_back(label_of(field));
  check.found(shown.person,
              {"{}: согласия на распространение данных нет (consents в people/), а показаны: {}",
               "{}: there is no consent to dissemination (consents in people/), and shown are: {}"},
              check.who(shown.person), joined(labels));
}

void published_without_consent(Check& check) {
  for (const Publication& page : check.all<Publication>()) {
    if (page.people.absent() || !is_live(check, page) || !check.given(page.url, page.kinds)) continue;
    for (const ShownPerson& shown : check.each(page.people)) {
      if (!check.named(shown.person) || !check.given(shown.data) || !is_shown(check, page, shown)) continue;
      if (is_erased(check.registry(), shown.person.id)) continue;
      if (!sees_consents(check.registry(), shown.person.id)) {
        check.undecided(shown.person);
        continue;
      }
      const DataFields data = data_by_consent(check, page, shown);
      if (!data.empty()) hold_to_consents(check, page, shown, data);
    }
  }
}

constexpr Rule named_people_rows[] = {
    {{.id = "P21-5",
      .name = "published-without-consent",
      .nature = Nature::law,
      .clauses = "21,152fz.10.1",
      .phrase = "базы наставников и наставляемых",
      .title = {"данные человека на сайте без действующего согласия на распространение",
                "data of a person are on the site without a valid consent to dissemination"},
      .remedy =
          {"если данные не обязательны к размещению по закону об образовании, уберите их (people, to) или возьмите отдельное согласие на распространение (consents) в people/",
           "unless the law on education has the data published, take them off (people, to), or take a separate consent to dissemination (consents) in people/"},
      .scope = Scope::links},
     published_without_consent},
};

}  // namespace

std::span<const Rule> named_people_rules();
std::span<const Rule> named_people_rules() { return named_people_rows; }

}  // namespace nastavnik
