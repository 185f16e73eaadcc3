#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Order;
struct Pair;
struct Person;

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

struct Goal : Part {
  static constexpr Text called{"краткосрочная цель", "short-term goal"};
  At<Line> text{};
  At<Day> due_on{};
};

template <class Visitor>
void fields(Visitor& v, Goal& x) {
  v(x.text, must("text", {"Краткосрочная цель", "Short-term goal"}).in("7"));
  v(x.due_on, must("due_on", {"К какому дню", "By which day"}).in("7"));
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

struct Drafter : Part {
  static constexpr Text called{"участие в составлении программы", "part in drafting"};
  Link<Person> person{};
  At<Day> date{};
};

template <class Visitor>
void fields(Visitor& v, Drafter& x) {
  v(x.person, must("person", {"Кто участвовал в составлении", "Who took part in drafting"}).in("15.2"));
  v(x.date, must("date", {"Когда", "When"}).in("15.2").opens());
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

struct ActivityCheck : Part {
  static constexpr Text called{"проверка мероприятия", "check of the activity"};
  At<Day> date{};
  Link<Person> checked_by{};
  At<Line> result{};
};

template <class Visitor>
void fields(Visitor& v, ActivityCheck& x) {
  v(x.date, must("date", {"Дата проверки", "Date of the check"}).in("13.4").opens());
  v(x.checked_by, must("checked_by", {"Кто проверил", "Who checked"}).in("13.4"));
  v(x.result, may("result", {"Что показала проверка", "What the check showed"}).in("13.4"));
}

struct ActivityDone : Part {
  static constexpr Text called{"выполнение мероприятия", "completion of the activity"};
  At<Day> date{};
  At<Line> result{};
};

template <class Visitor>
void fields(Visitor& v, ActivityDone& x) {
  v(x.date, must("date", {"Выполнено", "Carried out on"}).in("16.2").opens());
  v(x.result, may("result", {"Итог", "Result"}).in("16.2"));
}

struct Activity : Part {
  static constexpr Text called{"мероприятие", "activity"};
  At<LocalId<'a'>> id{};
  At<Line> title{};
  NotedChoice<MentoringKind> kind{};
  List<Target> targets{};
  At<Day> from{};
  At<Day> due_on{};
  At<Line> term{};
  Link<Person> responsible{};
  At<Choice<MeetingFormat>> format{};
  LocalLink<'m'> added_by{};
  List<Move> moves{};
  List<ActivityCheck> checks{};
  Block<ActivityDone> done{};
  LocalLink<'m'> cancelled_by{};
};

template <class Visitor>
void fields(Visitor& v, Activity& x) {
  v(x.id, must("id", {"Метка мероприятия", "Id of the activity"}).in("2"));
  v(x.title, must("title", {"Мероприятие", "Activity"}).in("2"));
  v(x.kind, may("kind", {"Вид наставничества", "Kind of mentoring"}).in("7").by("P7-22"));
  v(x.targets,
    may("targets", {"Затруднения и сильные стороны, ради которых", "Difficulties and strengths it is meant for"})
        .in("2")
        .by("P2-8,P2-10"));
  v(x.from, may("from", {"Начало", "Beginning"}).in("2"));
  v(x.due_on, may("due_on", {"Срок — день", "Due, as a day"}).in("2,16.2").by("P2-10").after("from"));
  v(x.term, may("term", {"Срок словами", "Due, in words"}).in("2,16.2").by("P2-10"));
  v(x.responsible, may("responsible", {"Ответственный", "Who is responsible"}).in("2").by("P2-10"));
  v(x.format, may("format", {"Очно или дистанционно", "In person or remotely"}).in("7"));
  v(x.added_by,
    may("added_by", {"Каким изменением добавлено", "The amendment that added it"}).in("20").opens_by_link());
  v(x.moves, may("moves", {"Переносы срока", "Moves of the due date"}).in("16.2").apart("decided_on"));
  v(x.checks, may("checks", {"Проверки наставником", "Checks by the mentor"}).in("13.4").apart("date,checked_by"));
  v(x.done, may("done", {"Выполнение", "Carried out"}).in("16.2"));
  v(x.cancelled_by, may("cancelled_by", {"Каким изменением исключено", "The amendment that dropped it"}).in("19.1,20"));
}

struct AmendmentAgreement : Part {
  static constexpr Text called{"согласие с изменением", "agreement to the amendment"};
  Link<Person> person{};
  At<Day> date{};
};

template <class Visitor>
void fields(Visitor& v, AmendmentAgreement& x) {
  v(x.person, must("person", {"Кто согласен", "Who agrees"}).in("20"));
  v(x.date, must("date", {"Когда", "When"}).in("20").opens());
}

struct Amendment : Part {
  static constexpr Text called{"изменение программы", "amendment"};
  At<LocalId<'m'>> id{};
  LocalLink<'m'> after{};
  At<Day> date{};
  Choices<Amended> changes{};
  At<Prose> reason{};
  At<Day> new_end{};
  NotedChoices<MentoringKind> new_kinds{};
  List<AmendmentAgreement> agreed{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Amendment& x) {
  v(x.id, must("id", {"Метка изменения", "Id of the amendment"}).in("20"));
  v(x.after, may("after", {"После какого изменения", "After which amendment"}).in("20").by("P20-7"));
  v(x.date, must("date", {"Дата изменения", "Date of the amendment"}).in("20").opens());
  v(x.changes, must("changes", {"Что меняется", "What changes"}).in("20"));
  v(x.reason, must("reason", {"Почему (без сведений о здоровье)", "Why (nothing about health)"}).in("20"));
  v(x.new_end, may("new_end", {"Новая дата окончания", "New end"}).in("20").when("changes", "term"));
  v(x.new_kinds,
    may("new_kinds", {"Новые виды наставничества", "New kinds of mentoring"}).in("20").when("changes", "form"));
  v(x.agreed, may("agreed", {"Кто согласен с изменением", "Who agreed to the amendment"})
                  .by("P20-1")
                  .in("20")
                  .apart("person,date"));
  fields(v, x.copy);
}

struct Release : Part {
  static constexpr Text called{"освобождение от обязанностей", "release from duties"};
  Link<Person> person{};
  At<Day> date{};
  At<ClockTime> from_time{};
  At<ClockTime> to_time{};
  At<Whole<1, 12>> hours{};
  LocalLink<'a'> activity{};
  At<Prose> reason{};
  Link<Order> order{};
  List<Link<Person>> substitutes{};
  At<Line> continuity{};
};

template <class Visitor>
void fields(Visitor& v, Release& x) {
  v(x.person, must("person", {"Кто освобождён", "Who is released"}).in("4"));
  v(x.date, must("date", {"День", "Day"}).in("4"));
  v(x.from_time,
    may("from_time", {"С какого времени (нет — весь день)", "From what time (absent: the whole day)"}).in("4"));
  v(x.to_time, may("to_time", {"По какое время", "To what time"}).in("4").when("from_time").after("from_time"));
  v(x.hours, may("hours", {"Сколько часов занятий", "How many hours of lessons"}).in("4"));
  v(x.activity, may("activity", {"Ради какого мероприятия", "For which activity"}).in("4").by("P4-4"));
  v(x.reason, may("reason", {"Почему случай исключительный (без сведений о здоровье)",
                             "Why the case is exceptional (nothing about health)"})
                  .in("4")
                  .by("P4-2"));
  v(x.order, may("order", {"Приказ об освобождении", "Order on the release"}).in("4").by("P4-1"));
  v(x.substitutes, may("substitutes", {"Кто замещает", "Who substitutes"}).in("4").by("P4-3"));
  v(x.continuity,
    may("continuity", {"Как не прерываются занятия", "How lessons go on without a break"}).in("4").by("P4-3"));
}

struct CuratorCheck : Part {
  static constexpr Text called{"проверка куратором", "check by the curator"};
  At<Day> date{};
  At<Prose> finding{};
  At<Prose> action{};
};

template <class Visitor>
void fields(Visitor& v, CuratorCheck& x) {
  v(x.date, must("date", {"Дата проверки куратором", "Date of the curator's check"}).in("11.9").opens());
  v(x.finding, must("finding", {"Что установлено", "What was found"}).in("11.9"));
  v(x.action, may("action", {"Что решено", "What was decided"}).in("11.9"));
}

struct ProgramProposal : Part {
  static constexpr Text called{"предложение по программе", "proposal on the programme"};
  At<Day> date{};
  Link<Person> made_by{};
  At<Prose> text{};
  Block<Answer> answer{};
};

template <class Visitor>
void fields(Visitor& v, ProgramProposal& x) {
  v(x.date, must("date", {"Дата предложения", "Date of the proposal"}).in("15.4").opens());
  v(x.made_by, must("made_by", {"Кто предложил", "Who proposed it"}).in("15.4"));
  v(x.text, must("text", {"Предложение по программе", "Proposal on the programme"}).in("15.4"));
  v(x.answer, may("answer", {"Ответ", "Answer"}).in("15.4").by("P15.4-1"));
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
  v(x.people, may("people", {"Чьё заявление, если оно общее", "Whose statement, where it is a joint one"}).in("19.2"));
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

struct SurveyAnswer : Part {
  static constexpr Text called{"ответ анкеты", "answer of the survey"};
  At<Line> question{};
  At<Whole<0, 10>> score{};
};

template <class Visitor>
void fields(Visitor& v, SurveyAnswer& x) {
  v(x.question, must("question", {"Вопрос", "Question"}).in("row.6"));
  v(x.score, must("score", {"Оценка", "Score"}).in("row.6"));
}

struct Survey : Part {
  static constexpr Text called{"анкета участника", "survey of a participant"};
  At<Day> date{};
  Link<Person> person{};
  List<SurveyAnswer> answers{};
  At<Prose> comment{};
};

template <class Visitor>
void fields(Visitor& v, Survey& x) {
  v(x.date, must("date", {"Дата анкеты", "Date of the survey"}).in("row.6").opens());
  v(x.person, must("person", {"Кто ответил", "Who answered"}).in("row.6"));
  v(x.answers, may("answers", {"Ответы", "Answers"}).in("row.6").apart("question"));
  v(x.comment, may("comment", {"Отзыв", "Comment"}).in("row.6"));
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
  NotedChoices<MentoringKind> kinds{};
  NotedChoices<Tool> tools{};
  Choices<Leg> legs{};
  List<At<TopicCode>> directions{};
  List<At<Line>> expected_results{};
  List<Goal> goals{};
  Block<Schedule> schedule{};
  List<Drafter> drafted_with{};
  Block<Approval> approved{};
  List<Activity> activities{};
  List<Amendment> amendments{};
  List<Release> releases{};
  List<CuratorCheck> curator_checks{};
  List<ProgramProposal> proposals{};
  Block<Completion> completion{};
  At<Prose> results{};
  List<Survey> surveys{};
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
  v(x.approved, may("approved", {"Утверждение программы", "Approval of the programme"}));
  v(x.activities, may("activities", {"Мероприятия", "Activities"}).by("P2-7").in("2"));
  v(x.amendments, may("amendments", {"Изменения программы", "Amendments"}).in("20"));
  v(x.releases, may("releases", {"Освобождения от обязанностей", "Releases from duties"}).in("4").apart("person,date"));
  v(x.curator_checks,
    may("curator_checks", {"Проверки куратором", "Checks by the curator"}).by("P11.9-1").in("11.9").apart("date"));
  v(x.proposals,
    may("proposals", {"Предложения по программе", "Proposals on the programme"}).in("15.4").apart("date,made_by"));
  v(x.completion, may("completion", {"Завершение программы", "Completion of the programme"}).by("P19-6").in("19"));
  v(x.results, may("results", {"Результаты программы", "Results of the programme"}).in("22"));
  v(x.surveys, may("surveys", {"Анкетирование участников", "Surveys of the participants"})
                   .by("RM6-1")
                   .in("row.6")
                   .apart("person,date"));
}

}  // namespace nastavnik
