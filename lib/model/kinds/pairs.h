#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/codes_people.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/codes_years.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct FileAccess;
struct HelpRequest;
struct Helper;
struct Interest;
struct Meeting;
struct Order;
struct Pair;
struct PairConsent;
struct Person;
struct ProposalOnPerson;
struct Renewal;
struct Replacement;

struct Member : Part {
  static constexpr Text called{"наставляемый пары", "mentee of the pair"};
  Link<Person> person{};
  At<Day> from{};
  Link<Order> order{};
  At<Day> to{};
  At<Line> reason{};
  Link<Order> out_order{};
};

template <class Visitor>
void fields(Visitor& v, Member& x) {
  v(x.person, must("person", {"Наставляемый", "Mentee"}).in("2"));
  v(x.from, may("from", {"С какого дня, если не с начала", "From which day, if not from the beginning"}).in("18"));
  v(x.order,
    may("order", {"Приказ о включении в группу", "Order adding the mentee to the group"}).in("10.5").by("P20-6"));
  v(x.to, may("to", {"Последний день в группе", "Last day in the group"}).in("18").after("from"));
  v(x.reason,
    may("reason", {"Почему вышел (без сведений о здоровье)", "Why the mentee left (nothing about health)"}).in("19"));
  v(x.out_order,
    may("out_order", {"Приказ о выходе из группы", "Order removing the mentee from the group"}).in("10.5").by("P20-6"));
}

struct PairMinutes : MinutesRef {
  static constexpr Text called{"протокол о паре", "minutes on the pair"};
  NotedChoice<MinutesBody> body{};
};

template <class Visitor>
void fields(Visitor& v, PairMinutes& x) {
  v(x.body,
    may("body", {"Чей протокол, если не объединения наставников", "Whose minutes, if not of the council of mentors"})
        .in("12"));
  fields(v, static_cast<MinutesRef&>(x));
}

struct Formation : Part {
  static constexpr Text called{"формирование пары", "forming of the pair"};
  At<Day> date{};
  List<Link<Person>> participants{};
  Block<PairMinutes> council_minutes{};
  List<Link<Person>> considered{};
  NotedChoices<Criterion> criteria{};
  At<Prose> why{};
};

template <class Visitor>
void fields(Visitor& v, Formation& x) {
  v(x.date, must("date", {"Когда пара сложилась", "When the pair came together"}).in("18").opens());
  v(x.participants,
    may("participants", {"Кто участвовал в формировании", "Who took part in forming it"}).in("18").by("P18-2"));
  v(x.council_minutes,
    may("council_minutes", {"Протокол, в котором предложена пара", "Minutes in which the pair was proposed"})
        .in("12.3")
        .by("P12.3-1"));
  v(x.considered,
    may("considered", {"Каких наставников рассматривали", "Which mentors were considered"}).in("row.4").by("RM4-1"));
  v(x.criteria,
    may("criteria", {"По каким критериям отбирали", "By which criteria the choice was made"}).in("7").by("P7-16"));
  v(x.why, may("why", {"Почему выбран этот наставник", "Why this mentor was chosen"}).in("row.4").by("RM4-1"));
}

struct PairEnding : Part {
  static constexpr Text called{"прекращение пары", "end of the pair"};
  At<Day> date{};
  NotedChoice<PairEnd> reason{};
  Link<Order> order{};
};

template <class Visitor>
void fields(Visitor& v, PairEnding& x) {
  v(x.date, must("date", {"Последний день работы пары", "Last day the pair works"}).in("19"));
  v(x.reason, must("reason", {"Почему пара прекращена", "Why the pair ended"}).in("19"));
  v(x.order, may("order", {"Приказ о прекращении", "Order ending the pair"}).in("10.5"));
}

struct Pair : Record {
  static constexpr Kind kind{
      .folder = "pairs",
      .title = {"пара или группа", "pair or group"},
      .description = {"Кто с кем работает и на основании каких документов", "Who works with whom and on which papers"},
      .id_pattern = numbered_id.pattern,
      .id_shape = numbered_id.shape,
      .id_example = numbered_id.example,
      .is_id = numbered_id.matches,
  };
  Link<Person> mentor{};
  List<Member> mentees{};
  NotedChoice<RoleForm> role_form{};
  Block<Formation> formation{};
  List<Interest> interest;
  List<PairConsent> consents;
  Link<Order> order{};
  At<Day> start{};
  List<Renewal> renewals;
  Block<PairEnding> end{};
  List<Meeting> meetings;
  List<HelpRequest> help_requests;
  List<Helper> helpers;
  List<Replacement> replacements;
  List<ProposalOnPerson> proposals;
  List<FileAccess> file_access;
};

template <class Visitor>
void fields(Visitor& v, Pair& x) {
  v(x.mentor, must("mentor", {"Наставник", "Mentor"}).in("2"));
  v(x.mentees, may("mentees", {"Наставляемые", "Mentees"}).by("P2-5").in("2").apart("person,from"));
  v(x.role_form,
    may("role_form", {"Форма: кто кому наставник", "Form: who mentors whom"}).in("7").by("P2-4").noted("P7-1"));
  v(x.formation, may("formation", {"Как формировалась пара", "How the pair was formed"}).by("P18-2").in("18"));
  v(x.interest, may("interest", {"Взаимный интерес", "Mutual interest"}).by("P17.2-1").in("17.2").apart("person,date"));
  v(x.consents, may("consents", {"Согласия на дополнительные обязанности", "Consents to the additional duties"})
                    .by("P10.5-2")
                    .in("10.5")
                    .apart("person,given_on"));
  v(x.order, may("order", {"Приказ о закреплении", "Order assigning the pair"}).in("10.5,18").by("P10.5-1,P18-1"));
  v(x.start,
    may("start", {"Начало работы (нет — пара формируется)", "Start of the work (absent: the pair is being formed)"})
        .in("18")
        .by("P18-7"));
  v(x.renewals, may("renewals", {"Приказы, которыми пару закрепили ещё раз, на новый срок",
                                 "Orders that assigned the pair again, for a new term"})
                    .in("10.5,18")
                    .apart("from"));
  v(x.end, may("end", {"Прекращение пары", "End of the pair"}).in("19"));
  v(x.meetings, may("meetings", {"Встречи", "Meetings"}).in("7").apart("date,kind"));
  v(x.help_requests, may("help_requests", {"Просьбы о помощи", "Requests for help"})
                         .by("P7-15")
                         .in("7,15.3")
                         .apart("asked_on,mentee,topic"));
  v(x.helpers, may("helpers", {"Помощники наставника", "Helpers of the mentor"}).in("13.1").apart("person,from"));
  v(x.replacements, may("replacements", {"Ходатайства о замене наставника", "Petitions to replace the mentor"})
                        .in("15.5")
                        .apart("date,mentee"));
  v(x.proposals, may("proposals", {"Предложения о поощрении и взыскании", "Proposals of reward and discipline"})
                     .in("14.6")
                     .apart("date,made_by"));
  v(x.file_access,
    may("file_access", {"Знакомство с личными делами", "Access to personal files"}).in("13.2").apart("date,mentee"));
}

}  // namespace nastavnik
