#include <algorithm>

#include <fmt/format.h>

#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/codes_years.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/papers.h"
#include "model/notions/topics.h"

namespace nastavnik::papers {
namespace {

/// The common topics and the school's own, for a table to tick.
void write_topics(Writing& writing) {
  std::size_t number = 0;
  const auto add = [&](std::string_view title) {
    Values& values = writing.values().add("topics");
    values.set("n", std::to_string(++number));
    values.set("topic", std::string(title));
  };
  for (const Code& topic : Codes<Topic>::table) add(topic.label.ru);
  for (const OwnTopic& own : writing.registry().settings().topics)
    if (own.title.given()) add(*own.title);
}

/// What the council of mentors of the day is; nothing where none is recorded.
std::string council_on(const Organization& organization, Date day) {
  for (const Council& council : organization.councils) {
    const auto days = period_of(council.from, council.to);
    if (days && days->holds(day) && council.kind.given())
      return fmt::format("{} наставников", genitive_of(*council.kind));
  }
  return "методического объединения наставников";
}

}  // namespace

std::string genitive_of(const Organization& organization, const PairMinutes& minutes) {
  const NotedChoice<MinutesBody>& body = minutes.body;
  const std::string unnamed = "коллегиального органа";
  if (body.presence == Presence::broken) return unnamed;
  switch (body.given() ? *body : MinutesBody::mentors_council) {
    case MinutesBody::mentors_council: return council_on(organization, *minutes.date);
    case MinutesBody::pedagogical_council: return "педагогического совета";
    case MinutesBody::methodical_council: return "методического совета";
    case MinutesBody::subject_association: return "методического объединения учителей";
    case MinutesBody::other: break;
  }
  return body.note.given() ? fmt::format("органа «{}»", *body.note) : unnamed;
}

namespace {

void write_pair(Writing& writing, const Pair& pair) {
  Values& values = writing.values();
  writing.person(values, "mentor", pair.mentor.id);
  values.list("mentees");
  for (const Member& member : pair.mentees) writing.person(values.add("mentees"), "mentee", member.person.id);
  values.set("unit", pair.mentees.size() > 1 ? "группы" : "пары");
  values.set("unit.acc", pair.mentees.size() > 1 ? "группу" : "пару");
  if (pair.role_form.given())
    values.set("form", label(pair.role_form));
  else
    values.lack("form", {{"форма наставничества", "form of mentoring"}, where(pair, "role_form")});
}

/// Of a pair that comes together yet: to be filled in by hand.
void leave_blank(Writing& writing) {
  for (const char* name : {"why", "criteria"}) writing.set(name, "");
  writing.set("day", "«____» ______________ 20___ г.");
}

void write_why(Writing& writing, const Pair& pair) {
  if (pair.formation.absent()) return leave_blank(writing);
  const Formation& formation = *pair.formation;
  writing.text(writing.values(), "why", formation.why, {"почему выбран этот наставник", "why this mentor was chosen"},
               where(pair, "formation, why"));
  if (formation.why.given()) writing.set("why", without_stop(*formation.why));
  const std::vector<std::string> criteria = labels(formation.criteria);
  if (!criteria.empty())
    writing.set("criteria", listed(criteria));
  else
    writing.values().lack("criteria",
                          {{"критерии отбора", "criteria of the choice"}, where(pair, "formation, criteria")});
  writing.date(writing.values(), "day", formation.date, {"когда пара сложилась", "when the pair came together"},
               where(pair, "formation, date"));
}

}  // namespace

void mentee_request(Writing& writing) {
  writing.person(writing.values(), "person", writing.subject().mentee->id);
  write_topics(writing);
}

void mentor_questionnaire(Writing& writing) {
  writing.person(writing.values(), "person", writing.subject().mentor->id);
  write_topics(writing);
}

void survey(Writing& writing) {
  const Program& program = *writing.subject().program;
  writing.person(writing.values(), "person", writing.subject().person);
  writing.set("title", program.title.given() ? fmt::format("«{}»", *program.title) : "");
  const bool mentor = program.pair.to && program.pair->mentor.id == writing.subject().person;
  writing.set("role", mentor ? "наставника" : "наставляемого");
  const bool group = mentor && program.pair->mentees.size() > 1;
  writing.set("partner", !mentor ? "наставником" : group ? "наставляемыми" : "наставляемым");
}

void acquaintance(Writing& writing) {
  writing.person(writing.values(), "person", writing.subject().mentee->id);
  std::size_t number = 0;
  const auto add = [&](const std::string& title) {
    Values& values = writing.values().add("acts");
    values.set("n", std::to_string(++number));
    values.set("title", title);
  };
  add("Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»");
  add("Статья 351.8 Трудового кодекса Российской Федерации");
  const Regulation& regulation = writing.registry().regulation();
  const bool known = regulation.order.to && regulation.order->number.given() && regulation.order->date.given();
  add("Положение о системе наставничества педагогических работников" +
      (known ? fmt::format(", утверждено приказом от {} № {}", date_in_figures(*regulation.order->date),
                           *regulation.order->number)
             : ""));
  for (const LocalAct& act : writing.registry().organization().local_acts) {
    if (!act.title.given() || (act.replaced_on.given() && *act.replaced_on <= writing.day())) continue;
    add(fmt::format("{}{}{}", *act.title, act.date.given() ? ", от " + date_in_figures(*act.date) : "",
                    act.number.given() ? fmt::format(" № {}", *act.number) : ""));
  }
}

namespace {

constexpr int blank_participants = 4;
constexpr int blank_candidates = 3;

/// Those whose interest is asked yet, with room for their answers.
void write_unasked(Writing& writing, const Pair& pair) {
  const auto add = [&](std::string_view person) {
    Values& item = writing.values().add("interest");
    item.set("name", writing.name_of(person));
    for (const char* blank : {"answer", "date"}) item.set(blank, "");
  };
  add(pair.mentor.id);
  for (const Member& member : pair.mentees) add(member.person.id);
}

void write_interest(Writing& writing, const Pair& pair) {
  writing.values().list("interest");
  for (const Interest& interest : pair.interest)
    for (const Link<Person>* person : people_of(interest)) {
      Values& item = writing.values().add("interest");
      item.set("name", writing.name_of(person->id));
      const bool confirmed = interest.confirmed.given() && *interest.confirmed;
      item.set("answer", confirmed ? "интерес подтверждён" : "интерес не подтверждён");
      item.set("date", interest.date.given() ? date_in_figures(*interest.date) : "");
    }
  if (pair.interest.empty()) write_unasked(writing, pair);
}

}  // namespace

void formation(Writing& writing) {
  const Pair& pair = *writing.subject().pair;
  Values& values = writing.values();
  writing.speak_of(pair.formation->date);
  write_pair(writing, pair);
  write_why(writing, pair);
  values.list("minutes");
  if (pair.formation->council_minutes.given()) {
    const PairMinutes& minutes = *pair.formation->council_minutes;
    if (minutes.number.given() && minutes.date.given()) {
      Values& item = values.add("minutes");
      item.set("body", genitive_of(writing.registry().organization(), minutes));
      item.set("ref", order_in_words(*minutes.date, *minutes.number));
    }
  }
  values.list("present");
  for (const Link<Person>& person : pair.formation->participants)
    writing.person(values.add("present"), "participant", person.id);
  values.list("blanks");
  if (pair.formation.absent())
    for (int row = 0; row < blank_participants; ++row) values.add("blanks").set("blank", "");
  else if (pair.formation->participants.empty())
    Writing::lack_person(
        values.add("present"), "participant",
        {{"кто участвовал в формировании", "who took part in forming it"}, where(pair, "formation, participants")});
  write_interest(writing, pair);
}

void selection(Writing& writing) {
  const Pair& pair = *writing.subject().pair;
  writing.speak_of(pair.formation->date);
  write_pair(writing, pair);
  write_why(writing, pair);
  writing.values().list("considered");
  std::size_t number = 0;
  for (const Link<Person>& candidate : pair.formation->considered) {
    Values& values = writing.values().add("considered");
    values.set("n", std::to_string(++number));
    writing.person(values, "candidate", candidate.id);
    const Mentor* mentor = writing.registry().all<Mentor>().find(candidate.id);
    std::vector<std::string> topics;
    if (mentor)
      for (const At<TopicCode>& code : mentor->topics)
        if (code.given()) topics.push_back(title_of_topic(writing.registry(), *code).ru);
    values.set("topics", listed(topics));
    values.set("decision", candidate.id == pair.mentor.id ? "выбран" : "");
  }
  if (pair.formation.absent())
    for (int row = 1; row <= blank_candidates; ++row) {
      Values& values = writing.values().add("considered");
      values.set("n", std::to_string(row));
      for (const char* name : {"candidate.full", "candidate.position", "topics", "decision"}) values.set(name, "");
    }
  else if (number == 0) {
    Values& values = writing.values().add("considered");
    for (const char* name : {"n", "topics", "decision"}) values.set(name, "");
    Writing::lack_person(
        values, "candidate",
        {{"каких наставников рассматривали", "which mentors were considered"}, where(pair, "formation, considered")});
  }
  writing.values().list("requests");
  for (const Member& member : pair.mentees) {
    const Mentee* mentee = writing.registry().all<Mentee>().find(member.person.id);
    if (!mentee) continue;
    for (const MenteeRequest& request : mentee->requests) {
      if (!request.topic.given()) continue;
      Values& values = writing.values().add("requests");
      values.set("name", writing.name_of(mentee->id));
      values.set("topic", title_of_topic(writing.registry(), *request.topic).ru);
      values.set("text", request.text.given() ? ": " + without_stop(*request.text) : "");
    }
  }
}

void event_attendance(Writing& writing) {
  constexpr int blank_rows = 15;
  const SchoolYear& year = *writing.subject().year;
  const Event& event = year.events[writing.subject().item];
  Values& values = writing.values();
  writing.speak_of(event.date);
  const std::string path = where(year, "events");
  writing.text(values, "title", event.title, {"название мероприятия", "title of the event"}, path + ", title");
  if (event.title.given()) values.set("title", quoted(*event.title));
  values.set("kind", label(event.kind));
  if (!event.kind.given()) values.lack("kind", {{"вид мероприятия", "kind of the event"}, path + ", kind"});
  values.set("level", event.level.given() ? "уровень: " + std::string(label_of(*event.level).ru) : "");
  writing.date(values, "day", event.date, {"дата мероприятия", "date of the event"}, path + ", date");
  int number = 0;
  for (const char* list : {"participants", "blanks"}) values.list(list);
  for (const Link<Person>& person : event.participants) {
    Values& item = values.add("participants");
    item.set("n", std::to_string(++number));
    writing.person(item, "participant", person.id);
  }
  while (event.participants.empty() && number < blank_rows) values.add("blanks").set("n", std::to_string(++number));
}

}  // namespace nastavnik::papers
