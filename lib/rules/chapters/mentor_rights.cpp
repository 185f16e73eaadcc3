// Clauses 13-14: rights and duties of the mentor that leave records.

#include <algorithm>

#include "model/kinds/activities.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "rules/questions/days.h"
#include "rules/questions/decision.h"
#include "rules/questions/labour_contract.h"
#include "rules/questions/limits.h"
#include "rules/questions/participants.h"
#include "rules/questions/petitions.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

// Helpers

/// Helpers who have begun, of all pairs; an erased person is not asked about.
template <class Do>
void for_each_helper(Check& check, Do run) {
  for (const Pair& pair : check.all<Pair>())
    for (const Helper& helper : check.each(pair.helpers))
      if (check.given(helper.from) && *helper.from <= check.day() && !is_erased(check.registry(), helper.person.id))
        run(helper);
}

bool is_consent_by(const Consent& consent, Date day) { return consent.given_on.given() && *consent.given_on <= day; }

/// A consent that stands with the helper, or elsewhere in the records and covers help.
void consent_of_helper(Check& check, const Helper& helper) {
  const At<Day>& given_on = helper.consent->given_on;
  if (!check.known(helper.consent) || (helper.consent.given() && !check.given(given_on))) return;
  if (helper.consent.given() && *given_on <= *helper.from) return;
  if (!sees_consents(check.registry(), helper.person.id)) return check.undecided(helper.person);
  const auto elsewhere = consents_of(check.registry(), helper.person.id, ConsentKind::helper);
  const auto in_time = [&](const Consent* consent) { return is_consent_by(*consent, *helper.from); };
  if (std::any_of(elsewhere.begin(), elsewhere.end(), in_time)) return;
  if (helper.consent.given())
    check.found(given_on, {"помогать начали раньше: {}", "the help began earlier, on {}"}, *helper.from)
        .also(helper.from, {"первый день помощи", "the first day of help"});
  else if (elsewhere.empty())
    check.found(helper.from, {"согласия (consent) нет", "there is no consent (consent)"});
  else
    check.found(helper.from, {"согласие дано позже этого дня", "the consent was given later than this day"});
}

void helper_consent_missing(Check& check) {
  for_each_helper(check, [&](const Helper& helper) { consent_of_helper(check, helper); });
}

void helper_not_teacher(Check& check) {
  for_each_helper(check, [&](const Helper& helper) {
    const Person* person = check.follow(helper.person);
    if (!person || !check.denied(has_category(*person, PositionCategory::teaching_staff, *helper.from), helper.person))
      return;
    check
        .found(helper.person, {"на {} у нас не числится педагогическим работником", "on {} not teaching staff here"},
               *helper.from)
        .also(helper.from, {"первый день помощи", "the first day of help"});
  });
}

// Personal files

void access_lacking(Check& check, const FileAccess& access) {
  std::vector<Words> lacking;
  if (check.absent(access.basis)) lacking.push_back(Text{"основание (basis)", "basis (basis)"});
  if (check.absent(access.mentee)) lacking.push_back(Text{"чьё личное дело (mentee)", "whose file (mentee)"});
  if (!lacking.empty()) check.found(access.date, {"не указано: {}", "not stated: {}"}, joined(lacking));
}

void file_access_unfounded(Check& check) {
  for (const Pair& pair : check.all<Pair>())
    for (const FileAccess& access : check.each(pair.file_access)) {
      if (!check.given(access.date)) continue;
      access_lacking(check, access);
      if (access.mentee.absent() || access.mentee.presence == Presence::broken) continue;
      if (check.denied(is_member_on(pair, access.mentee.id, *access.date), pair))
        check.found(access.mentee, {"{} не входит в эту пару", "on {} not a member of this pair"}, *access.date)
            .also(pair.mentees, {"кто и когда входит в пару", "who is a member, and when"});
    }
}

// Resignation

void resignation_addressee_missing(Check& check) {
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Resignation& resignation : check.each(mentor.resignations)) {
      const auto& handed = resignation.addressed_to;
      const bool is_handed_to_both = holds(handed, Addressee::head) && holds(handed, Addressee::curator);
      if (!is_handed_to_both && is_mere_request(check, mentor, resignation))
        check_addressees(check, resignation.date, handed);
    }
}

/// A refusal under article 351.8 needs no decision: one left open is the matter of TK-7.
void resignation_answer_overdue(Check& check) {
  const WorkingDays& calendar = check.working_days();
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Resignation& resignation : check.each(mentor.resignations))
      if (is_mere_request(check, mentor, resignation))
        check_answer(check, calendar, resignation.date, answered_on(resignation.outcome));
}

