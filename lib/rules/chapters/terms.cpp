// Clauses 1-2: who is who, and what a personalised programme is made of.

#include <algorithm>

#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "rules/questions/days.h"
#include "rules/questions/participants.h"
#include "rules/questions/teachers.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

/// Programmes that were not cancelled before they began; nothing is asked of the others.
template <class Ask>
void each_program(Check& check, Ask ask) {
  for (const Program& program : check.all<Program>())
    if (check.absent(program.cancelled)) ask(program);
}

/// Nor of drafts, which may still be incomplete.
template <class Ask>
void each_set_program(Check& check, Ask ask) {
  each_program(check, [&](const Program& program) {
    if (!is_draft(program, check.day())) ask(program);
  });
}

void organization_name_missing(Check& check) {
  const Organization& organization = check.registry().organization();
  if (!check.sees_the<Organization>(organization) || !check.absent(organization.full_name)) return;
  check.found(organization,
              {"нет поля full_name; сокращённого наименования (short_name) для положения и приказов недостаточно",
               "there is no full_name; the short name (short_name) is not enough for the regulation and the orders"});
}

/// The forms of clause 7 in which the mentor need not be a teacher of this school.
bool allows_other_mentors(RoleForm form) { return form != RoleForm::teacher_teacher; }
bool asks_for_no_teacher(RoleForm form) { return form == RoleForm::employer_student || form == RoleForm::head_teacher; }

/// The form «руководитель – педагог» has the head for a mentor, whatever else the head is.
bool is_head_by_form(Check& check, const Pair& pair) {
  const Person* mentor = pair.mentor.to;
  return pair.role_form.given() && *pair.role_form == RoleForm::head_teacher &&
         !check.denied(has_category(*mentor, PositionCategory::head, *pair.start), *mentor);
}

/// An employer of students mentors them whatever the position (clause 7), here or at a partner whose agreement is in force.
bool is_employer_by_form(Check& check, const Pair& pair) {
  const Person* mentor = pair.mentor.to;
  return pair.role_form.given() && *pair.role_form == RoleForm::employer_student &&
         !check.denied(is_tied_to_school(*mentor, *pair.start), *mentor);
}

void report_unseen_teacher(Check& check, const Pair& pair, const UnseenTeacher& unseen) {
  if (!check.known(pair.role_form) || is_head_by_form(check, pair) || is_employer_by_form(check, pair)) return;
  Found finding = check.found(pair.mentor, {"{}", "{}"}, unseen.known);
  finding.also(pair.start, {"начало работы пары", "start of the pair"});
  if (unseen.at_partner || (pair.role_form.given() && allows_other_mentors(*pair.role_form))) finding.milder();
}

/// The first day, and every later one: who stops being a teacher is no longer what clause 2 calls a mentor.
void mentor_not_teaching_staff(Check& check) {
  for (const Pair& pair : check.all<Pair>()) {
    if (!check.given(pair.start)) continue;
    if (const auto unseen = unseen_teacher(check, pair.mentor, *pair.start)) {
      report_unseen_teacher(check, pair, *unseen);
    } else if (knows_days(check, pair) && check.known(pair.role_form)) {
      const bool is_teacher = pair.role_form.absent() || !asks_for_no_teacher(*pair.role_form);
      const auto days = is_teacher ? days_not_teaching(check, pair.mentor, *period_of(pair)) : std::nullopt;
      if (days) report_not_teaching(check, pair.mentor, *days).milder();
    }
  }
}

/// Speed mentoring is one meeting (clause 7), so its programme has no least length.
bool is_single_meeting(const Program& program) { return is_only(program.kinds, MentoringKind::speed); }

void hold_to_three_months(Check& check, const Program& program, const At<Day>& end) {
  if (!check.given(end)) return;
  const Date earliest = last_day_of_term(*program.start, 3);
  if (*end >= earliest) return;
  check.found(end, {"самая ранняя дата окончания: {}", "the earliest end date: {}"}, earliest)
      .also(program.start, {"начало программы", "start of the programme"});
}

/// The end as planned, and as moved by amendments where that is another.
void program_too_short(Check& check) {
  each_set_program(check, [&](const Program& program) {
    if (!check.given(program.start, program.end) || is_single_meeting(program)) return;
    hold_to_three_months(check, program, program.end);
    const At<Day> moved = end_of_term(program, check.day());
    if (moved.span != program.end.span) hold_to_three_months(check, program, moved);
  });
}

void program_too_long(Check& check) {
  each_set_program(check, [&](const Program& program) {
    if (!check.given(program.start, program.end)) return;
    const Date latest = add_months(*program.start, 12);
    if (*program.end <= latest) return;
    check.found(program.end, {"самая поздняя дата окончания: {}", "the latest end date: {}"}, latest)
        .also(program.start, {"начало программы", "start of the programme"});
  });
}

