// Clause 9: mentors are appointed by order, with their written consent.

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "rules/questions/days.h"
#include "rules/questions/decision.h"
#include "rules/questions/limits.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

using Consents = std::vector<const Consent*>;

Consents appointment_consents(const Check& check, const Mentor& mentor) {
  return consents_of(check.registry(), mentor.id, ConsentKind::mentor_appointment);
}

void report_no_consent(Check& check, const Mentor& mentor, const Appointment& appointment) {
  if (!sees_consents(check.registry(), mentor.id)) return check.undecided(appointment);
  check.found(appointment, {"у назначения нет согласия (consent), в других бумагах его тоже нет",
                            "the appointment has no consent (consent), and no other paper has one"});
}

/// The last day of the appointment up to the one judged; nothing while it has not begun.
std::optional<Date> last_day_of(Check& check, const Appointment& appointment) {
  if (!knows_days(check, appointment) || *appointment.from > check.day()) return std::nullopt;
  return std::min(period_of(appointment)->to, check.day());
}

/// The words ask for a consent at the appointment: that another has to follow one that has expired is our reading.
void report_expired(Check& check, const Appointment& appointment, const Consent& last, Date day) {
  const Period days{*last.valid_to + 1, day};
  const WorkingDays& calendar = check.working_days();
  if (!reads_days(check, calendar, *last.valid_to, day)) return;
  if (is_in_time(calendar, days, period_of(appointment)->to <= check.day())) return;
  check
      .found(last.valid_to,
             {"согласие истекло, другого нет, а назначение действовало и {}",
              "the consent has expired and there is no other, and the appointment still stood on {}"},
             day)
      .milder()
      .also(appointment, {"назначение", "the appointment"});
}

Date runs_out(const Consent* consent) { return consent->valid_to.given() ? *consent->valid_to : end_of_time; }

/// `last`: of the consents to be a mentor the one that runs out last; nothing where there is none.
void ask_for_consent(Check& check, const Mentor& mentor, const Appointment& appointment, const Consent* last) {
  const auto day = last_day_of(check, appointment);
  if (!day || (last && runs_out(last) >= *day)) return;
  if (!check.denied(is_external(check.registry(), mentor.id, *day), mentor)) return;
  if (last)
    report_expired(check, appointment, *last, *day);
  else
    report_no_consent(check, mentor, appointment);
}

/// That an appointment has ended does not undo what it lacked.
void mentor_consent_missing(Check& check) {
  for (const Mentor& mentor : check.all<Mentor>()) {
    if (is_erased(check.registry(), mentor.id)) continue;
    const Consents consents = appointment_consents(check, mentor);
    const auto last = std::ranges::max_element(consents, {}, runs_out);
    for (const Appointment& appointment : check.each(mentor.appointments))
      ask_for_consent(check, mentor, appointment, last == consents.end() ? nullptr : *last);
  }
}

// The order first, the office after it, the work last

/// The appointment names the order that made it, which comes first.
void hold_to_appointing_order(Check& check, const Mentor& mentor, const Appointment& appointment) {
  if (check.absent(appointment.from) && appointment.end.given())
    check.found(appointment.end, {"обязанности сложены, а с какого дня человек наставник (from), не записано",
                                  "the duties have ended, and from which day (from) they were held is not recorded"});
  const auto last = last_day_of(check, appointment);
  if (!last) return;
  if (check.absent(appointment.order)) {
    if (check.denied(is_external(check.registry(), mentor.id, *last), mentor))
      check.found(appointment, {"у назначения нет приказа (order)", "the appointment names no order (order)"});
    return;
  }
  if (!hold_to_order(check, appointment.order, {OrderKind::appoint_mentors}, *last - 1)) return;
  const Order& order = *appointment.order.to;
  if (*appointment.from < *order.date)
    check.found(appointment.from, {"приказ о назначении издан {}", "the order of appointment is dated {}"}, *order.date)
        .also(order.date, {"дата приказа о назначении", "date of the order of appointment"});
}

/// The days up to the one judged on which the pair worked and its mentor had no appointment. While the pair runs, those
/// after the last one are left to the rule on people who have left.
Periods unappointed_days(const Check& check, const std::vector<const Appointment*>& made, const Period& work) {
  Periods in_office;
  for (const Appointment* appointment : made) in_office.push_back(*period_of(*appointment));
  Periods days = without({{work.from, std::min(work.to, check.day())}}, in_office);
  const bool is_left =
      work.to > check.day() && !days.empty() && days.back().to == check.day() && days.back().from > work.from;
  if (is_left) days.pop_back();
  return days;
}

