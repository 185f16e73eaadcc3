#include "acts/question.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include <fmt/format.h>

#include "base/date.h"
#include "model/kinds.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "rules/catalogue.h"
#include "rules/citation.h"

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

// What is known of a record when it is made. The field table says what must be there; the rest comes with the year.

constexpr std::array of_person{"full_name", "birth_year", "teaching_since", "positions", "consents"};
constexpr std::array of_mentor{"entered_on", "questionnaire.date", "topics", "max_mentees"};
constexpr std::array of_mentee{"entered_on", "category", "requests", "difficulties"};
constexpr std::array of_pair{"mentor", "mentees", "role_form"};
constexpr std::array of_program{"pair",        "curator", "start", "end",        "goal",
                                "form_choice", "tasks",   "kinds", "directions", "activities"};
constexpr std::array of_order{"number", "date", "title", "kinds", "signed_by"};
constexpr std::array of_year{"roadmap.order"};
constexpr std::array of_publication{"kinds", "url", "channel", "published_on", "legal_levels", "stages", "programs"};
constexpr std::array of_practice{"title", "date", "programs", "authors", "text"};

struct KnownFirst {
  const Kind* kind = nullptr;
  std::span<const char* const> keys{};
};
constexpr std::array known_first{
    KnownFirst{&Person::kind, of_person},     KnownFirst{&Mentor::kind, of_mentor},
    KnownFirst{&Mentee::kind, of_mentee},     KnownFirst{&Pair::kind, of_pair},
    KnownFirst{&Program::kind, of_program},   KnownFirst{&Order::kind, of_order},
    KnownFirst{&SchoolYear::kind, of_year},   KnownFirst{&Publication::kind, of_publication},
    KnownFirst{&Practice::kind, of_practice},
};

bool is(const Kind& kind, const Kind& other) { return kind.folder == other.folder; }

// What the records suggest

std::string the_only(const Strings& all) { return all.size() == 1 ? all.front() : std::string(); }

/// Of the pairs without a programme and without an end.
std::string pair_suggested(const Registry& registry) {
  std::set<std::string_view> with_program;
  for (const Program& program : registry.all<Program>()) with_program.insert(program.pair.id);
  Strings open;
  for (const Pair& pair : registry.all<Pair>())
    if (!pair.broken && pair.end.absent() && !with_program.contains(pair.id)) open.emplace_back(pair.id);
  return the_only(open);
}

std::string suggested(const Kind& kind, std::string_view key, const Registry& registry) {
  const Date day = registry.day();
  if (is(kind, Program::kind) && key == "pair") return pair_suggested(registry);
  if (is(kind, Program::kind) && key == "curator") {
    Strings curators;
    for (const CuratorTerm* term : curators_on(registry.organization(), day)) curators.emplace_back(term->person.id);
    return the_only(curators);
  }
  if (is(kind, Order::kind) && key == "signed_by")
    if (const HeadTerm* head = head_on(registry.organization(), day)) return std::string(head->person.id);
  return {};
}

const Given* given_at(std::string_view key, const std::vector<Given>& given) {
  const auto found = std::ranges::find(given, key, [](const Given& one) { return std::string_view(one.keys.front()); });
  return found == given.end() ? nullptr : &*found;
}

bool holds(const YamlValue& value, std::string_view code) {
  return value.text == code || std::ranges::any_of(value.list, [&](const YamlValue& one) { return one.text == code; });
}

/// What comes to be known later though a rule would miss it then: how a request was answered, who joined or left a group.
bool is_known_later(const Shape& shape, std::string_view key) {
  constexpr std::array later{std::string_view("outcome"), std::string_view("result"), std::string_view("out_order")};
  return std::ranges::count(later, key) != 0 || (key == "order" && shape.find("out_order"));
}

/// What is only for papers of some sort: an electronic signature, consent to publish data.
bool is_for_some(const Field& field) {
  return field.reported_by.starts_with("PD-") || field.reported_by.starts_with("S-");
}

/// The first of the rules that would call it an error to lack the field; those of a person speak of who is in a bank alone.
std::string_view rule_missing(const Shape& shape, const Field& field) {
  if (shape.kind && is(*shape.kind, Person::kind)) return {};
  if (is_for_some(field) || is_known_later(shape, field.key)) return {};
  for (const std::string_view id : clause_ids(field.reported_by))
    if (const Requirement* rule = find_requirement(id); rule && rule->severity == Severity::error) return rule->id;
  return {};
}

bool is_mark(const FieldShape& field) { return field.value && field.value->sort == Sort::mark; }

}  // namespace

