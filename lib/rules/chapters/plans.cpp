// Clause 2: what the activities of a programme are for, when they are, and its curator.

#include <algorithm>
#include <unordered_set>

#include "model/kinds/activities.h"
#include "model/kinds/mentees.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/due.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "rules/questions/days.h"
#include "rules/questions/missing.h"
#include "rules/questions/program_mentees.h"
#include "rules/questions/teachers.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// Whether an activity in the plan is for the mark of the person; a target that leads nowhere may be meant for it.
Verdict targets(const Program& program, std::string_view person, std::string_view mark) {
  Verdict found = program.activities.presence == Presence::broken ? Verdict::unknown : Verdict::no;
  for (const Activity& activity : program.activities) {
    if (!is_in_plan(activity)) continue;
    if (activity.targets.presence == Presence::broken) found = Verdict::unknown;
    for (const Target& target : activity.targets) {
      if (target.presence == Presence::broken) found = Verdict::unknown;
      if (target.person == person && target.mark == mark) return Verdict::yes;
    }
  }
  return found;
}

/// Whether a programme of the mentee does, this one or another that runs at the same time.
Verdict is_addressed(const Registry& registry, const ProgramMentee& mentee, std::string_view mark) {
  Verdict found = targets(mentee.program, mentee.person.id, mark);
  for (const Pair* pair : registry.pairs_of_mentee(mentee.person.id))
    for (const Program* program : registry.programs_of(*pair)) {
      const auto period = period_of(*program);
      if (!period || !period->meets(mentee.term)) continue;
      const Verdict there = targets(*program, mentee.person.id, mark);
      if (there == Verdict::yes) return there;
      if (there == Verdict::unknown) found = there;
    }
  return found;
}

void report_without_difficulties(Check& check, const ProgramMentee& mentee, const Mentee* entry) {
  if (!entry) {
    check.found(mentee.person,
                {"записи {} нет, поэтому и затруднения не записаны", "there is no {}, so no difficulties are recorded"},
                check.record(fmt::format("mentees/{}", mentee.person.id)));
    return;
  }
  check
      .found(*entry,
             {"затруднений (difficulties) нет, и неясно, на что нацелена программа {}",
              "there are no difficulties (difficulties), so it is not clear what programme {} is for"},
             mentee.program.id)
      .also(mentee.program, {"программа", "the programme"});
}

void report_unaddressed(Check& check, const ProgramMentee& mentee, const Mentee& entry) {
  for (const Difficulty& difficulty : entry.difficulties) {
    if (!check.given(difficulty.id, difficulty.found_on) || !is_open(difficulty, mentee.term)) continue;
    if (!check.denied(is_addressed(check.registry(), mentee, *difficulty.id), mentee.program)) continue;
    check
        .found(mentee.program.activities,
               {"ни одно мероприятие не нацелено на затруднение {}/{}", "no activity is meant for difficulty {}/{}"},
               mentee.person.id, *difficulty.id)
        .also(difficulty, {"затруднение", "the difficulty"});
  }
}

void difficulty_not_addressed(Check& check) {
  std::unordered_set<std::string_view> shown;
  for (const ProgramMentee& mentee : mentees_of_programs(check)) {
    const auto [known, entry] = bank_entry(check, mentee.person);
    if (!known) continue;
    if (!entry || check.absent(entry->difficulties)) {
      if (shown.insert(mentee.person.id).second) report_without_difficulties(check, mentee, entry);
    } else if (!mentee.program.activities.absent()) {
      report_unaddressed(check, mentee, *entry);
    }
  }
}

void report_unsupported(Check& check, const ProgramMentee& mentee, const List<Strength>& strengths) {
  Verdict supported = strengths.given() ? Verdict::no : Verdict::unknown;
  for (const Strength& strength : strengths) {
    const Verdict here = strength.id.given() ? is_addressed(check.registry(), mentee, *strength.id) : Verdict::unknown;
    if (here == Verdict::yes) return;
    if (here == Verdict::unknown) supported = here;
  }
  if (!check.denied(supported, mentee.program)) return;
  check
      .found(mentee.program.activities,
             {"ни одно мероприятие не поддерживает сильные стороны {}", "no activity supports a strength of {}"},
             check.who(mentee.person))
      .also(strengths, {"сильные стороны", "the strengths"});
}

