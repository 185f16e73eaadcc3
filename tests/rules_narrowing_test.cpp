// Asked about some files, a check says of them what it says of everything, with any number of threads.

#include <filesystem>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/load.h"
#include "source/disk.h"
#include "tests/fixture_run.h"
#include "tests/source_root.h"

using namespace nastavnik;

namespace {

#ifdef __SANITIZE_THREAD__
constexpr bool one_of_each = true;  // one case of a rule shows what its threads share
#else
constexpr bool one_of_each = false;
#endif

std::string told(const Sources& sources, const Finding& finding) {
  std::string text = shown(sources, finding) + " " + finding.label.en + " " + finding.fingerprint;
  for (const Place& place : finding.also)
    text += fmt::format(" {}:{} {}", sources.path(place.span), place.span.begin, place.label.ru);
  for (const Requirement* row : finding.joined) text += fmt::format(" {}", row->id);
  return text + "\n";
}

/// What is said of a file, or with an empty path of all, in its order.
std::string told(const Sources& sources, const Outcome& outcome, std::string_view path = {}) {
  std::string text;
  const auto is_asked = [&](Span place) { return path.empty() || sources.path(place) == path; };
  for (const Finding& finding : outcome.findings)
    if (is_asked(finding.span)) text += told(sources, finding);
  for (const Undecided& undecided : outcome.undecided)
    if (is_asked(undecided.span))
      text += fmt::format("{}:{} not decided: {} {}\n", sources.path(undecided.span), undecided.span.begin,
                          undecided.of->id, undecided.why.ru);
  for (const SetAside& aside : outcome.set_aside)
    if (is_asked(aside.finding.span)) text += "set aside: " + told(sources, aside.finding);
  return text;
}

/// The files of which something is said.
std::set<std::string> files_of(const Sources& sources, const Outcome& outcome) {
  std::set<std::string> files;
  for (const Finding& finding : outcome.findings) files.emplace(sources.path(finding.span));
  for (const Undecided& undecided : outcome.undecided) files.emplace(sources.path(undecided.span));
  for (const SetAside& aside : outcome.set_aside) files.emplace(sources.path(aside.finding.span));
  return files;
}

/// How many files were compared.
std::size_t compare(const std::string& what, const Loaded& loaded) {
  const Outcome all = check(loaded, {.fingerprints = true});
  CHECK_MESSAGE(told(loaded.sources, all) == told(loaded.sources, check(loaded, {.jobs = 3, .fingerprints = true})),
                what);
  const auto files = files_of(loaded.sources, all);
  for (const std::string& file : files) {
    const Outcome asked = check(loaded, {.within = {file}, .jobs = 2, .fingerprints = true});
    CHECK_MESSAGE(told(loaded.sources, asked) == told(loaded.sources, all, file), fmt::format("{}: {}", what, file));
  }
  return files.size();
}

}  // namespace

TEST_CASE("of a file in a case the same is said as of all") {
  std::size_t compared = 0;
  for (const Fixture& fixture : all_fixtures())
    for (const FixtureCase& one : fixture.cases) {
      if (one.title.starts_with("соблюдает")) continue;
      compared += compare(fmt::format("{}: {}", fixture.id, one.title), *load_case(fixture, one).loaded);
      if (one_of_each) break;
    }
  CHECK(compared > (one_of_each ? 150 : 1000));
}

TEST_CASE("of a file with the mistakes that curators make the same is said as of all") {
  const DiskTree tree((nastavnik::source_root() / "examples/mistakes").string());
  const auto loaded = load({.tree = tree, .today = {2026, 9, 1}});
  CHECK(compare("examples/mistakes", *loaded) > 20);
}

TEST_CASE("any number of threads reads and links the same") {
  MemoryTree tree;
  for (const auto& [path, text] : base_files("pair")) tree.put(path, text);
  std::string pair = base_files("pair").at("pairs/2025-003.yaml");
  pair.replace(pair.find("2025-98-od"), 10, "2025-77-od");
  for (int i = 0; i < 1200; ++i) tree.put(fmt::format("pairs/2025-1{:04}.yaml", i), pair + "scan: {file: no.pdf}\n");
  const auto one = load({.tree = tree, .today = {2025, 9, 15}}),
             many = load({.tree = tree, .today = {2025, 9, 15}, .jobs = 5});
  const Outcome said = check(*one, {}), also_said = check(*many, {.jobs = 5});
  CHECK(said.findings.size() > 2400);
  CHECK(told(one->sources, said) == told(many->sources, also_said));
}

TEST_CASE("a folder is asked about with all its files, and nothing that is only called like it") {
  MemoryTree tree;
  for (const auto& [path, text] : base_files("pair"))
    if (path != "orders/2025-98-od.yaml") tree.put(path, text);
  const auto loaded = load({.tree = tree, .today = {2025, 9, 15}});
  const Outcome all = check(*loaded, {});
  CHECK(files_of(loaded->sources, all).contains("pairs/2025-003.yaml"));
  CHECK(told(loaded->sources, check(*loaded, {.within = {"pairs"}})) ==
        told(loaded->sources, all, "pairs/2025-003.yaml"));
  CHECK(told(loaded->sources, check(*loaded, {.within = {"pair", "pairs/2025-00"}})).empty());
}
