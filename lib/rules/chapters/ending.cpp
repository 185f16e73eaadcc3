// Clause 19: ending a programme.

#include <algorithm>

#include <fmt/ranges.h>

#include "model/kinds/activities.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"
#include "rules/questions/participants.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

void ground_missing(Check& check) {
  for (const Program& program : check.all<Program>()) {
    const Block<Completion>& completion = program.completion;
    if (!check.given(completion, completion->date) || !check.absent(completion->ground)) continue;
    check.found(completion->date, {"программа завершена, а основание (ground) не указано",
                                   "the programme is completed, and there is no key ground beside it"});
  }
}

bool is_ended_by(Check& check, const Program& program, Ground ground) {
  return check.given(program.completion, program.completion->ground) && *program.completion->ground == ground;
}

/// Neither done nor taken out of the plan.
bool is_left_undone(Check& check, const Activity& activity) {
  return check.absent(activity.cancelled_by) && check.absent(activity.done);
}

void undone_in_completed_plan(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!is_ended_by(check, program, Ground::plan_completed) || !check.given(program.activities)) continue;
    std::vector<const Activity*> undone;
    std::vector<std::string_view> ids;
    for (const Activity& activity : program.activities)
      if (is_left_undone(check, activity) && check.given(activity.id)) {
        undone.push_back(&activity);
        ids.push_back(*activity.id);
      }
    if (undone.empty()) continue;
    Found finding = check.found(program.completion->ground, {"не отмечены выполненными: {}", "not marked as done: {}"},
                                fmt::format("{}", fmt::join(ids, ", ")));
    for (const Activity* activity : undone)
      finding.also(activity->id, {"нет ни done, ни cancelled_by", "neither done nor cancelled_by"});
  }
}

template <class Field>
void note_absent(Check& check, const Field& field, const Text& name, std::vector<Words>& lacking) {
  if (check.absent(field)) lacking.push_back(name);
}

/// A circumstance is its own explanation, but for `other`.
bool is_explained(Check& check, const Completion& completion) {
  if (completion.circumstance.given() && *completion.circumstance != Circumstance::other) return true;
  return !check.absent(completion.explanation) || !check.absent(completion.circumstance.note);
}

/// The bracket on circumstances stands behind the mutual decision: that it goes for one side too is our reading.
void report_lacking(Check& check, const Completion& completion) {
  std::vector<Words> lacking;
  note_absent(check, completion.initiator, {"по чьей инициативе (initiator)", "on whose initiative (initiator)"},
              lacking);
  note_absent(check, completion.circumstance, {"обстоятельство (circumstance)", "circumstance (circumstance)"},
              lacking);
  if (completion.circumstance.given() && !is_explained(check, completion))
    lacking.push_back(say({"какое обстоятельство (explanation)", "which circumstance (explanation)"}));
  if (lacking.empty()) return;
  Found found = check.found(completion.ground, {"при этом основании не указано: {}", "this ground asks for: {}"},
                            joined(lacking));
  if (completion.initiator.given() && *completion.initiator != Initiator::mutual) found.milder();
}

void hold_refusal_to_law(Check& check, const Program& program) {
  const Date refusal_since{2025, 3, 1};  // Article 351.8 of the Labour Code lets employees refuse since that day
  const Completion& completion = *program.completion;
  const auto& circumstance = completion.circumstance;
  if (!check.given(circumstance, completion.date) || *circumstance != Circumstance::statutory_refusal) return;
  if (*completion.date < refusal_since) {
    check.found(circumstance,
                {"отказ по статье 351.8 возможен с {}, а программа завершена {}",
                 "a refusal under article 351.8 is possible from {}, and the programme ended on {}"},
                refusal_since, *completion.date);
  } else if (completion.initiator.given() && *completion.initiator == Initiator::mentee) {
    check
        .found(circumstance, {"по статье 351.8 отказывается наставник, а инициатор — наставляемый",
                              "under article 351.8 the mentor refuses, and the initiator is the mentee"})
        .also(completion.initiator, {"инициатор", "the initiator"});
  } else if (const Pair* pair = check.follow(program.pair); pair && check.named(pair->mentor)) {
    if (check.confirmed(is_external(check.registry(), pair->mentor.id, *completion.date), pair->mentor))
      check
          .found(circumstance,
                 {"по статье 351.8 отказывается работник школы, а {} работает у партнёра",
                  "under article 351.8 an employee of the school refuses, and {} works at a partner"},
                 check.who(pair->mentor))
          .also(pair->mentor, {"наставник", "the mentor"});
  }
}

