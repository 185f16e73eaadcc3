#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "document/catalogue.h"
#include "document/draft.h"
#include "document/wording.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/topics.h"
#include "model/shape.h"
#include "tests/fixture_run.h"

// The paper of a programme holds all that is recorded of it.

namespace nastavnik {
namespace {

constexpr Date day{2025, 12, 15};

/// A registry in which every field of a programme is given.
const char* full_program = R"(~~ mentees/p-031.yaml ~~
difficulties:
  - {id: d1, found_on: 2025-08-27, topic: teaching_methods, text: Планирование урока, resolved_on: 2025-11-21}
  - {id: d2, found_on: 2024-09-02, topic: digital, text: Электронный журнал, resolved_on: 2025-05-20}
  - {id: d3, found_on: 2024-09-03, topic: digital, text: Видеозапись урока, resolved_on: 2025-05-21}
~~ programs/2025-003.yaml ~~
title: Уверенный урок
end: 2026-05-28
cancelled: {date: 2025-08-22, reason: Набор отложен}
own_tasks: [Помочь составить десять планов урока, Научить разбирать свой урок]
tasks: [adaptation, methods]
kinds: [traditional, other]
kinds_note: педагогическая мастерская
tools: [portal, other]
tools_note: школьный чат
legs: [young_to_experienced]
directions: [teaching_methods]
expected_results: [Десять планов урока]
goals:
  - {text: Первый план урока, due_on: 2025-09-26}
schedule: {fixed_on: 2025-09-02, text: по вторникам после шестого урока}
drafted_with:
  - {person: p-031, date: 2025-08-29}
  - {people: [p-017], date: 2025-08-30}
accepted:
  - {body: Педагогический совет, date: 2025-08-28, minutes: {number: "1", date: 2025-08-28}}
agreed:
  - {body: Методическое объединение учителей математики, date: 2025-08-29, minutes: {number: "2", date: 2025-08-29}}
approved: {date: 2025-08-30, person: p-002}
activities:
  - id: a1
    title: Взаимопосещение уроков
    kind: other
    kind_note: наблюдение
    targets: [p-031/d1, p-031/d3]
    from: 2025-09-08
    due_on: 2025-10-31
    term: октябрь
    responsible: p-017
    format: in_person
    moves:
      - {decided_on: 2025-10-20, to: 2025-11-07, reason: каникулы сдвинуты}
    checks:
      - {date: 2025-10-14, checked_by: p-017, result: Планы пяти уроков}
    done: {date: 2025-11-06, result: Посещено шесть уроков}
  - {id: a2, title: Мастер-класс, kind: traditional, targets: [p-031/s1], term: еженедельно, responsible: p-031, added_by: m1}
  - {id: a3, title: Поездка, due_on: 2025-11-28, responsible: p-031, format: remote, cancelled_by: m1}
amendments:
  - {id: m1, date: 2025-10-06, changes: [plan], reason: Нет автобуса}
proposals:
  - date: 2025-10-09
    made_by: p-031
    text: Приходить на уроки парами
    answer: {date: 2025-10-10, text: С ноября так и будет}
results: Уроки идут по плану
)";

/// Fields that the paper does not hold, and why.
const std::map<std::string, std::string> elsewhere{
    {"pair", "who takes part, in what form and by which order stands there by itself"},
    {"end", "the end as amended stands there, and the first one where it was moved"},
    {"amendments", "each has an amendment sheet; what it changed stands in the plan, the term and the kinds"},
    {"releases", "each has an order"},
    {"curator_checks", "they have a sheet of their own"},
    {"reports", "each is a paper of its own"},
    {"completion", "it has an act"},
    {"surveys", "answers of participants are theirs; what may be shown of them stands in the report on quality"},
    {"activities.id", "the mark is for the records"},
    {"activities.targets", "they stand there by their numbers in the lists of the paper"},
    {"activities.added_by", "the day of the amendment stands there"},
    {"activities.cancelled_by", "the day of the amendment stands there"},
};

struct Paper {
  Fixture fixture{.base = "pair", .as_of = day};
  CaseRegistry read;
  std::string text;

  explicit Paper(const std::string& changes) : read(load_case(fixture, {.title = "", .text = changes})) {
    CHECK(read.faults == std::vector<std::string>{});
    const DocumentKind& kind = *find_document("program");
    const std::vector<Subject> subjects = subjects_of(kind, registry());
    REQUIRE(subjects.size() == 1);
    Writing writing(registry(), subjects, {});
    kind.write(writing);
    text = plain(draft(kind, writing, PaperFormat::markdown, {.day = day}, std::nullopt).bytes);
  }

  const Registry& registry() const { return read.loaded->registry; }
  bool says(const std::string& words) const { return text.find(plain(words)) != std::string::npos; }

