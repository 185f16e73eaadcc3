// What a row says of its scope is true: with all that lies beyond the scope taken away, the rule says the same of a file.

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include "tests/fixture_run.h"

using namespace nastavnik;

namespace {

using Paths = std::set<std::string>;

bool is_single(std::string_view path) { return path.find('/') == path.npos; }

/// What says how records are judged, and is none itself.
bool is_read_at_all_times(std::string_view path) {
  return path == "nastavnik.yaml" || path == "calendar.yaml" || path == "waivers.yaml";
}

std::string_view id_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

/// An id stands for all files that bear it: of a person and of the entries in the banks, of a pair and of its programme.
bool names(const FileTexts& files, std::string_view a, std::string_view b) {
  return id_of(a) == id_of(b) || files.find(a)->second.find(id_of(b)) != std::string::npos;
}

bool is_named_by(const FileTexts& files, const Paths& paths, std::string_view path) {
  return std::any_of(paths.begin(), paths.end(), [&](const std::string& one) { return names(files, one, path); });
}

void add_named(const FileTexts& files, Paths& reached) {
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const auto& [path, text] : files)
      if (!is_single(path) && is_named_by(files, reached, path)) reached.insert(path);
  }
}

void add_naming(const FileTexts& files, Paths& reached) {
  const Paths before = reached;
  for (const auto& [path, text] : files)
    for (const std::string& one : before)
      if (!is_single(path) && !is_single(one) && names(files, path, one)) reached.insert(path);
}

/// The files of a registry that a rule of the scope may know when it speaks of one: the record alone; or the files of
/// which there is one, what names the record and what names that, and all that these name.
Paths within(Scope scope, const FileTexts& files, const std::string& path) {
  Paths reached{path};
  for (const auto& [other, text] : files)
    if (is_read_at_all_times(other) || (scope == Scope::links && is_single(other))) reached.insert(other);
  if (scope == Scope::record) return reached;
  add_named(files, reached);
  for (int step = 0; step < 2; ++step) {
    add_naming(files, reached);
    add_named(files, reached);
  }
  return reached;
}

/// The registry without the other files; of those that the rest names an empty record stays, so that no link breaks.
MemoryTree reduced(const FileTexts& files, const Paths& kept) {
  MemoryTree tree;
  for (const auto& [path, text] : files)
    if (kept.contains(path))
      tree.put(path, text);
    else if (is_single(path) || is_named_by(files, kept, path))
      tree.put(path, "{}\n");
  return tree;
}

using Said = std::map<std::string, Paths, std::less<>>;  ///< by file

Said said_by(const Requirement& row, const Loaded& loaded) {
  Said said;
  const Outcome outcome = check(loaded, {.selection = {.select = {std::string(row.id)}}});
  for (const Finding& finding : outcome.findings)
    if (finding.of == &row) said[std::string(loaded.sources.path(finding.span))].insert(shown(loaded.sources, finding));
  for (const Undecided& undecided : outcome.undecided)  // in a file that all records share it may be about any of them
    if (const std::string_view path = loaded.sources.path(undecided.span); undecided.of == &row && !is_single(path))
      said[std::string(path)].insert("not decided");
  return said;
}

/// Files about which the rule has something to say, or could have: those that the case changes.
Paths files_of(const Said& said, const FileTexts& files, const FileTexts& base) {
  Paths paths;
  for (const auto& [path, lines] : said)
    if (files.contains(path)) paths.insert(path);
  for (const auto& [path, text] : files)
    if (const auto before = base.find(path); before == base.end() || before->second != text) paths.insert(path);
  return paths;
}

/// The files in which the rule says something else when it sees no more than the scope allows.
Paths differences_within(Scope scope, const Requirement& row, const Fixture& fixture, const FixtureCase& one) {
  Paths differing;
  const CaseRegistry whole = load_case(fixture, one);
  const Date day = one.as_of.value_or(fixture.as_of);
  Said all = said_by(row, *whole.loaded);
  for (const std::string& path : files_of(all, whole.files, base_files(one.base.value_or(fixture.base)))) {
    const MemoryTree tree = reduced(whole.files, within(scope, whole.files, path));
    const auto loaded = load({.tree = tree, .today = one.today.value_or(day), .as_of = day});
    if (said_by(row, *loaded)[path] != all[path]) differing.insert(path);
  }
  return differing;
}

bool has_readable_files(const FixtureCase& one) { return unreadable_files(one).empty(); }

}  // namespace

TEST_CASE("a rule needs no more than its scope says") {
  std::map<Scope, int> rules;
  for (const Fixture& fixture : all_fixtures()) {
    const Requirement& row = *find_requirement(fixture.id);
    if (row.nature == Nature::format || row.scope == Scope::registry) continue;
    ++rules[row.scope];
    for (const FixtureCase& one : fixture.cases) {
      const Paths differing = has_readable_files(one) ? differences_within(row.scope, row, fixture, one) : Paths();
      CHECK_MESSAGE(differing.empty(),
                    fmt::format("{}: {}: in {} more is needed than the {}", fixture.id, one.title,
                                fmt::join(differing, ", "), row.scope == Scope::record ? "record" : "links"));
    }
  }
  CHECK(rules[Scope::record] > 20);
  CHECK(rules[Scope::links] > 20);
}

TEST_CASE("what is taken away is missed by the rules that need it") {
  std::map<Scope, int> missed;
  for (const Fixture& fixture : all_fixtures()) {
    const Requirement& row = *find_requirement(fixture.id);
    if (row.scope == Scope::record) continue;
    const Scope smaller = row.scope == Scope::links ? Scope::record : Scope::links;
    missed[row.scope] += std::any_of(fixture.cases.begin(), fixture.cases.end(), [&](const FixtureCase& one) {
      return has_readable_files(one) && !differences_within(smaller, row, fixture, one).empty();
    });
  }
  CHECK(missed[Scope::links] > 50);
  CHECK(missed[Scope::registry] > 2);
}
