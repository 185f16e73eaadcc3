// Clause 10: what the head issues, approves and agrees on with others.

#include <algorithm>
#include <map>
#include <vector>

#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "rules/questions/days.h"
#include "rules/questions/decision.h"
#include "rules/questions/limits.h"
#include "rules/questions/sign_of_work.h"
#include "rules/questions/years.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

using Consents = std::vector<const Consent*>;

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
  const WorkingDays calendar(check.registry().the<Calendar>());
  for (const Period& gap : without(running, in_office)) hold_gap(check, calendar, gap);
}

/// Joined after the pair began, so that the order on the pair does not name this mentee.
bool joined_later(const Member& member, const Pair& pair) {
  return member.from.given() && pair.start.given() && *member.from > *pair.start;
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
  const WorkingDays calendar(check.registry().the<Calendar>());
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

/// A pair that is seen to work is no longer being formed, though it tells no start.
void hold_to_start(Check& check, const Pair& pair) {
  const auto sign = sign_of_work(check, pair);
  if (!sign) return;
  Found found =
      check.absent(pair.order)
          ? check.found(pair,
                        {"пара работает или работала ({}), а начала (start) нет и приказ не назван (order)",
                         "the pair works or worked ({}), tells no start (start) and names no order (order)"},
                        sign->what)
          : check
                .found(pair,
                       {"пара работает или работала ({}), а начала (start) нет: дни её работы не с чем сверить",
                        "the pair works or worked ({}) and tells no start (start): its days cannot be compared"},
                       sign->what)
                .milder();
  found.also(sign->place, {"это видно здесь", "this shows it"});
}

/// That the pair has ended does not undo what it lacked; the order that ends it may cancel its own on its last day.
void pair_order_missing(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (check.absent(pair.start)) hold_to_start(check, pair);
    if (!knows_days(check, pair) || pair.start.absent() || *pair.start > check.day()) continue;
    const bool is_over = pair.end.given() && *pair.end->date <= check.day();
    if (!check.absent(pair.order))
      hold_to_order(check, pair.order, {OrderKind::assign_pairs, OrderKind::change_pairs},
                    is_over ? *pair.end->date - 1 : check.day());
    else
      check.found(pair.start, {"пара работает с этого дня, а приказ не назван (order)",
                               "the pair works from this day and names no order (order)"});
  }
}

/// Someone whose consent a pair needs, and the order it had to precede.
struct Participant {
  const Link<Person>& person;
  const Link<Order>& order;
};

std::vector<Participant> participants_of(const Check& check, const Pair& pair) {
  std::vector<Participant> found{{pair.mentor, pair.order}};
  for (const Member& member : pair.mentees) {
    const bool is_to_come = member.order.absent() && member.from.given() && *member.from > check.day();
    if (!is_to_come) found.push_back({member.person, joined_later(member, pair) ? member.order : pair.order});
  }
  return found;
}

/// The consent is one to be a mentor too, and P9-4 speaks of its form.
bool is_held_by_appointment(const Check& check, const Participant& participant, const Consent* consent) {
  if (!check.all<Mentor>().find(participant.person.id)) return false;
  const Consents all = consents_of(check.registry(), participant.person.id, ConsentKind::mentor_appointment);
  return std::find(all.begin(), all.end(), consent) != all.end();
}

bool is_written(const Consent* consent) { return *consent->form != ConsentForm::oral; }

/// Among consents whose date and form are known.
void hold_consents(Check& check, const Participant& participant, Consents consents) {
  const Order* order = check.follow(participant.order);
  if ((!order && !participant.order.absent()) || (order && !check.given(order->date))) return;
  std::sort(consents.begin(), consents.end(),
            [](const Consent* a, const Consent* b) { return *a->given_on < *b->given_on; });
  const auto written = std::find_if(consents.begin(), consents.end(), is_written);
  if (written == consents.end()) {
    if (!is_held_by_appointment(check, participant, consents.front()))
      check.found(consents.front()->form,
                  {"согласие участника бывает только письменным", "the consent of a participant is in writing only"});
  } else if (order && *(*written)->given_on > *order->date) {
    check.found((*written)->given_on, {"приказ от {}", "the order is dated {}"}, *order->date)
        .also(order->date, {"дата приказа", "date of the order"});
  }
}

