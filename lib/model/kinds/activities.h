#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/parts.h"
#include "model/types.h"

// The plan of a programme.

namespace nastavnik {

struct Person;

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

}  // namespace nastavnik