  /// Without what keeps a line from breaking.
  static std::string plain(std::string words) {
    for (const std::string& sign : {std::string("\u00a0"), std::string("\\")})
      for (std::size_t at = words.find(sign); at != std::string::npos; at = words.find(sign))
        words.replace(at, sign.size(), sign == "\\" ? "" : " ");
    return words;
  }
};

std::string surname_of(const Registry& registry, const std::string& id) {
  const Person* person = registry.all<Person>().find(id);
  REQUIRE(person);
  return std::string(name_parts(*person->full_name).surname);
}

/// The value as a paper may say it.
std::vector<std::string> said(const Registry& registry, const ValueShape& type, const void* value) {
  const std::string written = type.written(value);
  if (type.sort == Sort::day) return {date_in_figures(*parse_date(written)), date_in_words(*parse_date(written))};
  if (type.sort == Sort::link) return {surname_of(registry, written)};
  if (type.sort == Sort::topic) return {title_of_topic(registry, written).ru};
  for (const Code& code : type.notation().codes)
    if (code.code == written) return {std::string(code.label.ru)};
  return {without_stop(written)};
}

/// Looks at the values of the mapping; `seen` gathers the fields that had one.
void look(const Paper& paper, const Shape& shape, void* mapping, const std::string& prefix,
          std::set<std::string>& seen) {
  for (const FieldShape& field : shape.fields) {
    const std::string path = prefix + std::string(field.field.key);
    if (elsewhere.contains(path) || field.presence(mapping) != Presence::given) continue;
    const std::size_t size = field.is_list() ? field.list->size(field.member(mapping)) : 1;
    for (std::size_t i = 0; i < size; ++i) {
      void* item = field.is_list()      ? field.list->item(field.member(mapping), i)
                   : field.is_mapping() ? field.inner(mapping)
                                        : field.member(mapping);
      seen.insert(path);
      if (field.is_mapping()) {
        look(paper, *field.shape, item, path + ".", seen);
        continue;
      }
      const std::vector<std::string> ways = said(paper.registry(), *field.value, item);
      const bool noted = field.note && field.value->written(item) == "other";
      CHECK_MESSAGE((noted || std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return paper.says(way); })),
                    path, ": ", ways.front());
    }
    if (field.note) CHECK_MESSAGE(paper.says(field.note->written(field.note_in(mapping))), path, "_note");
  }
}

/// Every field that a programme may have, but for what lies within those the paper does not hold.
void fields_of(const Shape& shape, const std::string& prefix, std::set<std::string>& all) {
  for (const FieldShape& field : shape.fields) {
    const std::string path = prefix + std::string(field.field.key);
    all.insert(path);
    if (field.is_mapping() && !elsewhere.contains(path)) fields_of(*field.shape, path + ".", all);
  }
}

}  // namespace

TEST_CASE("the paper of a programme holds each field that is recorded, or it is told why not") {
  const Paper paper(full_program);
  const Program& program = *paper.registry().all<Program>().find("2025-003");
  std::set<std::string> all, seen;
  fields_of(shape_of<Program>(), "", all);
  look(paper, shape_of<Program>(), const_cast<Program*>(&program), "", seen);
  for (const std::string& field : all) CHECK_MESSAGE((seen.contains(field) || elsewhere.contains(field)), field);
  for (const auto& one : elsewhere) {
    CHECK_MESSAGE(all.contains(one.first), one.first);
    CHECK_MESSAGE(!one.second.empty(), one.first);
  }
}

TEST_CASE("a difficulty overcome does not read as open, and one overcome before the programme is none of it") {
  const Paper paper(full_program);
  CHECK(paper.says("1) Планирование урока (устранено 21 ноября 2025 г.)"));
  CHECK(!paper.says("Электронный журнал"));
  CHECK(paper.says("2) Видеозапись урока (устранено 21 мая 2025 г.)"));  // an activity is for it
  CHECK(paper.says("затруднения 1, 2"));
  CHECK(paper.says("сильная сторона 1"));
}

TEST_CASE("the plan says what amendments added and dropped, and how terms were moved") {
  const Paper paper(full_program);
  CHECK(paper.says(
      "08.09.2025 – 31.10.2025 (октябрь);<br>перенесено на 07.11.2025 (решено 20.10.2025: каникулы сдвинуты)"));
  CHECK(paper.says("добавлено изменением от 06.10.2025 | еженедельно |"));
  CHECK(paper.says("исключено изменением от 06.10.2025 |"));
  CHECK(!paper.says(".. "));
  CHECK(paper.says("проверено 14.10.2025 (Соколова М. П.). Планы пяти уроков"));
  CHECK(paper.says("9 октября 2025 г., Ким Д. Р. — Приходить на уроки парами. Ответ от 10.10.2025. С ноября"));
}

TEST_CASE("who approved a programme by the records stands above it, and nobody is made up") {
  CHECK(Paper(full_program).says("Заместитель директора"));
  const Paper bare("");
  CHECK(bare.says("Директор"));
  CHECK(!bare.says("Результаты программы"));
  CHECK(!bare.says("Предложения по программе"));
  CHECK(!bare.says("первоначальному плану"));
}

TEST_CASE("the order of a pair that has none yet is written in by hand") {
  CHECK(Paper("~~ pairs/2025-003.yaml ~~\nxx order xx\n").says("приказ о закреплении от «____»"));
  CHECK(Paper("").says("приказ о закреплении от 01.09.2025 № 98"));
}

TEST_CASE("a term that was moved stands beside the first one") {
  const Paper paper(R"(~~ programs/2025-003.yaml ~~
amendments:
  - {id: m1, date: 2025-10-06, changes: [term], reason: Каникулы, new_end: 2026-06-15}
)");
  CHECK(paper.says("по 15 июня 2026 г. (по первоначальному плану — по 29 мая 2026 г.)"));
}

}  // namespace nastavnik
