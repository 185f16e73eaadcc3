#pragma once
#include "model/field.h"
#include "model/kinds/codes_people.h"
#include "model/types.h"

// Parts that stand in several kinds of records.

namespace nastavnik {

/// Every mapping inside a record begins with its own place.
struct Part {
  Span span{};
};

/// Where the original of a paper is; its keys stand among those of the mapping it belongs to.
struct Copy {
  At<Path> file{};
  At<Line> stored_at{};
};

template <class Visitor>
void fields(Visitor& v, Copy& c) {
  v(c.file, may("file", {"Скан или файл документа", "A scan or file of the paper"}));
  v(c.stored_at, may("stored_at", {"Где лежит подлинник", "Where the original is kept"}));
}

/// A consent to be a mentor, to duties in a pair, to help, or (in people/) to the use of personal data.
struct Consent : Part {
  static constexpr Text called{"согласие", "consent"};
  Choices<ConsentKind> kinds{};
  At<Day> given_on{};
  At<Choice<ConsentForm>> form{};
  At<Choice<SignatureKind>> signature{};
  At<Flag> additional_duties{};
  At<Day> valid_to{};
  At<Day> withdrawn_on{};
  List<At<Url>> resources{};
  At<Line> purpose{};
  Choices<DataField> data{};
  At<Line> conditions{};
  Copy copy{};
};

/// The fields of a consent but for `kinds`, which the place of the consent may imply.
template <class Visitor>
void consent_fields(Visitor& v, Consent& c) {
  v(c.given_on, must("given_on", {"Дата согласия", "Date of the consent"}).in("9,10.5").opens());
  v(c.form, must("form", {"Как дано согласие", "How the consent was given"}).in("9"));
  v(c.signature, may("signature", {"Вид электронной подписи", "Kind of electronic signature"}).in("9").by("S-08,P9-4"));
  v(c.additional_duties,
    may("additional_duties", {"В тексте названы дополнительные обязанности", "The text names the additional duties"})
        .in("10.5")
        .by("P10.5-3"));
  v(c.valid_to,
    may("valid_to", {"Последний день действия", "Last day it is valid"}).in("row.2,row.3").after("given_on"));
  v(c.withdrawn_on, may("withdrawn_on", {"Дата отзыва", "Date of withdrawal"}).in("3.5").happened());
  v(c.resources,
    may("resources", {"Где разрешено размещать (адреса страниц)", "Where it may be published (addresses of pages)"})
        .in("21")
        .by("PD-3"));
  v(c.purpose, may("purpose", {"Цель распространения данных", "Purpose of the dissemination"}).in("21").by("PD-3"));
  v(c.data, may("data", {"Какие данные разрешено показывать", "Which data may be shown"}).in("21").by("PD-3"));
  v(c.conditions,
    may("conditions", {"Условия и запреты (или «не установлены»)", "Conditions and prohibitions (or “none”)"})
        .in("21")
        .by("PD-3"));
  fields(v, c.copy);
}

template <class Visitor>
void fields(Visitor& v, Consent& c) {
  v(c.kinds, may("kinds", {"На что дано согласие (всё, что на этом листе)",
                           "What is consented to (all that stands on the sheet)"})
                 .in("9,10.5,13.1,row.2,row.3"));
  consent_fields(v, c);
}

/// A consent in people/, where nothing implies its kinds.
struct DataConsent : Consent {
  At<Line> given_by{};
};

template <class Visitor>
void fields(Visitor& v, DataConsent& c) {
  v(c.kinds, must("kinds", {"На что дано согласие (всё, что на этом листе)",
                            "What is consented to (all that stands on the sheet)"})
                 .in("9,10.5,13.1,row.2,row.3"));
  consent_fields(v, c);
  v(c.given_by, may("given_by", {"Кто дал согласие за несовершеннолетнего", "Who consented on behalf of a minor"})
                    .in("7")
                    .when("kinds", "parent"));
}

/// A term moved to a later day.
struct Move : Part {
  static constexpr Text called{"перенос срока", "move of the due date"};
  At<Day> decided_on{};
  At<Day> to{};
  At<Line> reason{};
};

template <class Visitor>
void fields(Visitor& v, Move& m) {
  v(m.decided_on, must("decided_on", {"Когда решено перенести", "When the move was decided"}).in("16.2").opens());
  v(m.to, must("to", {"Новый срок", "New term"}).in("16.2"));
  v(m.reason, must("reason", {"Причина переноса (без сведений о здоровье)", "Why it was moved (nothing about health)"})
                  .in("16.2"));
}

/// An answer to a proposal.
struct Answer : Part {
  static constexpr Text called{"ответ", "answer"};
  At<Day> date{};
  At<Prose> text{};
};

template <class Visitor>
void fields(Visitor& v, Answer& x) {
  v(x.date, must("date", {"Дата ответа", "Date of the answer"}).in("15.4").opens());
  v(x.text, must("text", {"Ответ", "Answer"}).in("15.4"));
}

/// Minutes of a meeting, named by number and date.
struct MinutesRef : Part {
  static constexpr Text called{"протокол", "minutes"};
  At<Line> number{};
  At<Day> date{};
};

template <class Visitor>
void fields(Visitor& v, MinutesRef& x) {
  v(x.number, must("number", {"Номер протокола", "Number of the minutes"}).in("12.3"));
  v(x.date, must("date", {"Дата протокола", "Date of the minutes"}).in("12.3").opens());
}

/// A body that accepted a paper or agreed to it: by minutes, else on a day.
struct BodyDecision : Part {
  static constexpr Text called{"решение органа", "decision of a body"};
  At<Line> body{};
  Block<MinutesRef> minutes{};
  At<Day> date{};
};

template <class Visitor>
void fields(Visitor& v, BodyDecision& x) {
  v(x.body, must("body", {"Какой орган или кто", "Which body, or who"}).in("12"));
  v(x.minutes, may("minutes", {"Протокол", "Minutes"}).in("12").unless("date"));
  v(x.date, may("date", {"Дата, если протокола нет", "Date, where there are no minutes"}).in("12").opens());
}

/// Why and when someone left a bank.
struct Leaving : Part {
  static constexpr Text called{"выбытие из банка", "leaving the bank"};
  At<Day> date{};
  NotedChoice<LeftReason> reason{};
};

template <class Visitor>
void fields(Visitor& v, Leaving& x) {
  v(x.date, must("date", {"Последний день в банке", "Last day in the bank"}).in("11.5"));
  v(x.reason, must("reason", {"Почему выбыл из банка", "Why the person left the bank"}).in("11.5"));
}

}  // namespace nastavnik
