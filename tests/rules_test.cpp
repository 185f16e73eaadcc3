#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "model/shape.h"
#include "rules/citation.h"
#include "rules/clause.h"
#include "tests/fixture_run.h"
#include "tests/source_root.h"

// Every rule has a file tests/rules/<ID>.test; its cases are small registries that break the rule and that just keep it.

using namespace nastavnik;

TEST_CASE("each case finds exactly what it expects, and what fires besides has been reviewed") {
  const char* only = std::getenv("ONLY");
  std::size_t cases = 0;
  std::string together;
  for (const Fixture& fixture : all_fixtures()) {
    if (only && fixture.id != only) continue;
    for (const std::string& fault : fixture.faults) FAIL_CHECK(fixture.id << ": " << fault);
    for (const FixtureCase& one : fixture.cases) {
      const CaseRegistry registry = load_case(fixture, one);
      const Outcome outcome = check(*registry.loaded, {});
      const std::string wrong = differences(fixture, one, registry, outcome);
      CHECK_MESSAGE(wrong.empty(),
                    fmt::format("tests/rules/{}.test:{}: {}\n{}", fixture.id, one.line, one.title, wrong));
      together += what_fires_besides(fixture, one, registry, outcome);
      ++cases;
    }
  }
  CHECK(cases > 0);
  if (only) return;
  if (std::getenv("UPDATE"))
    std::ofstream(nastavnik::source_root() / "tests/rules/together.txt", std::ios::binary) << together;
  CHECK(together == test_text("rules/together.txt"));
}

TEST_CASE("the bases break nothing on their days") {
  for (const auto& [name, day] :
       {std::pair<const char*, Date>{"bare", {2025, 8, 29}}, {"pair", {2025, 9, 15}}, {"year", {2026, 2, 10}}}) {
    MemoryTree tree;
    for (const auto& [path, text] : base_files(name)) tree.put(path, text);
    const auto loaded = load({.tree = tree, .today = day, .as_of = day});
    const Outcome outcome = check(*loaded, {});
    for (const Finding& finding : outcome.findings) FAIL_CHECK(name << ": " << shown(loaded->sources, finding));
    for (const Undecided& undecided : outcome.undecided) FAIL_CHECK(name << ": not decided: " << undecided.of->id);
    CHECK(outcome.records > 5);
  }
}

TEST_CASE("every row of the catalogue is complete") {
  std::set<std::string_view> ids, names;
  for (const Requirement* row : catalogue()) {
    CAPTURE(std::string(row->id));
    CHECK(ids.insert(row->id).second);
    CHECK(names.insert(row->name).second);
    CHECK_FALSE(row->name.empty());
    CHECK_FALSE(row->title.empty());
    CHECK_FALSE(row->remedy.empty());
    const Fixture fixture = parse_fixture(test_text(fmt::format("rules/{}.test", row->id)));
    CHECK(fixture.name == row->name);
    CHECK(std::any_of(fixture.cases.begin(), fixture.cases.end(),
                      [](const FixtureCase& c) { return c.title.starts_with("нарушает"); }));
    CHECK(std::any_of(fixture.cases.begin(), fixture.cases.end(),
                      [](const FixtureCase& c) { return c.title.starts_with("соблюдает"); }));
  }
}

TEST_CASE("a row says whose its words are: where the text was made countable it says how") {
  for (const Requirement* row : catalogue()) {
    CAPTURE(std::string(row->id));
    CHECK((row->nature == Nature::formalised) == !row->precise.empty());
  }
}

TEST_CASE("the limits that rows go by are those that a school may set") {
  std::set<std::string_view> named;
  for (const Requirement* row : catalogue())
    for (const std::string_view key : clause_ids(row->limits)) named.insert(key);
  // Of these no rule asks: they remind, say when something is due, or bound what a report shows.
  named.insert(
      {"statistics_due", "remind_program_end_days", "remind_roadmap_days", "remind_expiry_days", "survey_min_answers"});
  std::set<std::string_view> known;
  const std::span<const KindShape> trees = kind_shapes();
  for (const FieldShape& field : trees.front().fields())
    if (field.field.key == "thresholds")
      for (const FieldShape& threshold : field.fields()) known.insert(threshold.field.key);
  CHECK_MESSAGE(named == known, fmt::format("{}\n{}", fmt::join(named, " "), fmt::join(known, " ")));
}

TEST_CASE("the phrase of a row stands in its clause") {
  std::size_t phrases = 0;
  for (const Requirement* row : catalogue()) {
    CAPTURE(std::string(row->id));
    if (row->nature == Nature::text || row->nature == Nature::formalised) CHECK_FALSE(row->clauses.empty());
    if (row->phrase.empty()) continue;
    const Clause* clause = find_clause(row->clauses.substr(0, row->clauses.find(',')));
    REQUIRE(clause != nullptr);
    CHECK(quotes(*clause, row->phrase));
    ++phrases;
  }
  CHECK(phrases > 0);
}
