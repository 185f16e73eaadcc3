// Clauses 15-16: rights and duties of the mentee that leave records.

#include <algorithm>

#include "model/kinds/activities.h"
#include "model/kinds/mentees.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/due.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"
#include "rules/questions/participants.h"
#include "rules/questions/petitions.h"
#include "rules/questions/program_mentees.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

// The programme

void mentee_not_in_drafting(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.cancelled) || is_draft(program, check.day()) || !check.given(program.start)) continue;
    const Pair* pair = check.follow(program.pair);
    auto mentees = pair ? mentees_on(check, *pair, *program.start) : std::nullopt;
    if (mentees) std::erase_if(*mentees, [&](const Link<Person>* mentee) { return *mentee == pair->mentor; });
    const People missing = mentees ? left_out(check, *mentees, program.drafted_with) : People();
    if (missing.empty()) continue;
    check.found(program.drafted_with.given() ? program.drafted_with.span : program.span,
                {"среди тех, с кем составляли программу (drafted_with), нет: {}",
                 "not among those it was drafted with (drafted_with): {}"},
                who_all(check, missing));
  }
}

void proposal_unanswered(Check& check) {
  for (const Program& program : check.all<Program>())
    for (const ProgramProposal& proposal : check.each(program.proposals))
      if (check.given(proposal.date) && check.absent(proposal.answer))
        check.found(proposal.date, {"ответа (answer) нет", "there is no answer (answer)"});
}

/// Of an activity without a term P2-10 speaks.
void activity_overdue(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.completion) || !check.confirmed(runs_on(program, check.day()), program)) continue;
    for (const Activity& activity : check.each(program.activities)) {
      if (!check.absent(activity.cancelled_by) || !check.absent(activity.done)) continue;
      const At<Day> due = due_of(activity, program, check.day());
      if (check.given(due) && is_overdue(check, *due))
        check.found(due, {"срок прошёл {} назад", "it was due {} ago"}, Count{check.day() - *due, noun::day});
    }
  }
}

// Replacing the mentor

void replacement_addressee_missing(Check& check) {
  for (const Pair& pair : check.all<Pair>())
    for (const Replacement& replacement : check.each(pair.replacements))
      check_addressees(check, replacement.date, replacement.addressed_to);
}

void replacement_answer_overdue(Check& check) {
  const WorkingDays& calendar = check.working_days();
  for (const Pair& pair : check.all<Pair>())
    for (const Replacement& replacement : check.each(pair.replacements))
      check_answer(check, calendar, replacement.date, answered_on(replacement.outcome));
}

/// The decision, or the last record of a search for a new mentor. Nothing where that cannot be known: then the rule is
/// undecided.
std::optional<Date> last_search(Check& check, const Replacement& replacement) {
  Date last = *replacement.outcome->date;
  if (check.day() <= last + *check.limits().unmatched_days) return last;
  const BankEntry bank = check.named(replacement.mentee) ? bank_entry(check, replacement.mentee) : BankEntry();
  if (!bank.known || (bank.entry && !check.known(bank.entry->support))) return std::nullopt;
  if (!bank.entry) return last;
  for (const Support& one : bank.entry->support) {
    if (!check.given(one.kind, one.date)) return std::nullopt;
    if (*one.kind == SupportKind::mentor_search) last = std::max(last, *one.date);
  }
  return last;
}

/// While a new mentor is looked for nothing is asked; the term is ours, and only long past it this is an error.
void report_lacking(Check& check, const Replacement& replacement, const std::vector<Words>& lacking) {
  const auto& days = check.limits().unmatched_days;
  const auto last = last_search(check, replacement);
  if (!last || check.day() <= *last + *days) return;
  Found found = check.found(replacement.outcome->decision,
                            {"не записано: {}; решение от {}, на поиск наставника — {} ({})",
                             "not recorded: {}; the decision is of {}, for the search of a mentor: {} ({})"},
                            joined(lacking), *replacement.outcome->date, Count{*days, noun::day}, whose_term(days));
  if (check.day() <= *last + 2 * *days) found.milder();
}

void replacement_of(Check& check, const Pair& pair, const Replacement& replacement) {
  const ReplacementOutcome& outcome = *replacement.outcome;
  std::vector<Words> lacking;
  if (check.absent(pair.end)) lacking.push_back(Text{"окончание прежней пары (end)", "the end of the old pair (end)"});
  if (check.absent(outcome.new_pair)) lacking.push_back(Text{"новая пара (new_pair)", "the new pair (new_pair)"});
  if (!lacking.empty()) report_lacking(check, replacement, lacking);
  if (!check.given(pair.end, pair.end->reason) || *pair.end->reason == PairEnd::mentor_replaced) return;
  check
      .found(pair.end->reason,
             {"причина — «{}», а наставника разрешено заменить", "the reason is “{}”, and the mentor may be replaced"},
             *pair.end->reason)
      .also(outcome.decision, {"решение по ходатайству", "the decision on the petition"});
}

void replacement_not_carried_out(Check& check) {
  for (const Pair& pair : check.all<Pair>())
    for (const Replacement& replacement : check.each(pair.replacements)) {
      const ReplacementOutcome& outcome = *replacement.outcome;
      if (check.given(replacement.outcome, outcome.decision, outcome.date) && *outcome.decision == Decision::granted)
        replacement_of(check, pair, replacement);
    }
}

// Acts

