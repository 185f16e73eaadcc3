// The Labour Code, article 351.8: what an employee who mentors another employee has in the contract, and how it ends.

#include <algorithm>
#include <vector>

#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/working_days.h"
#include "rules/questions/days.h"
#include "rules/questions/labour_contract.h"
#include "rules/questions/limits.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// A pair of the mentor that works or worked under the article: its first such working day and its last up to the one judged.
struct Work {
  const Pair* pair = nullptr;
  Date first{};
  Date last{};
};

bool is_under_article(Check& check, const Mentor& mentor, const Pair& pair, Date day) {
  return check.confirmed(has_employee(check.registry(), pair, day), pair) &&
         check.confirmed(works_here(check.registry(), mentor.id, day), mentor);
}

/// The first day of the work under the article: its beginning or that of the article, else a day on which a mentee joins.
Date first_under_article(Check& check, const Mentor& mentor, const Pair& pair, Period work) {
  std::vector<Date> days{std::max(work.from, check.in_force().from)};
  for (const Member& member : pair.mentees)
    if (member.from.given() && *member.from > days.front() && *member.from < work.to) days.push_back(*member.from);
  std::sort(days.begin(), days.end());
  const auto first =
      std::find_if(days.begin(), days.end(), [&](Date day) { return is_under_article(check, mentor, pair, day); });
  return first == days.end() ? work.to : *first;
}

std::optional<Work> work_under_article(Check& check, const WorkingDays& calendar, const Mentor& mentor,
                                       const Pair& pair) {
  if (!knows_days(check, pair)) return std::nullopt;
  const auto period = period_of(pair);
  if (!period || period->from > check.day()) return std::nullopt;
  const Date last = std::min(period->to, check.day());
  if (!check.in_force(last) || !is_under_article(check, mentor, pair, last)) return std::nullopt;
  const Period work{first_under_article(check, mentor, pair, {period->from, last}), last};
  if (!reads_days(check, calendar, work.from - 1, work.to)) return std::nullopt;
  const auto days = calendar.trimmed(work);
  return days ? std::optional(Work{&pair, days->from, days->to}) : std::nullopt;
}

/// The latest work first.
std::vector<Work> works_of(Check& check, const Mentor& mentor) {
  const WorkingDays& calendar = check.working_days();
  std::vector<Work> works;
  for (const Pair* pair : check.registry().pairs_of_mentor(mentor.id))
    if (const auto work = work_under_article(check, calendar, mentor, *pair)) works.push_back(*work);
  std::ranges::stable_sort(works, std::ranges::greater(), &Work::last);
  return works;
}

/// A day of a pair's work on which the contract has to state what the article asks for.
struct Asked {
  const Mentor& mentor;
  const Pair& pair;
  Date day{};
};

/// Asks about each mentor's contract, on the last and on the first day of each work, until something is found. Mentoring
/// that is part of the job function needs no words of its own.
template <class Ask>
void each_contract(Check& check, Ask finds) {
  for (const Mentor& mentor : check.all<Mentor>()) {
    if (is_erased(check.registry(), mentor.id)) continue;
    const auto works = works_of(check, mentor);
    if (works.empty() || !knows_contract(check, mentor)) continue;
    const auto finds_on = [&](const Work& work, Date day) {
      const Contract contract(mentor, day);
      return !contract.is_job_function() && finds(Asked{mentor, *work.pair, day}, contract);
    };
    for (const Work& work : works)
      if (finds_on(work, work.last) || finds_on(work, work.first)) break;
  }
}

/// The first document that is later than the day.
const LabourTerms* first_after(const Mentor& mentor, Date day) {
  const LabourTerms* first = nullptr;
  for (const LabourTerms& document : mentor.labour_terms)
    if (*document.date > day && (!first || *document.date < *first->date)) first = &document;
  return first;
}

void report_no_contract(Check& check, const Asked& asked) {
  constexpr Phrase<> works{"в этот день наставник работает в паре", "on that day the mentor works in a pair"};
  if (const LabourTerms* late = first_after(asked.mentor, asked.day))
    check
        .found(late->date,
               {"наставник работает в паре уже {}, а документ позже",
                "the mentor works in a pair on {} already, and the document is later"},
               asked.day)
        .also(asked.pair.mentor, works);
  else
    check
        .found(asked.mentor.labour_terms.given() ? asked.mentor.labour_terms.span : asked.mentor.span,
               {"на {} нет ни договора, ни соглашения о наставничестве (labour_terms)",
                "on {} there is neither a contract nor an agreement about mentoring (labour_terms)"},
               asked.day)
        .also(asked.pair.mentor, works);
}

