// Clauses 10.2-10.4: what the head issues and approves.

#include <algorithm>
#include <optional>
#include <vector>

#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "rules/questions/days.h"
#include "rules/questions/decision.h"
#include "rules/questions/limits.h"
#include "rules/questions/years.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

void hold_local_act(Check& check, const LocalAct& act) {
  constexpr Text number{"нет номера (number)", "there is no number (number)"};
  constexpr Text date{"нет даты (date)", "there is no date (date)"};
  constexpr Text both{"нет номера и даты (number, date)", "there is neither number nor date (number, date)"};
  const bool no_number = check.absent(act.number), no_date = check.absent(act.date);
  if (no_number || no_date)
    check.found(act, {"{}", "{}"}, no_number && no_date ? both : no_number ? number : date).milder();
}

bool introduces_mentoring(const Order& order) {
  return decides_any(order, {OrderKind::approve_regulation, OrderKind::amend_regulation, OrderKind::local_act});
}

void local_acts_missing(Check& check) {
  const Organization& school = check.registry().organization();
  if (!check.sees_the<Organization>(school)) return;
  for (const LocalAct& act : school.local_acts) hold_local_act(check, act);
  const Table<Order>& orders = check.all<Order>();
  if (!check.absent(school.local_acts) || std::any_of(orders.begin(), orders.end(), introduces_mentoring) ||
      !check.sees_all<Order>(school))
    return;
  const Regulation& regulation = check.registry().regulation();
  if (check.registry().has<Regulation>() && !check.known(regulation.approved_on)) return;
  const bool approved = !regulation.approved_on.absent();
  check.found(approved ? regulation.span : school.span,
              {"нет ни приказа о положении, ни иных актов (local_acts)",
               "there is neither an order on the regulation nor any other act (local_acts)"});
}

/// Where the gap shows: the end of the term before it, else the beginning of the one after it, else the school.
Span place_of(const Period& gap, const Organization& school) {
  const CuratorTerm *before = nullptr, *after = nullptr;
  for (const CuratorTerm& term : school.curators) {
    if (term.to.given() && *term.to < gap.from && (!before || *before->to < *term.to)) before = &term;
    if (!after || *term.from < *after->from) after = &term;
  }
  return before ? before->to.span : after ? after->from.span : school.span;
}

const Program* program_in(const Check& check, const Period& days) {
  for (const Program& program : check.all<Program>())
    if (const auto period = period_of(program); period && period->meets(days)) return &program;
  return nullptr;
}

/// A gap of non-working days is none; one no longer than a change of curators takes is the milder finding.
void hold_gap(Check& check, const WorkingDays& calendar, const Period& gap) {
  const Span place = place_of(gap, check.registry().organization());
  const auto days = working_days_of(check, calendar, gap, place);
  if (!days || *days == 0) return;
  const auto& handover = check.limits().curator_handover_working_days;
  Found finding = check.found(place,
                              {"программы шли без куратора с {} по {}, {} (на смену куратора — {}, {})",
                               "programmes ran without a curator from {} to {}, {} (for a change of curators: {}, {})"},
                              gap.from, gap.to, Count{*days, noun::working_day}, Count{*handover, noun::working_day},
                              whose_term(handover));
  if (*days <= *handover) finding.milder();
  if (const Program* program = program_in(check, gap))
    finding.also(program->start, {"программа шла в эти дни", "a programme that ran on these days"});
}

void program_days_without_curator(Check& check) {
  const Organization& school = check.registry().organization();
  const Periods running = days_with_programs(check);
  if (running.empty() || !check.known(school.curators)) return;
  Periods in_office;
  for (const CuratorTerm& term : school.curators) {
    if (!knows_days(check, term)) return;
    in_office.push_back(*period_of(term));
  }
  const WorkingDays& calendar = check.working_days();
  for (const Period& gap : without(running, in_office)) hold_gap(check, calendar, gap);
}

/// Whoever joined a pair is judged by the day of joining, even when the mentee has left or the pair is closed.
void participant_not_approved(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.known(pair.start)) continue;
    for (const Member& member : pair.mentees)
      if (joined_later(member, pair) && *member.from <= check.day())
        hold_to_order(check, member.order,
                      {OrderKind::approve_mentees, OrderKind::assign_pairs, OrderKind::change_pairs}, *member.from);
  }
}

/// A roadmap, the days it is for, and those of them on which it was approved: from the order, until another cancels it.
struct PlannedDays {
  const Roadmap* roadmap = nullptr;
  Period planned{};
  Periods approved{};
};

