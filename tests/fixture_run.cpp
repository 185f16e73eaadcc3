#include "tests/fixture_run.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include <fmt/ranges.h>

#include "model/kinds/codes_organization.h"
#include "tests/source_root.h"

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

const fs::path tests = nastavnik::source_root() / "tests";

ReadFault fault_named(const std::string& word) {
  static const std::map<std::string, ReadFault> faults{
      {"denied", ReadFault::denied},       {"not_regular", ReadFault::not_regular}, {"outside", ReadFault::outside},
      {"too_large", ReadFault::too_large}, {"missing", ReadFault::missing},         {"io", ReadFault::io}};
  const auto found = faults.find(word);
  if (found == faults.end()) throw std::runtime_error("no file can be " + word);
  return found->second;
}

/// The key that the finding stands at: the one before its value on the line, or the marked key itself.
bool stands_at_key(const Sources& sources, const Finding& finding, const std::string& key) {
  const std::string_view line = sources.line(finding.span);
  const std::string_view text = sources.text(finding.span);
  if (text == key || text.starts_with(key + ":") || text.starts_with("{" + key + ":")) return true;
  const std::size_t value = line.find(text.substr(0, text.find('\n')));
  const std::string_view before = line.substr(0, value == line.npos ? 0 : value);
  return before.ends_with(key + ": ") || before.ends_with(key + ": [");
}

/// Compares what was found of the expected rules with what was expected.
std::string unexpected(const Fixture& fixture, const Sources& sources, const Outcome& outcome,
                       std::vector<Expectation> wanted) {
  std::set<std::string> ids{fixture.id};
  for (const Expectation& expectation : wanted) ids.insert(expectation.id);
  std::string text;
  for (const Finding& finding : outcome.findings) {
    if (!ids.contains(std::string(finding.of->id))) continue;
    const auto met =
        std::find_if(wanted.begin(), wanted.end(), [&](const Expectation& e) { return meets(sources, finding, e); });
    if (met == wanted.end())
      text += "  not expected: " + shown(sources, finding) + "\n";
    else
      wanted.erase(met);
  }
  for (const Expectation& e : wanted)
    text += fmt::format("  not found: {}:{}: {} {} \"{}\"\n", e.path, e.line, e.id, e.key, e.message);
  return text;
}

bool is_undecided(const Fixture& fixture, const Outcome& outcome) {
  return std::any_of(outcome.undecided.begin(), outcome.undecided.end(),
                     [&](const Undecided& u) { return u.of->id == fixture.id; });
}

/// What the case expects to be left undecided and was decided.
std::string decided_after_all(const Sources& sources, const Outcome& outcome, const FixtureCase& fixture_case) {
  std::string text;
  for (const Expectation& wanted : expected_undecided(fixture_case)) {
    const auto is_met = [&](const Undecided& u) {
      return u.of->id == wanted.id && sources.path(u.span) == wanted.path;
    };
    if (std::none_of(outcome.undecided.begin(), outcome.undecided.end(), is_met))
      text += fmt::format("  decided after all: {} {}\n", wanted.id, wanted.path);
  }
  return text;
}

/// Further places that no finding of their rule names.
std::string places_not_named(const Sources& sources, const Outcome& outcome, const FixtureCase& fixture_case) {
  std::string text;
  for (const Expectation& wanted : expected_places(fixture_case)) {
    const auto is_wanted = [&](const Place& place) {
      return sources.path(place.span) == wanted.path &&
             sources.position(place.span).line == static_cast<std::uint32_t>(wanted.line) &&
             place.label.ru.find(wanted.message) != std::string::npos;
    };
    const auto names_it = [&](const Finding& f) {
      return f.of->id == wanted.id && std::any_of(f.also.begin(), f.also.end(), is_wanted);
    };
    if (std::none_of(outcome.findings.begin(), outcome.findings.end(), names_it))
      text += fmt::format("  not named: {}:{}: {} \"{}\"\n", wanted.path, wanted.line, wanted.id, wanted.message);
  }
  return text;
}