/// The form stands in the pair, the kinds in its programme: both missing are one error, at the programme.
void kinds_missing(Check& check, const Program& program) {
  const Pair* pair = check.follow(program.pair);
  if (!check.absent(program.kinds) || !pair) return;
  if (!check.absent(pair->role_form)) {
    if (pair->role_form.given())
      check.found(program, {"виды наставничества (kinds) не указаны", "the kinds of mentoring (kinds) are not given"})
          .milder();
    return;
  }
  check
      .found(program, {"не указаны ни форма (role_form), ни виды (kinds)",
                       "neither the form (role_form) nor the kinds (kinds) are given"})
      .also(*pair, {"форму указывают здесь", "the form is given here"});
}

void form_missing(Check& check, const Pair& pair) {
  const auto programs = check.registry().programs_of(pair);
  const auto has_kinds = [](const Program* program) { return program->kinds.given() && program->cancelled.absent(); };
  if (std::none_of(programs.begin(), programs.end(), has_kinds) || !check.absent(pair.role_form)) return;
  check
      .found(pair, {"форма «кто кому наставник» (role_form) не указана",
                    "the form “who mentors whom” (role_form) is not given"})
      .milder();
}

void form_or_kind_missing(Check& check) {
  each_set_program(check, [&](const Program& program) { kinds_missing(check, program); });
  for (const Pair& pair : check.all<Pair>())
    if (!is_draft(pair, check.day())) form_missing(check, pair);
}

void no_member_in_term(Check& check, const Program& program, const Pair& pair) {
  const At<Day> end = end_of_term(program, check.day());
  if (!check.given(end, program.start, pair.start)) return;
  const Period term{*program.start, *end};
  for (const Member& member : pair.mentees)
    if (period_of(member, pair)->meets(term)) return;
  check
      .found(program.pair,
             {"с {} по {} в этой паре нет ни одного наставляемого", "from {} to {} this pair has no mentee"}, term.from,
             term.to)
      .also(pair.mentees, {"наставляемые пары", "mentees of the pair"});
}

/// Shows people who are named in a programme and are not of its pair, each once.
class Strangers {
public:
  Strangers(Check& check, const Pair& pair) : check_(check), pair_(pair) {}

  void look_at(const Link<Person>& person) { look_at(person.id, person.presence, person.span); }
  void look_at(const Target& target) { look_at(target.person, target.presence, target.span); }
  template <class Item>
  void look_at_all(const List<Item>& items) {
    for (const Item& item : check_.each(items))
      for (const Link<Person>* person : people_of(item)) look_at(*person);
  }

private:
  void look_at(std::string_view id, Presence presence, Span span) {
    if (presence == Presence::broken || id.empty() || id == pair_.mentor.id || is_member(pair_, id)) return;
    if (std::find(shown_.begin(), shown_.end(), id) != shown_.end()) return;
    shown_.push_back(id);
    check_
        .found(span,
               {"{}: не наставник и не наставляемый этой пары", "{} is neither the mentor nor a mentee of the pair"},
               check_.who(id))
        .milder()
        .also(pair_.mentees, {"наставляемые пары", "mentees of the pair"});
  }

  Check& check_;
  const Pair& pair_;
  std::vector<std::string_view> shown_;
};

void program_participants_mismatch(Check& check) {
  each_program(check, [&](const Program& program) {
    const Pair* pair = check.follow(program.pair);
    if (!pair) return;
    if (const auto unclear = unclear_membership(*pair)) return check.undecided(*unclear);
    if (pair->mentor.id.empty()) return check.undecided(pair->mentor);
    no_member_in_term(check, program, *pair);
    Strangers strangers(check, *pair);
    for (const Activity& activity : check.each(program.activities))
      for (const Target& target : check.each(activity.targets)) strangers.look_at(target);
    for (const Amendment& amendment : check.each(program.amendments)) strangers.look_at_all(amendment.agreed);
    strangers.look_at_all(program.completion->statements);
  });
}

void program_without_directions(Check& check) {
  each_set_program(check, [&](const Program& program) {
    if (!check.absent(program.directions)) return;
    check.found(program, {"направления (directions) не указаны", "no directions (directions) are given"});
  });
}

void program_without_activities(Check& check) {
  each_set_program(check, [&](const Program& program) {
    if (!check.absent(program.activities)) return;
    check.found(program, {"перечня мероприятий (activities) нет", "there is no list of activities (activities)"});
  });
}