void report_unappointed(Check& check, const Pair& pair, const Mentor& mentor, const Periods& days) {
  const Period& first = days.front();
  if (first.from > *pair.start) {
    const int number = count_days(days);
    const auto& grace = check.limits().expiry_grace_days;
    Found found = check.found(pair.mentor,
                              {"без назначения наставник работал {}, с {} (отсрочка {} — {})",
                               "the mentor worked {} without an appointment, from {} (grace: {}, {})"},
                              Count{number, noun::day}, first.from, Count{*grace, noun::day}, whose_term(grace));
    if (number <= *grace) found.milder();
    found.also(mentor, {"запись в банке наставников", "the entry in the bank of mentors"});
    return;
  }
  check
      .found(pair.mentor,
             {"пара работает с {}, а с этого дня по {} у наставника нет назначения",
              "the pair has worked since {}, and from that day to {} the mentor has no appointment"},
             first.from, first.to)
      .also(mentor, {"запись в банке наставников", "the entry in the bank of mentors"});
}

/// Whoever has worked with a pair was appointed by then.
void hold_pair_to_appointment(Check& check, const Mentor& mentor, const Pair& pair) {
  if (pair.start.absent() || !knows_days(check, pair) || *pair.start > check.day()) return;
  const auto made = appointments_made(check, mentor);
  if (!made) return;
  const Periods days = working_gaps(check, unappointed_days(check, *made, *period_of(pair)), {});
  if (!days.empty() && check.denied(is_external(check.registry(), mentor.id, days.front().from), mentor))
    report_unappointed(check, pair, mentor, days);
}

void mentor_not_appointed(Check& check) {
  for (const Mentor& mentor : check.all<Mentor>()) {
    if (is_erased(check.registry(), mentor.id)) continue;
    for (const Appointment& appointment : check.each(mentor.appointments))
      hold_to_appointing_order(check, mentor, appointment);
    for (const Pair* pair : check.registry().pairs_of_mentor(mentor.id)) hold_pair_to_appointment(check, mentor, *pair);
  }
}

void hold_consent_before_order(Check& check, const Mentor& mentor, const Appointment& appointment,
                               const Consents& all) {
  const Order* order = check.follow(appointment.order);
  if (!order || !decides(*order, OrderKind::appoint_mentors) || !check.given(order->date)) return;
  const Consents consents = consents_behind(all, appointment);
  if (consents.empty() || !std::all_of(consents.begin(), consents.end(),
                                       [&](const Consent* consent) { return check.given(consent->given_on); }))
    return;
  const Consent& first =
      **std::ranges::min_element(consents, {}, [](const Consent* consent) { return *consent->given_on; });
  if (*first.given_on <= *order->date) return;
  if (&first != &*appointment.consent && !sees_consents(check.registry(), mentor.id))
    return check.undecided(appointment);
  check.found(first.given_on, {"приказ о назначении от {}", "the order of appointment is dated {}"}, *order->date)
      .also(order->date, {"дата приказа о назначении", "date of the order of appointment"});
}

void mentor_consent_too_late(Check& check) {
  for (const Mentor& mentor : check.all<Mentor>()) {
    if (is_erased(check.registry(), mentor.id)) continue;
    const Consents consents = appointment_consents(check, mentor);
    for (const Appointment& appointment : mentor.appointments)
      hold_consent_before_order(check, mentor, appointment, consents);
  }
}

void mentor_consent_not_written(Check& check) {
  for (const Mentor& mentor : check.all<Mentor>()) {
    if (is_erased(check.registry(), mentor.id)) continue;
    for (const Consent* consent : appointment_consents(check, mentor)) {
      if (!check.given(consent->form)) continue;
      if (*consent->form == ConsentForm::oral)
        check.found(consent->form, {"согласие быть наставником бывает только письменным",
                                    "the consent to be a mentor is in writing only"});
      else if (*consent->form == ConsentForm::electronic && check.absent(consent->signature))
        check
            .found(consent->form, {"у электронного согласия не указан вид подписи (signature)",
                                   "the electronic consent names no kind of signature (signature)"})
            .milder();
    }
  }
}