/// A title says what its case shows: «нарушает», «соблюдает», «не решено».
std::string title_faults(const Fixture& fixture, const FixtureCase& fixture_case, const Outcome& outcome,
                         const std::vector<Expectation>& wanted) {
  const bool breaks =
      std::any_of(wanted.begin(), wanted.end(), [&](const Expectation& e) { return e.id == fixture.id; });
  const Requirement* row = find_requirement(fixture.id);
  if (fixture_case.title.starts_with("нарушает"))
    return breaks || (row && row->by_format && !wanted.empty()) ? ""
                                                                : "  a case that breaks the rule expects nothing\n";
  if (fixture_case.title.starts_with("соблюдает"))
    return breaks ? "  a case that keeps the rule expects a finding\n" : "";
  if (fixture_case.title.starts_with("не решено"))
    return !breaks && is_undecided(fixture, outcome) ? "" : "  the rule was decided\n";
  return "  the title begins neither with «нарушает» nor «соблюдает» nor «не решено»\n";
}

}  // namespace

std::string test_text(const fs::path& below) {
  std::ifstream in(tests / below, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

const FileTexts& base_files(const std::string& name) {
  static std::map<std::string, FileTexts> bases;
  FileTexts& files = bases[name];
  const fs::path root = tests / "base" / name;
  if (files.empty() && fs::is_directory(root))
    for (const auto& entry : fs::recursive_directory_iterator(root))
      if (entry.is_regular_file())
        files[entry.path().lexically_relative(root).generic_string()] = test_text(entry.path());
  return files;
}

std::vector<Fixture> all_fixtures() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(tests / "rules"))
    if (entry.path().extension() == ".test") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Fixture> fixtures;
  for (const fs::path& path : paths) {
    Fixture& fixture = fixtures.emplace_back(parse_fixture(test_text(path)));
    if (path.stem() != fixture.id)
      fixture.faults.push_back(fmt::format("{} is about {}", path.filename().string(), fixture.id));
  }
  return fixtures;
}

CaseRegistry load_case(const Fixture& fixture, const FixtureCase& fixture_case) {
  CaseRegistry registry;
  registry.files = apply_case(fixture_case, base_files(fixture_case.base.value_or(fixture.base)), registry.faults);
  for (const auto& [path, text] : registry.files) registry.tree.put(path, text);
  for (const auto& [path, word] : unreadable_files(fixture_case)) registry.tree.spoil(path, fault_named(word));
  const Date day = fixture_case.as_of.value_or(fixture.as_of);
  registry.loaded = load({.tree = registry.tree, .today = fixture_case.today.value_or(day), .as_of = day});
  return registry;
}

std::string differences(const Fixture& fixture, const FixtureCase& fixture_case, const CaseRegistry& registry,
                        const Outcome& outcome) {
  const Sources& sources = registry.loaded->sources;
  const std::vector<Expectation> wanted = expectations(fixture_case, registry.files);
  return unexpected(fixture, sources, outcome, wanted) + decided_after_all(sources, outcome, fixture_case) +
         places_not_named(sources, outcome, fixture_case) + title_faults(fixture, fixture_case, outcome, wanted) +
         fmt::format("{}", fmt::join(registry.faults, "\n"));
}

std::string what_fires_besides(const Fixture& fixture, const FixtureCase& fixture_case, const CaseRegistry& registry,
                               const Outcome& outcome) {
  std::set<std::string> ids;
  for (const Finding& finding : outcome.findings) ids.insert(std::string(finding.of->id));
  for (const Undecided& undecided : outcome.undecided) ids.insert("?" + std::string(undecided.of->id));
  ids.erase(fixture.id);
  if (fixture_case.title.starts_with("не решено")) ids.erase("?" + fixture.id);
  for (const Expectation& expectation : expectations(fixture_case, registry.files)) ids.erase(expectation.id);
  return ids.empty() ? "" : fmt::format("{} | {} | {}\n", fixture.id, fixture_case.title, fmt::join(ids, " "));
}

bool meets(const Sources& sources, const Finding& finding, const Expectation& wanted) {
  if (finding.of->id != wanted.id || sources.path(finding.span) != wanted.path) return false;
  if (code_of(finding.severity) != (wanted.severity.empty() ? code_of(finding.of->severity) : wanted.severity))
    return false;
  if (wanted.line != 0 && sources.position(finding.span).line != static_cast<std::uint32_t>(wanted.line)) return false;
  if (!wanted.key.empty() && !stands_at_key(sources, finding, wanted.key)) return false;
  return finding.label.ru.find(wanted.message) != std::string::npos ||
         finding.of->title.ru.find(wanted.message) != std::string_view::npos;
}

std::string shown(const Sources& sources, const Finding& finding) {
  const Position at = sources.position(finding.span);
  return fmt::format("{}:{}:{}: {}:{}: {}", sources.path(finding.span), at.line, at.column, finding.of->id,
                     code_of(finding.severity), finding.label.ru);
}

}  // namespace nastavnik