void initiative_unexplained(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!is_ended_by(check, program, Ground::by_initiative)) continue;
    const Completion& completion = *program.completion;
    report_lacking(check, completion);
    hold_refusal_to_law(check, program);
    if (completion.initiator.given() && *completion.initiator == Initiator::curator)
      check
          .found(completion.initiator, {"инициатива куратора — это другое основание (by_curator)",
                                        "the curator's initiative is another ground (by_curator)"})
          .also(completion.ground, {"основание", "the ground"});
  }
}

/// Clause 19 (3) names improper performance and force majeure; what else is told is advice.
void hold_to_causes(Check& check, const Completion& completion) {
  const auto& circumstance = completion.circumstance;
  if (!check.known(circumstance, circumstance.note, completion.explanation)) return;
  const bool is_told = circumstance.given() && *circumstance != Circumstance::other;
  if (!is_explained(check, completion)) {
    check.found(completion.ground, {"причина не названа: ни обстоятельства (circumstance), ни пояснения (explanation)",
                                    "the cause is not told: neither circumstance (circumstance) nor explanation "
                                    "(explanation)"});
  } else if (!is_told) {
    check
        .found(completion.ground, {"причина названа, но не сказано, недолжное это исполнение или форс-мажор "
                                   "(circumstance)",
                                   "the cause is told, yet not whether it is improper performance or force majeure "
                                   "(circumstance)"})
        .milder();
  } else if (*circumstance != Circumstance::improper_performance && *circumstance != Circumstance::force_majeure) {
    check
        .found(circumstance,
               {"«{}»; п. 19.3 называет недолжное исполнение и форс-мажор",
                "“{}”; cl. 19.3 names improper performance and force majeure"},
               *circumstance)
        .milder();
  }
}

void curator_ending_unexplained(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!is_ended_by(check, program, Ground::by_curator)) continue;
    const Completion& completion = *program.completion;
    hold_to_causes(check, completion);
    if (check.given(completion.initiator) && *completion.initiator != Initiator::curator)
      check
          .found(completion.initiator,
                 {"указано «{}», а при этом основании завершает куратор",
                  "it says “{}”, and on this ground it is the curator who ends it"},
                 *completion.initiator)
          .also(completion.ground, {"основание", "the ground"})
          .milder();
  }
}

void mutual_statement_missing(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!is_ended_by(check, program, Ground::by_initiative)) continue;
    const Completion& completion = *program.completion;
    if (!check.given(completion.date, completion.initiator) || *completion.initiator != Initiator::mutual) continue;
    const Pair* pair = check.follow(program.pair);
    const auto people = pair ? participants_on(check, *pair, *completion.date) : std::nullopt;
    if (!people) continue;
    const People silent = left_out(check, *people, completion.statements);
    if (silent.empty()) continue;
    check
        .found(completion.initiator, {"нет заявления (statements): {}", "no statement (statements) of: {}"},
               who_all(check, silent))
        .also(completion.date, {"день завершения", "day of completion"});
  }
}

/// Neither completed nor cancelled.
bool is_open(Check& check, const Program& program) {
  return check.absent(program.completion) && check.absent(program.cancelled);
}

void hold_open_to_term(Check& check, const At<Day>& end) {
  if (!is_overdue(check, *end)) return;
  const auto& grace = check.limits().expiry_grace_days;
  const Date due = *end + *grace;
  Found finding = check.found(end,
                              {"срок истёк {} назад; завершения ждём по {} ({})",
                               "the term passed {} ago; its completion is expected by {} ({})"},
                              Count{check.day() - *end, noun::day}, due, whose_term(grace));
  if (check.day() <= due) finding.milder();
}