/// Up to the hand-over nothing is asked, and then every day of work that no other consent covers.
Periods days_after_withdrawal(Check& check, const Period& work, const Consents& consents, const Consent& withdrawn) {
  Periods covered{{work.from, *withdrawn.withdrawn_on + *check.limits().handover_days}};
  for (const Consent* consent : consents) covered.push_back(*period_of(*consent));
  return uncovered_days(check, work, unite(covered));
}

void hold_pair_to_withdrawal(Check& check, const Pair& pair, const Consents& consents, const Consent& withdrawn) {
  const auto work = period_of(pair);
  if (!work || !knows_days(check, pair)) return;
  const Periods days = days_after_withdrawal(check, *work, consents, withdrawn);
  if (days.empty()) return;
  const auto& grace = check.limits().expiry_grace_days;
  const Date last = days.front().from - 1;
  Found found = check.found(pair.end.given() ? pair.end->date.span : pair.mentor.span,
                            {"последний день, когда пара могла работать: {} ({}); отсрочка — по {} ({})",
                             "the last day the pair could work: {} ({}); grace to {} ({})"},
                            last, handover_words(check), last + *grace, whose_term(grace));
  if (days.back().to <= last + *grace) found.milder();
  found.also(withdrawn.withdrawn_on, {"наставник отозвал согласие", "the mentor withdrew the consent"});
}

void mentoring_after_consent_withdrawn(Check& check) {
  for (const Mentor& mentor : check.all<Mentor>()) {
    if (is_erased(check.registry(), mentor.id)) continue;
    const Consents consents = appointment_consents(check, mentor);
    if (!std::all_of(consents.begin(), consents.end(),
                     [&](const Consent* consent) { return knows_days(check, *consent); }))
      continue;
    for (const Consent* consent : consents)
      if (consent->withdrawn_on.given())
        for (const Pair* pair : check.registry().pairs_of_mentor(mentor.id))
          hold_pair_to_withdrawal(check, *pair, consents, *consent);
  }
}

/// Orders whose signature P4-1, P8-1, P11.1-2 and P18-1 ask about.
std::unordered_set<std::string_view> orders_held_elsewhere(const Check& check) {
  std::unordered_set<std::string_view> held{check.registry().regulation().order.id};
  for (const CuratorTerm& term : check.registry().organization().curators) held.insert(term.order.id);
  for (const Pair& pair : check.all<Pair>())
    if (has_worked(check, pair))
      for (const Link<Order>* order : orders_assigning(pair)) held.insert(order->id);
  for (const Program& program : check.all<Program>())
    if (program.cancelled.absent())
      for (const Release& release : program.releases) held.insert(release.order.id);
  return held;
}

/// Orders by which mentors were appointed: clause 9 says whose they are.
std::unordered_set<std::string_view> appointing_orders(const Check& check) {
  std::unordered_set<std::string_view> found;
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Appointment& appointment : mentor.appointments) found.insert(appointment.order.id);
  return found;
}

void report_signatory(Check& check, const Order& order, bool appoints) {
  const List<HeadTerm>& heads = check.registry().organization().heads;
  Found found = check.found(order.signed_by,
                            {"{} в день приказа ({}) не руководит организацией",
                             "{} is not the head of the organisation on the day of the order ({})"},
                            check.who(order.signed_by), *order.date);
  found.also(heads, {"руководители школы", "heads of the school"});
  if (!appoints) found.milder();
}

void order_signatory_not_head(Check& check) {
  const Organization& school = check.registry().organization();
  if (check.all<Order>().empty() || !check.sees_the<Organization>(school)) return;
  if (check.absent(school.heads)) {
    check
        .found(school, {"не назван ни один руководитель (heads), подписи под приказами не с чем сверить",
                        "no head is named (heads), so the signatures on orders cannot be compared"})
        .milder();
    return;
  }
  const auto held_elsewhere = orders_held_elsewhere(check), appointing = appointing_orders(check);
  for (const Order& order : check.all<Order>()) {
    if (order.signed_by.absent())
      check
          .found(order,
                 {"не указано, кто подписал приказ (signed_by)", "it is not stated who signed the order (signed_by)"})
          .milder();
    else if (!held_elsewhere.contains(order.id) && check.given(order.date) &&
             check.denied(is_head(school, order.signed_by, *order.date), order.signed_by))
      report_signatory(check, order, appointing.contains(order.id));
  }
}