/// The parts that the contract does not state on the day, said where it is told what it states.
bool report_missing(Check& check, const Asked& asked, const Contract& contract,
                    std::initializer_list<LabourPart> parts) {
  const auto missing = contract.missing(parts);
  if (missing.empty()) return false;
  check.found(*contract.told(), {"на {} не записано: {}", "on {} not stated: {}"}, asked.day, joined(missing));
  return true;
}

void labour_terms_missing(Check& check) {
  each_contract(check, [&](const Asked& asked, const Contract& contract) {
    if (contract.told())
      return report_missing(check, asked, contract, {LabourPart::content, LabourPart::term, LabourPart::form});
    if (contract.exists())
      check.found(contract.last(), {"не указано, что записано в документе (states)",
                                    "it is not told what the document states (states)"});
    else
      report_no_contract(check, asked);
    return true;
  });
}

/// Where there is no contract, or it is not told what it states, the rule on its terms speaks.
void payment_missing(Check& check) {
  each_contract(check, [&](const Asked& asked, const Contract& contract) {
    return contract.told() &&
           report_missing(check, asked, contract, {LabourPart::payment_size, LabourPart::payment_conditions});
  });
}

// How it ends

/// Whether the notice can still be given in time; where the working days are not known, the rule is undecided.
bool is_still_time(Check& check, const WorkingDays& calendar, const At<Day>& last, int notice) {
  if (*last <= check.day()) return false;
  const bool known = !calendar.unclear(check.day(), *last) && !calendar.unknown_year(check.day(), *last);
  if (!known) check.undecided(last);
  return !known || calendar.count(check.day(), *last) >= notice;
}

void hold_to_notice(Check& check, const WorkingDays& calendar, const AppointmentEnding& end) {
  constexpr int notice_by_law = 3;
  if (check.absent(end.notified_on) && !is_still_time(check, calendar, end.date, notice_by_law))
    check.found(end.date, {"когда предупредили (notified_on), не записано",
                           "it is not recorded when the notice was given (notified_on)"});
  if (!check.given(end.notified_on) || !knows_working_days(check, calendar, end.notified_on, *end.date)) return;
  const int days = calendar.count(*end.notified_on, *end.date);
  if (days >= notice_by_law) return;
  check
      .found(end.notified_on,
             {"до последнего дня исполнения обязанностей {} — {}, а нужно не меньше 3",
              "to the last day of the duties, {}, there are {}, and no fewer than 3 are required"},
             *end.date, Count{days, noun::working_day})
      .also(end.date, {"последний день исполнения обязанностей", "the last day of the duties"});
}

/// Endings of appointments for the reason, under the article.
template <class Do>
void each_ending(Check& check, AppointmentEnd reason, Do run) {
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Appointment& appointment : check.each(mentor.appointments)) {
      const AppointmentEnding& end = *appointment.end;
      if (!check.given(appointment.end, end.reason, end.date) || *end.reason != reason) continue;
      if (!check.given(appointment.from) || !check.in_force(*end.date)) continue;
      if (falls_under_article(check, mentor, {*appointment.from, *end.date})) run(mentor, appointment, end);
    }
}

void cancellation_notice_too_short(Check& check) {
  const WorkingDays& calendar = check.working_days();
  each_ending(
      check, AppointmentEnd::cancelled_by_employer,
      [&](const Mentor&, const Appointment&, const AppointmentEnding& end) { hold_to_notice(check, calendar, end); });
}

void resignation_rejected(Check& check) {
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Resignation& resignation : check.each(mentor.resignations)) {
      const ResignationOutcome& outcome = *resignation.outcome;
      if (!check.given(resignation.date, resignation.outcome, outcome.decision)) continue;
      if (*outcome.decision != Decision::rejected || !check.in_force(*resignation.date)) continue;
      if (!falls_under_article(check, mentor, {*resignation.date, *resignation.date})) continue;
      check
          .found(outcome.decision,
                 {"по заявлению от {} отказать нельзя: закон действует с {}",
                  "the application of {} cannot be refused: the law is in force since {}"},
                 *resignation.date, check.in_force().from)
          .also(resignation.date, {"заявление", "the application"});
    }
}

/// The appointment that the refusal of an employee was to end and did not: it went on after the day that the mentor named.
const Appointment* outlasting(Check& check, const Mentor& mentor, const Resignation& resignation) {
  for (const Appointment& appointment : check.each(mentor.appointments)) {
    if (!knows_days(check, appointment) || *appointment.from > *resignation.date) continue;
    if (period_of(appointment)->to > *resignation.leaving_on) return &appointment;
  }
  return nullptr;
}

