// Clause 11.1: who the curator is, and since when.

#include <algorithm>
#include <vector>

#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "rules/questions/days.h"
#include "rules/questions/decision.h"
#include "rules/questions/limits.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// The days on which posts of deputy head are held here; not clear while one that cannot be read might be such a post.
struct DeputyDays {
  Periods days{};
  bool clear = true;
};

void add_posts(const Person& person, DeputyDays& found) {
  if (person.positions.presence == Presence::broken) found.clear = false;
  for (const JobPosition& position : person.positions) {
    const bool is_known = position.category.given() && position.employer.presence != Presence::broken &&
                          position.to.presence != Presence::broken && position.from.given();
    const bool is_other = position.category.given() && *position.category != PositionCategory::deputy_head;
    if (is_other || position.employer.given()) continue;
    if (is_known)
      found.days.push_back(*period_of(position.from, position.to));
    else
      found.clear = false;
  }
}

/// The days on which anybody here is a deputy head.
DeputyDays days_of_deputies(const Table<Person>& people) {
  DeputyDays found;
  found.clear = people.seen() && people.broken().empty();
  for (const Person& person : people) add_posts(person, found);
  return found;
}

bool is_for_want_of_deputies(CuratorBasis basis) {
  return basis == CuratorBasis::head || basis == CuratorBasis::other_staff;
}

/// The curator had no post of deputy head on the days: from the beginning, or since it ended, which leaves time for a change.
void report_no_deputy(Check& check, const CuratorTerm& term, const Person& person, const Periods& days) {
  const Date first = days.front().from;
  if (has_category(person, PositionCategory::head, first) == Verdict::yes) {
    check.found(term.person, {"на {} {} руководит организацией", "on {} {} is the head of the organisation"}, first,
                check.who(term.person));
    return;
  }
  if (first == *term.from || is_for_want_of_deputies(*term.basis)) {
    check.found(term.person,
                {"на {} у {} нет должности заместителя руководителя", "on {} {} holds no position of a deputy head"},
                first, check.who(term.person));
    return;
  }
  const WorkingDays& calendar = check.working_days();
  const auto number = working_days_of(check, calendar, days.front(), term.person.span);
  if (!number) return;
  const auto& handover = check.limits().curator_handover_working_days;
  Found finding = check.found(term.person,
                              {"с {} у {} нет должности заместителя руководителя (на смену куратора — {}, {})",
                               "from {} {} holds no position of a deputy head (for a change of curators: {}, {})"},
                              first, check.who(term.person), Count{*handover, noun::working_day}, whose_term(handover));
  if (*number <= *handover) finding.milder();
}

/// Where nobody is a deputy head, somebody else has to be the curator.
void hold_to_want_of_deputies(Check& check, const CuratorTerm& term, const Person& person, const Periods& days) {
  const DeputyDays deputies = days_of_deputies(check.registry().all<Person>());
  const Periods filled = shared(days, deputies.days);
  if (!filled.empty()) return report_no_deputy(check, term, person, filled);
  if (!deputies.clear) return check.undecided(term.person);
  check
      .found(term.basis,
             {"{} — не заместитель руководителя; на {} этой должности не занимает никто",
              "{} is no deputy head; on {} nobody holds such a position"},
             check.who(term.person), days.front().from)
      .milder();
}

void hold_to_deputies(Check& check, const CuratorTerm& term) {
  const Person* person = check.follow(term.person);
  if (!person || person->erased_on.given() || !check.given(term.basis) || !knows_days(check, term)) return;
  DeputyDays own;
  add_posts(*person, own);
  const Periods days = working_gaps(check, until_today(check, *period_of(term)), own.days);
  if (days.empty()) return;
  if (!own.clear) return check.undecided(term.person);
  if (is_for_want_of_deputies(*term.basis)) return hold_to_want_of_deputies(check, term, *person, days);
  if (*term.basis != CuratorBasis::social_partner) return report_no_deputy(check, term, *person, days);
  check
      .found(term.basis,
             {"{} — сотрудник партнёра, а не заместитель руководителя", "{} works for a partner and is no deputy head"},
             check.who(term.person))
      .milder();
}

void curator_not_deputy_head(Check& check) {
  for (const CuratorTerm& term : check.registry().organization().curators) hold_to_deputies(check, term);
}

/// The order first, the office after it.
void hold_to_day_of_order(Check& check, const CuratorTerm& term) {
  const Order& order = *term.order.to;
  if (*term.from >= *order.date) return;
  check.found(term.from, {"приказ о назначении издан {}", "the order of appointment is dated {}"}, *order.date)
      .also(order.date, {"дата приказа о назначении", "date of the order of appointment"});
}

