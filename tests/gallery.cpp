#include "tests/gallery.h"

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

#include <fmt/format.h>

#include "findings/check_report.h"
#include "rules/clause.h"

namespace nastavnik {
namespace {

const FixtureCase* first_breaking(const Fixture& fixture) {
  const auto breaks = [](const FixtureCase& one) { return one.title.starts_with("нарушает"); };
  const auto found = std::find_if(fixture.cases.begin(), fixture.cases.end(), breaks);
  return found == fixture.cases.end() ? nullptr : &*found;
}

/// A rule that the format stands for shows what the format says.
std::string speaking_rule(const Fixture& fixture, const FixtureCase& one, const CaseRegistry& registry) {
  const Requirement* row = find_requirement(fixture.id);
  const std::vector<Expectation> expected = expectations(one, registry.files);
  return row && row->by_format && !expected.empty() ? expected.front().id : fixture.id;
}

std::string title_of(const Clause& clause) { return fmt::format("{} · {}", clause.title_ru, clause.title_en); }

/// What a case expects is for the tests; who reads the page would take it for a part of the record.
std::string without_expectations(const std::string& text) {
  static const std::regex expectation(" +# expect:[^\n]*");
  return std::regex_replace(text, expectation, "");
}

/// The clause of the first level, the roadmap as a whole, a clause of other law.
std::string chapter_of(const Requirement& row) {
  if (row.nature == Nature::format) return "Как записаны файлы · How files are written";
  if (row.id.starts_with("S-")) return "Как связаны записи · How records hang together";
  if (row.id.starts_with("RM") || row.clauses.starts_with("appendix")) return "Дорожная карта · The roadmap";
  const std::string_view first = row.clauses.substr(0, row.clauses.find(','));
  if (const Clause* whole = find_clause(first.substr(0, first.find('.'))))
    return fmt::format("{}. {}", whole->id, title_of(*whole));
  const Clause* clause = find_clause(first);
  return clause ? title_of(*clause) : std::string(first);
}

constexpr std::string_view head =
    "# Сообщения программы · What the program says\n\n"
    "Каждое правило — с первым из тех случаев, в которых оно нарушено: что увидит на экране тот, кто проверяет реестр.\n"
    "Случаи взяты из `tests/rules`, люди выдуманы. Страницу печатает `UPDATE=1 tests/run.sh`.\n\n"
    "Every rule with the first of the cases that break it: what is seen by whoever checks the registry. The cases are those\n"
    "of `tests/rules`, the people are invented. `UPDATE=1 tests/run.sh` prints this page.\n";

constexpr std::string_view held_by_format =
    "\nНарушить это правило записью нельзя: его держит сам формат. · No record can break this rule: the format holds it.\n";

}  // namespace

std::string message_of(const Fixture& fixture, Language language) {
  const FixtureCase* one = first_breaking(fixture);
  if (!one) return {};
  const CaseRegistry registry = load_case(fixture, *one);
  const std::string id = speaking_rule(fixture, *one, registry);
  Outcome outcome = check(*registry.loaded, {});
  std::erase_if(outcome.findings, [&](const Finding& finding) { return finding.of->id != id; });
  if (outcome.findings.size() > 1) outcome.findings.resize(1);
  const std::vector<CheckReport> reports{{.root = ".", .sources = &registry.loaded->sources, .outcome = &outcome}};
  std::ostringstream out;
  check_formats().front().render(out, reports, {.language = language, .quiet = true});
  return without_expectations(out.str());
}

std::string gallery() {
  std::map<std::string, Fixture, std::less<>> fixtures;
  for (Fixture& fixture : all_fixtures()) fixtures.emplace(fixture.id, std::move(fixture));
  std::vector<std::string> chapters;
  std::map<std::string, std::string> texts;
  for (const Requirement* row : catalogue()) {
    const std::string chapter = chapter_of(*row);
    std::string& text = texts[chapter];
    if (text.empty()) chapters.push_back(chapter);
    const Fixture& fixture = fixtures.at(std::string(row->id));
    text += fmt::format("\n### {} {}\n{}", row->id, row->name, row->by_format ? held_by_format : "");
    for (const Language language : {Language::ru, Language::en})
      text += fmt::format("\n```\n{}```\n", message_of(fixture, language));
  }
  std::string all(head);
  for (const std::string& chapter : chapters) all += fmt::format("\n## {}\n{}", chapter, texts[chapter]);
  return all;
}

}  // namespace nastavnik