/// A refusal needs no decision: from the day that the mentor names the duties are over.
void refusal_left_open(Check& check) {
  const auto& grace = check.limits().expiry_grace_days;
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Resignation& resignation : check.each(mentor.resignations)) {
      if (!check.given(resignation.date, resignation.leaving_on) || !check.in_force(*resignation.date)) continue;
      if (*resignation.leaving_on >= check.day() || !check.absent(resignation.outcome)) continue;
      const Appointment* appointment = outlasting(check, mentor, resignation);
      if (!appointment || !falls_under_article(check, mentor, {*resignation.date, *resignation.date})) continue;
      const Date last = std::min(period_of(*appointment)->to, check.day());
      Found found = check.found(
          resignation.leaving_on,
          {"с этого дня наставник отказался, решения для этого не нужно, а назначение действовало и {} (отсрочка {} — {})",
           "from this day the mentor has refused, which needs no decision, and the appointment still stood on {} (grace: {}, {})"},
          last, Count{*grace, noun::day}, whose_term(grace));
      found.also(*appointment, {"назначение", "the appointment"});
      if (last - *resignation.leaving_on <= *grace) found.milder();
    }
}

/// Not taken back; nothing while the decision cannot be read.
bool stands(Check& check, const Resignation& resignation) {
  if (!check.given(resignation.date, resignation.leaving_on) || !check.known(resignation.outcome)) return false;
  if (resignation.outcome.absent()) return true;
  return check.given(resignation.outcome->decision) && *resignation.outcome->decision != Decision::withdrawn;
}

/// The last application within the appointment that led to its end.
const Resignation* find_resignation(Check& check, const Mentor& mentor, const Appointment& appointment) {
  const Resignation* found = nullptr;
  for (const Resignation& resignation : check.each(mentor.resignations)) {
    if (!stands(check, resignation) || *resignation.date > *appointment.end->date) continue;
    if (*resignation.date < *appointment.from) continue;
    if (!found || *resignation.date >= *found->date) found = &resignation;
  }
  return found;
}

/// The person leaves on the day named, or has the day before as the last one.
void leaving_day_differs(Check& check) {
  each_ending(check, AppointmentEnd::resigned,
              [&](const Mentor& mentor, const Appointment& appointment, const AppointmentEnding& end) {
                const Resignation* resignation = find_resignation(check, mentor, appointment);
                if (!resignation || *end.date == *resignation->leaving_on || *end.date + 1 == *resignation->leaving_on)
                  return;
                check
                    .found(end.date,
                           {"просьба — освободить с {}: последний день — этот или предыдущий",
                            "relief is asked for from {}: the last day is that one or the one before"},
                           *resignation->leaving_on)
                    .also(resignation->leaving_on, {"день, который назвал наставник", "the day the mentor named"});
              });
}

void notice_of_mentor_too_short(Check& check) {
  const auto& limit = check.limits().mentor_notice_working_days;
  const int needed = *limit;
  const WorkingDays& calendar = check.working_days();
  if (needed == 0) return;
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Resignation& resignation : check.each(mentor.resignations)) {
      if (!stands(check, resignation) || !check.in_force(*resignation.date)) continue;
      const Date last = *resignation.leaving_on - 1;
      if (!falls_under_article(check, mentor, {*resignation.date, *resignation.date})) continue;
      if (!knows_working_days(check, calendar, resignation.date, last)) continue;
      const int days = calendar.count(*resignation.date, last);
      if (days >= needed) continue;
      check
          .found(resignation.leaving_on,
                 {"от заявления до этого дня — {}, а нужно не меньше {} ({})",
                  "from the application to this day there are {}, and no fewer than {} are wanted ({})"},
                 Count{days, noun::working_day}, needed, whose_term(limit))
          .also(resignation.date, {"заявление", "the application"});
    }
}

void resignation_day_differs(Check& check) {
  leaving_day_differs(check);
  notice_of_mentor_too_short(check);
}

void mentee_not_employee(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.confirmed(works_on(pair, check.day()), pair) || members_on(pair, check.day()).empty()) continue;
    const auto is_gone = [&](const Member* member) { return is_erased(check.registry(), member->person.id); };
    const auto members = members_on(pair, check.day());
    if (std::any_of(members.begin(), members.end(), is_gone)) continue;
    if (!check.denied(has_employee(check.registry(), pair, check.day()), pair)) continue;
    check.found(pair.mentees,
                {"на {} ни у кого из них нет должности у нас", "on {} none of them holds a position here"},
                check.day());
  }
}

