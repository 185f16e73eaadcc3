#include "document/labour.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/topics.h"
#include "rules/clause.h"

// Papers between the school and a mentor who works in it: article 351.8 of the Labour Code.

namespace nastavnik {

bool falls_under_labour_code(const Registry& registry, std::string_view mentor, Date day) {
  const Clause* article = find_clause("tk351.8");
  return article && article->edition->in_force.holds(day) && works_here(registry, mentor, day) == Verdict::yes;
}

bool has_helped_employee(const Registry& registry, const Pair& pair) {
  const Date day = pair.end.given() && pair.end->date.given() ? *pair.end->date : registry.day();
  return has_employee(registry, pair, day) == Verdict::yes;
}

const LabourTerms* labour_terms_on(const Mentor& mentor, Date day) {
  const LabourTerms* found = nullptr;
  for (const LabourTerms& terms : mentor.labour_terms)
    if (terms.date.given() && terms.states.given() && (!terms.valid_to.given() || day <= *terms.valid_to))
      found = &terms;
  return found;
}

std::string reference_to(const LabourTerms& terms) {
  return order_in_words(*terms.date, terms.number.given() ? *terms.number : std::string_view());
}

namespace papers {
namespace {

constexpr std::string_view blank_reference = "от «____» ______________ ______ г. № ________";

/// What the records say of the kind of document; the last.
const LabourTerms* last_of(const Mentor& mentor, LabourDocument kind) {
  const LabourTerms* found = nullptr;
  for (const LabourTerms& terms : mentor.labour_terms)
    if (terms.date.given() && terms.document.given() && *terms.document == kind) found = &terms;
  return found;
}

/// The last day of the work, where all of it is over.
Date last_day(const Writing& writing, const std::vector<const Pair*>& pairs) {
  std::optional<Date> last;
  for (const Pair* pair : pairs) {
    if (!pair->end.given() || !pair->end->date.given()) return writing.day();
    last = std::max(last.value_or(*pair->end->date), *pair->end->date);
  }
  return std::min(last.value_or(writing.day()), writing.day());
}

/// The agreement already signed that the paper repeats.
const LabourTerms* signed_addendum(const Mentor& mentor, Date day) {
  const LabourTerms* terms = labour_terms_on(mentor, day);
  return terms && terms->document.given() && *terms->document == LabourDocument::addendum ? terms : nullptr;
}

/// The pairs that the work is with: those with employees that have not ended, else the last that has.
std::vector<const Pair*> pairs_about(const Writing& writing, const Mentor& mentor) {
  std::vector<const Pair*> running, ended;
  for (const Pair* pair : writing.registry().pairs_of_mentor(mentor.id)) {
    if (!has_helped_employee(writing.registry(), *pair)) continue;
    const bool over = pair->end.given() && pair->end->date.given() && *pair->end->date < writing.day();
    (over ? ended : running).push_back(pair);
  }
  if (running.empty() && !ended.empty()) running.push_back(ended.back());
  return running;
}

void write_mentees(Writing& writing, const Mentor& mentor, const std::vector<const Pair*>& pairs) {
  for (const Pair* pair : pairs)
    for (const Member* member : members_nearest(*pair, writing.day()))
      writing.person(writing.values().add("mentees"), "mentee", member->person.id);
  if (pairs.empty())
    Writing::lack_person(
        writing.values().add("mentees"), "mentee",
        {{"кому помогает наставник", "whom the mentor helps"}, fmt::format("pairs: mentor: {}", mentor.id)});
}

/// What is to be done, how and until when, as far as the programmes of the pairs tell.
void write_work(Writing& writing, const std::vector<const Pair*>& pairs, std::optional<Date>& end) {
  std::vector<std::string> titles, directions, forms, kinds;
  const auto add = [](std::vector<std::string>& list, const std::string& word) {
    if (!word.empty() && std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
  };
  std::size_t programs = 0;
  for (const Pair* pair : pairs) {
    add(forms, label(pair->role_form));
    for (const Program* program : writing.registry().programs_of(*pair)) {
      ++programs;
      add(titles, program->title.given() ? quoted(*program->title) : "");
      for (const At<TopicCode>& code : program->directions)
        if (code.given()) add(directions, title_of_topic(writing.registry(), *code).ru);
      for (const std::string& kind : kinds_of(*program, writing.day())) add(kinds, kind);
      if (const At<Day> last = end_of_term(*program, writing.day()); last.given())
        end = std::max(end.value_or(*last), *last);
    }
  }
  const char* programs_words =
      programs > 1 ? "персонализированных программ наставничества" : "персонализированной программы наставничества";
  writing.set("programs", programs_words + (titles.empty() ? "" : " " + listed(titles)));
  writing.set("directions", listed(directions));
  writing.set("kinds", listed(kinds));
  if (!forms.empty()) return writing.set("form", listed(forms));
  writing.values().lack("form", {{"форма наставничества", "form of mentoring"},
                                 pairs.empty() ? "pairs: role_form" : where(*pairs.front(), "role_form")});
}

void write_term(Writing& writing, const Mentor& mentor, const std::vector<const Pair*>& pairs,
                const std::optional<Date>& end) {
  const Appointment* appointment = mentor.appointments.empty() ? nullptr : &mentor.appointments.back();
  const At<Day> none;
  const At<Day>& from = appointment && appointment->from.given() ? appointment->from
                        : pairs.empty()                          ? none
                                                                 : pairs.front()->start;
  const Link<Order> order = appointment && appointment->order.to ? appointment->order
                            : pairs.empty()                      ? Link<Order>{}
                                                                 : pairs.front()->order;
  writing.day_ordered(writing.values(), "from", from, order, {"с какого дня наставник", "mentor from which day"},
                      where(mentor, "appointments, from"));
  if (end)
    writing.set("to", date_in_words(*end));
  else if (!order.to)  // nor is there a programme before the order
    writing.set("to", std::string(blank_date));
  else
    writing.values().lack("to", {{"окончание работы", "end of the work"}, where(mentor, "labour_terms, valid_to")});
}

std::string consent_of(const Registry& registry, const Mentor& mentor) {
  const Appointment* last = mentor.appointments.empty() ? nullptr : &mentor.appointments.back();
  const Consent* consent = consent_to_mentor(registry, mentor, last);
  return consent && consent->given_on.given() ? "от " + date_in_words(*consent->given_on) : "";
}

}  // namespace

namespace {

/// «действующего на основании …»: as the head is called.
std::string_view acting_word(const Writing& writing) {
  const Value* head = writing.values().find("head.full");
  const Gender gender = head->gap ? Gender::unknown : gender_of(name_parts(head->text));
  return gender == Gender::male ? "действующего" : gender == Gender::female ? "действующей" : "действующего(-ей)";
}

}  // namespace

void labour_addendum(Writing& writing) {
  const Mentor& mentor = *writing.subject().mentor;
  const std::vector<const Pair*> pairs = pairs_about(writing, mentor);
  const LabourTerms* terms = signed_addendum(mentor, last_day(writing, pairs));
  const bool repeats = terms && writing.number().empty() && !writing.is_dated();
  if (repeats) {
    writing.speak_of(terms->date);
    if (terms->number.given()) writing.set("number", std::string(*terms->number));
    writing.set("date", date_in_words(*terms->date));
  }
  writing.set("head.acting", std::string(acting_word(writing)));
  const LabourTerms* contract = last_of(mentor, LabourDocument::contract);
  writing.set("contract", contract ? reference_to(*contract) : std::string(blank_reference));
  writing.set("consented", consent_of(writing.registry(), mentor));
  writing.person(writing.values(), "person", mentor.id);
  write_mentees(writing, mentor, pairs);
  std::optional<Date> end;
  write_work(writing, pairs, end);
  if (repeats && terms->valid_to.given()) end = *terms->valid_to;
  write_term(writing, mentor, pairs, end);
}

void cancellation_notice(Writing& writing) {
  const Mentor& mentor = *writing.subject().mentor;
  const Appointment& appointment = mentor.appointments.back();
  Values& values = writing.values();
  const bool notified = appointment.end.given() && appointment.end->notified_on.given();
  if (notified && !writing.is_dated()) {
    writing.speak_of(appointment.end->notified_on);
    values.set("date", date_in_words(*appointment.end->notified_on));
  }
  writing.person(values, "person", mentor.id);
  writing.order(values, "appointed", appointment.order, {"приказ о назначении наставником", "order of appointment"},
                where(mentor, "appointments, order"));
  const LabourTerms* addendum = signed_addendum(mentor, writing.day());
  values.set("addendum", addendum ? reference_to(*addendum) : "");
  const bool decided = appointment.end.given() && appointment.end->date.given();
  values.set("end", decided ? date_in_words(*appointment.end->date) : "«____» ______________ 20___ г.");
}

}  // namespace papers
}  // namespace nastavnik
