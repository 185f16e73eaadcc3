#include "rules/questions/petitions.h"

#include "model/kinds/settings.h"
#include "model/notions/verdict.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"

namespace nastavnik {

void check_addressees(Check& check, const At<Day>& date, const Choices<Addressee>& addressed_to) {
  if (!check.known(addressed_to)) return;
  std::vector<Words> missing;
  for (const Addressee addressee : {Addressee::head, Addressee::curator})
    if (!holds(addressed_to, addressee)) missing.push_back(label_of(addressee));
  if (missing.empty()) return;
  check.found(addressed_to.given() ? addressed_to.span : date.span,
              {"не подано (addressed_to): {}", "not handed (addressed_to): {}"}, joined(missing));
}

void check_answer(Check& check, const WorkingDays& calendar, const At<Day>& asked, const At<Day>& answered) {
  if (!check.given(asked) || !check.known(answered)) return;
  const Date until = answered.given() ? *answered : check.day();
  const auto& allowed = check.limits().request_answer_working_days;
  if (until - *asked <= *allowed || !knows_working_days(check, calendar, asked, until) ||
      calendar.count(*asked, until) <= *allowed)
    return;
  Found finding = check.found(
      answered.given() ? answered : asked,
      {"последний день для ответа — {}: на ответ — {} ({})", "the last day for an answer was {}: it takes {} ({})"},
      calendar.last_of(*allowed, *asked), Count{*allowed, noun::working_day}, whose_term(allowed));
  if (answered.given()) finding.also(asked, {"день обращения", "day of the request"});
}

}  // namespace nastavnik
