#include <doctest/doctest.h>

#include "model/load.h"
#include "rules/fingerprint.h"
#include "tests/fixture_run.h"
#include "tests/memory_tree.h"

using namespace nastavnik;

namespace {

const Requirement rule{.id = "P2-2", .name = "program-too-short", .title = {"а", "a"}, .remedy = {"б", "b"}};

/// The fingerprints of findings of one rule at these words of one file.
std::vector<std::string> fingerprints(const std::string& path, const std::string& text,
                                      const std::vector<std::string>& words) {
  const std::string settings = base_files("pair").at("nastavnik.yaml") + "people_dir: staff\n";
  const MemoryTree tree({{"nastavnik.yaml", settings}, {path, text}});
  const auto loaded = load({.tree = tree, .today = Date(2026, 1, 1)});
  std::uint32_t source = 0;
  while (loaded->sources[source].path != path) ++source;
  Findings findings;
  for (const std::string& word : words) {
    const std::size_t at = text.find(word);
    REQUIRE(at != std::string::npos);
    findings.push_back(
        {.of = &rule, .span = {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(word.size())}});
  }
  std::vector<std::string> all;
  for (const Traits& traits : traits_of(*loaded, findings)) all.push_back(traits.fingerprint);
  return all;
}

std::string fingerprint(const std::string& text, const std::string& word) {
  return fingerprints("programs/2025-003.yaml", text, {word}).front();
}

}  // namespace

TEST_CASE("a fingerprint outlives moved lines, other keys and other quotes") {
  const std::string before = fingerprint("start: 2025-09-01\nend: 2025-11-29\n", "2025-11-29");
  CHECK(before == "P2-2 programs/2025-003 end a22ad8eb");
  CHECK(fingerprint("# сверху\n\nx-note: 1\nend: \"2025-11-29\" # сбоку\n", "\"2025-11-29\"") == before);
  CHECK(fingerprint("{start: 2025-09-01, end: 2025-11-29}\n", "2025-11-29") == before);
  CHECK(fingerprint("end: 2025-11-28\n", "2025-11-28") != before);
  CHECK(fingerprint("start: 2025-11-29\n", "2025-11-29") != before);
}

TEST_CASE("items are named by what they are, not by where they stand") {
  const std::string one = "  - {id: a1, due_on: 2025-10-31}\n", two = "  - {id: a2, due_on: 2025-10-31}\n";
  const std::string a2 = fingerprint("activities:\n" + one + two, "a2, due_on: 2025-10-31");
  CHECK(a2 == "P2-2 programs/2025-003 activities[a2] -");
  CHECK(fingerprint("activities:\n" + two + one, "a2, due_on: 2025-10-31") == a2);
  CHECK(fingerprint("releases:\n  - date: 2025-10-01\n    hours: 2\n", "2") ==
        "P2-2 programs/2025-003 releases[2025-10-01].date " +
            fingerprint("start: 2025-10-01\n", "2025-10-01").substr(29));
  CHECK(fingerprint("kinds: [online, group]\n", "group").starts_with("P2-2 programs/2025-003 kinds[group] "));
}

TEST_CASE("two findings of one rule in one place are told apart") {
  const std::vector<std::string> both =
      fingerprints("programs/2025-003.yaml", "end: 2025-11-29\n", {"end: 2025-11-29", "end: 2025-11-29"});
  CHECK(both == std::vector<std::string>{"P2-2 programs/2025-003 - -", "P2-2 programs/2025-003 - - 2"});
}

TEST_CASE("a fingerprint is one line of plain words, and nothing of people/ is in it") {
  CHECK(fingerprint("tasks: [\"раз два\"]\n", "\"раз два\"").starts_with("P2-2 programs/2025-003 ~"));
  const std::string person = "full_name: Тайнова Анна\npositions:\n  - {title: тайна, from: 2020-01-01}\n";
  CHECK(fingerprints("staff/p-001.yaml", person, {"Тайнова Анна", "тайна"}) ==
        std::vector<std::string>{"P2-2 people/p-001 full_name -", "P2-2 people/p-001 positions[#1].title -"});
  CHECK(fingerprints("programs/2025-003.yaml", "end: [\n", {"end"}) ==
        std::vector<std::string>{"P2-2 programs/2025-003 - -"});
}
