#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "model/notions/topics.h"

// The certificate of a mentor's work, for attestation.

namespace nastavnik::papers {
namespace {

std::string person_and_post(const Writing& writing, std::string_view id, Date day) {
  Values values;
  writing.person(values, "x", id, day);
  const Value& position = *values.find("x.position");
  const std::string name = writing.name_of(id);
  return name + (position.gap || position.text.empty() ? "" : ", " + position.text);
}

/// «17.09.2024 –\n23.05.2025»; what goes on has no last day.
std::string term_of(const Pair& pair) {
  const bool is_over = pair.end.given() && pair.end->date.given();
  return date_in_figures(*pair.start) + " –\n" + (is_over ? date_in_figures(*pair.end->date) : "по настоящее время");
}

std::string reference(const Link<Order>& order) {
  return order.to && order->date.given() && order->number.given() ? order_in_words(*order->date, *order->number) : "";
}

/// The order of the pair and, where it is another, the one that appointed the mentor.
void write_orders(const Writing& writing, Values& values, const Mentor& mentor, const Pair& pair) {
  const Appointment* appointment = appointment_on(mentor, *pair.start);
  const std::string assigned = reference(pair.order), appointed = appointment ? reference(appointment->order) : "";
  writing.order(values, "order", pair.order, {"приказ о закреплении", "order assigning the pair"},
                where(pair, "order"));
  values.set("appointed", appointed == assigned ? "" : appointed);
}

std::string work_of(const Writing& writing, const Pair& pair, const Program* program) {
  std::vector<std::string> words;
  if (program && program->title.given()) words.push_back(quoted(*program->title));
  if (pair.role_form.given()) words.push_back(label(pair.role_form));
  std::vector<std::string> directions;
  if (program)
    for (const At<TopicCode>& code : program->directions)
      if (code.given()) directions.push_back(title_of_topic(writing.registry(), *code).ru);
  if (!directions.empty()) words.push_back(listed(directions));
  return fmt::format("{}", fmt::join(words, ";\n"));
}

/// How the programme ended and what it has brought, as far as it is recorded.
std::string result_of(const Program* program) {
  if (!program || !program->completion.given()) return program ? "программа продолжается" : "—";
  const At<Choice<Ground>>& ground = program->completion->ground;
  std::string result = !ground.given()                     ? "завершена"
                       : *ground == Ground::plan_completed ? "план выполнен в полном объёме"
                                                           : "завершена досрочно";
  if (program->results.given()) result += ".\n" + std::string(*program->results);
  return result;
}

bool has_worked(const Writing& writing, const Pair& pair) { return pair.start.given() && *pair.start <= writing.day(); }

void write_works(Writing& writing, const Mentor& mentor) {
  std::vector<const Pair*> pairs(writing.registry().pairs_of_mentor(mentor.id).begin(),
                                 writing.registry().pairs_of_mentor(mentor.id).end());
  std::erase_if(pairs, [&](const Pair* pair) { return !has_worked(writing, *pair); });
  std::ranges::stable_sort(pairs, {}, [](const Pair* pair) { return *pair->start; });
  std::set<std::string_view> mentees;
  std::size_t number = 0;
  writing.values().list("works");
  for (const Pair* pair : pairs) {
    const auto programs = writing.registry().programs_of(*pair);
    const Program* program = programs.empty() ? nullptr : programs.front();
    Values& values = writing.values().add("works");
    values.set("n", std::to_string(++number));
    values.set("term", term_of(*pair));
    std::vector<std::string> with;
    for (const Member& member : pair->mentees) {
      with.push_back(person_and_post(writing, member.person.id, *pair->start));
      mentees.insert(member.person.id);
    }
    values.set("mentees", fmt::format("{}", fmt::join(with, ";\n")));
    values.set("work", work_of(writing, *pair, program));
    write_orders(writing, values, mentor, *pair);
    values.set("result", result_of(program));
  }
  writing.set("pairs_in_all", std::to_string(pairs.size()));
  writing.set("mentees_in_all", std::to_string(mentees.size()));
}

void write_training(Writing& writing, const Mentor& mentor) {
  writing.values().list("training");
  for (const Training& training : mentor.training) {
    if (!training.title.given() || !training.date.given()) continue;
    std::string text = quoted(*training.title);
    if (training.provider.given()) text += ", " + std::string(*training.provider);
    if (training.hours.given()) text += fmt::format(", {}\u00a0ч", *training.hours);
    text += ", " + date_in_figures(*training.date);
    if (training.document.given()) text += fmt::format(" ({})", *training.document);
    writing.values().add("training").set("text", std::move(text));
  }
  writing.set("has_training", writing.values().find("training")->items.empty() ? "" : "да");
}

void write_practices(Writing& writing, const Mentor& mentor) {
  writing.values().list("practices");
  for (const Practice& practice : writing.registry().all<Practice>()) {
    const bool is_author =
        std::ranges::any_of(practice.authors, [&](const Link<Person>& author) { return author.id == mentor.id; });
    if (!is_author || !practice.title.given() || !practice.date.given()) continue;
    writing.values().add("practices").set("text", quoted(*practice.title) + ", " + date_in_figures(*practice.date));
  }
  writing.set("has_practices", writing.values().find("practices")->items.empty() ? "" : "да");
}

}  // namespace

void mentoring_certificate(Writing& writing) {
  const Mentor& mentor = *writing.subject().mentor;
  writing.person(writing.values(), "person", mentor.id);
  write_works(writing, mentor);
  write_training(writing, mentor);
  write_practices(writing, mentor);
}

}  // namespace nastavnik::papers