/// Granted, and a working day has begun since the day from which relief was asked for.
bool is_due(Check& check, const Resignation& resignation) {
  if (!check.given(resignation.date, resignation.leaving_on, resignation.outcome, resignation.outcome->decision))
    return false;
  return *resignation.outcome->decision == Decision::granted && is_overdue(check, *resignation.leaving_on);
}

/// The appointment that the resignation is about; without one there is nothing to end.
const Appointment* find_appointment(Check& check, const Mentor& mentor, Date day) {
  if (!check.given(mentor.appointments)) return nullptr;
  for (const Appointment& appointment : mentor.appointments)
    if (!check.given(appointment.from)) return nullptr;
  return appointment_on(mentor, day);
}

void relief_of(Check& check, const Appointment& appointment, const Resignation& resignation) {
  const AppointmentEnding& end = *appointment.end;
  if (check.absent(appointment.end)) {
    const auto& grace = check.limits().expiry_grace_days;
    const Date due = *resignation.leaving_on + *grace;
    Found found = check.found(resignation.outcome->decision,
                              {"у назначения нет окончания (end), а освободить просили с {}; отсрочка — по {} ({})",
                               "the appointment has no end (end), and relief was asked for from {}; grace to {} ({})"},
                              *resignation.leaving_on, due, whose_term(grace));
    if (check.day() <= due) found.milder();
    found.also(appointment.from, {"назначение", "the appointment"});
    return;
  }
  if (!check.given(appointment.end, end.date)) return;
  if (check.absent(end.order))
    check.found(end.date, {"приказа о сложении обязанностей (order) нет", "there is no order of relief (order)"});
  hold_to_order(check, end.order, {OrderKind::relieve_mentor}, *end.date);
}

/// Pairs of the mentor that go on after the last day in office.
void pairs_after_relief(Check& check, const Mentor& mentor, const Resignation& resignation, Date last) {
  const auto& grace = check.limits().expiry_grace_days;
  for (const Pair* pair : check.registry().pairs_of_mentor(mentor.id)) {
    if (const auto unclear = unclear_membership(*pair)) check.undecided(*unclear);
    const auto period = period_of(*pair);
    if (unclear_membership(*pair) || !period || last < period->from) continue;
    const Periods days = uncovered_days(check, *period, {{period->from, last}});
    if (days.empty()) continue;
    Found found = check.found(
        pair->end.given() ? pair->end->date.span : pair->mentor.span,
        {"последний день исполнения обязанностей наставника — {}, а пара работает дольше; отсрочка — по {} ({})",
         "the last day of the mentor in office is {}, and the pair works longer; grace to {} ({})"},
        last, last + *grace, whose_term(grace));
    if (days.back().to <= last + *grace) found.milder();
    found.also(resignation.outcome->decision, {"заявление удовлетворено", "the application is granted"});
  }
}

void resignation_not_carried_out(Check& check) {
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Resignation& resignation : check.each(mentor.resignations)) {
      if (!is_due(check, resignation)) continue;
      const Appointment* appointment = find_appointment(check, mentor, *resignation.date);
      if (appointment) relief_of(check, *appointment, resignation);
      const At<Day>* end = appointment && appointment->end.given() ? &appointment->end->date : nullptr;
      pairs_after_relief(check, mentor, resignation, end && end->given() ? **end : *resignation.leaving_on);
    }
}

// Checks, rewards, contests

/// A person of a wrong id may be anybody.
bool names_someone(Check& check, const Link<Person>& link) {
  if (link.presence == Presence::broken) check.undecided(link);
  return !link.absent() && link.presence != Presence::broken;
}

void checked_by_other(Check& check) {
  for (const Program& program : check.all<Program>())
    for (const Activity& activity : check.each(program.activities))
      for (const ActivityCheck& one : check.each(activity.checks)) {
        const Pair* pair = names_someone(check, one.checked_by) ? check.follow(program.pair) : nullptr;
        if (!pair || !names_someone(check, pair->mentor) || pair->mentor == one.checked_by) continue;
        check
            .found(one.checked_by,
                   {"проверяет {}, а наставник этой пары — {}", "checked by {}, and the mentor of the pair is {}"},
                   check.who(one.checked_by), check.who(pair->mentor))
            .also(pair->mentor, {"наставник", "the mentor"});
      }
}