constexpr Rule labour_rows[] = {
    {{.id = "TK-1",
      .name = "labour-terms-missing",
      .nature = Nature::law,
      .clauses = "tk351.8",
      .title = {"в трудовом договоре наставника вовремя не записаны содержание, срок и форма работы",
                "the mentor's labour contract does not state the content, term and form of the work in time"},
      .remedy =
          {"заключите дополнительное соглашение до первого дня работы в паре и внесите его (labour_terms) в mentors/",
           "conclude an addendum by the first day of the work in the pair and enter it (labour_terms) in mentors/"},
      .scope = Scope::links,
      .edition = EditionOf::event},
     labour_terms_missing},
    {{.id = "TK-2",
      .name = "mentor-payment-missing",
      .nature = Nature::law,
      .clauses = "tk351.8",
      .title = {"в трудовом договоре наставника не записаны размер и условия оплаты",
                "the mentor's labour contract does not state the size and conditions of payment"},
      .remedy =
          {"дополните соглашение размером и условиями оплаты и отметьте это (labour_terms, states) в mentors/",
           "add the size and conditions of payment to the addendum and note it (labour_terms, states) in mentors/"},
      .scope = Scope::links,
      .edition = EditionOf::event},
     payment_missing},
    {{.id = "TK-3",
      .name = "cancellation-notice-too-short",
      .nature = Nature::law,
      .clauses = "tk351.8",
      .title = {"об отмене наставничества работника предупредили меньше чем за 3 рабочих дня",
                "the worker had less than 3 working days' notice of the cancellation"},
      .remedy =
          {"сверьте с бумагами день предупреждения (notified_on) и последний день (end, date) в mentors/; если срок мал, перенесите его",
           "compare the day of notice (notified_on) and the last day (end, date) in mentors/ with the papers; if it is short, move it"},
      .scope = Scope::links,
      .edition = EditionOf::event},
     cancellation_notice_too_short},
    {{.id = "TK-4",
      .name = "resignation-rejected",
      .nature = Nature::law,
      .clauses = "tk351.8",
      .title = {"наставнику отказали в сложении обязанностей, хотя он вправе от них отказаться",
                "the mentor was refused resignation, though they have a right to it"},
      .remedy = {"пересмотрите решение (outcome) в mentors/ и издайте приказ о сложении обязанностей",
                 "reconsider the decision (outcome) in mentors/ and issue the order of relief"},
      .scope = Scope::links,
      .edition = EditionOf::event},
     resignation_rejected},
    {{.id = "TK-7",
      .name = "refusal-left-open",
      .milder = Severity::warning,
      .nature = Nature::law,
      .clauses = "tk351.8",
      .title = {"наставник отказался от наставничества, а назначение не прекращено",
                "the mentor has refused to go on, and the appointment has not ended"},
      .remedy =
          {"издайте приказ о сложении обязанностей и запишите его (appointments, end) и решение (outcome) в mentors/",
           "issue the order of relief and record it (appointments, end) and the decision (outcome) in mentors/"},
      .limits = "expiry_grace_days",
      .scope = Scope::links,
      .edition = EditionOf::event},
     refusal_left_open},
    {{.id = "TK-5",
      .name = "resignation-day-differs",
      .severity = Severity::info,
      .nature = Nature::law,
      .clauses = "tk351.8",
      .title = {"обязанности сняты не с того дня, который назвал наставник, или он предупредил позже срока",
                "the mentor was relieved on a day other than the one named, or gave shorter notice than the term"},
      .remedy =
          {"сверьте с заявлением день ухода (leaving_on) и последний день исполнения обязанностей (end, date) в mentors/",
           "compare the day of leaving (leaving_on) and the last day of duties (end, date) in mentors/ with the application"},
      .limits = "mentor_notice_working_days",
      .scope = Scope::links,
      .edition = EditionOf::event},
     resignation_day_differs},
    {{.id = "TK-6",
      .name = "mentee-not-employee",
      .severity = Severity::info,
      .nature = Nature::law,
      .clauses = "tk351.8",
      .title = {"наставляемый не работник организации: статья 351.8 ТК РФ не применяется",
                "the mentee is not an employee: article 351.8 of the Labour Code does not apply"},
      .remedy =
          {"ничего менять не нужно; если человек всё же работает у нас, добавьте его должность (positions) в people/",
           "nothing need change; if the person does work here, add the position (positions) in people/"},
      .scope = Scope::links,
      .in_detail = true},
     mentee_not_employee},
};

}  // namespace

std::span<const Rule> labour_rules();
std::span<const Rule> labour_rules() { return labour_rows; }

}  // namespace nastavnik
