#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "acts/act.h"
#include "acts/making.h"
#include "acts/question.h"
#include "model/kinds.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/years.h"
#include "tests/fixture_run.h"
#include "tests/memory_tree.h"

// What an act asks: of every kind, from the field table, with what the records suggest.

namespace nastavnik {
namespace {

const Loaded& a_school() {
  static const MemoryTree tree = [] {
    MemoryTree files;
    for (const auto& [path, text] : base_files("pair")) files.put(path, text);
    return files;
  }();
  static const auto loaded = load({.tree = tree, .today = Date(2025, 9, 15)});
  return *loaded;
}

Typing typing() { return {.loaded = a_school(), .year_follows = true, .names = true}; }

const Question& question_of(const std::vector<Question>& all, const std::string& key) {
  const auto found = std::ranges::find(all, key, [](const Question& one) { return one.keys.front(); });
  REQUIRE(found != all.end());
  return *found;
}

Given given(const std::string& key, const std::string& code) { return {{key}, yaml_text(code)}; }

}  // namespace

TEST_CASE("of a new record of each kind all is asked that must be there") {
  for (const Kind* kind : folder_kinds()) {
    CAPTURE(std::string(kind->folder));
    const std::vector<Question> asked = questions_of(*kind, typing());
    CHECK(!asked.empty());
    for (const Question& one : asked) CHECK(one.field != nullptr);
    for (const Question& must : missing_of(shape_of_kind(*kind), {}))
      CHECK(std::ranges::count(asked, must.keys, &Question::keys) == 1);
  }
}

TEST_CASE("the records suggest what can be only one") {
  CHECK(question_of(questions_of(Order::kind, typing()), "signed_by").suggested == "p-001");
  CHECK(question_of(questions_of(Program::kind, typing()), "curator").suggested == "p-002");
  CHECK(question_of(questions_of(Program::kind, typing()), "pair").suggested.empty());  // the pair has its programme
  CHECK(name_question_of(SchoolYear::kind, typing())->suggested == "2026-2027");        // this year is on record
  CHECK(!name_question_of(Order::kind, typing()));
}

TEST_CASE("a sibling makes a field needed, or stands in its place") {
  const Shape& interest = *shape_of_kind(Pair::kind).find("interest")->shape;
  const Question person{.keys = {"person"}, .field = interest.find("person")};
  const Question people{.keys = {"people"}, .field = interest.find("people")};
  CHECK(is_needed(*person.field, {}));
  CHECK_FALSE(is_needed(*person.field, {given("people", "p-001")}));
  CHECK(is_open(people, {}));
  CHECK_FALSE(is_open(people, {given("person", "p-001")}));
  const std::vector<Question> missing = missing_of(interest, {given("person", "p-001")});
  CHECK(std::ranges::none_of(missing, [](const Question& one) { return one.keys.front() == "people"; }));
}

TEST_CASE("of an item it is asked what must be there and what a rule would miss, not what comes later") {
  const Shape& member = *shape_of_kind(Pair::kind).find("mentees")->shape;
  const std::vector<Question> asked = questions_of(member);
  REQUIRE(asked.size() == 1);
  CHECK(asked.front().keys.front() == "person");
}

TEST_CASE("who stands in a pair is in a bank") {
  const Shape& pair = shape_of_kind(Pair::kind);
  CHECK(bank_of(*pair.find("mentor"))->folder == "mentors");
  CHECK(bank_of(*pair.find("mentees")->shape->find("person"))->folder == "mentees");
  CHECK(bank_of(*shape_of_kind(Program::kind).find("curator")) == nullptr);
}

TEST_CASE("a record made of values is the one made of words") {
  const Lot lot = [] { return 7U; };
  const std::vector<std::string> words{"99-од", "date=05.09.2025", "title=О наставничестве",
                                       "kinds=назначить наставников"};
  const NewRecord by_words = new_record(Order::kind, words, typing(), lot);
  const NewRecord by_values = new_record(Order::kind, told_by(Order::kind, words, typing()), typing(), lot);
  CHECK(by_words.address == by_values.address);
  CHECK(by_words.changes.size() == by_values.changes.size());
  CHECK_THROWS_AS(require_free_id(SchoolYear::kind, "2025-2026", typing()), Refusal);
  CHECK_NOTHROW(require_free_id(SchoolYear::kind, "2026/2027", typing()));
}

TEST_CASE("an act covers kinds and fields that there are, each one act") {
  std::size_t covered = 0;
  for (const ActKind& kind : act_kinds())
    for (std::string_view rest = kind.covers; !rest.empty();) {
      const std::string one(rest.substr(0, rest.find(',')));
      rest.remove_prefix(std::min(one.size() + 1, rest.size()));
      CAPTURE(one);
      CHECK(act_covering(one) == &kind);
      const std::size_t dot = one.starts_with("organization.yaml") ? one.rfind('.') : one.find('.');
      const auto of_kind = [&](const KindShape& shape) { return shape.kind->folder == one.substr(0, dot); };
      const auto found = std::ranges::find_if(kind_shapes(), of_kind);
      REQUIRE(found != kind_shapes().end());
      if (dot != one.npos) CHECK(found->shape->find(one.substr(dot + 1)) != nullptr);
      ++covered;
    }
  CHECK(covered > 20);
  CHECK(act_covering("programs.completion.date")->name == "complete");
  CHECK(act_covering("programs.complete") == nullptr);
  CHECK(act_covering("people") == nullptr);
}

}  // namespace nastavnik
