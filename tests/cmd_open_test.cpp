#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "disk/commit.h"
#include "disk/turn.h"
#include "scratch.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tests/source_root.h"

// How often a command reads a registry: the system counts how often its files are opened.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

/// Counts from now on how often the files of a folder are opened.
class Openings {
public:
  explicit Openings(const fs::path& folder) : watch_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    REQUIRE(watch_ >= 0);
    // Events that are alike and follow each other come as one, so the closings between the openings are asked for, too.
    REQUIRE(inotify_add_watch(watch_, folder.c_str(), IN_OPEN | IN_CLOSE) >= 0);
  }
  ~Openings() { close(watch_); }
  Openings(const Openings&) = delete;
  Openings& operator=(const Openings&) = delete;

  /// By the name of the file.
  std::map<std::string, int> counted() {
    alignas(inotify_event) char events[1 << 14];
    for (ssize_t size; (size = read(watch_, events, sizeof events)) > 0;)
      for (ssize_t at = 0; at < size;) {
        const auto* event = reinterpret_cast<const inotify_event*>(events + at);  // NOLINT: as the system lays it out
        REQUIRE((event->mask & IN_Q_OVERFLOW) == 0);
        if (event->len != 0 && (event->mask & IN_OPEN) != 0) ++counts_[event->name];
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      }
    return counts_;
  }

private:
  int watch_;
  std::map<std::string, int> counts_;
};

/// How often a command opens the settings and a record of the example school.
struct Read {
  int settings = 0;
  int record = 0;
};

Read read_by(const std::vector<std::string>& words, const std::string& waivers = {}) {
  const Scratch scratch;
  fs::copy(source_root() / "examples/school", scratch.path(), fs::copy_options::recursive);
  if (!waivers.empty()) std::ofstream(scratch.path() / "waivers.yaml") << waivers;
  Openings of_root(scratch.path()), of_pairs(scratch.path() / "pairs");
  const Said said = run_command(scratch.path(), words, {.today = Date(2026, 11, 22)});
  INFO(said.err);
  CHECK(said.status == cmd::ExitStatus::clean);
  return {of_root.counted()["nastavnik.yaml"], of_pairs.counted()["2025-739516.yaml"]};
}

}  // namespace

TEST_CASE("a change is judged by the records as they are and as they would be, and no oftener") {
  const std::vector<std::string> words{"waive",   "P2-2",    "programs/2025-150794", "--reason",
                                       "Переезд", "--until", "2026-08-31",           "--quiet"};
  CHECK(read_by(words).record == 2);
  CHECK(read_by(words).settings == 2);
}

TEST_CASE("a report reads the records once, whatever its days") {
  CHECK(read_by({"report", "involvement"}).record == 1);
  CHECK(read_by({"report", "involvement"}).settings == 1);
  const Read past = read_by({"report", "involvement", "--year", "2024-2025"});
  CHECK(past.record == 1);
  CHECK(past.settings == 2);  // first the day that they are judged on is asked
  const Read on_a_day = read_by({"report", "involvement", "--year", "2024-2025", "--as-of", "2025-12-31"});
  CHECK(on_a_day.record == 1);
  CHECK(on_a_day.settings == 1);
}

namespace {

Said said_in(const fs::path& folder, const std::vector<std::string>& words) {
  return run_command(folder, words, {.today = Date(2026, 11, 22)});
}

/// Changes a record and takes another away, and is killed before it says that this is done.
void be_killed_while_writing(const fs::path& folder) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const std::vector<FileChange> act{
        {folder, "pairs/2025-739516.yaml", slurp(folder / "pairs/2025-739516.yaml"), "mentor: nobody\n"},
        {folder, "orders/2026-11-od.yaml", slurp(folder / "orders/2026-11-od.yaml"), {}}};
    commit(folder, act, TurnHeld::yes, {.path = folder / "never", .make = [] { raise(SIGKILL); }});
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("what a killed command left half done is read as it was, and taken back by the next one that writes") {
  const Scratch scratch;
  fs::copy(source_root() / "examples/school", scratch.path(), fs::copy_options::recursive);
  const Said before = said_in(scratch.path(), {"check"});
  const std::string pair = slurp(scratch.path() / "pairs/2025-739516.yaml");
  be_killed_while_writing(scratch.path());
  REQUIRE(slurp(scratch.path() / "pairs/2025-739516.yaml") == "mentor: nobody\n");

  const Said check = said_in(scratch.path(), {"check"});
  CHECK(check.status == before.status);
  CHECK(check.out == before.out);
  CHECK(check.err.find("прошлая команда не закончила запись") != std::string::npos);
  CHECK(slurp(scratch.path() / "pairs/2025-739516.yaml") == "mentor: nobody\n");
  CHECK(!fs::exists(scratch.path() / "orders/2026-11-od.yaml"));

  const std::vector<std::string> words{"waive",   "P2-2",      "programs/2025-150794", "--reason", "Переезд",
                                       "--until", "2026-08-31"};
  const Said dry = said_in(scratch.path(), [&] {
    std::vector<std::string> more = words;
    more.push_back("--dry-run");
    return more;
  }());
  CHECK(dry.status == cmd::ExitStatus::clean);
  CHECK(!fs::exists(scratch.path() / "orders/2026-11-od.yaml"));
  const Said waived = said_in(scratch.path(), words);
  CHECK(waived.status == cmd::ExitStatus::clean);
  CHECK(waived.err.find("начатое ею убрано") != std::string::npos);
  CHECK(slurp(scratch.path() / "pairs/2025-739516.yaml") == pair);
  CHECK(fs::exists(scratch.path() / "orders/2026-11-od.yaml"));
  CHECK(said_in(scratch.path(), {"check"}).err.empty());
}

TEST_CASE("a command that writes does not begin while another is at it, and one that reads goes on") {
  const Scratch scratch;
  fs::copy(source_root() / "examples/school", scratch.path(), fs::copy_options::recursive);
  const Turn other(scratch.path());
  const Said waived = said_in(
      scratch.path(), {"waive", "P2-2", "programs/2025-150794", "--reason", "Переезд", "--until", "2026-08-31"});
  CHECK(waived.status == cmd::ExitStatus::unreadable);
  CHECK(waived.err.find("сейчас пишет другая команда") != std::string::npos);
  CHECK(!fs::exists(scratch.path() / "waivers.yaml"));
  CHECK(said_in(scratch.path(), {"check"}).status == cmd::ExitStatus::clean);
}