void strength_not_supported(Check& check) {
  std::unordered_set<std::string_view> shown;
  for (const ProgramMentee& mentee : mentees_of_programs(check)) {
    const Mentee* entry = bank_entry(check, mentee.person).entry;
    if (!entry) continue;
    if (check.absent(entry->strengths)) {
      if (!shown.insert(mentee.person.id).second) continue;
      check
          .found(*entry,
                 {"сильных сторон (strengths) нет, программе {} нечего поддерживать",
                  "there are no strengths (strengths) for programme {} to support"},
                 mentee.program.id)
          .also(mentee.program, {"программа", "the programme"});
    } else if (!mentee.program.activities.absent()) {
      report_unsupported(check, mentee, entry->strengths);
    }
  }
}

/// No activity says what it is for: P2-8 and P2-9 say so once for the programme.
bool has_no_targets(const Program& program) {
  return std::all_of(program.activities.begin(), program.activities.end(),
                     [](const Activity& activity) { return !is_in_plan(activity) || activity.targets.absent(); });
}

void activity_details_missing(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.cancelled) || is_draft(program, check.day())) continue;
    const bool untargeted = has_no_targets(program);
    for (const Activity& activity : check.each(program.activities)) {
      if (!is_in_plan(activity)) continue;
      const Words missing = list_missing(
          {{check.absent(activity.targets) && !untargeted, {"цели (targets)", "target (targets)"}},
           {check.absent(activity.due_on) && check.absent(activity.term),
            {"срока (due_on или term)", "term (due_on or term)"}},
           {check.absent(activity.responsible), {"ответственного (responsible)", "responsible person (responsible)"}}});
      if (!missing.empty()) check.found(activity, {"нет {}", "no {}"}, missing);
    }
  }
}

void report_outside(Check& check, const Program& program, const At<Day>& end, const At<Day>& at) {
  if (!check.given(at, program.start, end)) return;
  if (*at < *program.start)
    check.found(at, {"раньше начала программы: {}", "before the programme starts: {}"}, *program.start)
        .also(program.start, {"начало программы", "start of the programme"});
  if (*at > *end)
    check.found(at, {"позже окончания программы: {}", "after the programme ends: {}"}, *end)
        .also(end, {"окончание программы", "end of the programme"});
}

void activity_outside_program_term(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.cancelled) || program.activities.absent()) continue;
    const At<Day> end = end_of_term(program, check.day());
    for (const Activity& activity : check.each(program.activities)) {
      if (!is_in_plan(activity)) continue;
      report_outside(check, program, end, activity.from);
      report_outside(check, program, end, set_due(activity));
    }
  }
}

/// Nobody at all was curator on the day, which P10.3-1 says once for all programmes.
bool is_left_to_p10_3_1(const Check& check, const Organization& organization, Date start) {
  return organization.curators.absent() || (start <= check.day() && curators_on(organization, start).empty());
}

/// The first day of the programme, up to the one judged, on which two curators or more were in office: then it has to name its own.
std::optional<Date> day_of_several_curators(Check& check, const Organization& organization, const Program& program) {
  if (!knows_days(check, program)) return std::nullopt;
  const Date last = std::min(period_of(program)->to, check.day());
  std::optional<Date> first;
  for (const CuratorTerm& term : organization.curators) {
    if (!knows_days(check, term)) return std::nullopt;
    const Date day = std::max(*term.from, *program.start);
    if (day <= last && curators_on(organization, day).size() > 1) first = std::min(first.value_or(day), day);
  }
  return first;
}

