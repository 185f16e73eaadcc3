#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include <doctest/doctest.h>

#include "base/text.h"
#include "cmd/commands.h"
#include "scratch.h"
#include "shell_words.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tests/source_root.h"
#include "tools.h"

// Transcripts of commands. A file of tests/cli/ holds titled cases:
//
//   == what the case shows
//   copy: tests/base/pair             begin with these files; likewise `terminal: 60`, `locale: en_US`, `today: 2026-09-01`,
//                                     `variable: EDITOR=true`
//   -- people/p-001.yaml --           write a file
//   xx people/p-002.yaml xx           remove one
//   $ nastavnik check                 run the program in the directory of the case
//   < 15.09.2025                      what a person at the terminal answers, a line for each question; nothing more is
//                                     answered behind the last one
//   what it writes to stdout
//   ! what it writes to stderr
//   >= 1                              its exit status, where it is not 0
//   $ ls [-a] DIR  |  $ cat FILE      what the directory holds now
//   $ git ARGUMENTS                   the real git, without settings but those of the repository
//
// A line of output that could be taken for one of these begins with a backslash. The clock stands at 2025-09-15, nothing
// is a terminal unless the case says so. UPDATE=1 rewrites the files; the diff is what gets reviewed.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const fs::path source_dir = nastavnik::source_root();
const std::vector<fs::path> transcripts{source_dir / "tests/cli", source_dir / "tests/acts"};

struct Setting {
  cmd::Terminal terminal{};
  std::string locale{};
  Date today{2025, 9, 15};
  std::vector<std::string> variables = with_tools;
  std::vector<std::string> answers{};
};

Said run(const std::vector<std::string>& words, const fs::path& directory, const Setting& setting = {}) {
  return run_command(directory, words,
                     {.today = setting.today,
                      .terminal = setting.terminal,
                      .locale = setting.locale,
                      .variables = setting.variables,
                      .answers = setting.answers});
}

std::string listing(const fs::path& directory, bool hidden) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    const std::string name = entry.path().lexically_relative(directory).string();
    const bool is_hidden = name.starts_with('.') || name.find("/.") != std::string::npos;
    const bool in_git = name.find(".git/") != std::string::npos;
    if ((hidden || !is_hidden) && !in_git && !entry.is_directory()) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  std::string text;
  for (const std::string& name : names) text += name + '\n';
  return text;
}

bool is_marker(std::string_view line) {
  for (const std::string_view mark : {"== ", "$ ", "< ", ">= ", "! ", "-- ", "xx ", "\\"})
    if (line.starts_with(mark)) return true;
  return false;
}

/// What a stream got, as a transcript shows it.
std::string quoted(std::string text, std::string_view mark, const fs::path& directory) {
  for (std::size_t at; (at = text.find(directory.string())) != std::string::npos;)
    text.replace(at, directory.string().size(), "/DIR");
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    if (!mark.empty())
      result += line.empty() ? "!" : std::string(mark) + line;
    else
      result += is_marker(line) ? '\\' + line : line;
    result += '\n';
  }
  if (!text.empty() && text.back() != '\n') result += "\\ no line break at the end\n";
  return result;
}

/// Replays one case; returns it with what the commands said now.
class Replay {
public:
  explicit Replay(const std::string& text) : lines_(text) {}

  std::string all() {
    for (std::string line; next(line);) take(line);
    while (result_.ends_with("\n\n")) result_.pop_back();
    return result_;
  }
  int commands() const { return commands_; }

private:
  bool next(std::string& line) {
    if (held_) {
      line = *std::exchange(held_, std::nullopt);
      return true;
    }
    return static_cast<bool>(std::getline(lines_, line));
  }

  /// Those that stand behind the command.
  std::vector<std::string> answers() {
    std::vector<std::string> all;
    for (std::string line; next(line);) {
      if (line != "<" && !line.starts_with("< ")) {
        held_ = line;
        break;
      }
      result_ += line + '\n';
      all.push_back(line.substr(std::min<std::size_t>(line.size(), 2)));
    }
    return all;
  }

  void take(const std::string& line) {
    if (line.starts_with("$ ")) return command(line);
    if (line.starts_with("-- ") && line.ends_with(" --")) return file(line);
    if (commands_ == 0 || line.starts_with("xx ")) result_ += line + '\n';
    if (line.starts_with("xx ") && line.ends_with(" xx")) fs::remove_all(directory() / line.substr(3, line.size() - 6));
    if (commands_ == 0) set(line);
  }

