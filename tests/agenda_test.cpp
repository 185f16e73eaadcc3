#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "agenda/agenda.h"
#include "agenda/duty.h"
#include "model/kinds/people.h"
#include "model/kinds/settings.h"
#include "model/shape.h"
#include "rules/catalogue.h"
#include "rules/citation.h"
#include "rules/clause.h"
#include "rules/fingerprint.h"
#include "source/disk.h"
#include "tests/fixture_run.h"
#include "tests/source_root.h"

// What is due and when (tests/agenda.test), that no duty and no term is forgotten, and that nothing comes to be found with the
// days of which the agenda did not speak before.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

std::set<std::string> words_at_commas(std::string_view words) {
  std::set<std::string> all;
  for (const std::string_view word : listed(words)) all.emplace(word);
  return all;
}

// Cases

/// `due: DUTY RECORD DAY` or `gone: DUTY RECORD` of a case.
struct Awaited {
  std::string duty{}, record{};
  std::optional<Date> day{};
};

std::vector<Awaited> wanted_in(const FixtureCase& one, const std::string& mark) {
  std::vector<Awaited> all;
  std::istringstream lines(one.text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(mark + ": ")) continue;
    std::istringstream words(line.substr(mark.size() + 2));
    Awaited wanted;
    std::string day;
    words >> wanted.duty >> wanted.record >> day;
    wanted.day = parse_date(day);
    all.push_back(wanted);
  }
  return all;
}

const Due* find_due(const Agenda& agenda, const Awaited& wanted) {
  const auto found = std::find_if(agenda.items.begin(), agenda.items.end(), [&](const Due& due) {
    return due.duty->id == wanted.duty && due.record == wanted.record && (!wanted.day || due.day == *wanted.day);
  });
  return found == agenda.items.end() ? nullptr : &*found;
}

std::string told(const Agenda& agenda) {
  std::string text;
  for (const Due& due : agenda.items)
    text += fmt::format("  {} {} {}{}\n", due.duty->id, due.record, iso(due.day),
                        due.late()   ? " late"
                        : due.passed ? " passed"
                                     : "");
  return text;
}

std::string told_in_full(const Agenda& agenda) {
  std::string text = told(agenda);
  for (const Due& due : agenda.items)
    text += fmt::format("{} {} {} {}{}\n", due.place.begin, due.step, due.more.ru, due.rough, due.advised);
  for (const Undecided& one : agenda.unknown) text += fmt::format("? {} {}\n", one.of->id, one.span.begin);
  return text;
}

Agenda looked_at(const Loaded& loaded, int days = days_ahead) {
  return agenda_of(loaded, {.until = loaded.registry.day() + days});
}

/// Whether something was found, and is told with what implies it.
bool has_silenced(const Outcome& outcome) {
  return std::ranges::any_of(outcome.findings, [](const Finding& finding) { return !finding.joined.empty(); });
}

/// The duties of which tests/agenda.test tells when they come.
std::set<std::string> shown_in_cases() {
  std::set<std::string> shown;
  for (const FixtureCase& one : parse_fixture(test_text("agenda.test")).cases)
    for (const char* mark : {"due", "late"})
      for (const Awaited& wanted : wanted_in(one, mark)) shown.insert(wanted.duty);
  return shown;
}

/// On the day itself it is not late, and once a working day has begun since, it is.
void hold_to_day(const Loaded& loaded, const Awaited& wanted, const std::string& where) {
  if (*wanted.day < loaded.registry.day()) return;
  const Loaded then = judged_on(loaded, *wanted.day);
  const Agenda on_the_day = looked_at(then);
  const Due* due = find_due(on_the_day, wanted);
  CHECK_MESSAGE((due && !due->passed), where, " on the day itself\n", told(on_the_day));
}

}  // namespace

TEST_CASE("each duty comes by its day and goes when it is done") {
  const Fixture fixture = parse_fixture(test_text("agenda.test"));
  for (const FixtureCase& one : fixture.cases) {
    const CaseRegistry registry = load_case(fixture, one);
    const std::string where = fmt::format("tests/agenda.test:{}: {}", one.line, one.title);
    CHECK_MESSAGE(registry.faults.empty(), where, fmt::format(" {}", fmt::join(registry.faults, "; ")));
    const Agenda agenda = looked_at(*registry.loaded);
    for (const Awaited& wanted : wanted_in(one, "due")) {
      CHECK_MESSAGE(find_due(agenda, wanted), where, ": not told: ", wanted.duty, "\n", told(agenda));
      if (find_due(agenda, wanted)) hold_to_day(*registry.loaded, wanted, where + ": " + wanted.duty);
    }
    for (const Awaited& wanted : wanted_in(one, "late")) {
      const Due* due = find_due(agenda, wanted);
      CHECK_MESSAGE((due && due->passed), where, ": not late: ", wanted.duty, "\n", told(agenda));
    }
    for (const Awaited& wanted : wanted_in(one, "gone"))
      CHECK_MESSAGE(!find_due(agenda, wanted), where, ": told still: ", wanted.duty, "\n", told(agenda));
  }
}

