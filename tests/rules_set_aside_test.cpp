#include <doctest/doctest.h>

#include "model/kinds/waivers.h"
#include "model/load.h"
#include "rules/baseline.h"
#include "rules/catalogue.h"
#include "rules/set_aside.h"
#include "rules/waiver_rules.h"
#include "tests/memory_tree.h"

using namespace nastavnik;

namespace {

/// A school that lacks most of what is asked for.
MemoryTree poor_school() {
  return MemoryTree({{"nastavnik.yaml", "format: 1\n"},
                     {"organization.yaml", "full_name: Школа\nno_such_key: 1\n"},
                     {"pairs/2025-003.yaml", "mentor: p-017\nmentees: [{person: p-031}]\nstart: 2025-09-01\n"},
                     {"people/p-017.yaml", "full_name: Соколова Марина Петровна\n"},
                     {"people/p-031.yaml", "full_name: Ким Дарья Романовна\n"}});
}

std::unique_ptr<Loaded> read(const Tree& tree) { return load({.tree = tree, .today = Date(2026, 5, 31)}); }

Outcome checked(const Loaded& loaded, bool no_baseline = false) {
  return check(loaded, {.fingerprints = true, .no_baseline = no_baseline});
}

}  // namespace

TEST_CASE("a baseline holds what can be set aside, and the rest is counted") {
  MemoryTree tree = poor_school();
  const auto loaded = read(tree);
  const Outcome outcome = checked(*loaded, true);
  REQUIRE(outcome.fingerprints.size() > 1);
  CHECK(count_in_baseline(outcome) == 0);
  CHECK(count_beyond_baseline(outcome) > 0);
  CHECK(count_beyond_baseline(outcome) + outcome.fingerprints.size() >= outcome.findings.size());
}

TEST_CASE("what a baseline holds is shown with the lines that stand there for nothing") {
  MemoryTree tree = poor_school();
  const std::vector<std::string> all = checked(*read(tree), true).fingerprints;
  tree.put("baseline.txt", baseline_text(all) + "P2-2 programs/2099-001 end -\nчужая строка\n");
  const auto loaded = read(tree);
  const Outcome outcome = checked(*loaded);
  CHECK(count_in_baseline(outcome) == all.size());
  const Outcome shown = shown_of_baseline(outcome);
  REQUIRE(shown.findings.size() == all.size() + 2);
  CHECK(shown.findings[all.size()].of == &row_of(WaiverFault::stale_line));
  // What is no fingerprint at all may be a remark of somebody: it is told of and left alone.
  const std::vector<Span> stale = stale_lines(outcome, loaded->sources);
  REQUIRE(stale.size() == 1);
  CHECK(loaded->sources.text(stale.front()) == "P2-2 programs/2099-001 end -");
}

namespace {

/// How many findings the waiver with these lines covers in a school that has others already.
std::size_t covers(const std::string& lines, const std::string& others = {}) {
  MemoryTree tree = poor_school();
  tree.put("waivers.yaml", "waivers:\n" + others + lines);
  const auto loaded = read(tree);
  return covered(loaded->registry.the<Waivers>().waivers.back(), checked(*loaded));
}

const std::string decided = "reason: Так решено, decided_by: p-017, decided_on: 2026-05-31, until: 2026-08-31}\n";

}  // namespace

TEST_CASE("a waiver covers the findings of its rule, record and field that no other covers") {
  const std::string lines = "  - {rule: P10.5-2, record: pairs/2025-003, " + decided;
  const std::string of_mentor = "  - {rule: P10.5-2, record: pairs/2025-003, field: mentor, " + decided;
  CHECK(covers(lines) == 2);
  CHECK(covers(of_mentor) == 1);
  CHECK(covers(lines, of_mentor) == 1);
  CHECK(covers(of_mentor, of_mentor) == 0);
  CHECK(covers("  - {rule: P10.5-2, record: pairs/2025-004, " + decided) == 0);
  CHECK(covers("  - {rule: P10.5-1, record: pairs/2025-003, field: mentor, " + decided) == 0);
  CHECK(covers("  - {rule: P10.5-2, record: pairs/2025-003, item: a1, " + decided) == 0);
}
