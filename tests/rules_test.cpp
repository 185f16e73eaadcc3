#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <fmt/ranges.h>

#include "base/text.h"
#include "model/load.h"
#include "report/address.h"
#include "rules/catalogue.h"
#include "rules/clause.h"
#include "rules/fixture.h"
#include "source/memory.h"

// Every rule has a file tests/rules/<ID>.test; its cases are small registries that break the rule and that just keep it.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const fs::path tests = fs::path(SOURCE_DIR) / "tests";

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

FileTexts read_base(const std::string& name) {
  static std::map<std::string, FileTexts> bases;
  FileTexts& files = bases[name];
  const fs::path root = tests / "base" / name;
  if (files.empty() && fs::is_directory(root))
    for (const auto& entry : fs::recursive_directory_iterator(root))
      if (entry.is_regular_file()) files[entry.path().lexically_relative(root).generic_string()] = slurp(entry.path());
  return files;
}

std::vector<fs::path> fixture_paths() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(tests / "rules"))
    if (entry.path().extension() == ".test") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// One case, run under the whole catalogue.
struct CaseRun {
  FileTexts files;
  MemoryTree tree;  ///< holds the bytes that everything below looks at
  std::unique_ptr<Loaded> loaded;
  Outcome outcome;
};

ReadFault fault_named(const std::string& word) {
  static const std::map<std::string, ReadFault> faults{{"denied", ReadFault::denied},       {"not_regular", ReadFault::not_regular},
                                                       {"outside", ReadFault::outside},     {"too_large", ReadFault::too_large},
                                                       {"missing", ReadFault::missing},     {"io", ReadFault::io}};
  const auto found = faults.find(word);
  REQUIRE_MESSAGE(found != faults.end(), word);
  return found->second;
}

CaseRun run_case(const Fixture& fixture, const FixtureCase& fixture_case, std::vector<std::string>& faults) {
  CaseRun run;
  run.files = apply_case(fixture_case, read_base(fixture_case.base.value_or(fixture.base)), faults);
  for (const auto& [path, text] : run.files) run.tree.put(path, text);
  for (const auto& [path, word] : unreadable_files(fixture_case)) run.tree.spoil(path, fault_named(word));
  const Date day = fixture_case.as_of.value_or(fixture.as_of);
  run.loaded = load({.tree = run.tree, .today = fixture_case.today.value_or(day), .as_of = day});
  run.outcome = check(*run.loaded, {});
  return run;
}

/// The key that the finding stands at: the one before its value on the line, or the marked key itself.
bool stands_at_key(const Sources& sources, const Finding& finding, const std::string& key) {
  const Position at = sources.position(finding.span);
  const std::string_view line = sources.line(finding.span.source, at.line);
  const std::string_view text = sources.text(finding.span);
  if (text == key || text.starts_with(key + ":") || text.starts_with("{" + key + ":")) return true;
  const std::size_t value = line.find(text.substr(0, text.find('\n')));
  const std::string_view before = line.substr(0, value == line.npos ? 0 : value);
  return before.ends_with(key + ": ") || before.ends_with(key + ": [");
}

bool meets(const Sources& sources, const Finding& finding, const Expectation& wanted) {
  if (finding.of->id != wanted.id || sources.path(finding.span) != wanted.path) return false;
  if (!wanted.severity.empty() && code_of(finding.severity) != wanted.severity) return false;
  if (wanted.line != 0 && sources.position(finding.span).line != static_cast<std::uint32_t>(wanted.line)) return false;
  if (!wanted.key.empty() && !stands_at_key(sources, finding, wanted.key)) return false;
  return finding.label.ru.find(wanted.message) != std::string::npos || finding.of->title.ru.find(wanted.message) != std::string_view::npos;
}

std::string shown(const Sources& sources, const Finding& finding) {
  const Position at = sources.position(finding.span);
  return fmt::format("{}:{}:{}: {}:{}: {}", sources.path(finding.span), at.line, at.column, finding.of->id, code_of(finding.severity), finding.label.ru);
}

/// Compares what was found of the expected rules with what was expected; the differences in words.
std::string differences(const Fixture& fixture, const CaseRun& run, std::vector<Expectation> wanted) {
  std::set<std::string> ids{fixture.id};
  for (const Expectation& expectation : wanted) ids.insert(expectation.id);
  std::string text;
  for (const Finding& finding : run.outcome.findings) {
    if (!ids.contains(std::string(finding.of->id))) continue;
    const auto met = std::find_if(wanted.begin(), wanted.end(), [&](const Expectation& e) { return meets(run.loaded->sources, finding, e); });
    if (met == wanted.end()) text += "  not expected: " + shown(run.loaded->sources, finding) + "\n";
    else wanted.erase(met);
  }
  for (const Expectation& e : wanted) text += fmt::format("  not found: {}:{}: {} {} \"{}\"\n", e.path, e.line, e.id, e.key, e.message);
  return text;
}

bool is_undecided(const Fixture& fixture, const Outcome& outcome) {
  return std::any_of(outcome.undecided.begin(), outcome.undecided.end(), [&](const Undecided& u) { return u.of->id == fixture.id; });
}