constexpr Rule appointment_rows[] = {
    {{.id = "P9-1",
      .name = "mentor-consent-missing",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "9",
      .phrase = "Педагогический работник назначается наставником с его письменного согласия",
      .precise = {"согласие нужно при назначении; что вместо истёкшего берут новое, — наше прочтение",
                  "a consent is needed at the appointment; that a new one follows an expired one is our reading"},
      .title = {"нет согласия работника быть наставником", "the worker's consent to be a mentor is missing"},
      .remedy = {"возьмите у наставника письменное согласие и запишите его (consent) у назначения в mentors/",
                 "take the mentor's written consent and record it (consent) with the appointment in mentors/"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     mentor_consent_missing},
    {{.id = "P9-2",
      .name = "mentor-not-appointed",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "9",
      .phrase = "с его письменного согласия приказом руководителя организации",
      .precise = {"назначение — не раньше приказа и на каждый рабочий день пары; отсрочка наша, в тексте её нет",
                  "the appointment is no earlier than the order and covers every working day; the grace is ours"},
      .title = {"наставник работает или работал без назначения приказом руководителя",
                "the mentor works or worked without an appointment by an order of the head"},
      .remedy =
          {"сверьте дни с бумагами; если приказа нет, издайте его, внесите в orders/ и укажите (order) у назначения в mentors/",
           "compare the days with the papers; if there is no order, issue it, enter it in orders/ and name it (order) with the appointment in mentors/"},
      .limits = "expiry_grace_days",
      .implied_by = "P13.3-3",
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     mentor_not_appointed},
    {{.id = "P9-3",
      .name = "mentor-consent-too-late",
      .nature = Nature::formalised,
      .clauses = "9",
      .phrase = "с его письменного согласия приказом руководителя организации",
      .precise = {"согласие — не позже дня приказа", "the consent is no later than the day of the order"},
      .title = {"согласие быть наставником дано позже приказа о назначении",
                "the consent to be a mentor is later than the order of appointment"},
      .remedy =
          {"сверьте обе даты с бумагами; если согласие и правда взято позже, издайте новый приказ о назначении",
           "compare both dates with the papers; if the consent really came later, issue a new order of appointment"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     mentor_consent_too_late},
    {{.id = "P9-4",
      .name = "mentor-consent-not-written",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "9",
      .phrase = "письменного согласия",
      .precise = {"письменно — на бумаге или электронным документом с указанным видом подписи",
                  "in writing is on paper, or as an electronic document whose kind of signature is named"},
      .title = {"согласие быть наставником не оформлено письменно", "the consent to be a mentor is not in writing"},
      .remedy =
          {"возьмите согласие на бумаге с подписью (form: paper); у электронного документа укажите вид подписи (signature)",
           "take the consent on signed paper (form: paper); for an electronic document name the kind of signature (signature)"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     mentor_consent_not_written},
    {{.id = "P9-5",
      .name = "mentoring-after-consent-withdrawn",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "9,3.5",
      .phrase = "с его письменного согласия",
      .precise =
          {"после отзыва и передачи дел пары наставника не работают, закрыть их можно в первый рабочий день; сроки наши",
           "after the withdrawal and the handing over no pair works, and may be closed on the first working day; terms are ours"},
      .title = {"наставник отозвал согласие, а его пара продолжает работать",
                "the mentor has withdrawn the consent and their pair goes on"},
      .remedy =
          {"завершите программу и пару по п. 19 (completion, end); наставляемых закрепите приказом за другим наставником",
           "end the programme and the pair under cl. 19 (completion, end); assign the mentees to another mentor by order"},
      .limits = "handover_days,expiry_grace_days",
      .scope = Scope::links},
     mentoring_after_consent_withdrawn},
    {{.id = "P9-6",
      .name = "order-signatory-not-head",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "9",
      .phrase = "приказом руководителя организации",
      .precise = {"руководил или исполнял обязанности в день приказа; не о назначении наставника — предупреждение",
                  "head or acting head on the day of the order; of other orders than on mentors it is a warning"},
      .title = {"приказ подписал не руководитель и не исполняющий его обязанности",
                "the order is signed by neither the head nor an acting head"},
      .remedy = {"проверьте, кто подписал приказ (signed_by), и периоды руководителей (heads) в organization.yaml",
                 "check who signed the order (signed_by) and the periods of the heads (heads) in organization.yaml"},
      .scope = Scope::registry,
      .edition = EditionOf::forming},
     order_signatory_not_head},
};

}  // namespace

std::span<const Rule> appointment_rules();
std::span<const Rule> appointment_rules() { return appointment_rows; }

}  // namespace nastavnik