/// A pair in which the person works as a mentee on the day judged.
const Pair* find_active_pair(Check& check, std::string_view person) {
  for (const Pair* pair : check.registry().pairs_of_mentee(person))
    if (check.confirmed(is_member_on(*pair, person, check.day()), *pair)) return pair;
  return nullptr;
}

void acquaintance_missing(Check& check) {
  for (const Mentee& mentee : check.all<Mentee>()) {
    if (!check.absent(mentee.acquaintance)) continue;
    if (const Pair* pair = find_active_pair(check, mentee.id))
      check
          .found(mentee,
                 {"работает в паре {}, а ознакомления (acquaintance) нет",
                  "works in the pair {}, and there is no acquaintance (acquaintance)"},
                 pair->id)
          .also(pair->start, {"начало пары", "start of the pair"});
  }
}

constexpr Rule mentee_rights_rows[] = {
    {{.id = "P15.2-1",
      .name = "mentee-not-in-drafting",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "15.2",
      .phrase = "участвовать в составлении персонализированной программы наставничества",
      .precise = {"записано, с кем и когда программу обсудили",
                  "it is recorded with whom and when the programme was discussed"},
      .title = {"не записано участие наставляемого в составлении программы",
                "the mentee's part in drafting the programme is not recorded"},
      .remedy = {"обсудите программу с наставляемым и запишите день (drafted_with) в файле программы",
                 "discuss the programme with the mentee and record the day (drafted_with) in its file"},
      .scope = Scope::links},
     mentee_not_in_drafting},
    {{.id = "P15.4-1",
      .name = "program-proposal-unanswered",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "15.4",
      .phrase = "вносить на рассмотрение предложения по совершенствованию персонализированных программ",
      .title = {"предложение по программе осталось без ответа", "a proposal on the programme has no answer"},
      .remedy = {"ответьте на предложение и запишите ответ (proposals, answer) в файле программы",
                 "answer the proposal and record the answer (proposals, answer) in the programme's file"}},
     proposal_unanswered},
    {{.id = "P15.5-1",
      .name = "replacement-addressee-missing",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "15.5",
      .phrase = "обращаться к куратору и руководителю организации с ходатайством о замене наставника",
      .precise = {"это право наставляемого, а не обязанность; «и» значит обоим",
                  "this is a right of the mentee, no duty; “and” means both"},
      .title = {"ходатайство о замене наставника подано не обоим — куратору и руководителю",
                "the petition to replace the mentor is not addressed to both the curator and the head"},
      .remedy =
          {"сверьте адресатов с ходатайством и укажите обоих (addressed_to) в файле пары; если одного нет, передайте ходатайство и ему",
           "compare the addressees with the petition and name both (addressed_to) in the pair's file; pass it on to whoever is missing"}},
     replacement_addressee_missing},
    {{.id = "P15.5-2",
      .name = "replacement-answer-overdue",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "15.5",
      .phrase = "с ходатайством о замене наставника",
      .title = {"на ходатайство о замене наставника не ответили в срок",
                "the petition to replace the mentor was not answered in time"},
      .remedy = {"примите решение по ходатайству и запишите его (outcome) в файле пары",
                 "decide on the petition and record the decision (outcome) in the pair's file"},
      .limits = "request_answer_working_days"},
     replacement_answer_overdue},
    {{.id = "P15.5-3",
      .name = "replacement-not-carried-out",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "15.5,10.5,18",
      .phrase = "ходатайством о замене наставника",
      .precise =
          {"замена — прежняя пара закрыта, новая названа; пока ищут наставника, их не ждут; срок наш",
           "the old pair is closed and the new one named, not asked for while a mentor is looked for; the term is ours"},
      .title = {"замена наставника разрешена, но не оформлена",
                "the replacement of the mentor is granted and not carried out"},
      .remedy =
          {"закройте прежнюю пару (end, reason: mentor_replaced) и укажите новую (outcome, new_pair) со своим приказом и согласиями",
           "close the old pair (end, reason: mentor_replaced) and name the new one (outcome, new_pair) with its own order and consents"},
      .limits = "unmatched_days",
      .scope = Scope::registry},
     replacement_not_carried_out},
    {{.id = "P16.1-1",
      .name = "acquaintance-missing",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "16.1",
      .phrase = "изучать Федеральный закон от 29.12.2012 № 273-ФЗ",
      .precise = {"ознакомление записано с днём и перечнем актов",
                  "getting acquainted is recorded with its day and the acts"},
      .title = {"не записано ознакомление наставляемого с нормативными актами",
                "the mentee's acquaintance with the acts is not recorded"},
      .remedy = {"ознакомьте наставляемого с актами и запишите дату и перечень (acquaintance) в mentees/",
                 "acquaint the mentee with the acts and record the date and the list (acquaintance) in mentees/"},
      .scope = Scope::links},
     acquaintance_missing},
    {{.id = "P16.2-1",
      .name = "activity-overdue",
      .severity = Severity::warning,
      .nature = Nature::text,
      .clauses = "16.2",
      .phrase = "в установленные сроки",
      .title = {"срок мероприятия прошёл, а оно не выполнено", "the date of an activity has passed and it is not done"},
      .remedy =
          {"отметьте выполнение (done), перенос с причиной (moves) или исключение изменением по п. 20 (cancelled_by)",
           "mark it done (done), moved with a reason (moves) or removed by an amendment under cl. 20 (cancelled_by)"}},
     activity_overdue},
};

}  // namespace

std::span<const Rule> mentee_rights_rules();
std::span<const Rule> mentee_rights_rules() { return mentee_rights_rows; }

}  // namespace nastavnik