std::optional<PlannedDays> days_of(Check& check, const Roadmap& roadmap, const Period& planned) {
  PlannedDays found{&roadmap, planned, {}};
  if (check.absent(roadmap.order)) return found;
  const Order* order = check.follow(roadmap.order);
  if (!order || !check.given(order->date, order->kinds)) return std::nullopt;
  if (decides(*order, OrderKind::approve_roadmap))
    found.approved = shared({planned}, {{*order->date, check.registry().cancelled_on(*order) - 1}});
  return found;
}

/// All roadmaps; nothing while one of them is unclear.
std::optional<std::vector<PlannedDays>> all_roadmaps(Check& check) {
  std::vector<PlannedDays> all;
  for (const SchoolYear& year : check.all<SchoolYear>()) {
    if (!check.known(year.roadmap, year.roadmap->from, year.roadmap->to)) return std::nullopt;
    const auto planned = year.roadmap.given() ? period_of(*year.roadmap, year) : std::nullopt;
    const auto days = planned ? days_of(check, *year.roadmap, *planned) : std::nullopt;
    if (planned && !days) return std::nullopt;
    if (days) all.push_back(*days);
  }
  return all;
}

/// What is wrong with the order of a roadmap that was not approved on a day it is for.
Words fault_on(const Check& check, const Roadmap& roadmap, Date day) {
  if (roadmap.order.absent())
    return Text{"приказ об утверждении не назван (order)", "no order of approval is named (order)"};
  const Order& order = *roadmap.order.to;
  if (!decides(order, OrderKind::approve_roadmap))
    return say({"в приказе нет решения «{}»", "the order does not decide “{}”"}, OrderKind::approve_roadmap);
  if (day < *order.date) return say({"приказ издан {}", "the order is dated {}"}, *order.date);
  return say({"приказ отменён {}", "the order was cancelled on {}"}, check.registry().cancelled_on(order));
}

/// Days of a school year on which programmes ran and no roadmap was approved.
struct Unplanned {
  Period year{};
  Periods days{};
  bool never = false;  ///< none was approved for any day of the year
};

void report_unplanned(Check& check, const Unplanned& unplanned, Span place, const Words& fault) {
  const int number = count_days(unplanned.days);
  const Date first = unplanned.days.front().from;
  const auto& grace = check.limits().roadmap_grace_days;
  Found finding = check.found(place,
                              {"{}: программы шли без утверждённой карты {}, с {} (отсрочка {} — {})",
                               "{}: programmes ran without an approved roadmap for {}, from {} (grace: {}, {})"},
                              fault, Count{number, noun::day}, first, Count{*grace, noun::day}, whose_term(grace));
  const bool is_over = unplanned.year.to < check.day();
  if (number <= *grace && !(unplanned.never && is_over)) finding.milder();
  if (const Program* program = program_in(check, unplanned.days.front()))
    finding.also(program->start, {"эта программа шла", "a programme that ran"});
}

void hold_to_roadmaps(Check& check, const Unplanned& unplanned, const std::vector<PlannedDays>& roadmaps) {
  const Date first = unplanned.days.front().from;
  const auto meant =
      std::find_if(roadmaps.begin(), roadmaps.end(), [&](const PlannedDays& one) { return one.planned.holds(first); });
  if (meant != roadmaps.end()) {
    const Link<Order>& order = meant->roadmap->order;
    report_unplanned(check, unplanned, order.absent() ? meant->roadmap->span : order.span,
                     fault_on(check, *meant->roadmap, first));
    return;
  }
  const Span place = place_of_year(check, unplanned.year);
  if (check.sees_all<SchoolYear>(place))
    report_unplanned(check, unplanned, place,
                     Text{"дорожной карты на эти дни нет", "there is no roadmap for these days"});
}

/// The days with programmes that a roadmap is asked for: before the first regulation none is.
Periods days_to_plan(Check& check) {
  const Periods running = days_with_programs(check);
  const Regulation& regulation = check.registry().regulation();
  if (!check.registry().has<Regulation>() && !regulation.broken) return running;
  const auto since = regulated_since(check);
  return since ? shared(running, {{*since, end_of_time}}) : Periods();
}

/// Programmes ran, or can still run, on too few days of the year for a roadmap of that year.
bool is_too_short(const Check& check, const Period& year, const Periods& running) {
  if (running.empty()) return true;
  const int days = year.to < check.day() ? count_days(running) : year.to - running.front().from + 1;
  return days < least_days_with_programs;
}