/// What was completed in the grace, or on the first working day after the term, was completed in time.
void hold_completion_to_term(Check& check, const At<Day>& completed, const At<Day>& end) {
  const auto& grace = check.limits().expiry_grace_days;
  const Date due = *end + *grace;
  if (*completed <= due || working_gaps(check, {{*end + 1, *completed - 1}}, {}).empty()) return;
  check
      .found(end,
             {"программа завершена только через {} после срока; завершения ждали по {} ({})",
              "the programme was completed only {} after its term; that was expected by {} ({})"},
             Count{*completed - *end, noun::day}, due, whose_term(grace))
      .also(completed, {"завершение программы", "completion of the programme"});
}

/// That the programme was completed later does not undo it. An extension without a new end is the business of P20-3.
void expired_not_completed(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.cancelled) || !check.known(program.completion)) continue;
    const At<Day> end = end_of_term(program, check.day());
    if (!check.given(end)) continue;
    if (program.completion.absent())
      hold_open_to_term(check, end);
    else if (check.given(program.completion->date))
      hold_completion_to_term(check, program.completion->date, end);
  }
}

/// A decision on the pair or the programme was waited for no longer on the day.
bool is_past_grace(const Check& check, Date cause, Date day) { return day > cause + *check.limits().expiry_grace_days; }

/// The last activity done, when the whole plan is; nothing while anything is left undone or cannot be known.
const ActivityDone* find_last_done(Check& check, const Program& program) {
  const ActivityDone* last = nullptr;
  for (const Activity& activity : program.activities) {
    if (!check.absent(activity.cancelled_by)) continue;
    if (!check.given(activity.done, activity.done->date)) return nullptr;
    if (!last || *last->date < *activity.done->date) last = &*activity.done;
  }
  return last;
}

void plan_done_not_completed(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!is_open(check, program) || !check.given(program.activities)) continue;
    const ActivityDone* last = find_last_done(check, program);
    if (!last || !is_past_grace(check, *last->date, check.day())) continue;
    const auto& grace = check.limits().expiry_grace_days;
    check.found(last->date,
                {"это последнее мероприятие плана, а программа не завершена (completion); завершения ждали по {} ({})",
                 "this is the last activity of the plan, and the programme is not completed (completion); that was "
                 "expected by {} ({})"},
                *last->date + *grace, whose_term(grace));
  }
}

/// The last completion of a pair whose programmes are all over; nothing while one of them is open or to come.
const Program* find_last_completed(Check& check, const Pair& pair) {
  const Program* last = nullptr;
  for (const Program* program : check.registry().programs_of(pair)) {
    if (is_open(check, *program)) return nullptr;
    if (!check.given(program->completion, program->completion->date)) continue;
    if (!last || *last->completion->date < *program->completion->date) last = program;
  }
  return last;
}

/// The pair went on without a programme, or does; that it was closed in the end does not undo it.
void pair_left_open(Check& check, const Pair& pair) {
  const Program* last = find_last_completed(check, pair);
  if (!last) return;
  const At<Day>& completed = last->completion->date;
  const auto& grace = check.limits().expiry_grace_days;
  const Date due = *completed + *grace;
  if (!is_past_grace(check, *completed, std::min(check.day(), period_of(pair)->to)) ||
      !check.sees_all<Program>(completed))
    return;
  Found found =
      pair.end.absent()
          ? check.found(
                completed,
                {"у пары {} нет ни даты окончания (end), ни другой программы; решения о ней ждали по {} ({})",
                 "the pair {} has neither an end (end) nor another programme; a decision was expected by {} ({})"},
                pair.id, due, whose_term(grace))
          : check.found(completed,
                        {"последний день пары {} — {}, а программы с этого дня нет; решения о ней ждали по {} ({})",
                         "the last day of the pair {} is {}, and there is no programme after this day; a decision was "
                         "expected by {} ({})"},
                        pair.id, *pair.end->date, due, whose_term(grace));
  found.also(pair.start, {"начало пары", "start of the pair"});
}