TEST_CASE("what is due is the same by a check that has been run") {
  std::vector<Fixture> fixtures = all_fixtures();
  std::erase_if(fixtures, [](const Fixture& one) { return find_requirement(one.id)->implied_by.empty(); });
  const auto first = fixtures.insert(fixtures.begin(), parse_fixture(test_text("agenda.test")));
  for (const Fixture& fixture : fixtures)
    for (const FixtureCase& one : fixture.cases) {
      const CaseRegistry registry = load_case(fixture, one);
      if (!registry.loaded || registry.loaded->faulty_settings) continue;
      const Outcome outcome = check(*registry.loaded, {.names = true});
      if (&fixture != &*first && !has_silenced(outcome)) continue;
      const Outlook outlook{.until = registry.loaded->registry.day() + days_ahead, .found_today = &outcome};
      CHECK_MESSAGE(told_in_full(agenda_of(*registry.loaded, outlook)) == told_in_full(looked_at(*registry.loaded)),
                    fixture.id, ": ", one.title);
    }
}

TEST_CASE("every term that a school may set is looked at forward") {
  std::set<std::string> read;
  for (const Duty* duty : duties()) {
    read.merge(words_at_commas(duty->limits));
    read.merge(words_at_commas(duty->reminders));
    for (const std::string_view rule : listed(duty->rules)) {
      REQUIRE_MESSAGE(find_requirement(rule), rule);
      read.merge(words_at_commas(find_requirement(rule)->limits));
    }
  }
  // Bounds and not terms, and the least days between two dates of one application: nothing falls due by them.
  const std::set<std::string> bounds{"releases_per_year",      "mentor_capacity",    "young_age",
                                     "young_experience_years", "survey_min_answers", "mentor_notice_working_days"};
  for (const FieldShape& field : kind_shapes().front().fields())
    if (field.field.key == "thresholds")
      for (const FieldShape& threshold : field.fields()) {
        const std::string key(threshold.field.key);
        CHECK_MESSAGE((read.contains(key) || bounds.contains(key)), key);
      }
}

TEST_CASE("every duty and term of the regulation has its row") {
  const std::map<std::string, std::string> rows{
      {"review of needs", "needs-review"},
      {"review of needs, in the autumn", "needs-review-autumn"},
      {"items of the roadmap", "roadmap-item"},
      {"renewal of the roadmap", "roadmap"},
      {"least and greatest length of a programme", "program-start"},
      {"end of a programme", "program-end"},
      {"extension before the end", "program-end"},
      {"activities", "activity"},
      {"monitoring", "monitoring"},
      {"check by the curator", "curator-check"},
      {"final report", "final-report"},
      {"statistics", "statistics"},
      {"publication of results", "results"},
      {"published banks", "site-banks"},
      {"training of mentors", "mentor-training"},
      {"mentee without a pair", "unmatched"},
      {"answer to a request of 13.3", "resignation-answer"},
      {"answer to a request of 15.5", "replacement-answer"},
      {"cancellation by the employer", "cancellation-notice"},
      {"withdrawal of the consent to dissemination", "shown-without-consent"},
      {"end of an agreement", "agreement-expiry"},
      {"end of a consent", "consent-expiry"},
      {"the new school year", "year-opening"},
      {"end of a waiver", "waiver-expiry"},
      {"end of an acting head", "head-ends"},
      {"end of a curator", "curator-ends"},
      {"survey", "survey"},
      {"silence of a pair", "meetings"},
  };
  std::set<std::string_view> ids;
  for (const Duty* duty : duties()) CHECK_MESSAGE(ids.insert(duty->id).second, "twice: ", duty->id);
  for (const auto& [term, id] : rows) CHECK_MESSAGE(ids.contains(id), term);
}

TEST_CASE("rows of duties are whole") {
  for (const Duty* duty : duties()) {
    CAPTURE(duty->id);
    CHECK_FALSE(duty->what.empty());
    CHECK_FALSE(duty->of_several.empty());
    CHECK_FALSE(duty->step.empty());
    CHECK((duty->look || !duty->rules.empty()));
    for (const std::string_view clause : clause_ids(duty->clauses)) CHECK_MESSAGE(find_clause(clause), clause);
  }
}

// Nothing comes by surprise