/// Nothing is due yet on the first working day without a roadmap.
void roadmap_not_approved(Check& check) {
  const WorkingDays& calendar = check.working_days();
  const Periods running = days_to_plan(check);
  const auto roadmaps = running.empty() ? std::nullopt : all_roadmaps(check);
  if (!roadmaps) return;
  Periods approved;
  for (const PlannedDays& one : *roadmaps) approved.insert(approved.end(), one.approved.begin(), one.approved.end());
  for (Period year = school_year(running.front().from); year.from <= running.back().to; year = next_school_year(year)) {
    if (is_too_short(check, year, shared(running, {year}))) continue;
    Periods gaps = working_gaps(check, shared(running, {year}), approved);
    std::erase_if(gaps, [&](const Period& gap) { return is_in_time(calendar, gap, true); });
    if (!gaps.empty()) hold_to_roadmaps(check, {year, gaps, shared({year}, approved).empty()}, *roadmaps);
  }
}

constexpr Rule head_rows[] = {
    {{.id = "P10.2-1",
      .name = "local-acts-missing",
      .severity = Severity::warning,
      .milder = Severity::info,
      .nature = Nature::formalised,
      .clauses = "10.2",
      .phrase = "издает локальные акты организации о внедрении (применении) системы (целевой модели) наставничества",
      .precise = {"довольно приказа о положении; номера и даты акта в тексте нет, это подсказка",
                  "an order on the regulation is enough; the text asks for no number or date, which is advice"},
      .title = {"нет локальных актов о внедрении наставничества или у акта нет номера и даты",
                "there are no local acts introducing mentoring, or an act has no number or date"},
      .remedy =
          {"внесите приказ о положении в orders/ или акты с номером и датой (local_acts) в organization.yaml",
           "enter the order on the regulation in orders/, or the acts with number and date (local_acts) in organization.yaml"},
      .implied_by = "P8-1",
      .scope = Scope::registry},
     local_acts_missing},
    {{.id = "P10.3-1",
      .name = "program-days-without-curator",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "10.3",
      .phrase = "утверждает куратора реализации программ наставничества",
      .precise = {"куратор есть в каждый рабочий день, когда идёт программа; на смену одного другим есть срок",
                  "there is a curator on every working day of a programme; a change of curators has a term"},
      .title = {"программа идёт или шла без утверждённого куратора",
                "a programme runs or ran on days without an approved curator"},
      .remedy =
          {"проверьте периоды и приказы кураторов (curators) в organization.yaml; если куратора нет, издайте приказ о назначении",
           "check the periods and orders of the curators (curators) in organization.yaml; if there is none, issue an order of appointment"},
      .limits = "curator_handover_working_days",
      .scope = Scope::registry},
     program_days_without_curator},
    {{.id = "P10.3-2",
      .name = "participant-not-approved",
      .nature = Nature::text,
      .clauses = "10.3",
      .phrase = "способствует отбору наставников и наставляемых, а также утверждает их",
      .title = {"наставник или наставляемый не утверждён приказом руководителя",
                "a mentor or mentee is not approved by an order of the head"},
      .remedy =
          {"укажите приказ, которым утверждён участник: наставника — в mentors/, наставляемого — в файле пары (order)",
           "name the order that approves the participant: of a mentor in mentors/, of a mentee in the pair's file (order)"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     participant_not_approved},
    {{.id = "P10.4-1",
      .name = "roadmap-not-approved",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "10.4",
      .phrase = "утверждает Дорожную карту (план мероприятий)",
      .precise =
          {"карта нужна на каждый рабочий день, когда идёт программа, в каждом учебном году; на утверждение есть отсрочка",
           "a roadmap is for every working day of a programme, in every school year; approval has a grace"},
      .title = {"программы идут или шли, а утверждённой дорожной карты на эти дни нет",
                "programmes run or ran and no approved roadmap covers the days"},
      .remedy =
          {"утвердите дорожную карту приказом, внесите её в файл учебного года в years/ и укажите приказ (roadmap.order)",
           "approve the roadmap by order, enter it in the school year's file in years/ and name the order (roadmap.order)"},
      .limits = "roadmap_grace_days",
      .scope = Scope::registry},
     roadmap_not_approved},
};

}  // namespace

std::span<const Rule> head_rules();
std::span<const Rule> head_rules() { return head_rows; }

}  // namespace nastavnik