void report_program_left_open(Check& check, const Pair& pair, const Program& program) {
  const auto& grace = check.limits().expiry_grace_days;
  const Date closed = *pair.end->date, due = closed + *grace;
  const At<Day>& completed = program.completion->date;
  Found found =
      program.completion.absent()
          ? check.found(
                program.start,
                {"пара {} закрыта {}, а программа не завершена (completion); завершения ждали по {} ({})",
                 "the pair {} was closed on {}, and the programme is not completed (completion); that was expected by "
                 "{} ({})"},
                pair.id, closed, due, whose_term(grace))
          : check.found(program.start,
                        {"пара {} закрыта {}, а программа завершена только {}; завершения ждали по {} ({})",
                         "the pair {} was closed on {}, and the programme was completed only on {}; that was expected "
                         "by {} ({})"},
                        pair.id, closed, *completed, due, whose_term(grace));
  found.also(pair.end->date, {"пара закрыта", "the pair was closed"});
}

/// Programmes that had begun by the end of their pair, and ended long after it.
void programs_left_open(Check& check, const Pair& pair) {
  const Date closed = *pair.end->date;
  for (const Program* program : check.registry().programs_of(pair)) {
    if (!check.given(program->start) || *program->start > closed) continue;
    if (!check.absent(program->cancelled) || !knows_days(check, *program)) continue;
    if (is_past_grace(check, closed, std::min(check.day(), period_of(*program)->to)))
      report_program_left_open(check, pair, *program);
  }
}

void pair_and_program_apart(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (pair.start.absent() || !knows_days(check, pair)) continue;
    pair_left_open(check, pair);
    if (pair.end.given()) programs_left_open(check, pair);
  }
}

void plan_completed_early(Check& check) {
  for (const Program& program : check.all<Program>()) {
    const At<Day>& date = program.completion->date;
    if (!is_ended_by(check, program, Ground::plan_completed) || !check.given(program.start, date)) continue;
    const Date earliest = last_day_of_term(*program.start, 3);
    const EffectiveKinds kinds = effective_kinds(program, *date);
    if (*date >= earliest || !check.known(kinds) || is_only(*kinds, MentoringKind::speed)) continue;
    check
        .found(date, {"три месяца с начала программы истекают {}", "three months from the start are complete on {}"},
               earliest)
        .also(program.start, {"начало программы", "start of the programme"});
  }
}

