#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <sys/inotify.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "cmd/run.h"
#include "scratch.h"
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
  std::istringstream in;
  std::ostringstream out, err;
  const cmd::ExitStatus status =
      cmd::run(words, {.in = in, .out = out, .err = err, .directory = scratch.path(), .today = Date(2026, 11, 22)});
  INFO(err.str());
  CHECK(status == cmd::ExitStatus::clean);
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