/// Is or has been a mentee of the pair by the day: the outcome of the work is often known only when it is over.
bool was_member_by(const Pair& pair, std::string_view person, Date day) {
  return std::any_of(pair.mentees.begin(), pair.mentees.end(), [&](const Member& member) {
    const auto own = member.person.id == person ? period_of(member, pair) : std::nullopt;
    return own && own->from <= day;
  });
}

void author_and_subject(Check& check, const Pair& pair, const ProposalOnPerson& proposal) {
  if (names_someone(check, proposal.made_by) && names_someone(check, pair.mentor) && !(proposal.made_by == pair.mentor))
    check.found(proposal.made_by, {"наставник этой пары — {}", "the mentor of this pair is {}"}, check.who(pair.mentor))
        .also(pair.mentor, {"наставник", "the mentor"});
  if (!names_someone(check, proposal.about)) return;
  if (const auto unclear = unclear_membership(pair))
    check.undecided(*unclear);
  else if (!was_member_by(pair, proposal.about.id, *proposal.date))
    check.found(proposal.about, {"по {} не входил в эту пару", "not a member of this pair up to {}"}, *proposal.date)
        .also(pair.mentees, {"кто и когда входит в пару", "who is a member, and when"});
}

void personnel_proposal_unfounded(Check& check) {
  for (const Pair& pair : check.all<Pair>())
    for (const ProposalOnPerson& proposal : check.each(pair.proposals)) {
      if (!check.given(proposal.date)) continue;
      if (check.absent(proposal.kind))
        check.found(proposal.date, {"не указано, поощрение это или взыскание (kind)",
                                    "it does not say whether this is reward or discipline (kind)"});
      author_and_subject(check, pair, proposal);
    }
}

bool is_recommended_level(Level level) { return level == Level::regional || level == Level::federal; }

void contest_incomplete(Check& check) {
  for (const Mentee& mentee : check.all<Mentee>())
    for (const Contest& contest : check.each(mentee.contests)) {
      if (check.given(contest.level) && !is_recommended_level(*contest.level))
        check.found(contest.level,
                    {"уровень: {}; наставник рекомендует на региональный или федеральный",
                     "level: {}; a mentor recommends for a regional or federal one"},
                    *contest.level);
      if (check.given(contest.date) && check.absent(contest.result))
        check.found(contest.date, {"итога участия (result) нет", "there is no result (result)"});
    }
}

