// Clause 7: the choice of a form, and the kinds that are about how many there are and how they meet.

#include <algorithm>
#include <unordered_set>

#include "model/kinds/activities.h"
#include "model/kinds/mentees.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "rules/questions/kind_demands.h"
#include "rules/questions/missing.h"
#include "rules/questions/program_mentees.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

void form_not_explained(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.given(pair.role_form) || *pair.role_form != RoleForm::other || !check.absent(pair.role_form.note))
      continue;
    check.found(pair.role_form,
                {"форма «иное» без пояснения (role_form_note)", "the form “other” without a note (role_form_note)"});
  }
}

/// The first day on which the pair works by the programme; nothing where a date behind it is not there.
std::optional<Date> first_day(Check& check, const Program& program, const Pair& pair) {
  if (!check.given(program.start)) return std::nullopt;
  return pair.start.given() ? std::max(*program.start, *pair.start) : *program.start;
}

/// Programmes with their pairs, those cancelled before they began left out.
template <class Ask>
void each_program(Check& check, Ask ask) {
  for (const Program& program : check.all<Program>()) {
    const Pair* pair = check.absent(program.cancelled) ? check.follow(program.pair) : nullptr;
    if (pair) ask(program, *pair);
  }
}

void ask_first_plan(Check& check, KindDemand demand) {
  each_program(check, [&](const Program& program, const Pair& pair) {
    const auto day = first_day(check, program, pair);
    const auto fault = day ? demand(check, {program, pair, program.kinds, *day}) : std::nullopt;
    if (fault) tell(check, *fault);
  });
}

void group_of_one(Check& check) { ask_first_plan(check, group_too_small); }
void traditional_with_several_mentees(Check& check) { ask_first_plan(check, not_one_to_one); }
void virtual_without_tools(Check& check) { ask_first_plan(check, tools_not_named); }
void short_term_without_schedule(Check& check) { ask_first_plan(check, no_schedule_or_goal); }

/// Who joins makes a group of a pair whose programme does not know the kind.
void joined_without_group(Check& check, const Program& program, const Pair& pair, Date start) {
  for (const Member& member : pair.mentees) {
    if (!member.from.given() || *member.from <= start || *member.from > check.day() ||
        !check.confirmed(runs_on(program, *member.from), program))
      continue;
    const EffectiveKinds kinds = effective_kinds(program, *member.from);
    if (members_on(pair, *member.from).size() < 2 || members_on(pair, *member.from - 1).size() > 1) continue;
    if (!check.given(kinds) || holds_kind(*kinds, MentoringKind::group)) continue;
    check
        .found(
            member.from,
            {"с этого дня наставляемых двое или больше, а вид «в группе» (group) в программе не назван",
             "from this day there are two mentees or more, and the programme does not name the kind “in a group” (group)"})
        .also(kinds, {"виды наставничества", "kinds of mentoring"});
    return;
  }
}

/// The last who left the group before the day.
const Member* last_to_leave(const Pair& pair, Date day) {
  const Member* last = nullptr;
  for (const Member& member : pair.mentees)
    if (member.to.given() && *member.to < day && (!last || *member.to > *last->to)) last = &member;
  return last;
}

void one_left_in_group(Check& check, const Program& program, const Pair& pair) {
  const EffectiveKinds kinds = effective_kinds(program, check.day());
  const Member* left = last_to_leave(pair, check.day());
  if (!left || !check.confirmed(runs_on(program, check.day()), program) || !check.given(kinds) ||
      !holds_kind(*kinds, MentoringKind::group))
    return;
  if (members_on(pair, check.day()).size() != 1 || runs_on(program, *left->to) != Verdict::yes ||
      members_on(pair, *left->to).size() < 2)
    return;
  check
      .found(kinds, {"после {} в группе остался один наставляемый", "after {} one mentee is left in the group"},
             *left->to)
      .also(left->to, {"последний, кто вышел", "the last who left"});
}

void group_kind_mismatch(Check& check) {
  ask_first_plan(check, group_not_named);
  each_program(check, [&](const Program& program, const Pair& pair) {
    if (const auto unclear = unclear_membership(pair)) return check.undecided(*unclear);
    if (!check.known(effective_kinds(program, check.day()))) return;
    const auto start = first_day(check, program, pair);
    if (!start) return;
    joined_without_group(check, program, pair, *start);
    one_left_in_group(check, program, pair);
  });
}

