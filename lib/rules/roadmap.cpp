// The appendix: the model roadmap, row by row.

#include <algorithm>
#include <vector>

#include "rules/chapters.h"
#include "rules/days.h"

namespace nastavnik {
namespace {

using Consents = std::vector<const Consent*>;

/// The last day that the consent covers; a withdrawal covers its own day, on which the person can leave the bank.
Date last_day_of(const Consent& consent) {
  const Date valid = consent.valid_to.given() ? *consent.valid_to : end_of_time;
  return consent.withdrawn_on.given() ? std::min(valid, *consent.withdrawn_on) : valid;
}

/// The days in the bank that no consent covers. Nothing is said of the consents but where they stand: they are in people/.
template <class Entry>
void hold_bank_to_consents(Check& check, const Entry& entry, const Consents& consents) {
  Periods covered;
  for (const Consent* consent : consents) {
    if (!knows_days(check, *consent)) return;
    covered.push_back({*consent->given_on, last_day_of(*consent)});
  }
  const Period in_bank{*entry.entered_on, entry.left.given() ? *entry.left->date : end_of_time};
  const Periods open = without(until_today(check, in_bank), covered);
  if (open.empty()) return;
  const auto earlier = [](const Consent* a, const Consent* b) { return *a->given_on < *b->given_on; };
  const Consent& first = **std::min_element(consents.begin(), consents.end(), earlier);
  if (*first.given_on > *entry.entered_on)
    check.report(entry.entered_on, {"согласие дано позже этого дня", "the consent is later than this day"}).also(first.given_on, {"дата согласия", "date of the consent"});
  else
    check.report(entry.entered_on, {"согласие перестало действовать, а человек оставался в банке", "the consent ended while the person stayed in the bank"})
        .also(*consents.back(), {"последнее согласие", "the last consent"});
}

bool is_in_other_bank(const Check& check, const Mentor& mentor) { return check.all<Mentee>().find(mentor.id) != nullptr; }
bool is_in_other_bank(const Check&, const Mentee&) { return false; }

/// One missing paper is said once: who is in both banks, in that of mentees.
template <class Entry>
void data_consent_missing(Check& check) {
  for (const Entry& entry : check.all<Entry>()) {
    if (!check.given(entry.entered_on) || !check.known(entry.left) || is_erased(check.registry(), entry.id)) continue;
    if (entry.left.given() && !check.given(entry.left->date)) continue;
    const Consents consents = consents_of(check.registry(), entry.id, ConsentKind::pd_processing);
    if (!consents.empty()) hold_bank_to_consents(check, entry, consents);
    else if (!sees_consents(check.registry(), entry.id)) check.undecided(entry);
    else if (!is_in_other_bank(check, entry)) check.report(entry.entered_on, {"такого согласия нет ни в одной бумаге этого человека", "none of the person's papers holds such a consent"});
  }
}

constexpr Rule rules[] = {
    {{.id = "RM2-2",
      .name = "mentee-data-consent-missing",
      .nature = Nature::text,
      .clauses = "row.2",
      .phrase = "обеспечение согласий на сбор и обработку персональных данных",
      .title = {"нет согласия наставляемого на обработку персональных данных, данного до внесения в банк", "the mentee's consent to data processing given before entry in the bank is missing"},
      .remedy = {"возьмите отдельное письменное согласие и запишите его (consents) в people/; дату внесения (entered_on) сверьте с бумагой", "take a separate written consent and record it (consents) in people/; compare the day of entry (entered_on) with the paper"},
      .scope = Scope::registry},
     data_consent_missing<Mentee>},
    {{.id = "RM3-2",
      .name = "mentor-data-consent-missing",
      .nature = Nature::text,
      .clauses = "row.3",
      .phrase = "обеспечение согласий на сбор и обработку персональных данных",
      .title = {"нет согласия наставника на обработку персональных данных, данного до внесения в банк", "the mentor's consent to data processing given before entry in the bank is missing"},
      .remedy = {"возьмите отдельное письменное согласие и запишите его (consents) в people/; дату внесения (entered_on) сверьте с бумагой", "take a separate written consent and record it (consents) in people/; compare the day of entry (entered_on) with the paper"},
      .scope = Scope::registry},
     data_consent_missing<Mentor>},
};

}  // namespace

std::span<const Rule> roadmap_rules() { return rules; }

}  // namespace nastavnik
