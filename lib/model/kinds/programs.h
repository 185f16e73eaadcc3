#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Activity;
struct Amendment;
struct CuratorCheck;
struct Drafter;
struct Goal;
struct MentorReport;
struct Order;
struct Pair;
struct Person;
struct ProgramProposal;
struct Release;
struct Survey;

struct ProgramCancellation : Part {
  static constexpr Text called{"отмена программы", "cancellation of the programme"};
  At<Day> date{};
  At<Line> reason{};
};

template <class Visitor>
void fields(Visitor& v, ProgramCancellation& x) {
  v(x.date, must("date", {"Отменена до начала", "Cancelled before the start on"}).opens());
  v(x.reason,
    must("reason", {"Почему отменена (без сведений о здоровье)", "Why it was cancelled (nothing about health)"}));
}

struct Schedule : Part {
  static constexpr Text called{"график встреч", "schedule of meetings"};
  At<Day> fixed_on{};
  At<Line> text{};
};

template <class Visitor>
void fields(Visitor& v, Schedule& x) {
  v(x.fixed_on,
    must("fixed_on", {"Когда установлен график встреч", "When the schedule of meetings was fixed"}).in("7").opens());
  v(x.text, must("text", {"График встреч", "Schedule of meetings"}).in("7"));
}

struct Approval : Part {
  static constexpr Text called{"утверждение программы", "approval of the programme"};
  At<Day> date{};
  Link<Person> person{};
};

template <class Visitor>
void fields(Visitor& v, Approval& x) {
  v(x.date, must("date", {"Дата утверждения программы", "Date the programme was approved"}).opens());
  v(x.person, must("person", {"Кто утвердил", "Who approved it"}));
}

