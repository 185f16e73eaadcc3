#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/codes_people.h"
#include "model/kinds/codes_years.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Order;
struct Person;
struct Practice;

struct ItemCancellation : Part {
  static constexpr Text called{"отмена пункта", "cancellation of the item"};
  At<Day> date{};
  At<Line> reason{};
};

template <class Visitor>
void fields(Visitor& v, ItemCancellation& x) {
  v(x.date, must("date", {"Отменён", "Cancelled on"}).in("11.4").opens());
  v(x.reason, must("reason", {"Почему отменён", "Why it was cancelled"}).in("11.4"));
}

struct RoadmapItem : Part {
  static constexpr Text called{"пункт дорожной карты", "item of the roadmap"};
  At<LocalId<'r'>> id{};
  At<Choice<Stage>> stage{};
  At<Prose> content{};
  At<Day> from{};
  At<Day> due_on{};
  At<Line> term{};
  Choices<DutyRole> responsible{};
  List<Link<Person>> responsible_people{};
  At<Line> expected_result{};
  At<Line> document{};
  List<Move> moves{};
  At<Day> done_on{};
  Block<ItemCancellation> cancelled{};
};

template <class Visitor>
void fields(Visitor& v, RoadmapItem& x) {
  v(x.id, must("id", {"Метка пункта", "Id of the item"}).in("appendix"));
  v(x.stage, must("stage", {"Этап", "Stage"}).in("appendix"));
  v(x.content, must("content", {"Содержание", "Content"}).in("appendix"));
  v(x.from, may("from", {"Начало", "Beginning"}).in("appendix"));
  v(x.due_on, may("due_on", {"Срок — день", "Due, as a day"}).in("appendix").by("P11.4-2").after("from"));
  v(x.term, may("term", {"Срок словами", "Due, in words"}).in("appendix").by("P11.4-2"));
  v(x.responsible,
    may("responsible", {"Ответственные по должности", "Responsible by office"}).in("appendix").by("P11.4-2"));
  v(x.responsible_people,
    may("responsible_people", {"Ответственные лица", "Responsible people"}).in("appendix").by("P11.4-2"));
  v(x.expected_result, may("expected_result", {"Ожидаемый результат", "Expected result"}).in("appendix"));
  v(x.document, may("document", {"Каким документом подтверждается", "Paper that confirms it"}).in("appendix"));
  v(x.moves, may("moves", {"Переносы срока", "Moves of the due date"}).in("11.4").apart("decided_on"));
  v(x.done_on, may("done_on", {"Выполнен", "Done on"}).in("11.4").happened());
  v(x.cancelled, may("cancelled", {"Отмена пункта", "Cancellation of the item"}).in("11.4"));
}

struct Roadmap : Part {
  static constexpr Text called{"дорожная карта", "roadmap"};
  Link<Person> developed_by{};
  List<BodyDecision> accepted{};
  List<BodyDecision> agreed{};
  Link<Order> order{};
  At<Day> from{};
  At<Day> to{};
  List<RoadmapItem> items{};
};

template <class Visitor>
void fields(Visitor& v, Roadmap& x) {
  v(x.developed_by, may("developed_by", {"Кто разработал", "Who drew it up"}).in("11.4"));
  v(x.accepted, may("accepted", {"Кем принята", "Who accepted it"}).in("12").or_one().apart("body"));
  v(x.agreed, may("agreed", {"С кем согласована", "With whom it was agreed"}).in("12").or_one().apart("body"));
  v(x.order,
    may("order", {"Приказ об утверждении дорожной карты", "Order approving the roadmap"}).in("10.4").by("P10.4-1"));
  v(x.from, may("from", {"Начало действия (нет — начало учебного года)",
                         "In effect from (absent: the start of the school year)"})
                .in("10.4"));
  v(x.to, may("to", {"Конец действия (нет — конец учебного года)", "In effect to (absent: the end of the school year)"})
              .in("10.4")
              .after("from"));
  v(x.items, may("items", {"Пункты дорожной карты", "Items of the roadmap"}).by("P11.4-1").in("appendix"));
}

struct ReviewedPerson : Part {
  static constexpr Text called{"решение о педагоге", "decision on a teacher"};
  Link<Person> person{};
  At<Choice<NeedDecision>> decision{};
  At<Line> reason{};
};

template <class Visitor>
void fields(Visitor& v, ReviewedPerson& x) {
  v(x.person, must("person", {"Педагог", "Teacher"}).in("11.2"));
  v(x.decision, may("decision", {"Решение", "Decision"}).in("11.2").by("P11.2-2"));
  v(x.reason, may("reason", {"Обоснование", "Reasons"}).in("11.2").when_other_than("decision", "include"));
}

struct NeedsReview : Part {
  static constexpr Text called{"актуализация сведений", "review of needs"};
  At<Day> date{};
  List<Link<Person>> by{};
  List<ReviewedPerson> people{};
};

