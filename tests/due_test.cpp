#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "agenda/agenda.h"
#include "agenda/duty.h"
#include "base/text.h"
#include "model/load.h"
#include "scratch.h"
#include "shell_words.h"
#include "source/disk.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tests/source_root.h"
#include "tools.h"

// `nastavnik due`: each next step is one that can be taken, and the file for calendars is what calendars read.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const fs::path school = source_root() / "examples/school";

/// A copy of a registry, to be written into.
class Copied : public Scratch {
public:
  explicit Copied(const fs::path& registry) { fs::copy(registry, path(), fs::copy_options::recursive); }
};

Said run(const std::string& line, const fs::path& directory) {
  std::vector<std::string> words = words_of(line);
  words.erase(words.begin());
  return run_command(directory, words, {.today = Date(2026, 11, 22), .variables = with_tools});
}

/// What is told of the example school on a day, by the steps.
std::map<std::string, const Duty*> steps_on(Date day) {
  const DiskTree tree(school.string());
  const auto loaded = load({.tree = tree, .today = day, .as_of = day});
  std::map<std::string, const Duty*> steps;
  for (const Due& due : agenda_of(*loaded, {.until = day + days_ahead}).items) steps.emplace(due.step, due.duty);
  return steps;
}

std::set<std::string> files_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    names.insert(entry.path().lexically_relative(folder).generic_string());
  return names;
}

/// An act that was told all that the agenda knows may still ask for what it cannot know.
bool asks_for_the_rest(const Said& said) {
  return said.status == cmd::ExitStatus::usage && said.err.find("не указано") != std::string::npos;
}

void take_step(const std::string& step, Date day) {
  const Copied copied(school);
  const std::set<std::string> before = files_in(copied.path());
  const Said said = run(fmt::format("{} --as-of {}", step, iso(day)), copied.path());
  // What the records do not hold yet is told, and stands in the paper as a gap.
  const bool made = said.status == cmd::ExitStatus::clean || said.status == cmd::ExitStatus::findings;
  CHECK_MESSAGE((made || asks_for_the_rest(said)), step, " on ", iso(day), ": ", said.err);
  if (step.starts_with("nastavnik document"))
    CHECK_MESSAGE(files_in(copied.path()).size() > before.size(), step, " makes no paper");
}

const std::vector<Date> days{{2024, 8, 20}, {2024, 9, 10}, {2024, 11, 5}, {2025, 2, 10}, {2025, 5, 20},
                             {2025, 6, 25}, {2025, 8, 15}, {2025, 9, 15}, {2026, 1, 20}, {2026, 5, 25}};

/// The lines as they were before they were folded.
std::vector<std::string> unfolded(const std::string& calendar) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < calendar.size();) {
    const std::size_t end = calendar.find("\r\n", at);
    REQUIRE(end != calendar.npos);
    const std::string line = calendar.substr(at, end - at);
    CHECK_MESSAGE(line.size() <= 75, line);
    CHECK_FALSE(invalid_utf8(line));
    if (line.starts_with(' '))
      lines.back() += line.substr(1);
    else
      lines.push_back(line);
    at = end + 2;
  }
  return lines;
}

/// The days of the events by their UIDs.
std::map<std::string, std::string> events_of(const std::string& calendar) {
  std::map<std::string, std::string> events;
  std::string uid;
  for (const std::string& line : unfolded(calendar)) {
    if (line.starts_with("UID:")) uid = line.substr(4);
    if (!line.starts_with("DTSTART;VALUE=DATE:")) continue;
    CHECK_MESSAGE(events.emplace(uid, line.substr(19)).second, "twice: ", uid);
  }
  return events;
}

std::string calendar_of(const std::string& line, const fs::path& directory) {
  const Said said = run("nastavnik due --format ics " + line, directory);
  CHECK(said.status == cmd::ExitStatus::clean);
  return said.out;
}

}  // namespace

TEST_CASE("each next step is a command that works, or a place to write in") {
  std::size_t commands = 0;
  for (const Date day : days)
    for (const auto& [step, duty] : steps_on(day)) {
      CAPTURE(duty->id);
      if (!step.starts_with("nastavnik ")) continue;
      take_step(step, day);
      ++commands;
    }
  CHECK(commands > 12);
}

TEST_CASE("a calendar gets lines that it can read, each thing once") {
  for (const char* day : {"2025-05-20", "2026-05-25"}) {
    const std::string line = fmt::format("--days 60 --as-of {}", day);
    const std::string calendar = calendar_of(line, school);
    CHECK(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(calendar.ends_with("END:VCALENDAR\r\n"));
    CHECK(events_of(calendar).size() > 10);
    CHECK(calendar == calendar_of(line, school));
  }
}

TEST_CASE("what moves keeps its UID in the calendar") {
  const Copied copied(source_root() / "tests/base/pair");
  const std::string before = calendar_of("--as-of 2026-05-10", copied.path());
  const fs::path program = copied.path() / "programs/2025-003.yaml";
  std::string text = slurp(program);
  text.replace(text.find("end: 2026-05-29"), 15, "end: 2026-05-22");
  spill(program, text);
  const auto first = events_of(before), second = events_of(calendar_of("--as-of 2026-05-11", copied.path()));
  std::vector<std::string> moved;
  for (const auto& [uid, day] : first)
    if (second.contains(uid) && second.at(uid) != day && second.at(uid) == "20260522") moved.push_back(day);
  CHECK(moved == std::vector<std::string>{"20260529"});
}

TEST_CASE("nothing of people leaves the terminal in a calendar unless it is asked for") {
  const Copied copied(source_root() / "tests/base/pair");
  const std::string without = calendar_of("--as-of 2026-05-20", copied.path());
  CHECK(without.find("Соколова") == without.npos);
  std::string with;
  for (const std::string& line : unfolded(calendar_of("--names --as-of 2026-05-20", copied.path()))) with += line;
  CHECK(with.find("Соколова") != with.npos);
}