constexpr Rule term_rows[] = {
    {{.id = "P1-1",
      .name = "organization-name-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "1",
      .phrase = "(наименование организации, осуществляющей образовательную деятельность)",
      .precise = {"на место пропуска вписывают наименование полностью, как в уставе",
                  "the blank is filled with the name in full, as in the charter"},
      .title = {"не указано полное наименование организации", "the full name of the organisation is missing"},
      .remedy = {"впишите полное наименование по уставу (full_name) в organization.yaml",
                 "enter the full name from the charter (full_name) in organization.yaml"}},
     organization_name_missing},
    {{.id = "P2-1",
      .name = "mentor-not-teaching-staff",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "2",
      .phrase = "педагогический работник, назначаемый ответственным за профессиональную и должностную адаптацию",
      .precise =
          {"должность педагога — у нас или, в день начала пары, у партнёра с договором, каждый день работы; отсрочка наша",
           "a teaching position here or, on the first day, at a partner with an agreement, every day; the grace is ours"},
      .title = {"по записям не видно, что наставник — педагогический работник",
                "the records do not show the mentor as teaching staff"},
      .remedy =
          {"проверьте должности наставника (positions) в people/ и договор с его организацией (partners) в organization.yaml, затем форму (role_form)",
           "check the mentor's positions (positions) in people/ and the agreement with the employer (partners) in organization.yaml, then the form (role_form)"},
      .limits = "expiry_grace_days",
      .implied_by = "P7-19,P7-21",
      .scope = Scope::links,
      .edition = EditionOf::forming},
     mentor_not_teaching_staff},
    {{.id = "P2-2",
      .name = "program-too-short",
      .nature = Nature::text,
      .clauses = "2",
      .phrase = "от 3 месяцев до 1 года",
      .title = {"программа длится меньше 3 месяцев", "the programme lasts less than 3 months"},
      .remedy =
          {"сверьте start и end с подписанной программой; короче трёх месяцев бывает только скоростное наставничество",
           "compare start and end with the signed programme; only speed mentoring may be shorter"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     program_too_short},
    {{.id = "P2-3",
      .name = "program-too-long",
      .nature = Nature::text,
      .clauses = "2",
      .phrase = "от 3 месяцев до 1 года",
      .title = {"программа длится больше года", "the programme lasts more than a year"},
      .remedy = {"сократите срок или разделите работу на две программы",
                 "shorten the term or divide the work between two programmes"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     program_too_long},
    {{.id = "P2-4",
      .name = "form-or-kind-missing",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "2",
      .phrase = "описание форм и видов наставничества",
      .precise =
          {"форма — «кто кому наставник», виды — семь описанных в п. 7; без одного из двух — предупреждение",
           "the form is “who mentors whom”, the kinds are the seven that clause 7 describes; without one of the two it is a warning"},
      .title = {"не названы форма или вид наставничества", "the form or the kind of mentoring is not named"},
      .remedy = {"укажите форму (role_form) в файле пары и виды (kinds) в файле программы",
                 "name the form (role_form) in the pair's file and the kinds (kinds) in the programme's file"},
      .scope = Scope::links},
     form_or_kind_missing},
    {{.id = "P2-5",
      .name = "program-participants-mismatch",
      .milder = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "2",
      .phrase = "участников наставнической деятельности",
      .precise = {"участники программы — наставник и наставляемые её пары; посторонний в программе — предупреждение",
                  "the participants are the mentor and the mentees of the programme's pair; an outsider is a warning"},
      .title = {"участники программы расходятся с составом пары или группы",
                "the participants of the programme differ from the members of the pair or group"},
      .remedy =
          {"оставьте в программе только участников её пары или внесите нового участника в файл пары с приказом",
           "name only members of its pair in the programme, or add the new member to the pair's file with an order"},
      .scope = Scope::links},
     program_participants_mismatch},
    {{.id = "P2-6",
      .name = "program-without-directions",
      .nature = Nature::text,
      .clauses = "2",
      .phrase = "направления наставнической деятельности",
      .title = {"в программе нет направлений работы", "the programme has no directions of work"},
      .remedy = {"выберите хотя бы одно направление (directions) в файле программы",
                 "choose at least one direction (directions) in the programme's file"},
      .scope = Scope::links},
     program_without_directions},
    {{.id = "P2-7",
      .name = "program-without-activities",
      .nature = Nature::text,
      .clauses = "2",
      .phrase = "перечень мероприятий",
      .title = {"в программе нет мероприятий", "the programme has no activities"},
      .remedy = {"внесите перечень мероприятий (activities) в файл программы",
                 "enter the list of activities (activities) in the programme's file"},
      .scope = Scope::links},
     program_without_activities},
};

}  // namespace

std::span<const Rule> term_rules();
std::span<const Rule> term_rules() { return term_rows; }

}  // namespace nastavnik
