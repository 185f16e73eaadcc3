#include "tests/gallery.h"

#include <algorithm>
#include <charconv>
#include <compare>
#include <map>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "findings/checked_registry.h"
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
std::string without_expectations(std::string text) {
  for (std::size_t at = text.find(" # expect:"); at != text.npos; at = text.find(" # expect:", at)) {
    const std::size_t end = text.find('\n', at);
    at = text.find_last_not_of(' ', at) + 1;
    text.erase(at, end - at);
  }
  return text;
}

/// Where a row stands on the page: its chapter, the place of its first clause in the law, its id with numbers as numbers.
/// The order of rows in the code is for those who read the code.
struct PagePlace {
  enum class Part { files, records, exceptions, regulation, roadmap, other_law } part;
  std::ptrdiff_t clause = 0;
  std::string family{};
  std::vector<int> numbers{};

  auto operator<=>(const PagePlace&) const = default;
};

PagePlace::Part part_of(const Requirement& row, const Clause* clause) {
  if (row.nature == Nature::format) return PagePlace::Part::files;
  if (row.id.starts_with("S-")) return PagePlace::Part::records;
  if (row.id.starts_with("W-")) return PagePlace::Part::exceptions;
  if (row.id.starts_with("RM") || row.clauses.starts_with("appendix")) return PagePlace::Part::roadmap;
  return clause && clause->edition->id.starts_with("nso564/") ? PagePlace::Part::regulation
                                                              : PagePlace::Part::other_law;
}

PagePlace page_place(const Requirement& row) {
  const std::string_view first = row.clauses.substr(0, row.clauses.find(','));
  const Clause* clause = find_clause(first);
  PagePlace place{part_of(row, clause)};
  for (const Edition& edition : editions()) {
    if (clause && clause->edition == &edition) {
      place.clause += clause - edition.clauses.data();
      break;
    }
    place.clause += std::ssize(edition.clauses);
  }
  std::string_view rest = row.id;
  place.family = rest.substr(0, rest.find_first_of("0123456789"));
  while ((rest = rest.substr(std::min(rest.size(), rest.find_first_of("0123456789")))), !rest.empty()) {
    int number = 0;
    rest.remove_prefix(static_cast<std::size_t>(std::from_chars(rest.begin(), rest.end(), number).ptr - rest.begin()));
    place.numbers.push_back(number);
  }
  return place;
}

/// The clause of the first level, the roadmap as a whole, a clause of other law.
std::string chapter_of(const Requirement& row, PagePlace::Part part) {
  const std::string_view first = row.clauses.substr(0, row.clauses.find(','));
  switch (part) {
    case PagePlace::Part::files: return "Как записаны файлы · How files are written";
    case PagePlace::Part::records: return "Как связаны записи · How records hang together";
    case PagePlace::Part::exceptions: return "Исключения и старые замечания · Waivers and old findings";
    case PagePlace::Part::roadmap: return "Дорожная карта · The roadmap";
    case PagePlace::Part::regulation: {
      const Clause* whole = find_clause(first.substr(0, first.find('.')));
      return fmt::format("{}. {}", whole->id, title_of(*whole));
    }
    case PagePlace::Part::other_law: break;
  }
  return title_of(*find_clause(first));
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
  const std::vector<CheckedRegistry> reports{{.root = ".", .sources = &registry.loaded->sources, .outcome = &outcome}};
  std::ostringstream out;
  check_formats().front().render(out, reports, {.language = language, .quiet = true});
  return without_expectations(out.str());
}

std::string gallery() {
  std::map<std::string, Fixture, std::less<>> fixtures;
  for (Fixture& fixture : all_fixtures()) fixtures.emplace(fixture.id, std::move(fixture));
  std::vector<std::pair<PagePlace, const Requirement*>> rows;
  for (const Requirement* row : catalogue()) rows.emplace_back(page_place(*row), row);
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string all(head), chapter;
  for (const auto& [place, row] : rows) {
    const std::string its = chapter_of(*row, place.part);
    if (its != chapter) all += fmt::format("\n## {}\n", chapter = its);
    all += fmt::format("\n### {} {}\n{}", row->id, row->name, row->by_format ? held_by_format : "");
    const Fixture& fixture = fixtures.at(std::string(row->id));
    for (const Language language : {Language::ru, Language::en}) {
      const std::string message = message_of(fixture, language);
      all += fmt::format("\n```\n{}```\n", message.empty() ? "(says nothing)\n" : message);
    }
  }
  return all;
}

}  // namespace nastavnik
