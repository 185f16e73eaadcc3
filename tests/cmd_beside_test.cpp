#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include "cmd/beside.h"
#include "model/load.h"
#include "model/notions/about.h"
#include "scratch.h"
#include "source/disk.h"
#include "tests/run_command.h"
#include "tests/source_root.h"

// Nobody knows who p-830764 is: on a terminal every message that names a record says whom it is about, elsewhere only where
// --names was given.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

using Command = std::vector<std::string>;

/// A school whose records give every command something to say.
class TroubledSchool : public Scratch {
public:
  TroubledSchool() {
    fs::copy(source_root() / "examples/school", path(), fs::copy_options::recursive);
    append("programs/2025-150794.yaml", "surprise: 1\n");
    append("mentors/p-907421.yaml", "payments: [1]\n");
    append("pairs/2024-128866.yaml", "renewals:\n    - {order: 2025-999-od,   from: 01.09.2025}\n");
    replace("programs/2025-603982.yaml", "approved: {", "approved_: {");
    std::ofstream(path() / "programs" / "2025-739516.yaml") << "pair: [2025-739516\n";
    std::ofstream(path() / "practices" / "loose.yaml") << "title:   Свободно\ndate: 2025-05-19\ntext: 'Текст'\n";
  }

private:
  void append(const char* file, const char* text) const { std::ofstream(path() / file, std::ios::app) << text; }
  void replace(const char* file, const std::string& what, const char* by) const {
    std::ostringstream text;
    text << std::ifstream(path() / file).rdbuf();
    std::string changed = text.str();
    if (const std::size_t at = changed.find(what); at != changed.npos) changed.replace(at, what.size(), by);
    std::ofstream(path() / file) << changed;
  }
};

/// What talks of records, and changes none.
const std::vector<Command> talking{
    {"check"},
    {"check", "--format", "concise"},
    {"check", "-v"},
    {"check", "--severity", "error", "-q"},
    {"waive", "P2-2", "programs/2025-150795", "--reason", "Так", "--until", "2026-08-31"},
    {"waive", "P2-2", "2025-150794", "--reason", "Так", "--until", "2026-08-31"},
    {"waive", "P2-2", "programs/2025-739516", "--reason", "Так", "--until", "2026-08-31"},
    {"waive", "P2-2", "programs/2024-128866", "--reason", "Так", "--until", "2026-08-31", "--dry-run"},
    {"waive", "P2-2", "programs/2024-128866", "--reason", "Так", "--until", "2026-08-31", "--by", "Мар"},
    {"report", "journal", "Мар"},
    {"show", "Мар"},
    {"list", "pairs", "--mentee", "Мар"},
    {"report", "journal", "p-90742"},
    {"report", "completeness"},
    {"report", "results"},
    {"report", "final"},
    {"report", "load"},
    {"report", "statistics", "--save"},
    {"list", "pairs", "--mentor", "Мар"},
    {"list", "programs"},
    {"list", "mentors", "--mentor", "p-907422"},
    {"show", "p-907422"},
    {"show", "programs/2025-739516"},
    {"document", "program"},
    {"document", "completion", "2025-150794", "--format", "markdown", "-o", "papers/"},
    {"document", "consent-data"},
    {"document", "consent-data", "Мар"},
    {"document", "order-pairs"},
    {"document", "order-pairs", "pairs/2024-128866", "pairs/2025-150794", "--format", "markdown", "-o", "papers/"},
    {"document", "program", "p-618204"},
    {"document", "program", "2025-739516"},
    {"document", "program", "--all", "--format", "markdown", "-o", "papers", "--review"},
    {"document", "formation", "--all", "--format", "markdown", "-o", "papers"},
    {"document", "order-pairs", "2024-98-od", "--number", "1", "--date", "2026-08-31", "--format", "markdown", "-o",
     "papers/"},
    {"fix", "--diff"},
    {"fmt", "--check"},
    {"baseline", "show"},
    {"template", "check"},
};

/// What does change them, each in a school of its own.
const std::vector<Command> writing{
    {"fix"},
    {"fmt"},
    {"document", "order-pairs", "pairs/2026-517369", "--number", "900-од", "--date", "2026-08-31", "--record"},
    {"waive", "P2-2", "programs/2024-128866", "--reason", "Так", "--until", "2026-08-31"},
    {"baseline", "create"},
};

Said said(const Command& words, const fs::path& directory, bool terminal) {
  return run_command(directory, words,
                     {.today = Date(2026, 9, 15), .terminal = {.is_terminal = terminal, .width = 1000}});
}

