// Clause 12: the union, commission or council of mentors, where there is one.

#include <algorithm>
#include <map>

#include "model/kinds/codes_years.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/school_years.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

bool is_broken(const At<Day>& date) { return date.presence == Presence::broken; }

/// Whether the council existed on the day.
Verdict existed_on(const Council& council, Date day) {
  if (is_broken(council.from) || is_broken(council.to)) return Verdict::unknown;
  return period_of(council.from, council.to)->holds(day) ? Verdict::yes : Verdict::no;
}

/// Whether the council existed and its members had been approved by an order.
Verdict in_force_on(const Council& council, Date day) {
  const Verdict existed = existed_on(council, day);
  if (existed == Verdict::no || council.order.absent()) return Verdict::no;
  if (existed == Verdict::unknown || !council.order.to || !council.order->date.given()) return Verdict::unknown;
  return *council.order->date <= day ? Verdict::yes : Verdict::no;
}

Verdict has_council(const Organization& organization, Date day, Verdict (*is)(const Council&, Date)) {
  const bool unclear = organization.broken || organization.councils.presence == Presence::broken;
  Verdict found = unclear ? Verdict::unknown : Verdict::no;
  for (const Council& council : organization.councils) {
    const Verdict answer = is(council, day);
    if (answer == Verdict::yes) return answer;
    if (answer == Verdict::unknown) found = answer;
  }
  return found;
}

/// A council of the day whose order came later; of one without any order P11.3-1 speaks.
const Council* find_late_council(const Organization& organization, Date day) {
  for (const Council& council : organization.councils)
    if (existed_on(council, day) == Verdict::yes && council.order.to) return &council;
  return nullptr;
}

void act_without_council(Check& check, const At<Day>& date) {
  const Organization& organization = check.registry().organization();
  if (!check.given(date) || !check.denied(has_council(organization, *date, in_force_on), date)) return;
  if (const Council* late = find_late_council(organization, *date))
    check
        .found(date,
               {"состав объединения утверждён позже, {}", "the members of the council were approved later, on {}"},
               *late->order->date)
        .also(late->order->date, {"дата приказа о составе", "date of the order on the members"});
  else if (has_council(organization, *date, existed_on) == Verdict::no)
    check.found(date, {"в этот день объединения (councils) не было", "there was no council (councils) on this day"});
}

/// Minutes that name no body are those of the council.
bool is_of_council(Check& check, const NotedChoice<MinutesBody>& body) {
  return check.known(body) && (body.absent() || *body == MinutesBody::mentors_council);
}

using MinutesKey = std::pair<std::string_view, Date>;
/// Minutes of all years by number and date.
using AllMinutes = std::multimap<MinutesKey, const CouncilMinutes*>;

AllMinutes find_minutes(const Table<SchoolYear>& years) {
  AllMinutes all;
  for (const SchoolYear& year : years)
    for (const CouncilMinutes& minutes : year.council_minutes)
      all.emplace(MinutesKey(*minutes.number, *minutes.date), &minutes);
  return all;
}

/// Of several bodies that numbered their minutes alike the council of mentors is meant.
const CouncilMinutes* minutes_named(const AllMinutes& all, const PairMinutes& named) {
  const CouncilMinutes* found = nullptr;
  const auto [first, last] = all.equal_range({*named.number, *named.date});
  for (auto at = first; at != last; ++at) {
    const NotedChoice<MinutesBody>& body = at->second->body;
    const bool is_councils = body.absent() || (body.given() && *body == MinutesBody::mentors_council);
    if (!found || is_councils) found = at->second;
  }
  return found;
}

bool has_author(const Incentive& incentive, DutyRole role) { return holds(incentive.authors, role); }

void acts_without_council(Check& check) {
  const AllMinutes known = find_minutes(check.all<SchoolYear>());
  for (const SchoolYear& year : check.all<SchoolYear>()) {
    for (const CouncilMinutes& minutes : check.each(year.council_minutes))
      if (is_of_council(check, minutes.body)) act_without_council(check, minutes.date);
    for (const Incentive& incentive : check.each(year.incentives))
      if (has_author(incentive, DutyRole::council)) act_without_council(check, incentive.date);
  }
  for (const Pair& pair : check.all<Pair>()) {
    const Block<PairMinutes>& named = pair.formation->council_minutes;
    if (!check.given(pair.formation, named, named->number, named->date)) continue;
    if (!known.contains({*named->number, *named->date}) && is_of_council(check, named->body))
      act_without_council(check, named->date);
  }
}

void report_other_body(Check& check, const NotedChoice<MinutesBody>& body) {
  check.found(body, {"это протокол другого органа, а объединение в этот день было",
                     "these are minutes of another body, and there was a council on this day"});
}

void compare_proposal(Check& check, const PairMinutes& named, const AllMinutes& known) {
  if (!check.given(named.number, named.date) || !check.known(named.body)) return;
  if (!is_of_council(check, named.body)) return report_other_body(check, named.body);
  const CouncilMinutes* found = minutes_named(known, named);
  if (!found) {
    if (check.sees_all<SchoolYear>(named.number))
      check.found(named.number, {"протокола № {} от {} в years/ нет", "years/ holds no minutes No. {} of {}"},
                  *named.number, *named.date);
    return;
  }
  const NotedChoice<MinutesBody>& body = found->body;
  if (!check.known(body)) return;
  if (!is_of_council(check, body)) return report_other_body(check, body);
  const auto& matters = found->matters;
  if (!check.given(matters) || holds(matters, Matter::pair_proposal)) return;
  check
      .found(named.number, {"в этом протоколе нет предложения пар (matters: pair_proposal)",
                            "these minutes hold no proposal of pairs (matters: pair_proposal)"})
      .also(matters, {"о чём протокол", "what the minutes are about"});
}