namespace {

/// What comes to be found with the days and is due by none of them, and why.
const std::map<std::string, std::string, std::less<>> no_duties{
    {"W-1", "a waiver that covers nothing has had its use"},
    {"DOC-1", "advice on the form of an act, told when it takes effect"},
    {"P11.9-2", "advice on who was chosen"},
    {"P13.1-2", "advice on who was chosen"},
    {"P2-14", "tells whom the figures leave out"},
    {"TK-6", "tells to whom the article does not apply"},
    {"P18-5", "a limit of what a mentor takes on"},
};

using Key = std::tuple<std::string, std::string, Span>;  ///< rule, record, place

std::map<Key, const Requirement*> found_in(const Loaded& loaded) {
  std::map<Key, const Requirement*> found;
  const Outcome outcome = check(loaded, {});
  for (const Finding& finding : outcome.findings)
    found.emplace(Key{finding.of->id, address_of(loaded.sources, finding.span), finding.span}, finding.of);
  return found;
}

bool speaks_of(const Due& due, const Key& key, Date day) {
  return due.day < day && due.record == std::get<1>(key) && words_at_commas(due.duty->rules).contains(std::get<0>(key));
}

/// Of somebody whose name is no longer there nothing is asked, though the day of the erasure is to come.
bool was_erased(const Registry& registry, const std::string& record) {
  const Person* person = registry.all<Person>().find(std::string_view(record).substr(record.find('/') + 1));
  return person && person->full_name.absent();
}

/// What comes to be found within thirty days though nothing happens, and of what the agenda of the first day did not speak.
/// What is gone again a week later, by what the records plan, need not be told.
void hold_to_forecast(const Loaded& loaded, std::set<std::string>& surprises) {
  const Date today = loaded.registry.day();
  const Agenda agenda = agenda_of(loaded, {.until = today + days_ahead});
  auto known = found_in(loaded);
  for (const int days : {1, 2, 3, 7, 14, 21, 30}) {
    const auto found = found_in(judged_on(loaded, today + days));
    std::optional<std::map<Key, const Requirement*>> then;
    for (const auto& [key, rule] : found) {
      if (!known.emplace(key, rule).second || no_duties.contains(std::get<0>(key))) continue;
      if (was_erased(loaded.registry, std::get<1>(key))) continue;
      const bool told = std::any_of(agenda.items.begin(), agenda.items.end(),
                                    [&](const Due& due) { return speaks_of(due, key, today + days); });
      if (told) continue;
      if (!then) then = found_in(judged_on(loaded, today + days + 7));
      if (then->contains(key))
        surprises.insert(
            fmt::format("{} {} (of {}, by {})", std::get<0>(key), std::get<1>(key), iso(today), iso(today + days)));
    }
  }
}

}  // namespace

namespace {

/// Who waits and has a pair to come is spoken of with the pair.
bool is_settled_by_a_pair(std::string_view rule, const Agenda& agenda) {
  return (rule == "RM1-1" || rule == "RM5-2") &&
         std::any_of(agenda.items.begin(), agenda.items.end(),
                     [](const Due& due) { return due.duty->id == "pair-start"; });
}

}  // namespace

TEST_CASE("what the cases of a rule come to break with the days was due before") {
  std::set<std::string> surprises, shown = shown_in_cases();
  for (const Fixture& fixture : all_fixtures())
    for (FixtureCase one : fixture.cases) {
      const Date broken = one.as_of.value_or(fixture.as_of);
      one.as_of = broken - 20;
      if (!one.title.starts_with("нарушает") || no_duties.contains(fixture.id)) continue;
      const CaseRegistry before = load_case(fixture, one);
      if (!before.loaded || before.loaded->faulty_settings) continue;
      const CheckRequest request{.selection = {{fixture.id}, {}}};
      const Outcome then = check(*before.loaded, request), now = check(judged_on(*before.loaded, broken), request);
      if (!then.findings.empty() || now.findings.empty()) continue;
      const Agenda agenda = agenda_of(*before.loaded, {.until = broken});
      const std::string record = address_of(before.loaded->sources, now.findings.front().span);
      const auto told = std::find_if(agenda.items.begin(), agenda.items.end(), [&](const Due& due) {
        return due.record == record && due.day < broken && words_at_commas(due.duty->rules).contains(fixture.id);
      });
      if (told == agenda.items.end() && !is_settled_by_a_pair(fixture.id, agenda))
        surprises.insert(fmt::format("{} {}: {}", fixture.id, record, one.title));
      else if (told != agenda.items.end())
        shown.insert(std::string(told->duty->id));
    }
  CHECK_MESSAGE(surprises.empty(), fmt::format("{}", fmt::join(surprises, "\n")));
  for (const Duty* duty : duties()) CHECK_MESSAGE(shown.contains(std::string(duty->id)), "no case shows ", duty->id);
}

TEST_CASE("nothing comes to be found with the days of which the agenda did not speak") {
  const fs::path root = source_root();
  struct Walk {
    fs::path folder{};
    Date first{}, last{};
    int step = 28;
  };
  const std::vector<Walk> walks{
      {root / "examples/school", {2024, 8, 20}, {2026, 8, 31}},
      {root / "tests/base/year", {2024, 9, 2}, {2026, 8, 31}, 56},
      {root / "tests/base/pair", {2025, 9, 1}, {2027, 8, 31}, 56},
  };
  std::set<std::string> surprises;
  for (const auto& [folder, first, last, step] : walks) {
    const DiskTree tree(folder.string());
    for (Date day = first; day <= last; day = day + step)
      hold_to_forecast(*load({.tree = tree, .today = day, .as_of = day}), surprises);
  }
  CHECK_MESSAGE(surprises.empty(), fmt::format("{}", fmt::join(surprises, "\n")));
}
