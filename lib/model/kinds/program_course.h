#pragma once
#include "model/field.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/parts.h"
#include "model/types.h"

// What a programme lists besides its plan and its amendments.

namespace nastavnik {

struct Order;
struct Person;

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

struct Drafter : Part {
  static constexpr Text called{"участие в составлении программы", "part in drafting"};
  Link<Person> person{};
  List<Link<Person>> people{};
  At<Day> date{};
};

template <class Visitor>
void fields(Visitor& v, Drafter& x) {
  v(x.person, may("person", {"Кто участвовал в составлении", "Who took part in drafting"}).in("15.2").unless("people"));
  v(x.people, may("people", {"Кто участвовал в составлении, если в один день",
                             "Who took part in drafting, where several did on one day"})
                  .in("15.2")
                  .in_place_of("person"));
  v(x.date, must("date", {"Когда", "When"}).in("15.2").opens());
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
  v(x.continuity, may("continuity", {"Как не прервутся занятия: слова приказа",
                                     "How lessons go on without a break: the words of the order"})
                      .in("4")
                      .by("P4-3"));
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

struct ReportedPeriod : Part {
  static constexpr Text called{"период отчёта", "period of the report"};
  At<Day> from{};
  At<Day> to{};
};

template <class Visitor>
void fields(Visitor& v, ReportedPeriod& x) {
  v(x.from, must("from", {"С какого дня отчёт", "From which day the report speaks"}).in("13.4"));
  v(x.to, must("to", {"По какой день отчёт", "To which day the report speaks"}).in("13.4").after("from"));
}

struct MentorReport : Part {
  static constexpr Text called{"отчёт наставника", "report of the mentor"};
  At<Day> date{};
  Link<Person> author{};
  List<Link<Person>> mentees{};
  Block<ReportedPeriod> period{};
  At<Prose> done{};
  At<Prose> difficulties{};
  NotedChoice<Readiness> conclusion{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, MentorReport& x) {
  v(x.date, must("date", {"Дата отчёта наставника", "Date of the mentor's report"}).in("13.4").opens());
  v(x.author, must("author", {"Кто отчитался", "Who reported"}).in("13.4"));
  v(x.mentees, may("mentees", {"О ком отчёт, если не обо всех", "On whom the report is, if not on all"}).in("13.4"));
  v(x.period, may("period", {"За какие дни отчёт", "Which days the report is about"}).in("13.4"));
  v(x.done, may("done", {"Что сделано", "What was done"}).in("13.4"));
  v(x.difficulties, may("difficulties", {"Какие трудности остались (без сведений о здоровье)",
                                         "Which difficulties remain (nothing about health)"})
                        .in("13.4"));
  v(x.conclusion, may("conclusion", {"Вывод о наставляемом; условия — в conclusion_note",
                                     "Conclusion on the mentee; conditions stand in conclusion_note"})
                      .in("13.4"));
  fields(v, x.copy);
}

/// From the worst score to the best. What is not told is the scale of old.
struct Scale : Part {
  static constexpr Text called{"шкала оценок", "scale of the scores"};
  At<Whole<0, 100>> from{0};
  At<Whole<1, 100>> to{10};
};

template <class Visitor>
void fields(Visitor& v, Scale& x) {
  v(x.from, may("from", {"Низшая оценка", "Lowest score"}).in("row.6"));
  v(x.to, may("to", {"Высшая оценка", "Highest score"}).in("row.6"));
}

struct SurveyAnswer : Part {
  static constexpr Text called{"ответ анкеты", "answer of the survey"};
  At<Line> question{};
  At<Whole<0, 100>> score{};
  At<Line> grade{};
  At<Prose> text{};
};

template <class Visitor>
void fields(Visitor& v, SurveyAnswer& x) {
  v(x.question, must("question", {"Вопрос (или его метка)", "Question (or its mark)"}).in("row.6"));
  v(x.score, may("score", {"Оценка по шкале анкеты", "Score on the scale of the survey"}).in("row.6"));
  v(x.grade, may("grade", {"Оценка словами", "Grade in words"}).in("row.6"));
  v(x.text, may("text", {"Ответ своими словами", "Answer in the person's own words"}).in("row.6"));
}

struct Survey : Part {
  static constexpr Text called{"анкета участника", "survey of a participant"};
  At<Day> date{};
  Link<Person> person{};
  At<Choice<SurveyStage>> stage{};
  Block<Scale> scale{};
  List<SurveyAnswer> answers{};
  At<Prose> comment{};
};

template <class Visitor>
void fields(Visitor& v, Survey& x) {
  v(x.date, must("date", {"Дата анкеты", "Date of the survey"}).in("row.6").opens());
  v(x.person, must("person", {"Кто ответил", "Who answered"}).in("row.6"));
  v(x.stage,
    may("stage", {"На входе или на выходе (нет — на выходе)", "At the start or at the end (absent: at the end)"})
        .in("row.6"));
  v(x.scale, may("scale", {"Шкала оценок (нет — от 0 до 10)", "Scale of the scores (absent: 0 to 10)"}).in("row.6"));
  v(x.answers, may("answers", {"Ответы", "Answers"}).in("row.6").apart("question"));
  v(x.comment, may("comment", {"Отзыв", "Comment"}).in("row.6"));
}

}  // namespace nastavnik