template <class Visitor>
void fields(Visitor& v, NeedsReview& x) {
  v(x.date, must("date", {"Дата актуализации", "Date of the review"}).in("11.2").opens());
  v(x.by, may("by", {"Кто провёл актуализацию", "Who held the review"}).in("11.2").by("P11.2-3"));
  v(x.people, may("people", {"Решения о педагогах", "Decisions on teachers"}).in("11.2").apart("person"));
}

struct Monitoring : Part {
  static constexpr Text called{"мониторинг", "monitoring"};
  At<Day> date{};
  List<Link<Person>> authors{};
  At<Line> method{};
  At<Prose> findings{};
};

template <class Visitor>
void fields(Visitor& v, Monitoring& x) {
  v(x.date, must("date", {"Дата мониторинга", "Date of the monitoring"}).in("11.10").opens());
  v(x.authors, may("authors", {"Кто провёл", "Who carried it out"}).in("11.10").by("P11.10-1"));
  v(x.method, must("method", {"Как проводили", "How it was carried out"}).in("11.10"));
  v(x.findings, must("findings", {"Выводы", "Conclusions"}).in("11.10"));
}

struct Event : Part {
  static constexpr Text called{"событие", "event"};
  At<Day> date{};
  NotedChoice<EventKind> kind{};
  At<Line> title{};
  At<Choice<Level>> level{};
  List<Link<Person>> participants{};
  List<Link<Practice>> practices{};
  List<At<Line>> materials{};
};

template <class Visitor>
void fields(Visitor& v, Event& x) {
  v(x.date, must("date", {"Дата", "Date"}).in("10.6,row.4,row.6").opens());
  v(x.kind, must("kind", {"Вид события", "Kind of event"}).in("10.6,row.4,row.6"));
  v(x.title, must("title", {"Название", "Title"}).in("10.6,row.4,row.6"));
  v(x.level, may("level", {"Уровень", "Level"}).in("10.6"));
  v(x.participants, may("participants", {"Кто участвовал", "Who took part"}).in("row.4"));
  v(x.practices, may("practices", {"Какие практики представлены", "Which practices were shown"}).in("row.6"));
  v(x.materials, may("materials", {"Чем пополнена методическая копилка", "What was added to the collection of methods"})
                     .in("row.6"));
}