struct Statement : Part {
  static constexpr Text called{"заявление участника", "statement of a participant"};
  Link<Person> person{};
  List<Link<Person>> people{};
  At<Day> date{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Statement& x) {
  v(x.person, may("person", {"Чьё заявление", "Whose statement"}).in("19.2").unless("people"));
  v(x.people, may("people", {"Чьё заявление, если оно общее", "Whose statement, where it is a joint one"})
                  .in("19.2")
                  .in_place_of("person"));
  v(x.date, must("date", {"Дата заявления", "Date of the statement"}).in("19.2").opens());
  fields(v, x.copy);
}

struct Completion : Part {
  static constexpr Text called{"завершение программы", "completion of the programme"};
  At<Day> date{};
  At<Choice<Ground>> ground{};
  At<Choice<Initiator>> initiator{};
  At<Choice<Side>> side{};
  NotedChoice<Circumstance> circumstance{};
  At<Prose> explanation{};
  List<Statement> statements{};
};

template <class Visitor>
void fields(Visitor& v, Completion& x) {
  v(x.date, must("date", {"Программа завершена", "The programme was completed on"}).in("19").opens());
  v(x.ground, may("ground", {"Основание завершения", "Ground for ending"}).in("19").by("P19-1"));
  v(x.initiator, may("initiator", {"По чьей инициативе", "On whose initiative"}).in("19.2,19.3").by("P19-3"));
  v(x.side,
    may("side", {"На чьей стороне причина", "On whose side the cause lies"}).in("19.3").when("ground", "by_curator"));
  v(x.circumstance,
    may("circumstance", {"Обстоятельство", "Circumstance"}).in("19.2,19.3").by("P19-3,P19-5").noted("P19-3"));
  v(x.explanation, may("explanation", {"Обстоятельства подробно (без сведений о здоровье)",
                                       "Circumstances in detail (nothing about health)"})
                       .in("19.2,19.3")
                       .by("P19-3,P19-5"));
  v(x.statements, may("statements", {"Заявления участников", "Statements of the participants"})
                      .by("P19-4")
                      .in("19.2")
                      .apart("date,person"));
}

struct Program : Record {
  static constexpr Kind kind{
      .folder = "programs",
      .title = {"персонализированная программа", "personalised programme"},
      .description = {"Персонализированная программа наставничества одной пары: план, ход, завершение",
                      "The personalised programme of one pair: plan, run, end"},
      .id_pattern = numbered_id.pattern,
      .id_shape = numbered_id.shape,
      .id_example = numbered_id.example,
      .is_id = numbered_id.matches,
  };
  Link<Pair> pair{};
  Link<Person> curator{};
  At<Line> title{};
  At<Prose> goal{};
  At<Prose> form_choice{};
  At<Day> start{};
  At<Day> end{};
  Block<ProgramCancellation> cancelled{};
  Choices<Task> tasks{};
  List<At<Line>> own_tasks{};
  NotedChoices<MentoringKind> kinds{};
  NotedChoices<Tool> tools{};
  Choices<Leg> legs{};
  List<At<TopicCode>> directions{};
  List<At<Line>> expected_results{};
  List<Goal> goals;
  Block<Schedule> schedule{};
  List<Drafter> drafted_with;
  List<BodyDecision> accepted{};
  List<BodyDecision> agreed{};
  Block<Approval> approved{};
  List<Activity> activities;
  List<Amendment> amendments;
  List<Release> releases;
  List<CuratorCheck> curator_checks;
  List<ProgramProposal> proposals;
  List<MentorReport> reports;
  Block<Completion> completion{};
  At<Prose> results{};
  List<Survey> surveys;
};

template <class Visitor>
void fields(Visitor& v, Program& x) {
  v(x.pair, must("pair", {"Чья программа", "Whose programme it is"}).in("2,row.5"));
  v(x.curator, may("curator", {"Куратор программы", "Curator of the programme"}).in("2").by("P2-12"));
  v(x.title, may("title", {"Название", "Title"}).in("2"));
  v(x.goal, may("goal", {"Цель", "Goal"}).in("7").by("P7-6"));
  v(x.form_choice, may("form_choice", {"Почему такая форма при наших кадрах", "Why this form suits the staff we have"})
                       .in("7")
                       .by("P7-6"));
  v(x.start, must("start", {"Начало", "Start"}).in("2"));
  v(x.end, must("end", {"Окончание по первоначальному плану", "End as first planned"}).in("2").after("start"));
  v(x.cancelled, may("cancelled", {"Отмена программы до начала", "Cancellation before the start"}));
  v(x.tasks, may("tasks", {"Каким задачам служит", "Which tasks of mentoring it serves"}).in("6").by("P6-1"));
  v(x.own_tasks,
    may("own_tasks", {"Задачи программы словами школы", "Tasks of the programme in the school's own words"}).in("6"));
  v(x.kinds, may("kinds", {"Виды наставничества", "Kinds of mentoring"}).in("7").by("P2-4"));
  v(x.tools, may("tools", {"Средства связи", "Means of communication"}).in("7").by("P7-7"));
  v(x.legs,
    may("legs", {"Направление реверсивного наставничества", "Direction of reverse mentoring"}).in("7").by("P7-9"));
  v(x.directions, may("directions", {"Направления работы", "Directions of the work"}).in("2").by("P2-6"));
  v(x.expected_results, may("expected_results", {"Ожидаемые результаты", "Expected results"}).in("2"));
  v(x.goals, may("goals", {"Краткосрочные цели", "Short-term goals"}).by("P7-8").in("7").apart("due_on"));
  v(x.schedule, may("schedule", {"График встреч", "Schedule of meetings"}).by("P7-8").in("7"));
  v(x.drafted_with, may("drafted_with", {"Кто участвовал в составлении", "Who took part in drafting"})
                        .by("P15.2-1")
                        .in("15.2")
                        .apart("person,date"));
  v(x.accepted, may("accepted", {"Кем принята", "Who accepted it"}).in("12").or_one().apart("body"));
  v(x.agreed, may("agreed", {"С кем согласована", "With whom it was agreed"}).in("12").or_one().apart("body"));
  v(x.approved, may("approved", {"Утверждение программы", "Approval of the programme"}));
  v(x.activities, may("activities", {"Мероприятия", "Activities"}).by("P2-7").in("2"));
  v(x.amendments, may("amendments", {"Изменения программы", "Amendments"}).in("20"));
  v(x.releases, may("releases", {"Освобождения от обязанностей", "Releases from duties"}).in("4").apart("person,date"));
  v(x.curator_checks,
    may("curator_checks", {"Проверки куратором", "Checks by the curator"}).by("P11.9-1").in("11.9").apart("date"));
  v(x.proposals,
    may("proposals", {"Предложения по программе", "Proposals on the programme"}).in("15.4").apart("date,made_by"));
  v(x.reports, may("reports", {"Отчёты наставника", "Reports of the mentor"}).in("13.4").apart("date,author"));
  v(x.completion, may("completion", {"Завершение программы", "Completion of the programme"}).by("P19-6").in("19"));
  v(x.results, may("results", {"Результаты программы", "Results of the programme"}).in("22"));
  v(x.surveys, may("surveys", {"Анкетирование участников", "Surveys of the participants"})
                   .by("RM6-1")
                   .in("row.6")
                   .apart("person,date"));
}

}  // namespace nastavnik