std::unique_ptr<Loaded> loaded_from(const fs::path& directory) {
  static std::vector<std::unique_ptr<DiskTree>> trees;
  trees.push_back(std::make_unique<DiskTree>(directory.string()));
  return load({.tree = *trees.back(), .today = Date(2026, 9, 15)});
}

/// A line that a person would type, or that stands in a file, is as it is.
bool is_quoted(const std::string& line, std::size_t at) {
  const std::string before = line.substr(0, at);
  return before.find("nastavnik ") != before.npos || before.find("record: ") != before.npos ||
         before.starts_with("---") || before.starts_with("+++") || before.starts_with("+") || before.starts_with("-") ||
         before.find("│") != before.npos;
}

/// Addresses of people, pairs and programmes that the line names without saying whom they are about.
std::vector<std::string> unsaid(const std::string& line, const Registry& registry) {
  static const std::regex addressed("(people|mentors|mentees|pairs|programs)/[0-9a-z-]+");
  std::vector<std::string> found;
  for (std::sregex_iterator at(line.begin(), line.end(), addressed), end; at != end; ++at) {
    const std::string what = about(registry, at->str()).ru;
    if (!is_quoted(line, static_cast<std::size_t>(at->position())) && !what.empty() && line.find(what) == line.npos)
      found.push_back(at->str());
  }
  return found;
}

std::size_t addresses_in(const std::string& text) {
  static const std::regex addressed("(people|mentors|mentees|pairs|programs)/[0-9a-z-]+");
  return static_cast<std::size_t>(
      std::distance(std::sregex_iterator(text.begin(), text.end(), addressed), std::sregex_iterator()));
}

/// A further place of a finding says it only where its record is another one.
bool is_of_same_record(const std::string& line, const std::string& address, const std::string& place) {
  return line.find(":::") != line.npos && place.find(address) != place.npos;
}

void require_all_said(const Command& command, const Said& what, const Registry& registry) {
  std::istringstream lines(what.out + what.err);
  std::string place;  // of the finding
  for (std::string line; std::getline(lines, line);) {
    if (line.find("-->") != line.npos) place = line;
    for (const std::string& address : unsaid(line, registry))
      if (!is_of_same_record(line, address, place))
        FAIL_CHECK(fmt::format("{}", fmt::join(command, " ")) << ": " << address << " in: " << line);
  }
}

}  // namespace

TEST_CASE("on a terminal every message that names a record says whom it is about") {
  const TroubledSchool school;
  const auto loaded = loaded_from(school.path());
  std::size_t named = 0;
  for (const Command& command : talking) {
    const Said what = said(command, school.path(), true);
    named += addresses_in(what.out + what.err);
    require_all_said(command, what, loaded->registry);
  }
  CHECK(named > 100);
}

TEST_CASE("so do commands that change records") {
  for (const Command& command : writing) {
    const TroubledSchool school;
    const auto loaded = loaded_from(school.path());
    require_all_said(command, said(command, school.path(), true), loaded->registry);
  }
}

TEST_CASE("with --names they do so off a terminal, too, and else nowhere") {
  const TroubledSchool school;
  const auto loaded = loaded_from(school.path());
  const std::vector<KnownRecord> people = known_records(loaded->registry, *folder_kinds().front());
  for (const Command& command : talking) {
    Command with_names = command;
    with_names.insert(with_names.end(), "--names");
    require_all_said(command, said(with_names, school.path(), false), loaded->registry);
    const Said what = said(command, school.path(), false);
    const std::string all = what.out + what.err;
    for (const KnownRecord& person : people) {
      const std::string name = about(loaded->registry, person.address).ru;
      if (name.empty()) continue;
      CHECK_MESSAGE(all.find(name.substr(0, name.find(' '))) == all.npos, fmt::format("{}", fmt::join(command, " ")),
                    " names ", name);
    }
  }
}

TEST_CASE("a place is followed by what its record is about") {
  const Scratch scratch;
  fs::copy(source_root() / "tests/base/pair", scratch.path(), fs::copy_options::recursive);
  const auto loaded = loaded_from(scratch.path());
  const cmd::Beside named(loaded->registry, true), nameless(loaded->registry, false);
  CHECK(named("programs/2025-003").ru == " (Соколова – Ким)");
  CHECK(named("programs/2025-003.yaml: end").ru == " (Соколова – Ким)");
  CHECK(named("./pairs/2025-003.yaml").ru == " (Соколова – Ким)");
  CHECK(named("p-017").ru == " (Соколова Марина Петровна)");
  CHECK(named("years/2025-2026").ru.empty());
  CHECK(named("people/").ru.empty());
  CHECK(named("").ru.empty());
  CHECK(nameless("programs/2025-003").ru.empty());
}
