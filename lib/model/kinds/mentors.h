#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/codes_people.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Order;

struct Questionnaire : Part {
  static constexpr Text called{"анкета", "questionnaire"};
  At<Day> date{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Questionnaire& x) {
  v(x.date, must("date", {"Дата анкеты", "Date of the questionnaire"}).in("row.3").opens());
  fields(v, x.copy);
}

struct AppointmentEnding : Part {
  static constexpr Text called{"сложение обязанностей", "end of the duties"};
  At<Day> date{};
  NotedChoice<AppointmentEnd> reason{};
  Link<Order> order{};
  At<Day> notified_on{};
};

template <class Visitor>
void fields(Visitor& v, AppointmentEnding& x) {
  v(x.date, must("date", {"Последний день исполнения обязанностей", "Last day in office"}).in("13.3"));
  v(x.reason, must("reason", {"Почему обязанности прекращены", "Why the duties ended"}).in("13.3"));
  v(x.order, may("order", {"Приказ о сложении обязанностей", "Order relieving the mentor"}).in("13.3").by("P13.3-3"));
  v(x.notified_on, may("notified_on", {"Когда работник предупреждён", "When the employee was warned"})
                       .in("tk351.8")
                       .by("TK-3")
                       .happened());
}

struct Appointment : Part {
  static constexpr Text called{"назначение наставником", "appointment as a mentor"};
  At<Day> from{};
  Block<Consent> consent{};
  Link<Order> order{};
  Block<AppointmentEnding> end{};
};

template <class Visitor>
void fields(Visitor& v, Appointment& x) {
  v(x.from, may("from", {"С какого дня наставник", "Mentor from which day"}).in("9").when("order"));
  v(x.consent, may("consent", {"Согласие быть наставником", "Consent to be a mentor"}).in("9").by("P9-1"));
  v(x.order, may("order", {"Приказ о назначении наставником", "Order appointing the mentor"}).in("9").by("P9-2"));
  v(x.end, may("end", {"Сложение обязанностей", "End of the duties"}).in("13.3"));
}

/// Pay for mentoring, as an order has set it.
struct Payment : Part {
  static constexpr Text called{"выплата за наставничество", "pay for mentoring"};
  At<Day> from{};
  At<Day> to{};
  At<Line> size{};
  Link<Order> order{};
};

template <class Visitor>
void fields(Visitor& v, Payment& x) {
  v(x.from, must("from", {"С какого дня выплата", "Paid from which day"}).in("12.10,tk351.8"));
  v(x.to, may("to", {"По какой день выплата", "Paid to which day"}).in("12.10,tk351.8").after("from"));
  v(x.size, may("size", {"Размер, как в приказе", "Amount, as in the order"}).in("12.10,tk351.8"));
  v(x.order, may("order", {"Приказ о выплате", "Order on the pay"}).in("12.10,tk351.8"));
}

struct LabourTerms : Part {
  static constexpr Text called{"трудовой документ", "labour document"};
  At<Choice<LabourDocument>> document{};
  At<Line> number{};
  At<Day> date{};
  At<Day> valid_to{};
  Choices<LabourPart> states{};
  At<Flag> in_job_function{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, LabourTerms& x) {
  v(x.document,
    must("document", {"Трудовой договор или соглашение к нему", "Employment contract or an agreement to it"})
        .in("tk351.8"));
  v(x.number, may("number", {"Номер", "Number"}).in("tk351.8"));
  v(x.date, must("date", {"Дата", "Date"}).in("tk351.8").opens());
  v(x.valid_to, may("valid_to", {"Последний день действия", "Last day it is valid"}).in("tk351.8").after("date"));
  v(x.states, may("states", {"Что записано в документе", "What the document states"}).in("tk351.8").by("TK-1"));
  v(x.in_job_function,
    may("in_job_function", {"Наставничество входит в трудовую функцию", "Mentoring is part of the job function"})
        .in("tk351.8"));
  fields(v, x.copy);
}

struct Training : Part {
  static constexpr Text called{"обучение", "training"};
  At<Day> date{};
  At<Choice<TrainingKind>> kind{};
  At<Line> title{};
  At<Line> provider{};
  At<Whole<1, 1000>> hours{};
  At<Line> document{};
};

template <class Visitor>
void fields(Visitor& v, Training& x) {
  v(x.date, must("date", {"День окончания обучения", "Day the training ended"}).in("11.8").opens());
  v(x.kind, must("kind", {"Вид обучения", "Kind of training"}).in("11.8,row.4"));
  v(x.title, must("title", {"Название", "Title"}).in("11.8"));
  v(x.provider, may("provider", {"Кто обучал", "Who trained"}).in("11.8"));
  v(x.hours, may("hours", {"Часы", "Hours"}).in("11.8"));
  v(x.document, may("document", {"Документ об обучении", "Certificate of the training"}).in("11.8"));
}

struct ResignationOutcome : Part {
  static constexpr Text called{"решение по заявлению", "decision on the request"};
  At<Day> date{};
  At<Choice<Decision>> decision{};
};

template <class Visitor>
void fields(Visitor& v, ResignationOutcome& x) {
  v(x.date, must("date", {"Дата решения", "Date of the decision"}).in("13.3").opens());
  v(x.decision, must("decision", {"Решение", "Decision"}).in("13.3"));
}

struct Resignation : Part {
  static constexpr Text called{"заявление о сложении обязанностей", "request to be relieved"};
  At<Day> date{};
  Choices<Addressee> addressed_to{};
  At<Prose> reason{};
  At<Day> leaving_on{};
  Block<ResignationOutcome> outcome{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Resignation& x) {
  v(x.date,
    must("date", {"Дата заявления о сложении обязанностей", "Date of the request to be relieved"}).in("13.3").opens());
  v(x.addressed_to, may("addressed_to", {"Кому подано", "To whom it was handed"}).in("13.3").by("P13.3-1"));
  v(x.reason, may("reason", {"Причина (не обязательна, без сведений о здоровье)",
                             "Reason (not obligatory, nothing about health)"})
                  .in("13.3"));
  v(x.leaving_on, must("leaving_on", {"С какого дня просит освободить", "From which day relief is asked for"})
                      .in("13.3")
                      .after("date"));
  v(x.outcome, may("outcome", {"Решение по заявлению", "Decision on the request"}).by("P13.3-2").in("13.3"));
  fields(v, x.copy);
}

struct Mentor : Record {
  static constexpr Kind kind{
      .folder = "mentors",
      .title = {"наставник", "mentor"},
      .description = {"Запись банка наставников: анкета, темы, назначение, обучение",
                      "Entry of the bank of mentors: questionnaire, topics, appointment, training"},
      .id_pattern = person_id.pattern,
      .id_shape = person_id.shape,
      .id_example = person_id.example,
      .is_id = person_id.matches,
  };
  At<Day> entered_on{};
  Block<Leaving> left{};
  Block<Questionnaire> questionnaire{};
  List<At<TopicCode>> topics{};
  At<Prose> experience{};
  List<At<Line>> achievements{};
  At<Whole<1, 50>> max_mentees{};
  List<Appointment> appointments{};
  List<LabourTerms> labour_terms{};
  List<Payment> payments{};
  List<Training> training{};
  List<Resignation> resignations{};
};

template <class Visitor>
void fields(Visitor& v, Mentor& x) {
  v(x.entered_on,
    must("entered_on", {"Внесён в банк наставников", "Entered in the bank of mentors on"}).in("11.5").opens());
  v(x.left, may("left", {"Выбыл из банка", "Left the bank"}).in("11.5"));
  v(x.questionnaire, may("questionnaire", {"Анкета", "Questionnaire"}).by("RM3-1").in("row.3"));
  v(x.topics,
    may("topics", {"Темы, в которых наставник силён", "Topics the mentor is strong in"}).in("17.1").by("P17.1-1"));
  v(x.experience,
    may("experience", {"Профессиональный профиль и опыт", "Professional profile and experience"}).in("17.1"));
  v(x.achievements, may("achievements", {"Достижения", "Achievements"}).in("11.5"));
  v(x.max_mentees,
    may("max_mentees", {"Сколько наставляемых готов вести", "How many mentees the mentor is ready to have"}));
  v(x.appointments,
    may("appointments", {"Назначения наставником", "Appointments as a mentor"}).by("P9-2").in("9").apart("from"));
  v(x.labour_terms,
    may("labour_terms", {"Трудовые договоры и соглашения к ним", "Employment contracts and supplementary agreements"})
        .by("TK-1")
        .in("tk351.8")
        .apart("number,date"));
  v(x.payments, may("payments", {"Выплаты за наставничество", "Pay for mentoring"}).in("12.10,tk351.8").apart("from"));
  v(x.training, may("training", {"Обучение наставника", "Training of the mentor"})
                    .by("P11.8-1,RM4-2")
                    .in("11.8,row.4")
                    .apart("date,kind"));
  v(x.resignations,
    may("resignations", {"Заявления о сложении обязанностей", "Requests to be relieved"}).in("13.3").apart("date"));
}

}  // namespace nastavnik
