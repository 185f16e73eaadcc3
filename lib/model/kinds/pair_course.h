#pragma once
#include "model/field.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/codes_people.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/parts.h"
#include "model/types.h"

// What a pair lists besides its mentees.

namespace nastavnik {

struct Order;
struct Pair;
struct Person;

struct Renewal : Part {
  static constexpr Text called{"новое закрепление пары", "renewed assignment of the pair"};
  Link<Order> order{};
  At<Day> from{};
};

template <class Visitor>
void fields(Visitor& v, Renewal& x) {
  v(x.order, must("order", {"Приказ о новом закреплении", "Order assigning the pair again"}).in("10.5,18"));
  v(x.from, must("from", {"С какого дня по этому приказу", "From which day by this order"}).in("10.5,18"));
}

struct Interest : Part {
  static constexpr Text called{"взаимный интерес", "mutual interest"};
  Link<Person> person{};
  List<Link<Person>> people{};
  At<Day> date{};
  At<Flag> confirmed{};
};

template <class Visitor>
void fields(Visitor& v, Interest& x) {
  v(x.person, may("person", {"Кто ответил", "Who answered"}).in("17.2").unless("people"));
  v(x.people,
    may("people", {"Кто ответил, если ответили так в один день", "Who answered, where several did so on one day"})
        .in("17.2")
        .in_place_of("person"));
  v(x.date, must("date", {"Когда", "When"}).in("17.2").opens());
  v(x.confirmed, must("confirmed", {"Взаимный интерес есть", "There is mutual interest"}).in("17.2"));
}

struct PairConsent : Consent {
  static constexpr Text called{"согласие в паре", "consent in the pair"};
  Link<Person> person{};
  List<Link<Person>> people{};
};

template <class Visitor>
void fields(Visitor& v, PairConsent& x) {
  v(x.person, may("person", {"Кто дал согласие", "Who gave the consent"}).in("10.5").unless("people"));
  v(x.people, may("people", {"Кто дал согласие, если в один день и по одной форме",
                             "Who gave the consent, where several did on one day and in one form"})
                  .in("10.5")
                  .in_place_of("person"));
  fields(v, static_cast<Consent&>(x));
}

struct Meeting : Part {
  static constexpr Text called{"встреча", "meeting"};
  At<Day> date{};
  NotedChoice<MentoringKind> kind{};
  NotedChoice<MeetingForm> form{};
  List<Link<Person>> mentees{};
  At<Whole<1, 600>> duration{};
  At<Line> topic{};
};

template <class Visitor>
void fields(Visitor& v, Meeting& x) {
  v(x.date, must("date", {"Дата встречи", "Date of the meeting"}).in("7").opens());
  v(x.kind, may("kind", {"Вид наставничества на встрече", "Kind of mentoring at the meeting"}).in("7"));
  v(x.form, may("form", {"Что это было: посещение, консультация, разбор…",
                         "What it was: a visit, a consultation, an analysis…"})
                .in("7"));
  v(x.mentees,
    may("mentees", {"С кем встреча, если не со всеми", "With whom the meeting was, if not with all"}).in("7"));
  v(x.duration, may("duration", {"Сколько минут", "How many minutes"}).in("7"));
  v(x.topic, may("topic", {"О чём", "What it was about"}).in("7"));
}

struct HelpRequest : Part {
  static constexpr Text called{"просьба о помощи", "request for help"};
  At<Day> asked_on{};
  Link<Person> mentee{};
  At<Line> topic{};
  At<Day> answered_on{};
};

template <class Visitor>
void fields(Visitor& v, HelpRequest& x) {
  v(x.asked_on, must("asked_on", {"Когда попросил помощи", "When help was asked for"}).in("7,15.3").opens());
  v(x.mentee, must("mentee", {"Кто попросил", "Who asked"}).in("7,15.3"));
  v(x.topic, must("topic", {"О чём", "What it was about"}).in("7,15.3"));
  v(x.answered_on,
    may("answered_on", {"Когда получил помощь", "When help was given"}).in("7").happened().after("asked_on"));
}

struct Helper : Part {
  static constexpr Text called{"помощник наставника", "helper of the mentor"};
  Link<Person> person{};
  At<Day> from{};
  At<Day> to{};
  At<Line> topic{};
  Block<Consent> consent{};
};

template <class Visitor>
void fields(Visitor& v, Helper& x) {
  v(x.person, must("person", {"Кого привлёк наставник", "Whom the mentor engaged"}).in("13.1"));
  v(x.from, must("from", {"День первой помощи", "First day of help"}).in("13.1"));
  v(x.to, may("to", {"По какой день", "To which day"}).in("13.1").after("from"));
  v(x.topic, may("topic", {"В чём помогает", "What the help is about"}).in("13.1"));
  v(x.consent, may("consent", {"Согласие помощника", "Consent of the helper"}).in("13.1").by("P13.1-1"));
}

struct ReplacementOutcome : Part {
  static constexpr Text called{"решение по ходатайству", "decision on the petition"};
  At<Day> date{};
  At<Choice<Decision>> decision{};
  Link<Pair> new_pair{};
};

template <class Visitor>
void fields(Visitor& v, ReplacementOutcome& x) {
  v(x.date, must("date", {"Дата решения", "Date of the decision"}).in("15.5").opens());
  v(x.decision, must("decision", {"Решение", "Decision"}).in("15.5"));
  v(x.new_pair, may("new_pair", {"Новая пара", "New pair"}).in("15.5").by("P15.5-3"));
}

struct Replacement : Part {
  static constexpr Text called{"ходатайство о замене наставника", "petition to replace the mentor"};
  At<Day> date{};
  Link<Person> mentee{};
  Choices<Addressee> addressed_to{};
  At<Prose> reason{};
  Block<ReplacementOutcome> outcome{};
  Copy copy{};
};

template <class Visitor>
void fields(Visitor& v, Replacement& x) {
  v(x.date, must("date", {"Дата ходатайства о замене наставника", "Date of the petition to replace the mentor"})
                .in("15.5")
                .opens());
  v(x.mentee, must("mentee", {"Кто ходатайствует", "Who asks for it"}).in("15.5"));
  v(x.addressed_to, may("addressed_to", {"Кому подано", "To whom it was handed"}).in("15.5").by("P15.5-1"));
  v(x.reason, may("reason", {"Причина (без сведений о здоровье)", "Reason (nothing about health)"}).in("15.5"));
  v(x.outcome, may("outcome", {"Решение по ходатайству", "Decision on the petition"}).by("P15.5-2").in("15.5"));
  fields(v, x.copy);
}

struct ProposalOnPerson : Part {
  static constexpr Text called{"предложение о поощрении или взыскании", "proposal of reward or discipline"};
  At<Day> date{};
  At<Choice<PersonnelProposal>> kind{};
  Link<Person> made_by{};
  Link<Person> about{};
  At<Prose> text{};
  Block<Answer> answer{};
};

template <class Visitor>
void fields(Visitor& v, ProposalOnPerson& x) {
  v(x.date, must("date", {"Дата предложения", "Date of the proposal"}).in("14.6").opens());
  v(x.kind, may("kind", {"Поощрение или взыскание", "Reward or discipline"}).in("14.6").by("P14.6-1"));
  v(x.made_by, must("made_by", {"Кто предложил", "Who proposed it"}).in("14.6"));
  v(x.about, must("about", {"О ком", "About whom"}).in("14.6"));
  v(x.text, must("text", {"Предложение", "Proposal"}).in("14.6"));
  v(x.answer, may("answer", {"Решение руководителя", "Decision of the head"}).in("14.6"));
}

struct FileAccess : Part {
  static constexpr Text called{"знакомство с личным делом", "access to the personal file"};
  At<Day> date{};
  Link<Person> mentee{};
  At<Line> basis{};
  At<Line> materials{};
};

template <class Visitor>
void fields(Visitor& v, FileAccess& x) {
  v(x.date, must("date", {"Когда знакомился", "When the file was read"}).in("13.2").opens());
  v(x.mentee, may("mentee", {"С чьим личным делом", "Whose personal file"}).in("13.2").by("P13.2-1"));
  v(x.basis, may("basis", {"Основание допуска", "Grounds for the access"}).in("13.2").by("P13.2-1"));
  v(x.materials, may("materials", {"С какими материалами", "Which materials were read"}).in("13.2"));
}

}  // namespace nastavnik