Question question_at(const Shape& top, std::string_view path) {
  Question question;
  const Shape* shape = &top;
  while (!path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    question.keys.emplace_back(path.substr(0, dot));
    question.field = shape->find(question.keys.back());
    question.missed_by = rule_missing(*shape, question.field->field);
    shape = question.field->shape;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  question.required = question.keys.size() == 1 && is_needed(*question.field, {});
  return question;
}

bool is_needed(const FieldShape& shape, const std::vector<Given>& given) {
  const Field& field = shape.field;
  if (field.need == Need::required) return true;
  if (field.with.empty()) return false;
  const Given* sibling = given_at(field.with, given);
  if (field.with_code.empty()) return field.with_other != (sibling != nullptr);
  return sibling && holds(sibling->value, field.with_code) != field.with_other;
}

bool is_open(const Question& question, const std::vector<Given>& given) {
  const Field& field = question.field->field;
  const bool is_there = std::ranges::any_of(given, [&](const Given& one) {
    return one.keys == question.keys || (one.keys.size() == 1 && one.keys.front() == question.keys.front());
  });
  if (is_there) return false;
  return question.keys.size() > 1 || field.instead_of.empty() || !given_at(field.instead_of, given);
}

std::vector<Question> questions_of(const Kind& kind, const Typing& typing) {
  const Shape& shape = shape_of_kind(kind);
  const auto* found =
      std::ranges::find(known_first, kind.folder, [](const KnownFirst& one) { return one.kind->folder; });
  if (found == known_first.end()) return questions_of(shape);
  std::vector<Question> all;
  for (const char* key : found->keys) {
    all.push_back(question_at(shape, key));
    all.back().suggested = suggested(kind, key, typing.registry());
  }
  return all;
}

std::vector<Question> essentials_of(const Kind& kind) {
  if (is(kind, Pair::kind)) return {question_at(shape_of<Pair>(), "mentees")};
  return {};
}

bool may_hold_more(const Shape& shape, const std::vector<Given>& given) {
  constexpr std::array of_paper{std::string_view("file"), std::string_view("stored_at"), std::string_view("signature")};
  return std::ranges::any_of(shape.fields, [&](const FieldShape& field) {
    return !is_mark(field) && std::ranges::count(of_paper, field.field.key) == 0 &&
           is_open(question_at(shape, field.field.key), given);
  });
}

std::vector<Question> questions_of(const Shape& shape) {
  std::vector<Question> all;
  for (const FieldShape& field : shape.fields) {
    if (is_mark(field)) continue;
    const bool is_missed =
        !field.field.reported_by.empty() && !is_for_some(field.field) && !is_known_later(shape, field.field.key);
    if (!is_needed(field, {}) && !is_missed) continue;
    all.push_back(question_at(shape, field.field.key));
  }
  return all;
}

std::vector<Question> missing_of(const Shape& shape, const std::vector<Given>& given) {
  std::vector<Question> all;
  for (const FieldShape& field : shape.fields)
    if (!is_mark(field) && !given_at(field.field.key, given) && is_needed(field, given)) {
      all.push_back(question_at(shape, field.field.key));
      all.back().required = true;
    }
  return all;
}

std::optional<NameQuestion> name_question_of(const Kind& kind, const Typing& typing) {
  const Shape& pair = shape_of<Pair>();
  if (is(kind, Mentor::kind)) return NameQuestion{{"Кто это", "Who it is"}, pair.find("mentor"), {}};
  if (is(kind, Mentee::kind))
    return NameQuestion{{"Кто это", "Who it is"}, pair.find("mentees")->shape->find("person"), {}};
  if (is(kind, SchoolYear::kind)) {
    const Registry& registry = typing.registry();
    const int this_year = school_year(registry.day()).from.year();
    const bool is_there = registry.all<SchoolYear>().find(fmt::format("{}-{}", this_year, this_year + 1));
    const int first = is_there ? this_year + 1 : this_year;
    return NameQuestion{{"Какой учебный год", "Which school year"}, nullptr, fmt::format("{}-{}", first, first + 1)};
  }
  if (is(kind, Publication::kind) || is(kind, Practice::kind))
    return NameQuestion{
        {"Как назвать запись (латиницей, для имени файла)", "What to call the record (for the name of its file)"},
        nullptr,
        {}};
  return std::nullopt;
}

const Kind* bank_of(const FieldShape& field) {
  const Shape& pair = shape_of<Pair>();
  if (&field == pair.find("mentor")) return &Mentor::kind;
  return &field == pair.find("mentees")->shape->find("person") ? &Mentee::kind : nullptr;
}

}  // namespace nastavnik