/// What the case expects to be left undecided and was decided.
std::string decided_after_all(const CaseRun& run, const FixtureCase& fixture_case) {
  std::string text;
  for (const Expectation& wanted : expected_undecided(fixture_case)) {
    const auto is_met = [&](const Undecided& u) { return u.of->id == wanted.id && run.loaded->sources.path(u.span) == wanted.path; };
    if (std::none_of(run.outcome.undecided.begin(), run.outcome.undecided.end(), is_met)) text += fmt::format("  decided after all: {} {}\n", wanted.id, wanted.path);
  }
  return text;
}

/// A title says what its case shows: «нарушает», «соблюдает», «не решено».
std::string title_faults(const Fixture& fixture, const FixtureCase& fixture_case, const Outcome& outcome, const std::vector<Expectation>& wanted) {
  const bool breaks = std::any_of(wanted.begin(), wanted.end(), [&](const Expectation& e) { return e.id == fixture.id; });
  const Requirement* row = find_requirement(fixture.id);
  if (fixture_case.title.starts_with("нарушает")) return breaks || (row && row->by_format && !wanted.empty()) ? "" : "  a case that breaks the rule expects nothing\n";
  if (fixture_case.title.starts_with("соблюдает")) return breaks ? "  a case that keeps the rule expects a finding\n" : "";
  if (fixture_case.title.starts_with("не решено")) return !breaks && is_undecided(fixture, outcome) ? "" : "  the rule was decided\n";
  return "  the title begins neither with «нарушает» nor «соблюдает» nor «не решено»\n";
}

std::string what_fires_besides(const Fixture& fixture, const CaseRun& run, const std::vector<Expectation>& wanted) {
  std::set<std::string> ids;
  for (const Finding& finding : run.outcome.findings) ids.insert(std::string(finding.of->id));
  for (const Undecided& undecided : run.outcome.undecided) ids.insert("?" + std::string(undecided.of->id));
  ids.erase(fixture.id);
  ids.erase("?" + fixture.id);
  for (const Expectation& expectation : wanted) ids.erase(expectation.id);
  return fmt::format("{}", fmt::join(ids, " "));
}

bool is_update() { return std::getenv("UPDATE") != nullptr; }

}  // namespace

TEST_CASE("each case finds exactly what it expects") {
  std::size_t cases = 0;
  const char* only = std::getenv("ONLY");
  for (const fs::path& path : fixture_paths()) {
    const Fixture fixture = parse_fixture(slurp(path));
    if (only && fixture.id != only) continue;
    for (const std::string& fault : fixture.faults) FAIL_CHECK(path.filename().string() << ": " << fault);
    CHECK_MESSAGE(path.stem() == fixture.id, path.string());
    for (const FixtureCase& one : fixture.cases) {
      std::vector<std::string> faults;
      const CaseRun run = run_case(fixture, one, faults);
      const std::vector<Expectation> wanted = expectations(one, run.files);
      const std::string wrong = differences(fixture, run, wanted) + decided_after_all(run, one) + title_faults(fixture, one, run.outcome, wanted);
      CHECK_MESSAGE((wrong.empty() && faults.empty()), fmt::format("{}:{}: {}\n{}{}", path.string(), one.line, one.title, wrong, fmt::join(faults, "\n")));
      ++cases;
    }
  }
  CHECK(cases > 0);
}

TEST_CASE("what fires besides the rule of a case has been reviewed") {
  if (std::getenv("ONLY")) return;
  std::string together;
  for (const fs::path& path : fixture_paths()) {
    const Fixture fixture = parse_fixture(slurp(path));
    for (const FixtureCase& one : fixture.cases) {
      std::vector<std::string> faults;
      const CaseRun run = run_case(fixture, one, faults);
      const std::string besides = what_fires_besides(fixture, run, expectations(one, run.files));
      if (!besides.empty()) together += fmt::format("{} | {} | {}\n", fixture.id, one.title, besides);
    }
  }
  const fs::path file = tests / "rules" / "together.txt";
  if (is_update()) std::ofstream(file, std::ios::binary) << together;
  CHECK(together == slurp(file));
}

TEST_CASE("the bases break nothing on their days") {
  for (const auto& [name, day] : {std::pair<const char*, Date>{"bare", {2025, 8, 29}}, {"pair", {2025, 9, 15}}, {"year", {2026, 2, 10}}}) {
    MemoryTree tree;
    for (const auto& [path, text] : read_base(name)) tree.put(path, text);
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
    const fs::path path = tests / "rules" / (std::string(row->id) + ".test");
    const Fixture fixture = parse_fixture(slurp(path));
    CHECK(fixture.name == row->name);
    CHECK(std::any_of(fixture.cases.begin(), fixture.cases.end(), [](const FixtureCase& c) { return c.title.starts_with("нарушает"); }));
    CHECK(std::any_of(fixture.cases.begin(), fixture.cases.end(), [](const FixtureCase& c) { return c.title.starts_with("соблюдает"); }));
  }
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
