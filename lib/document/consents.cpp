#include <fmt/format.h>

#include "document/labour.h"
#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/papers.h"
#include "model/notions/topics.h"

namespace nastavnik::papers {
namespace {

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
  writing.day_ordered(values, "start", pair.start, pair.order, {"начало работы пары", "start of the pair's work"},
                      where(pair, "start"));
  const auto programs = writing.registry().programs_of(pair);
  values.list("ends");
  if (!programs.empty() && programs.front()->end.given())
    values.add("ends").set("end", date_in_words(*programs.front()->end));
}

/// What the contract and the agreements to it state that were signed by the day.
void write_labour_terms(Writing& writing, const Mentor& mentor, Date day) {
  for (const LabourTerms& terms : mentor.labour_terms) {
    std::vector<std::string> parts;
    for (const auto& part : terms.states)
      if (part.given()) parts.emplace_back(label_of(*part).ru);
    const bool holds = terms.date.given() && *terms.date <= day && (!terms.valid_to.given() || day <= *terms.valid_to);
    if (!holds || parts.empty() || !terms.document.given()) continue;
    Values& values = writing.values().add("labour_terms");
    const bool contract = *terms.document == LabourDocument::contract;
    const std::string ref = reference_to(terms);
    values.set("document",
               contract ? "трудовом договоре " + ref : "дополнительном соглашении " + ref + " к трудовому договору");
    values.set("parts", listed(parts));
  }
}

/// A consent that was given is addressed to who was in office then.
void speak_of_consent(Writing& writing, const Consent* consent) {
  if (consent) writing.speak_of(consent->given_on);
}

const Consent* last_of(const std::vector<const Consent*>& consents) {
  return consents.empty() ? nullptr : consents.back();
}

/// Of the consent in force: one that was withdrawn is to be given anew.
void speak_of_data_consent(Writing& writing, ConsentKind kind) {
  const Date today = writing.day();
  for (const Consent* consent : consents_of(writing.registry(), writing.subject().person, kind))
    if (is_in_force(*consent, today)) speak_of_consent(writing, consent);
}

}  // namespace

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

const Consent* consent_to_mentor(const Registry& registry, const Mentor& mentor, const Appointment* appointment) {
  const auto all = consents_of(registry, mentor.id, ConsentKind::mentor_appointment);
  const Consent* found = nullptr;
  for (const Consent* consent : appointment ? consents_behind(all, *appointment) : all) {
    const bool is_own = appointment && consent == &*appointment->consent;
    const bool later = appointment && appointment->from.given() && consent->given_on.given() &&
                       *consent->given_on > *appointment->from;
    if (is_own || !later) found = consent;
  }
  return found;
}

void consent_mentor(Writing& writing) {
  const Mentor& mentor = *writing.subject().mentor;
  const Appointment* last = mentor.appointments.empty() ? nullptr : &mentor.appointments.back();
  speak_of_consent(writing, consent_to_mentor(writing.registry(), mentor, last));
  const Date day = writing.day();
  write_signer(writing, mentor.id);
  const bool employed = falls_under_labour_code(writing.registry(), mentor.id, day);
  writing.set("labour_code", employed ? "да" : "");
  writing.values().list("labour_terms");
  if (employed) write_labour_terms(writing, mentor, day);
  std::vector<std::string> topics;
  for (const At<TopicCode>& code : mentor.topics)
    if (code.given()) topics.push_back(title_of_topic(writing.registry(), *code).ru);
  writing.values().list("topics");
  if (!topics.empty()) writing.values().add("topics").set("list", listed(topics));
  writing.day_ordered(writing.values(), "from", last ? last->from : At<Day>{}, last ? last->order : Link<Order>{},
                      {"с какого дня наставник", "mentor from which day"}, where(mentor, "appointments, from"));
}

void consent_participation(Writing& writing) {
  const Subject& subject = writing.subject();
  speak_of_consent(writing, last_of(participation_consents(writing.registry(), *subject.pair, subject.person)));
  write_signer(writing, writing.subject().person);
  write_pair(writing, *writing.subject().pair, writing.subject().person);
}

void consent_helper(Writing& writing) {
  const Pair& pair = *writing.subject().pair;
  const Helper& helper = pair.helpers[writing.subject().item];
  if (helper.consent.given()) speak_of_consent(writing, &*helper.consent);
  write_signer(writing, helper.person.id);
  write_pair(writing, pair, helper.person.id);
  writing.led(writing.values(), "topic", helper.topic, {"в чём помощь", "what the help is about"},
              where(pair, "helpers, topic"));
  writing.date(writing.values(), "from", helper.from, {"день первой помощи", "first day of help"},
               where(pair, "helpers, from"));
  writing.values().list("until");
  if (helper.to.given()) writing.values().add("until").set("to", date_in_words(*helper.to));
}

void consent_data(Writing& writing) {
  speak_of_data_consent(writing, ConsentKind::pd_processing);
  write_signer(writing, writing.subject().person);
  const bool mentor = writing.registry().all<Mentor>().find(writing.subject().person) != nullptr;
  writing.set("bank", mentor ? "наставников" : "наставляемых");
}

void consent_publication(Writing& writing) {
  speak_of_data_consent(writing, ConsentKind::pd_dissemination);
  write_signer(writing, writing.subject().person);
  const Organization& school = writing.registry().organization();
  const bool mentor = writing.registry().all<Mentor>().find(writing.subject().person) != nullptr;
  writing.set("bank", mentor ? "наставников" : "наставляемых");
  writing.values().list("networks");
  for (const At<Url>& url : school.site->social_urls)
    if (url.given()) writing.values().add("networks").set("url", std::string(*url));
}

}  // namespace nastavnik::papers