void curator_not_told(Check& check, const Organization& organization, const Program& program) {
  const auto day = day_of_several_curators(check, organization, program);
  if (day)
    check
        .found(program,
               {"куратор (curator) не указан, а на {} их несколько",
                "no curator (curator) is given, and on {} there are several"},
               *day)
        .also(organization.curators, {"кураторы организации", "the curators of the organisation"});
}

/// Where nobody is named, the one curator of each day answers for the programme.
void program_without_curator(Check& check) {
  const Organization& organization = check.registry().organization();
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.cancelled)) continue;
    if (check.absent(program.curator)) {
      if (check.known(organization.curators)) curator_not_told(check, organization, program);
      continue;
    }
    if (!check.given(program.start)) continue;
    if (!check.denied(is_curator(organization, program.curator, *program.start), program.curator)) continue;
    if (is_left_to_p10_3_1(check, organization, *program.start)) continue;
    check
        .found(program.curator,
               {"на {} {} не значится среди кураторов организации",
                "on {} {} is not among the curators of the organisation"},
               *program.start, check.who(program.curator))
        .also(program.start, {"начало программы", "start of the programme"});
  }
}

/// That a deputy head has no position here is the matter of P11.1-1.
void curator_of_no_partner(Check& check) {
  for (const CuratorTerm& term : check.each(check.registry().organization().curators)) {
    if (!check.given(term.basis) || *term.basis != CuratorBasis::social_partner) continue;
    const Person* person = check.follow(term.person);
    if (!person || person->erased_on.given() || !check.given(term.from)) continue;
    if (!check.denied(is_tied_to_school(*person, *term.from), *person)) continue;
    check
        .found(term.person,
               {"на {} у куратора нет ни должности у нас, ни должности у партнёра с действующим договором",
                "on {} the curator has neither a position here nor one at a partner with an agreement in force"},
               *term.from)
        .also(term.from, {"куратор с этого дня", "curator from this day"});
  }
}

/// Pupils are mentored by another model; a mentee of this one is a teacher or about to become one.
void hold_to_model(Check& check, const Pair& pair, const Member& member) {
  const auto days = period_of(member, pair);
  if (!check.follow(member.person) || !days || days->from > check.day()) return;
  const Period until_now{days->from, std::min(days->to, check.day())};
  if (is_erased(check.registry(), member.person.id)) return;
  if (check.denied(is_of_this_model(check.registry(), member.person.id, until_now), member.person))
    check.found(member.person,
                {"с {} ни педагогической должности, ни учёбы в колледже или вузе не записано (positions)",
                 "from {} neither a teaching position nor studies at a college or university are recorded (positions)"},
                days->from);
}

void mentee_of_another_model(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (pair.start.absent()) continue;
    if (const auto unclear = unclear_membership(pair)) {
      check.undecided(*unclear);
      continue;
    }
    for (const Member& member : pair.mentees) hold_to_model(check, pair, member);
  }
}