Verdict targets_difficulty(const Program& program) {
  Verdict found = Verdict::no;
  for (const Activity& activity : program.activities) {
    if (!is_in_plan(activity)) continue;
    if (activity.targets.presence == Presence::broken) found = Verdict::unknown;
    for (const Target& target : activity.targets)
      if (target.is_difficulty()) return Verdict::yes;
  }
  return found;
}

/// There is a difficulty that P2-8 asks about, or P2-8 says that there is none.
bool is_left_to_p2_8(Check& check, const ProgramMentee& mentee) {
  const Mentee* entry = bank_entry(check, mentee.person).entry;
  if (!entry || !check.given(entry->difficulties)) return true;
  return std::any_of(entry->difficulties.begin(), entry->difficulties.end(),
                     [&](const Difficulty& d) { return !check.given(d.found_on) || is_open(d, mentee.term); });
}

void request_too_late(Check& check, const ProgramMentee& mentee, const Mentee& entry, bool first) {
  if (check.absent(entry.requests)) {
    if (first)
      check.found(entry, {"запроса наставляемого (requests) нет", "there is no request of the mentee (requests)"})
          .also(mentee.program, {"программа", "the programme"});
    return;
  }
  if (!check.given(entry.requests)) return;
  for (const MenteeRequest& request : entry.requests)
    if (!check.given(request.date) || *request.date <= mentee.from) return;
  check
      .found(entry.requests.front().date,
             {"запрос записан позже, чем началась работа по программе {}: {}",
              "the request is later than the start of the work by programme {}: {}"},
             mentee.program.id, mentee.from)
      .also(mentee.program.start, {"начало программы", "start of the programme"});
}

void form_choice_unexplained(Check& check) {
  std::unordered_set<const Program*> others_speak;
  std::unordered_set<std::string_view> seen;
  for (const ProgramMentee& mentee : mentees_of_programs(check)) {
    if (is_left_to_p2_8(check, mentee)) others_speak.insert(&mentee.program);
    const Mentee* entry =
        is_erased(check.registry(), mentee.person.id) ? nullptr : bank_entry(check, mentee.person).entry;
    if (entry) request_too_late(check, mentee, *entry, seen.insert(entry->id).second);
  }
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.cancelled) || is_draft(program, check.day())) continue;
    const bool no_difficulty = check.given(program.activities) && !others_speak.contains(&program) &&
                               check.denied(targets_difficulty(program), program);
    const Words missing = list_missing(
        {{check.absent(program.goal), {"цели (goal)", "goal (goal)"}},
         {no_difficulty, {"мероприятия ради затруднения (targets)", "activity for a difficulty (targets)"}},
         {check.absent(program.form_choice),
          {"доводов о кадрах (form_choice)", "reasoning about the staff (form_choice)"}}});
    if (!missing.empty()) check.found(program, {"нет {}", "no {}"}, missing);
  }
}