void hold_participant(Check& check, const Pair& pair, const Participant& participant) {
  if (participant.person.id.empty() || is_erased(check.registry(), participant.person.id)) return;
  const Consents consents = participation_consents(check.registry(), pair, participant.person.id);
  const bool known = std::all_of(consents.begin(), consents.end(),
                                 [&](const Consent* consent) { return check.given(consent->given_on, consent->form); });
  if (!consents.empty()) {
    if (known) hold_consents(check, participant, consents);
  } else if (participant.person.presence == Presence::broken ||
             !sees_consents(check.registry(), participant.person.id)) {
    check.undecided(participant.person);
  } else {
    check.found(participant.person, {"согласия этого участника в файле пары нет (consents)",
                                     "the pair's file holds no consent of this participant (consents)"});
  }
}

/// That the pair has ended does not undo what it lacked.
void pair_consent_missing(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (!knows_days(check, pair) || (pair.order.absent() && !has_worked(check, pair))) continue;
    for (const Participant& participant : participants_of(check, pair)) hold_participant(check, pair, participant);
  }
}

void hold_duties(Check& check, const Consent& consent) {
  const bool is_oral = consent.form.given() && *consent.form == ConsentForm::oral;
  if (consent.withdrawn_on.given() || is_oral) return;
  if (check.absent(consent.additional_duties))
    check.found(consent, {"не отмечено, названы ли в тексте дополнительные обязанности (additional_duties)",
                          "it is not noted whether the text names the additional duties (additional_duties)"});
  else if (check.given(consent.additional_duties) && !*consent.additional_duties)
    check.found(consent.additional_duties,
                {"дополнительные обязанности в тексте не названы", "the text does not name the additional duties"});
}

void consent_without_additional_duties(Check& check) {
  const auto lists = [](const Consent& consent) { return holds(consent.kinds, ConsentKind::participation); };
  for (const Pair& pair : check.all<Pair>())
    for (const PairConsent& consent : pair.consents)
      if (!is_erased(check.registry(), consent.person.id) && (check.absent(consent.kinds) || lists(consent)))
        hold_duties(check, consent);
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Appointment& appointment : mentor.appointments)
      if (!is_erased(check.registry(), mentor.id) && lists(*appointment.consent))
        hold_duties(check, *appointment.consent);
  for (const Person& person : check.all<Person>())
    for (const DataConsent& consent : person.consents)
      if (lists(consent)) hold_duties(check, consent);
}

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
    {{.id = "P10.5-1",
      .name = "pair-order-missing",
      .milder = Severity::warning,
      .nature = Nature::text,
      .clauses = "10.5,18",
      .phrase = "издает приказ(ы) о закреплении наставнических пар/групп",
      .title = {"пара или группа работает или работала без приказа о закреплении или без записанного начала",
                "the pair or group works or worked without an order assigning it or without a recorded start"},
      .remedy =
          {"издайте приказ о закреплении, внесите его в orders/ и укажите (order) в файле пары; там же — первый день работы (start)",
           "issue the order assigning the pair, enter it in orders/ and name it (order) in the pair's file, with the first day of work (start)"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     pair_order_missing},
    {{.id = "P10.5-2",
      .name = "pair-consent-missing",
      .nature = Nature::text,
      .clauses = "10.5",
      .phrase = "с письменного согласия их участников",
      .title = {"нет письменного согласия участника пары, данного не позже приказа",
                "a participant's written consent dated not later than the pair order is missing"},
      .remedy =
          {"возьмите письменное согласие и запишите его (consents) в файле пары; если оно взято позже приказа, издайте новый приказ",
           "take the written consent and record it (consents) in the pair's file; if it came after the order, issue a new order"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     pair_consent_missing},
    {{.id = "P10.5-3",
      .name = "consent-without-additional-duties",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "10.5",
      .phrase = "на возложение на них дополнительных обязанностей, связанных с наставнической деятельностью",
      .precise = {"согласие прямо называет дополнительные обязанности", "the consent names the additional duties"},
      .title = {"в согласии участника не названы дополнительные обязанности",
                "the participant's consent does not name the additional duties"},
      .remedy =
          {"перечитайте согласие: если обязанности названы, впишите additional_duties: true, если нет, возьмите новое согласие",
           "read the consent again: if it names the duties, write additional_duties: true; if not, take a new consent"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     consent_without_additional_duties},
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

std::span<const Rule> head_rules();
std::span<const Rule> head_rules() { return head_rows; }

}  // namespace nastavnik