constexpr Rule plan_rows[] = {
    {{.id = "P2-8",
      .name = "difficulty-not-addressed",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "2",
      .phrase = "нацеленных на устранение выявленных профессиональных затруднений наставляемого",
      .precise =
          {"затруднения записаны в mentees/, и каждое названо в целях мероприятия этой программы или другой в то же время",
           "difficulties stand in mentees/, and each is a target of an activity of this programme or of another at the same time"},
      .title = {"затруднения наставляемого не записаны или программа их не учитывает",
                "the mentee's difficulties are not recorded or the programme does not address them"},
      .remedy =
          {"запишите затруднения (difficulties) в mentees/ и укажите каждое в целях мероприятия (targets)",
           "record the difficulties (difficulties) in mentees/ and name each as a target of an activity (targets)"},
      .implied_by = "P11.5-1",
      .scope = Scope::links},
     difficulty_not_addressed},
    {{.id = "P2-9",
      .name = "strength-not-supported",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "2",
      .phrase = "на поддержку его сильных сторон",
      .precise = {"у каждого записана хотя бы одна сильная сторона, и на неё нацелено мероприятие",
                  "everyone has one strength recorded at least, and an activity aims at it"},
      .title = {"сильные стороны наставляемого не записаны или программа их не поддерживает",
                "the mentee's strengths are not recorded or the programme does not support them"},
      .remedy =
          {"запишите сильные стороны (strengths) в mentees/ и укажите хотя бы одну в целях мероприятия (targets)",
           "record the strengths (strengths) in mentees/ and name at least one as a target of an activity (targets)"},
      .scope = Scope::links},
     strength_not_supported},
    {{.id = "P2-10",
      .name = "activity-details-missing",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "2",
      .phrase = "нацеленных на устранение выявленных профессиональных затруднений",
      .title = {"у мероприятия нет цели, срока или ответственного",
                "an activity lacks a target, a date or a responsible person"},
      .remedy =
          {"допишите у мероприятия цель (targets), срок (due_on или term) и ответственного (responsible)",
           "give the activity a target (targets), a term (due_on or term) and a responsible person (responsible)"}},
     activity_details_missing},
    {{.id = "P2-11",
      .name = "activity-outside-program-term",
      .severity = Severity::warning,
      .nature = Nature::inference,
      .clauses = "16.2,2",
      .phrase = "реализовывать мероприятия плана персонализированной программы наставничества в установленные сроки",
      .title = {"мероприятие назначено за пределами срока программы",
                "an activity is planned outside the term of the programme"},
      .remedy =
          {"перенесите мероприятие (from, due_on, moves) в срок программы или продлите программу по п. 20 (amendments)",
           "move the activity (from, due_on, moves) into the term, or extend the programme under cl. 20 (amendments)"}},
     activity_outside_program_term},
    {{.id = "P2-12",
      .name = "program-without-curator",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "2",
      .phrase = "отвечает за реализацию персонализированных(ой) программ(ы) наставничества",
      .precise =
          {"единственный куратор отвечает за все программы; при нескольких программа называет своего, на день начала",
           "an only curator answers for all programmes; where there are several, a programme names its own, as of its first day"},
      .title = {"не видно, какой куратор отвечает за программу",
                "it is not clear which curator answers for the programme"},
      .remedy =
          {"укажите в программе куратора (curator), который есть среди кураторов (curators) в organization.yaml на день начала",
           "name in the programme a curator (curator) listed among the curators (curators) of organization.yaml on its first day"},
      .scope = Scope::links},
     program_without_curator},
    {{.id = "P2-13",
      .name = "curator-of-no-partner",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "2",
      .phrase = "учреждения из числа ее социальных партнеров",
      .precise = {"партнёр — тот, чей договор действует в первый день куратора",
                  "a partner is one whose agreement is in force on the curator's first day"},
      .title = {"куратор работает не у нас и не у партнёра с действующим договором",
                "the curator works neither here nor at a partner with an agreement in force"},
      .remedy =
          {"проверьте должность куратора в people/ и внесите договор с его организацией (partners, agreements) в organization.yaml",
           "check the curator's position in people/ and enter the agreement with that organisation (partners, agreements) in organization.yaml"},
      .scope = Scope::links},
     curator_of_no_partner},
    {{.id = "P2-14",
      .name = "mentee-of-another-model",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "2",
      .phrase = "преодолевая тем самым свои профессиональные затруднения",
      .title = {"наставляемый — не педагогический работник и не студент",
                "the mentee is neither teaching staff nor a student"},
      .remedy =
          {"впишите должность (positions) в people/ или категорию student в mentees/; наставничество над учащимися — другая модель, в числа п. 11.12 такие пары не входят",
           "enter the position (positions) in people/ or the category student in mentees/; mentoring of pupils is another model, and the numbers of cl. 11.12 leave such pairs out"},
      .implied_by = "P7-18,P7-20",
      .scope = Scope::links},
     mentee_of_another_model},
};

}  // namespace

std::span<const Rule> plan_rules();
std::span<const Rule> plan_rules() { return plan_rows; }

}  // namespace nastavnik