/// Minutes that cannot be read may be those that are looked for.
bool can_read_minutes(Check& check) {
  bool all = true;
  for (const SchoolYear& year : check.all<SchoolYear>()) {
    all = check.known(year.council_minutes) && all;
    for (const CouncilMinutes& minutes : year.council_minutes) all = check.given(minutes.number, minutes.date) && all;
  }
  return all;
}

void without_council_proposal(Check& check) {
  const AllMinutes known = find_minutes(check.all<SchoolYear>());
  const bool readable = can_read_minutes(check);
  for (const Pair& pair : check.all<Pair>()) {
    const Formation& formation = *pair.formation;
    if (is_draft(pair, check.day()) || !check.given(pair.formation, formation.date)) continue;
    if (!check.confirmed(has_council(check.registry().organization(), *formation.date, in_force_on), formation.date))
      continue;
    if (check.absent(formation.council_minutes))
      check.found(formation.date, {"объединение в этот день было, а протокола (council_minutes) нет",
                                   "there was a council on this day, and no minutes (council_minutes)"});
    if (check.given(formation.council_minutes) && readable) compare_proposal(check, *formation.council_minutes, known);
  }
}

void incentive_author_missing(Check& check) {
  for (const SchoolYear& year : check.all<SchoolYear>())
    for (const Incentive& incentive : check.each(year.incentives)) {
      if (!check.given(incentive.date) || !check.known(incentive.authors)) continue;
      std::vector<Words> missing;
      for (const DutyRole role : {DutyRole::head, DutyRole::curator})
        if (!has_author(incentive, role)) missing.push_back(label_of(role));
      const Verdict council = has_author(incentive, DutyRole::council)
                                  ? Verdict::no
                                  : has_council(check.registry().organization(), *incentive.date, in_force_on);
      if (check.confirmed(council, incentive.date)) missing.push_back(label_of(DutyRole::council));
      if (missing.empty()) continue;
      check.found(incentive.authors.given() ? incentive.authors.span : incentive.date.span,
                  {"среди авторов (authors) нет: {}", "not among the authors (authors): {}"}, joined(missing));
    }
}

constexpr Rule union_rows[] = {
    {{.id = "P12-1",
      .name = "council-act-without-council",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "12",
      .phrase = "Методическое объединение наставников/комиссия/совет (при его наличии)",
      .precise =
          {"объединение действует со дня приказа о составе; другие советы о наставничестве решать вправе",
           "the council acts from the day of the order on its members; other bodies are free to speak of mentoring"},
      .title = {"решение методического объединения принято, когда его не было или состав не утверждён",
                "an act of the council is dated when there was no approved council"},
      .remedy = {"проверьте дату протокола и период объединения с приказом (councils) в organization.yaml",
                 "check the date of the minutes and the council's period and order (councils) in organization.yaml"},
      .scope = Scope::links},
     acts_without_council},
    {{.id = "P12.2-1",
      .name = "council-list-differs",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "12.2",
      .phrase = "ведет учет сведений о молодых/начинающих специалистах и иных категориях наставляемых и их наставниках",
      .precise = {"учёт — это сами записи о наставляемых и парах",
                  "the account is the records of mentees and pairs themselves"},
      .title = {"список методического объединения расходится с банком наставляемых",
                "the council's list differs from the bank of mentees"},
      .remedy = {"возьмите список, напечатанный из банка: второй, отдельный список вести не нужно",
                 "take the list printed from the bank: no second list need be kept"},
      .by_format = true}},
    {{.id = "P12.3-1",
      .name = "pair-without-council-proposal",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "12.3",
      .phrase = "помогает подбирать и закрепляет пары (группы) наставников и наставляемых",
      .precise = {"помощь видна из протокола, который называет пара",
                  "the help shows in the minutes that the pair names"},
      .title = {"пара сформирована без предложения методического объединения",
                "the pair was formed without a proposal of the council"},
      .remedy =
          {"укажите протокол объединения (formation.council_minutes) в файле пары и внесите его (council_minutes) в years/",
           "name the minutes (formation.council_minutes) in the pair's file and enter them (council_minutes) in years/"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     without_council_proposal},
    {{.id = "P12.10-1",
      .name = "incentive-author-missing",
      .severity = Severity::info,
      .nature = Nature::text,
      .clauses = "12.10",
      .phrase = "участвует в разработке материальных и нематериальных стимулов поощрения наставников",
      .title = {"предложение о поощрении наставников внесено не всеми, кто должен участвовать",
                "a proposal of incentives for mentors lacks one of its authors"},
      .remedy =
          {"обсудите предложение вместе и укажите авторов (authors): руководитель, куратор, методическое объединение",
           "discuss the proposal together and name its authors (authors): head, curator, council"},
      .scope = Scope::links},
     incentive_author_missing},
};

}  // namespace

std::span<const Rule> union_rules();
std::span<const Rule> union_rules() { return union_rows; }

}  // namespace nastavnik
