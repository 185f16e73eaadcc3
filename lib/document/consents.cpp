#include <fmt/format.h>

#include "document/papers.h"
#include "document/wording.h"

namespace nastavnik::papers {
namespace {

/// The signer's own data, and the telephone and address that a consent to the use of data must have.
void write_signer(Writing& writing, std::string_view id) {
  Values& values = writing.values();
  writing.person(values, "person", id);
  const Person* person = writing.registry().all<Person>().find(id);
  const bool known = person && person->contact.given();
  values.set("phone",
             known && person->contact->phone.given() ? std::string(*person->contact->phone) : "____________________");
  values.set("email",
             known && person->contact->email.given() ? std::string(*person->contact->email) : "____________________");
  values.set("address",
             known && person->contact->address.given() ? std::string(*person->contact->address) : std::string(54, '_'));
}

/// «наставником Югая С. А.»: with whom the person works in the pair.
void write_pair(Writing& writing, const Pair& pair, std::string_view id) {
  Values& values = writing.values();
  writing.person(values, "mentor", pair.mentor.id);
  const bool mentors = pair.mentor.id == id;
  values.set("role", mentors ? "наставника" : "наставляемого");
  values.set("is_mentor", mentors ? "да" : "");
  values.set("unit", pair.mentees.size() > 1 ? "группе" : "паре");
  values.list("mentees");
  for (const Member& member : pair.mentees) writing.person(values.add("mentees"), "mentee", member.person.id);
  if (pair.role_form.given())
    values.set("form", label(pair.role_form));
  else
    values.lack("form", {{"форма наставничества", "form of mentoring"}, where(pair, "role_form")});
  writing.date(values, "start", pair.start, {"начало работы пары", "start of the pair's work"}, where(pair, "start"));
  const auto programs = writing.registry().programs_of(pair);
  values.list("ends");
  if (!programs.empty() && programs.front()->end.given())
    values.add("ends").set("end", date_in_words(*programs.front()->end));
}

}  // namespace

void consent_mentor(Writing& writing) {
  const Mentor& mentor = *writing.subject().mentor;
  write_signer(writing, mentor.id);
  std::vector<std::string> topics;
  for (const At<TopicCode>& code : mentor.topics)
    if (code.given()) topics.push_back(topic(writing.registry(), *code));
  writing.values().list("topics");
  if (!topics.empty()) writing.values().add("topics").set("list", listed(topics));
  const Appointment* last = mentor.appointments.empty() ? nullptr : &mentor.appointments.back();
  writing.date(writing.values(), "from", last ? last->from : At<Day>{},
               {"с какого дня наставник", "mentor from which day"}, where(mentor, "appointments, from"));
}

void consent_participation(Writing& writing) {
  write_signer(writing, writing.subject().person);
  write_pair(writing, *writing.subject().pair, writing.subject().person);
}

void consent_helper(Writing& writing) {
  const Pair& pair = *writing.subject().pair;
  const Helper& helper = pair.helpers[writing.subject().item];
  write_signer(writing, helper.person.id);
  write_pair(writing, pair, helper.person.id);
  writing.text(writing.values(), "topic", helper.topic, {"в чём помощь", "what the help is about"},
               where(pair, "helpers, topic"));
  if (helper.topic.given()) writing.set("topic", without_stop(*helper.topic));
  writing.date(writing.values(), "from", helper.from, {"день первой помощи", "first day of help"},
               where(pair, "helpers, from"));
  writing.values().list("until");
  if (helper.to.given()) writing.values().add("until").set("to", date_in_words(*helper.to));
}

void consent_data(Writing& writing) {
  write_signer(writing, writing.subject().person);
  const bool mentor = writing.registry().all<Mentor>().find(writing.subject().person) != nullptr;
  writing.set("bank", mentor ? "наставников" : "наставляемых");
}

void consent_publication(Writing& writing) {
  write_signer(writing, writing.subject().person);
  const Organization& school = writing.registry().organization();
  const bool mentor = writing.registry().all<Mentor>().find(writing.subject().person) != nullptr;
  writing.set("bank", mentor ? "наставников" : "наставляемых");
  writing.values().list("networks");
  for (const At<Url>& url : school.site->social_urls)
    if (url.given()) writing.values().add("networks").set("url", std::string(*url));
}

}  // namespace nastavnik::papers