constexpr Rule mentor_rights_rows[] = {
    {{.id = "P13.1-1",
      .name = "helper-consent-missing",
      .nature = Nature::text,
      .clauses = "13.1",
      .phrase =
          "привлекать для оказания помощи наставляемому других педагогических работников организации с их согласия",
      .title = {"нет согласия помощника, данного до первого дня помощи",
                "the helper's consent given before the first day of help is missing"},
      .remedy =
          {"возьмите согласие помощника и запишите его (helpers, consent) в файле пары; дату сверьте с первым днём помощи",
           "take the helper's consent and record it (helpers, consent) in the pair's file; compare its date with the first day of help"},
      .scope = Scope::links},
     helper_consent_missing},
    {{.id = "P13.1-2",
      .name = "helper-not-our-teacher",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "13.1",
      .phrase = "других педагогических работников организации",
      .precise = {"это право наставника, а не обязанность; сверяем должность на первый день помощи",
                  "this is a right of the mentor, no duty; the position is that on the first day of help"},
      .title = {"помощник не педагогический работник организации",
                "the helper is not teaching staff of the organisation"},
      .remedy = {"проверьте должность помощника (positions) в people/ или привлеките другого педагога",
                 "check the helper's position (positions) in people/, or engage another teacher"},
      .scope = Scope::links},
     helper_not_teacher},
    {{.id = "P13.2-1",
      .name = "file-access-unfounded",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "13.2",
      .phrase = "знакомиться в установленном порядке с материалами личного дела наставляемого",
      .precise = {"доступ к личному делу записан с основанием и только о наставляемом своей пары",
                  "access to a file is recorded with its basis and only of a mentee of one's own pair"},
      .title = {"наставник знакомился с личным делом без основания или не своего наставляемого",
                "the mentor saw a personal file without a basis, or not of their own mentee"},
      .remedy =
          {"укажите основание (basis) и наставляемого (mentee) в file_access в файле пары; дата должна попадать в срок пары",
           "state the basis (basis) and the mentee (mentee) in file_access of the pair's file; the date must fall in the pair's term"}},
     file_access_unfounded},
    {{.id = "P13.3-1",
      .name = "resignation-addressee-missing",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "13.3",
      .phrase =
          "обращаться с заявлением к куратору и руководителю организации с просьбой о сложении с него обязанностей наставника",
      .precise = {"это право наставника, а не обязанность; «и» значит обоим",
                  "this is a right of the mentor, no duty; “and” means both"},
      .title = {"заявление о сложении обязанностей подано не обоим — куратору и руководителю",
                "the application to resign is not addressed to both the curator and the head"},
      .remedy =
          {"сверьте адресатов с заявлением и укажите обоих (addressed_to) в mentors/; если одного нет, передайте заявление и ему",
           "compare the addressees with the application and name both (addressed_to) in mentors/; pass it on to whoever is missing"},
      .scope = Scope::links},
     resignation_addressee_missing},
    {{.id = "P13.3-2",
      .name = "resignation-answer-overdue",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "13.3",
      .phrase = "с просьбой о сложении с него обязанностей наставника",
      .title = {"на заявление о сложении обязанностей не ответили в срок",
                "the application to resign was not answered in time"},
      .remedy = {"примите решение по заявлению и запишите его (outcome) в mentors/",
                 "decide on the application and record the decision (outcome) in mentors/"},
      .limits = "request_answer_working_days",
      .scope = Scope::links},
     resignation_answer_overdue},
    {{.id = "P13.3-3",
      .name = "resignation-not-carried-out",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "13.3,9",
      .phrase = "о сложении с него обязанностей наставника",
      .precise =
          {"удовлетворено — значит, назначение и пары кончились, хотя бы в первый рабочий день после; отсрочка наша",
           "granted means that the appointment and the pairs end, by the first working day after; the grace is ours"},
      .title = {"заявление удовлетворено, а обязанности с наставника не сняты",
                "the application is granted and the mentor is not relieved"},
      .remedy =
          {"издайте приказ о сложении обязанностей и укажите его (appointments, end) в mentors/; закройте пары наставника (end)",
           "issue the order of relief and name it (appointments, end) in mentors/; close the mentor's pairs (end)"},
      .limits = "expiry_grace_days",
      .scope = Scope::links},
     resignation_not_carried_out},
    {{.id = "P13.4-1",
      .name = "task-checked-by-other",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "13.4",
      .phrase = "в форме личной проверки выполнения заданий",
      .precise = {"это право наставника, а не обязанность; личная — та, которую записал он сам",
                  "this is a right of the mentor, no duty; in person is what is recorded as the mentor's own"},
      .title = {"выполнение задания проверил не наставник", "a task was checked by someone other than the mentor"},
      .remedy = {"укажите проверку самого наставника (checked_by); проверку куратора запишите в curator_checks",
                 "name the mentor's own check (checked_by); record a check of the curator in curator_checks"},
      .scope = Scope::links},
     checked_by_other},
    {{.id = "P14.6-1",
      .name = "personnel-proposal-unfounded",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "14.6",
      .phrase = "вносить предложения о его поощрении или применении мер дисциплинарного воздействия",
      .precise = {"вносит наставник пары, о том, кто к этому дню в неё входил; вид предложения назван",
                  "made by the mentor of the pair, about somebody who was a member by that day; its kind is named"},
      .title = {"предложение о поощрении или взыскании внёс не наставник этого педагога, или не указан его вид",
                "a proposal to reward or discipline is not by this mentee's mentor, or names no kind"},
      .remedy = {"проверьте, кто предложил (made_by), о ком (about) и что предложено (kind), в proposals в файле пары",
                 "check who proposed (made_by), about whom (about) and what (kind) in proposals of the pair's file"}},
     personnel_proposal_unfounded},
    {{.id = "P14.7-1",
      .name = "contest-record-incomplete",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "14.7",
      .phrase = "рекомендовать участие наставляемого в профессиональных региональных и федеральных конкурсах",
      .precise = {"уровень конкурса — региональный или федеральный, и записан итог",
                  "the contest is regional or federal, and its outcome is recorded"},
      .title = {"у рекомендованного конкурса не тот уровень или нет итога",
                "a recommended contest is of another level or has no result"},
      .remedy =
          {"укажите уровень (level) — региональный или федеральный — и итог участия (result) в contests в mentees/",
           "state the level (level), regional or federal, and the result (result) in contests in mentees/"}},
     contest_incomplete},
};

}  // namespace

std::span<const Rule> mentor_rights_rules();
std::span<const Rule> mentor_rights_rules() { return mentor_rights_rows; }

}  // namespace nastavnik