void curator_not_appointed(Check& check) {
  for (const CuratorTerm& term : check.registry().organization().curators) {
    if (!knows_days(check, term) || *term.from > check.day()) continue;
    if (check.absent(term.order))
      check.found(term, {"приказ о назначении не назван (order)", "no order of appointment is named (order)"});
    else if (hold_to_order(check, term.order, {OrderKind::appoint_curator}, day_of_order(check, term.from, term.to))) {
      hold_to_head(check, term.order);
      hold_to_day_of_order(check, term);
    }
  }
}

/// Every programme that ran on one of the days names its curator.
bool name_their_curators(const Check& check, const Period& days) {
  for (const Program& program : check.all<Program>())
    if (const auto period = period_of(program); period && period->meets(days) && program.curator.absent()) return false;
  return true;
}

void report_clash(Check& check, const CuratorTerm& earlier, const CuratorTerm& later) {
  Found finding = check.found(later.from, {"с этого дня кураторов двое", "from this day there are two curators"});
  finding.also(earlier.to.given() ? earlier.to.span : earlier.person.span,
               {"срок другого куратора не кончился", "the term of the other one has not ended"});
  const Period both{*later.from, std::min(period_of(earlier)->to, period_of(later)->to)};
  if (name_their_curators(check, both)) finding.milder();
}

void curator_periods_clash(Check& check) {
  std::vector<const CuratorTerm*> terms;
  for (const CuratorTerm& term : check.registry().organization().curators)
    if (knows_days(check, term)) terms.push_back(&term);
  std::stable_sort(terms.begin(), terms.end(),
                   [](const CuratorTerm* a, const CuratorTerm* b) { return *a->from < *b->from; });
  const CuratorTerm* last = nullptr;
  for (const CuratorTerm* term : terms) {
    const auto to = [](const CuratorTerm* t) { return period_of(*t)->to; };
    if (last && *term->from <= to(last)) report_clash(check, *last, *term);
    if (!last || to(term) > to(last)) last = term;
  }
}

constexpr Rule curator_office_rows[] = {
    {{.id = "P11.1-1",
      .name = "curator-not-deputy-head",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "11.1",
      .phrase = "назначается руководителем организации из числа заместителей руководителя",
      .precise = {"заместитель — каждый рабочий день срока куратора; время на смену куратора наше, в тексте его нет",
                  "a deputy head on every working day of the term; the time for a change of curators is ours"},
      .title = {"куратор не заместитель руководителя", "the curator is not a deputy head"},
      .remedy =
          {"назначьте куратором заместителя или проверьте должность (positions) в people/; если заместителей нет, укажите это основанием (basis: head, other_staff)",
           "appoint a deputy head as curator, or check the position (positions) in people/; where there are no deputies, say so (basis: head, other_staff)"},
      .limits = "curator_handover_working_days",
      .scope = Scope::registry},
     curator_not_deputy_head},
    {{.id = "P11.1-2",
      .name = "curator-not-appointed",
      .nature = Nature::text,
      .clauses = "11.1",
      .phrase = "назначается руководителем организации",
      .title = {"куратор не назначен приказом руководителя или приступил к обязанностям раньше приказа",
                "the curator is not appointed by an order of the head, or began before it"},
      .remedy =
          {"издайте приказ о назначении куратора, внесите его в orders/ и укажите (curators, order) в organization.yaml",
           "issue the order appointing the curator, enter it in orders/ and name it (curators, order) in organization.yaml"},
      .scope = Scope::links},
     curator_not_appointed},
    {{.id = "P11.1-3",
      .name = "curator-periods-clash",
      .severity = Severity::warning,
      .milder = Severity::info,
      .nature = Nature::inference,
      .clauses = "10.3,11.1",
      .phrase = "утверждает куратора",
      .title = {"на один день записаны два куратора", "two curators are recorded for one day"},
      .remedy =
          {"исправьте дни (curators, from и to) в organization.yaml по приказам; если кураторов несколько, назовите в каждой программе своего (curator)",
           "correct the days (curators, from and to) in organization.yaml after the orders; where there are several, name one in each programme (curator)"},
      .scope = Scope::registry},
     curator_periods_clash},
};

}  // namespace

std::span<const Rule> curator_office_rules();
std::span<const Rule> curator_office_rules() { return curator_office_rows; }

}  // namespace nastavnik