constexpr Rule ending_rows[] = {
    {{.id = "P19-1",
      .name = "completion-ground-missing",
      .nature = Nature::text,
      .clauses = "19",
      .phrase = "Завершение персонализированной программы наставничества происходит в случае",
      .title = {"у завершённой программы не указано основание", "the completed programme has no ground of completion"},
      .remedy =
          {"выберите одно основание (ground): план выполнен, инициатива участников или инициатива куратора",
           "choose one ground (ground): plan completed, initiative of the participants, or initiative of the curator"}},
     ground_missing},
    {{.id = "P19-2",
      .name = "completed-with-undone-activities",
      .nature = Nature::text,
      .clauses = "19.1",
      .phrase = "завершения плана мероприятий персонализированной программы наставничества в полном объеме",
      .title = {"основание — план выполнен, а выполнены не все мероприятия",
                "the ground is a completed plan, yet not all activities are done"},
      .remedy =
          {"отметьте выполненные мероприятия (done) и исключённые изменением (cancelled_by); иначе выберите другое основание (ground)",
           "mark activities as done (done) or removed by an amendment (cancelled_by); else choose another ground (ground)"}},
     undone_in_completed_plan},
    {{.id = "P19-3",
      .name = "initiative-ending-unexplained",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "19.2",
      .phrase = "по инициативе наставника или наставляемого и/или обоюдному решению (по уважительным обстоятельствам)",
      .precise =
          {"названы инициатор и обстоятельство; кода довольно, о здоровье не спрашиваем; при инициативе одного обстоятельство — наше прочтение",
           "the initiator and the circumstance are named; a code is enough, nothing is asked about health; with one side's initiative the circumstance is our reading"},
      .title = {"программа завершена по инициативе участников без инициатора или обстоятельств",
                "a programme ended on the participants' initiative lacks the initiator or the circumstances"},
      .remedy =
          {"укажите, кто предложил завершить (initiator), и уважительное обстоятельство (circumstance); поясняют только «иное» (explanation)",
           "state who proposed to end it (initiator) and the valid circumstance (circumstance); only “other” is explained (explanation)"},
      .scope = Scope::registry},
     initiative_unexplained},
    {{.id = "P19-4",
      .name = "mutual-statement-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "19.2",
      .phrase = "обоюдному решению",
      .precise = {"обоюдность видна из заявлений всех, кто входит в пару в день завершения",
                  "that all agree shows in statements of all who are in the pair on the day it ends"},
      .title = {"решение обоюдное, а заявления поданы не всеми",
                "the decision is mutual, yet not everyone has made a statement"},
      .remedy =
          {"возьмите заявления у наставника и каждого наставляемого и внесите их (statements) или исправьте инициатора (initiator)",
           "collect statements of the mentor and each mentee and enter them (statements), or correct the initiator (initiator)"},
      .scope = Scope::links},
     mutual_statement_missing},
    {{.id = "P19-5",
      .name = "curator-ending-unexplained",
      .milder = Severity::info,
      .nature = Nature::text,
      .clauses = "19.3",
      .phrase = "по инициативе куратора (в случае недолжного исполнения персонализированной программы наставничества",
      .title = {"программа завершена по инициативе куратора без объяснения причин",
                "a programme ended on the curator's initiative lacks its reasons"},
      .remedy =
          {"укажите обстоятельство (circumstance): недолжное исполнение или форс-мажор; если предложили участники, основание другое — by_initiative",
           "state the circumstance (circumstance): improper performance or force majeure; if the participants proposed it, the ground is by_initiative"}},
     curator_ending_unexplained},
    {{.id = "P19-6",
      .name = "expired-program-not-completed",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "19,20",
      .phrase = "Завершение персонализированной программы наставничества происходит в случае",
      .precise = {"истёкший срок программу не завершает; отсрочка наша, в тексте её нет",
                  "a term that has passed does not end the programme; the grace is ours, the text has none"},
      .title = {"срок программы истёк, а она не завершена или завершена много позже",
                "the term of the programme has passed and it is not completed, or was long after"},
      .remedy =
          {"завершите программу по одному из оснований п. 19 (completion); если срок был изменён, запишите изменение (amendments)",
           "complete the programme on one of the grounds of cl. 19 (completion); if its term was changed, record that (amendments)"},
      .limits = "expiry_grace_days"},
     expired_not_completed},
    {{.id = "P19-7",
      .name = "plan-done-program-open",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "19.1",
      .phrase = "в полном объеме",
      .title = {"все мероприятия выполнены, а программа не завершена",
                "all activities are done and the programme is not completed"},
      .remedy =
          {"завершите программу (completion, ground: plan_completed) или дополните план изменением по п. 20 (amendments)",
           "complete the programme (completion, ground: plan_completed) or add to the plan under cl. 20 (amendments)"},
      .limits = "expiry_grace_days",
      .implied_by = "P19-6"},
     plan_done_not_completed},
    {{.id = "P19-8",
      .name = "pair-and-program-apart",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "19",
      .phrase = "Завершение персонализированной программы наставничества происходит в случае",
      .title =
          {"пара работает или работала дальше без программы, или закрыта задолго до завершения программы",
           "the pair works or worked on without a programme, or was closed long before its programme was completed"},
      .remedy =
          {"закройте пару (end) или составьте её следующую программу; в закрытой паре завершите программу (completion)",
           "close the pair (end) or draw up its next programme; in a closed pair complete the programme (completion)"},
      .limits = "expiry_grace_days",
      .implied_by = "P19-6",
      .scope = Scope::registry},
     pair_and_program_apart},
    {{.id = "P19-9",
      .name = "plan-completed-early",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "2,19",
      .phrase = "от 3 месяцев до 1 года",
      .title = {"план выполнен раньше чем через 3 месяца после начала",
                "the plan was completed less than 3 months after the start"},
      .remedy = {"проверьте дату завершения (completion.date); если план и правда выполнен, менять ничего не нужно",
                 "check the date of completion (completion.date); if the plan is really done, nothing need change"},
      .implied_by = "P2-2"},
     plan_completed_early},
};

}  // namespace

std::span<const Rule> ending_rules();
std::span<const Rule> ending_rules() { return ending_rows; }

}  // namespace nastavnik