constexpr Rule form_rows[] = {
    {{.id = "P7-1",
      .name = "form-not-explained",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "и другие",
      .precise = {"перечень форм открыт; своя форма описана словами",
                  "the list of forms is open; a form of one's own is described"},
      .title = {"форма наставничества названа иной, но не описана",
                "the form of mentoring is given as other and not described"},
      .remedy =
          {"выберите одну из форм п. 7 (role_form) в файле пары или опишите свою (role_form_note)",
           "choose one of the forms of cl. 7 (role_form) in the pair's file, or describe your own (role_form_note)"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     form_not_explained},
    {{.id = "P7-2",
      .name = "group-of-one",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "(от двух и более человек)",
      .precise = {"это определение; считаем наставляемых в день, с которого вид назван",
                  "this is a definition; mentees are counted on the day from which the kind is named"},
      .title = {"наставничество в группе начато меньше чем с двумя наставляемыми",
                "group mentoring started with fewer than two mentees"},
      .remedy =
          {"внесите всех наставляемых группы (mentees) в файл пары или выберите другой вид (kinds) в программе",
           "enter all mentees of the group (mentees) in the pair's file, or choose another kind (kinds) in the programme"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     group_of_one},
    {{.id = "P7-3",
      .name = "group-with-several-mentors",
      .nature = Nature::text,
      .clauses = "7",
      .phrase = "один наставник взаимодействует с группой наставляемых одновременно",
      .title = {"у группы больше одного наставника", "a group has more than one mentor"},
      .remedy = {"оставьте в группе одного наставника (mentor); для второго заведите отдельную пару или группу",
                 "keep one mentor of the group (mentor); give the second a pair or group of their own"},
      .by_format = true},
     nullptr},
    {{.id = "P7-4",
      .name = "traditional-with-several-mentees",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "Традиционная форма наставничества («один-на-один»)",
      .precise = {"это определение; с несколькими наставляемыми называют и вид «в группе»",
                  "this is a definition; with several mentees the kind “in a group” is named too"},
      .title = {"вид «один-на-один» указан при нескольких наставляемых",
                "the kind one-to-one is given with several mentees"},
      .remedy = {"укажите вид group (kinds) или разделите наставляемых по отдельным парам",
                 "name the kind group (kinds), or put the mentees in pairs of their own"},
      .scope = Scope::links},
     traditional_with_several_mentees},
    {{.id = "P7-5",
      .name = "group-kind-mismatch",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7,2",
      .phrase = "взаимодействует с группой наставляемых одновременно (от двух и более человек)",
      .precise = {"двое и больше наставляемых в один день — это вид «в группе», один — нет",
                  "two mentees or more on one day are the kind “in a group”, one is not"},
      .title = {"вид «в группе» не соответствует числу наставляемых",
                "the kind group does not match the number of mentees"},
      .remedy =
          {"оформите изменение по п. 20 (amendments, new_kinds); если остался один наставляемый, можно завершить программу",
           "record an amendment under cl. 20 (amendments, new_kinds); if one mentee is left, the programme may be ended"},
      .scope = Scope::links},
     group_kind_mismatch},
    {{.id = "P7-6",
      .name = "form-choice-unexplained",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "имеющих профессиональных затруднений, запроса наставляемого и имеющих кадровых ресурсов",
      .precise =
          {"то, из чего исходили, записано: цель, затруднение в целях мероприятий, запрос к началу работы, доводы о кадрах",
           "what was gone by is on record: goal, a difficulty among the targets, a request by the start, the staff at hand"},
      .title = {"не записано, из чего исходили при выборе формы: цель, затруднения, запрос, кадры",
                "the grounds of the choice of form are not recorded: goal, difficulties, request, staff"},
      .remedy =
          {"впишите цель (goal) и доводы о кадрах (form_choice) в программу, запрос (requests) и затруднения (difficulties) — в mentees/",
           "enter the goal (goal) and the staff at hand (form_choice) in the programme, the request (requests) and difficulties (difficulties) in mentees/"},
      .implied_by = "RM2-1",
      .scope = Scope::links},
     form_choice_unexplained},
    {{.id = "P7-7",
      .name = "virtual-without-tools",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "с использованием информационно-коммуникационных технологий",
      .precise = {"программа называет хотя бы одно средство связи", "the programme names one tool at least"},
      .title = {"для дистанционного наставничества не названы средства связи",
                "no tools are named for remote mentoring"},
      .remedy = {"укажите средства связи (tools) в файле программы", "name the tools (tools) in the programme's file"},
      .scope = Scope::links},
     virtual_without_tools},
    {{.id = "P7-8",
      .name = "short-term-without-schedule",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "встречаются по заранее установленному графику для постановки конкретных целей",
      .precise = {"график установлен раньше первой встречи, и есть хотя бы одна цель со сроком",
                  "the schedule was fixed before the first meeting, and there is a goal with a date"},
      .title = {"краткосрочное наставничество без заранее установленного графика или целей со сроком",
                "short-term mentoring lacks a schedule set beforehand or goals with dates"},
      .remedy =
          {"внесите график, установленный до первой встречи (schedule), и хотя бы одну цель со сроком (goals) в файл программы",
           "enter the schedule fixed before the first meeting (schedule) and at least one dated goal (goals) in the programme's file"},
      .scope = Scope::links},
     short_term_without_schedule},
};

}  // namespace

std::span<const Rule> form_rules();
std::span<const Rule> form_rules() { return form_rows; }

}  // namespace nastavnik
