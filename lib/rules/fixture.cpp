#include "rules/fixture.h"

#include <map>

#include "base/ascii.h"
#include "base/embedded.h"

namespace nastavnik {

namespace embedded {
std::span<const Embedded> rule_fixtures();
}

namespace {

/// The rest of the line behind `label: `; nothing when the line is another one.
std::optional<std::string_view> after(std::string_view line, std::string_view label) {
  if (!line.starts_with(label)) return std::nullopt;
  return trimmed(line.substr(label.size()));
}

void append_paragraph(std::string& text, std::string_view line) {
  if (line.empty()) return;
  if (!text.empty()) text += ' ';
  text += line;
}

/// The head of a fixture: id and name, the explanations, the base and the day.
void read_head(std::string_view line, bool& english, Fixture& fixture) {
  if (fixture.id.empty()) {
    const std::size_t space = line.find(' ');
    fixture.id = line.substr(0, space);
    if (space != line.npos) fixture.name = trimmed(line.substr(space));
    return;
  }
  if (const auto base = after(line, "base:"))
    fixture.base = *base;
  else if (const auto day = after(line, "as-of:"))
    fixture.as_of = parse_date(*day).value_or(Date());
  else if (const auto en = after(line, "en:"))
    english = true, append_paragraph(fixture.en, *en);
  else
    append_paragraph(english ? fixture.en : fixture.ru, trimmed(line));
}

void read_case_line(std::string_view line, FixtureCase& fixture_case) {
  if (const auto base = after(line, "base:")) fixture_case.base = std::string(*base);
  if (const auto day = after(line, "as-of:")) fixture_case.as_of = parse_date(*day);
  if (const auto day = after(line, "today:")) fixture_case.today = parse_date(*day);
  fixture_case.text += std::string(line) + "\n";
}

std::map<std::string, Fixture, std::less<>> read_fixtures() {
  std::map<std::string, Fixture, std::less<>> fixtures;
  for (const Embedded& file : embedded::rule_fixtures()) {
    Fixture fixture = parse_fixture(file.bytes);
    fixtures.emplace(fixture.id, std::move(fixture));
  }
  return fixtures;
}

}  // namespace

Fixture parse_fixture(std::string_view text) {
  Fixture fixture;
  bool english = false;
  int number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (line.starts_with("== ")) {
      FixtureCase& fresh = fixture.cases.emplace_back();
      fresh.title = line.substr(3);
      fresh.line = number;
    } else if (fixture.cases.empty()) {
      read_head(line, english, fixture);
    } else {
      read_case_line(line, fixture.cases.back());
    }
  }
  if (fixture.ru.empty() || fixture.en.empty()) fixture.faults.push_back("an explanation is missing");
  if (fixture.base.empty() || fixture.as_of == Date()) fixture.faults.push_back("base: or as-of: is missing");
  return fixture;
}

const Fixture& fixture_of(const Requirement& row) {
  static const auto fixtures = read_fixtures();
  static const Fixture none;
  const auto found = fixtures.find(row.id);
  return found == fixtures.end() ? none : found->second;
}

}  // namespace nastavnik
