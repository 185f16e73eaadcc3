#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/fixture_run.h"

// A lawful school is never accused: tests/lawful.test, whose head tells its form.

namespace nastavnik {
namespace {

/// The days of a case: `days: 2025-09-15 2025-10-20`.
std::vector<Date> days_of(const FixtureCase& school) {
  constexpr std::string_view mark = "days: ";
  const std::size_t at = school.text.find(mark);
  REQUIRE_MESSAGE(at != std::string::npos, school.title);
  std::istringstream words(school.text.substr(at + mark.size(), school.text.find('\n', at) - at - mark.size()));
  std::vector<Date> days;
  for (std::string word; words >> word;) days.push_back(parse_date(word).value());
  return days;
}

/// What is said of the school and is not the advice that the case names, in words.
std::string accusations(const FixtureCase& school, const CaseRegistry& registry, const Outcome& outcome) {
  const std::vector<Expectation> advice = expectations(school, registry.files);
  const Sources& sources = registry.loaded->sources;
  std::string text = fmt::format("{}", fmt::join(registry.faults, "\n"));
  for (const Finding& finding : outcome.findings)
    if (!finding.of->in_detail &&
        std::none_of(advice.begin(), advice.end(), [&](const Expectation& e) { return meets(sources, finding, e); }))
      text += shown(sources, finding) + "\n";
  for (const Undecided& undecided : outcome.undecided) text += fmt::format("not decided: {}\n", undecided.of->id);
  for (const Expectation& e : advice)
    if (std::none_of(outcome.findings.begin(), outcome.findings.end(),
                     [&](const Finding& f) { return meets(sources, f, e); }))
      text += fmt::format("not said: {} {}\n", e.id, e.path);
  return text;
}

}  // namespace

TEST_CASE("a lawful school is not accused on any of its days") {
  const Fixture schools = parse_fixture(test_text("lawful.test"));
  for (FixtureCase school : schools.cases) {
    for (const Date day : days_of(school)) {
      school.as_of = day;
      const CaseRegistry registry = load_case(schools, school);
      const std::string wrong = accusations(school, registry, check(*registry.loaded, {}));
      CHECK_MESSAGE(wrong.empty(),
                    fmt::format("tests/lawful.test:{}: {}, {}\n{}", school.line, school.title, iso(day), wrong));
    }
  }
  CHECK(schools.cases.size() >= 8);
}

}  // namespace nastavnik