  void set(const std::string& line) {
    if (line.starts_with("copy: "))
      fs::copy(source_dir / line.substr(6), directory(),
               fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    if (line.starts_with("terminal: ")) setting_.terminal = {true, std::stoul(line.substr(10))};
    if (line.starts_with("locale: ")) setting_.locale = line.substr(8);
    if (line.starts_with("variable: ")) setting_.variables.push_back(line.substr(10));
    if (line.starts_with("today: ")) setting_.today = parse_date(line.substr(7)).value();
  }

  void file(const std::string& head) {
    std::string bytes;
    result_ += head + '\n';
    for (std::string line; next(line);) {
      if (is_marker(line)) {
        held_ = line;
        break;
      }
      bytes += line + '\n';
    }
    result_ += bytes;
    while (bytes.ends_with("\n\n")) bytes.pop_back();
    spill(directory() / head.substr(3, head.size() - 6), bytes);
  }

  void command(const std::string& line) {
    ++commands_;
    while (result_.ends_with("\n\n")) result_.pop_back();
    result_ += line + '\n';
    std::vector<std::string> words = words_of(line.substr(2));
    const std::string program = words.empty() ? "" : words.front();
    if (program == "ls")
      result_ += listing(directory() / words.back(), words.at(1) == "-a");
    else if (program == "cat")
      result_ += quoted(slurp(directory() / words.at(1)), "", directory());
    else if (program == "nastavnik" && (setting_.answers = answers(), true))
      say(run({words.begin() + 1, words.end()}, directory(), setting_));
    else if (program == "git")
      git(words);
    else
      FAIL("a transcript runs nastavnik, ls, cat and git: " << line);
  }

  void git(const std::vector<std::string>& words) {
    const ProgramAnswer answer = run_tool(words, directory());
    say({answer.out, answer.err, static_cast<cmd::ExitStatus>(answer.status)});
  }

  void say(const Said& said) {
    result_ += quoted(said.out, "", directory()) + quoted(said.err, "! ", directory());
    if (said.status != cmd::ExitStatus::clean) result_ += ">= " + std::to_string(static_cast<int>(said.status)) + '\n';
  }

  const fs::path& directory() const { return scratch_.path(); }

  Scratch scratch_;
  Setting setting_;
  std::istringstream lines_;
  std::optional<std::string> held_;
  std::string result_;
  int commands_ = 0;
};

/// The text before the first case, then the cases.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts(1);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("== ")) parts.emplace_back();
    parts.back() += line + '\n';
  }
  for (std::string& part : parts)
    while (part.ends_with("\n\n")) part.pop_back();
  return parts;
}

void replay_file(const fs::path& path, int& cases) {
  const std::vector<std::string> parts = parts_of(slurp(path));
  std::string now = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    Replay replay(parts[i]);
    const std::string got = replay.all();
    ++cases;
    INFO(path.filename().string(), ": ", parts[i].substr(0, parts[i].find('\n')));
    CHECK(replay.commands() > 0);
    if (!std::getenv("UPDATE")) CHECK(got == parts[i]);
    now += (now.empty() ? "" : "\n") + got;
  }
  if (std::getenv("UPDATE")) spill(path, now);
}

/// The exit statuses that help promises, and never one of a fault.
bool is_promised(const cmd::Command& command, cmd::ExitStatus status) {
  return std::find(command.statuses.begin(), command.statuses.end(), status) != command.statuses.end() &&
         (status == cmd::ExitStatus::clean || status == cmd::ExitStatus::findings);
}

}  // namespace

TEST_CASE("commands say what their transcripts say") {
  const char* only = std::getenv("ONLY");
  int cases = 0;
  for (const fs::path& folder : transcripts)
    for (const auto& file : fs::directory_iterator(folder))
      if (file.path().extension() == ".test" && (!only || file.path().stem() == only)) replay_file(file.path(), cases);
  CHECK(cases > 0);
}

TEST_CASE("every command has a transcript") {
  for (const cmd::Command& command : cmd::commands()) {
    INFO(command.name);
    CHECK(std::ranges::any_of(transcripts, [&](const fs::path& folder) {
      return fs::exists(folder / (std::string(command.name) + ".test"));
    }));
  }
}

/// A registry of a day that is over takes no acts.
static void unpin(const fs::path& settings) {
  std::string text = slurp(settings);
  const std::size_t pinned = text.find("as_of:");
  spill(settings, text.erase(pinned, text.find('\n', pinned) + 1 - pinned));
}

TEST_CASE("the examples in the help of every command run") {
  for (const cmd::Command& command : cmd::commands()) {
    INFO(command.name);
    CHECK_FALSE(command.examples.empty());
    for (const cmd::Example& example : command.examples) {
      INFO(example.line);
      const Scratch scratch;
      if (command.needs_registry())
        fs::copy(source_dir / "examples/school", scratch.path(), fs::copy_options::recursive);
      const bool acts = command.group == cmd::Group::enter || command.group == cmd::Group::decide;
      if (acts && command.needs_registry()) unpin(scratch.path() / "nastavnik.yaml");
      spill(scratch.path() / "prikaz.pdf", "%PDF-1.4");  // what an example attaches
      std::vector<std::string> words = words_of(std::string(example.line));
      REQUIRE(words.front() == "nastavnik");
      words.erase(words.begin());
      Setting setting{.today = Date(2026, 9, 15)};  // the example is of the year before
      setting.variables.emplace_back("EDITOR=true");
      const Said said = run(words, scratch.path(), setting);
      INFO(said.err);
      CHECK(is_promised(command, said.status));
    }
  }
}

TEST_CASE("help fits the width of the terminal") {
  const Scratch scratch;
  for (const std::size_t width : {60UL, 80UL, 120UL})
    for (const cmd::Command& command : cmd::commands()) {
      const Said said = run({"help", std::string(command.name)}, scratch.path(), {.terminal = {true, width}});
      std::istringstream lines(said.out);
      for (std::string line; std::getline(lines, line);) {
        INFO(line);
        const bool is_typed = line.starts_with("  nastavnik ") || line.find("…") != std::string::npos;
        CHECK((is_typed || display_width(line) <= width));
      }
    }
}