struct CouncilMinutes : Part {
  static constexpr Text called{"протокол объединения", "minutes of the council"};
  NotedChoice<MinutesBody> body{};
  At<Line> number{};
  At<Day> date{};
  NotedChoices<Matter> matters{};
  At<Prose> decision{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, CouncilMinutes& x) {
  v(x.body,
    may("body", {"Чей протокол, если не объединения наставников", "Whose minutes, if not of the council of mentors"})
        .in("12"));
  v(x.number, must("number", {"Номер протокола объединения", "Number of the council's minutes"}).in("12"));
  v(x.date, must("date", {"Дата протокола", "Date of the minutes"}).in("12").opens());
  v(x.matters, must("matters", {"О чём", "What they are about"}).in("12"));
  v(x.decision, must("decision", {"Решение", "Decision"}).in("12"));
  fields(v, x.copy);
}

struct Incentive : Part {
  static constexpr Text called{"предложение о поощрении", "proposal of an incentive"};
  At<Day> date{};
  Choices<DutyRole> authors{};
  At<Prose> text{};
  Block<Answer> answer{};
  Link<Order> order{};
};

template <class Visitor>
void fields(Visitor& v, Incentive& x) {
  v(x.date, must("date", {"Дата предложения о поощрении", "Date of the proposal of an incentive"}).in("12.10").opens());
  v(x.authors, may("authors", {"Кто предложил", "Who proposed it"}).in("12.10").by("P12.10-1"));
  v(x.text, must("text", {"Предложение", "Proposal"}).in("12.10"));
  v(x.answer, may("answer", {"Решение", "Decision"}).in("12.10"));
  v(x.order, may("order", {"Приказ о поощрении", "Order on the incentive"}).in("12.10"));
}

struct Statistics : Part {
  static constexpr Text called{"статистический учёт", "statistics"};
  At<Day> date{};
  At<Day> from{};
  At<Whole<0, 2000>> mentors{};
  At<Whole<0, 2000>> mentees{};
  At<Whole<0, 4000>> participants{};
  At<Whole<0, 2000>> pairs{};
  At<Whole<0, 2000>> groups{};
  At<Whole<0, 2000>> programs{};
  List<Link<Person>> compiled_by{};
  At<Prose> explanation{};
};

template <class Visitor>
void fields(Visitor& v, Statistics& x) {
  v(x.date, must("date", {"На какую дату (последний день периода)", "For which day (the last day of the period)"})
                .in("11.12")
                .opens()
                .after("from"));
  v(x.from,
    may("from", {"Начало периода (нет — на дату)", "Beginning of the period (absent: as of the day)"}).in("11.12"));
  v(x.mentors, must("mentors", {"Наставников", "Mentors"}).in("11.12"));
  v(x.mentees, must("mentees", {"Наставляемых", "Mentees"}).in("11.12"));
  v(x.participants, must("participants", {"Участников (каждый один раз)", "Participants (each once)"}).in("11.12"));
  v(x.pairs, must("pairs", {"Пар", "Pairs"}).in("11.12"));
  v(x.groups, must("groups", {"Групп", "Groups"}).in("11.12"));
  v(x.programs, must("programs", {"Программ", "Programmes"}).in("11.12"));
  v(x.compiled_by, may("compiled_by", {"Кто составил", "Who compiled it"}).in("11.12").by("P11.12-3"));
  v(x.explanation,
    may("explanation", {"Почему числа расходятся с записями", "Why the numbers differ from the records"}).in("11.12"));
}

/// A question that many sheets ask: they name its mark.
struct SurveyQuestion : Part {
  static constexpr Text called{"вопрос анкет", "question of the surveys"};
  At<LocalId<'q'>> id{};
  At<Line> text{};
};

template <class Visitor>
void fields(Visitor& v, SurveyQuestion& x) {
  v(x.id, must("id", {"Метка вопроса: в ответах пишут её вместо слов",
                      "Mark of the question: answers name it in place of the words"})
              .in("row.6"));
  v(x.text, must("text", {"Вопрос", "Question"}).in("row.6"));
}

struct YearReport : Part {
  static constexpr Text called{"итоговый отчёт", "final report"};
  At<Day> date{};
  Link<Person> author{};
  Choices<ReportSection> sections{};
  List<At<Prose>> conclusions{};
  List<At<Prose>> difficulties{};
  List<At<Prose>> proposals{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, YearReport& x) {
  v(x.date, must("date", {"Дата итогового отчёта", "Date of the final report"}).in("11.11").opens());
  v(x.author, must("author", {"Кто составил", "Who wrote it"}).in("11.11"));
  v(x.sections, may("sections", {"Что есть в отчёте", "What the report contains"}).in("11.11").by("P11.11-2"));
  v(x.conclusions, may("conclusions", {"Выводы организации", "The school's conclusions"}).in("11.11"));
  v(x.difficulties,
    may("difficulties", {"Трудности, которые назвала организация", "Difficulties that the school names"}).in("11.11"));
  v(x.proposals, may("proposals", {"Предложения организации", "The school's proposals"}).in("11.11"));
  fields(v, x.copy);
}

struct SchoolYear : Record {
  static constexpr Kind kind{
      .folder = "years",
      .title = {"учебный год", "school year"},
      .description = {"Один учебный год системы наставничества: дорожная карта, мониторинг, события, отчёт",
                      "One school year of mentoring: roadmap, monitoring, events, report"},
      .id_pattern = school_year_id.pattern,
      .id_shape = school_year_id.shape,
      .id_example = school_year_id.example,
      .is_id = school_year_id.matches,
  };
  Block<Roadmap> roadmap{};
  List<NeedsReview> needs_reviews{};
  List<Monitoring> monitoring{};
  List<Event> events{};
  List<CouncilMinutes> council_minutes{};
  List<Incentive> incentives{};
  List<Statistics> statistics{};
  List<SurveyQuestion> survey_questions{};
  Block<YearReport> report{};
  At<Day> closed_on{};
};

template <class Visitor>
void fields(Visitor& v, SchoolYear& x) {
  v(x.roadmap, may("roadmap", {"Дорожная карта", "Roadmap"}).by("P10.4-1").in("10.4,11.4"));
  v(x.needs_reviews, may("needs_reviews", {"Актуализация сведений о наставляемых", "Reviews of who needs mentoring"})
                         .by("P11.2-1")
                         .in("11.2")
                         .apart("date"));
  v(x.monitoring, may("monitoring", {"Мониторинг", "Monitoring"}).by("P11.10-1").in("11.10").apart("date"));
  v(x.events, may("events", {"События", "Events"}).in("10.6,row.4,row.6").apart("date,kind"));
  v(x.council_minutes, may("council_minutes", {"Протоколы объединения и других органов о наставничестве",
                                               "Minutes of the council, and of other bodies on mentoring"})
                           .in("12")
                           .apart("number,date,body"));
  v(x.incentives, may("incentives", {"Предложения о поощрении наставников", "Proposals of incentives for mentors"})
                      .in("12.10")
                      .apart("date"));
  v(x.statistics, may("statistics", {"Статистический учёт участников", "Statistics of participants"})
                      .by("P11.12-1")
                      .in("11.12")
                      .apart("date"));
  v(x.survey_questions, may("survey_questions", {"Вопросы анкет", "Questions of the surveys"}).in("row.6"));
  v(x.report, may("report", {"Итоговый отчёт", "Final report"}).by("P11.11-1").in("11.11"));
  v(x.closed_on, may("closed_on", {"Год закрыт", "The year was closed on"}).in("11.11").happened());
}

}  // namespace nastavnik
