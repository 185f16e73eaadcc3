// Clause 10.6: agreements with the organisations that those who take part work for.

#include <map>
#include <vector>

#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "rules/questions/days.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// Days on which someone takes part in mentoring, as a record says.
struct Engagement {
  const Link<Person>& person;
  Periods days;
};

void add_pair(Check& check, const Pair& pair, std::vector<Engagement>& found) {
  const auto whole = knows_days(check, pair) ? period_of(pair) : std::nullopt;
  if (!whole) return;
  found.push_back({pair.mentor, until_today(check, *whole)});
  for (const Member& member : pair.mentees)
    if (check.known(member.from, member.to))
      found.push_back({member.person, until_today(check, *period_of(member, pair))});
  for (const Helper& helper : pair.helpers)
    if (check.given(helper.from) && check.known(helper.to))
      found.push_back({helper.person, until_today(check, *period_of(helper.from, helper.to))});
}

/// The days on which an agreement with the partner is in force; nothing while one is unclear.
std::optional<Periods> days_of_agreements(Check& check, const Partner& partner) {
  Periods days;
  if (!check.known(partner.agreements)) return std::nullopt;
  for (const Agreement& agreement : partner.agreements) {
    if (!check.given(agreement.date) || !check.known(agreement.valid_to)) return std::nullopt;
    days.push_back(*period_of(agreement.date, agreement.valid_to));
  }
  return days;
}

/// Where a person works: the days here, those with partners, and those of them that an agreement covers.
struct Employment {
  Periods here, elsewhere, agreed;
};

std::optional<Employment> employment_of(Check& check, const Person& person) {
  Employment found;
  if (!check.known(person.positions)) return std::nullopt;
  for (const JobPosition& position : person.positions) {
    if (!check.given(position.from) || !check.known(position.to, position.employer)) return std::nullopt;
    const Periods days{*period_of(position.from, position.to)};
    (position.employer.absent() ? found.here : found.elsewhere).push_back(days.front());
    const auto agreed = position.employer.absent() ? Periods{} : days_of_agreements(check, *position.employer.to);
    if (!agreed) return std::nullopt;
    for (const Period& period : shared(days, *agreed)) found.agreed.push_back(period);
  }
  return found;
}

/// Partners without an agreement, each with the first day and the one who took part that day.
using Unagreed = std::map<const Partner*, std::pair<Date, const Link<Person>*>>;

void note_unagreed(Check& check, const Engagement& engagement, Unagreed& found) {
  const Person* person = check.follow(engagement.person);
  const auto employment = person && !engagement.days.empty() ? employment_of(check, *person) : std::nullopt;
  if (!employment) return;
  const Periods outside = shared(engagement.days, without(employment->elsewhere, employment->here));
  const Periods open = working_gaps(check, outside, employment->agreed);
  if (open.empty()) return;
  const Date day = open.front().from;
  const auto known = found.emplace(employer_on(*person, day), std::pair(day, &engagement.person)).first;
  if (day < known->second.first) known->second = {day, &engagement.person};
}

/// Works for a partner that had no agreement on the first day of the term: P2-13 speaks of that.
bool began_without_agreement(const CuratorTerm& term) {
  const Partner* employer = term.person.to ? employer_on(*term.person.to, *term.from) : nullptr;
  return employer && !agreement_on(*employer, *term.from);
}

void partner_agreement_missing(Check& check) {
  const Organization& school = check.registry().organization();
  if (check.all<Pair>().empty() && school.curators.absent()) return;
  if (check.absent(school.partners)) return;
  std::vector<Engagement> engagements;
  for (const Pair& pair : check.all<Pair>()) add_pair(check, pair, engagements);
  for (const CuratorTerm& term : check.each(school.curators))
    if (knows_days(check, term) && !began_without_agreement(term))
      engagements.push_back({term.person, until_today(check, *period_of(term))});
  Unagreed unagreed;
  for (const Engagement& engagement : engagements) note_unagreed(check, engagement, unagreed);
  for (const Partner& partner : school.partners) {
    const auto found = unagreed.find(&partner);
    if (found == unagreed.end()) continue;
    check.found(partner.id, {"на {} договора нет", "there is no agreement on {}"}, found->second.first)
        .also(*found->second.second,
              {"участвует в этот день, а работает у партнёра", "takes part on that day and works for the partner"});
  }
}

constexpr Rule partner_rows[] = {
    {{.id = "P10.6-1",
      .name = "partner-agreement-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "10.6",
      .phrase = "заключение договоров о сотрудничестве, о социальном партнерстве",
      .precise = {"договор действует в каждый рабочий день, когда участвует работник партнёра",
                  "an agreement is in force on every working day on which a partner's employee takes part"},
      .title = {"нет действующего договора с организацией, где работает участник или куратор",
                "no agreement is in force with the organisation where a participant or the curator works"},
      .remedy =
          {"заключите договор о сотрудничестве или социальном партнёрстве и внесите его (partners, agreements) в organization.yaml",
           "conclude an agreement of cooperation or social partnership and enter it (partners, agreements) in organization.yaml"},
      .scope = Scope::registry},
     partner_agreement_missing},
};

}  // namespace

std::span<const Rule> partner_rules();
std::span<const Rule> partner_rules() { return partner_rows; }

}  // namespace nastavnik
