#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "cmd/run.h"
#include "disk/program.h"
#include "scratch.h"
#include "tests/source_root.h"

// A push must not excuse itself: what it adds to waivers.yaml, baseline.txt or the lowered severities does not count in
// its own check.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const std::vector<std::string> variables{"PATH=/usr/local/bin:/usr/bin:/bin",
                                         "HOME=/nonexistent",
                                         "GIT_CONFIG_NOSYSTEM=1",
                                         "GIT_AUTHOR_NAME=Школа",
                                         "GIT_AUTHOR_EMAIL=s@example.invalid",
                                         "GIT_COMMITTER_NAME=Школа",
                                         "GIT_COMMITTER_EMAIL=s@example.invalid"};

std::string waiver(const std::string& until, const std::string& more = "") {
  return "waivers:\n  - rule: P2-2\n    record: programs/2025-003\n" + more +
         "    reason: Переезд\n    decided_by: p-001\n    decided_on: 2025-09-02\n    until: " + until + "\n";
}

/// A school whose one programme is too short, in a repository.
class School : public Scratch {
public:
  School() {
    fs::copy(nastavnik::source_root() / "tests/base/pair", path(), fs::copy_options::recursive);
    std::ifstream in(path() / "programs/2025-003.yaml");
    std::string program{std::istreambuf_iterator<char>(in), {}};
    const std::size_t end = program.find("end: 2026-05-29");
    REQUIRE(end != std::string::npos);
    put("programs/2025-003.yaml", program.replace(end, 15, "end: 2025-11-29"));
    git({"init", "--quiet", "--initial-branch=main"});
  }

  void put(const std::string& file, const std::string& bytes) const {
    std::ofstream(path() / file, std::ios::binary) << bytes;
  }
  void remove(const std::string& file) const { fs::remove(path() / file); }
  void commit() const {
    git({"add", "--all"});
    git({"commit", "--quiet", "--message=records"});
  }
  /// Exit status and all that was said of a check.
  std::pair<cmd::ExitStatus, std::string> check(std::vector<std::string> words, Date today = {2025, 9, 15}) const {
    words.insert(words.begin(), {"check", "--format", "concise", "--select", "P2-2,P7-6,W"});
    std::istringstream in;
    std::ostringstream out, err;
    const cmd::ExitStatus status = cmd::run(
        words, {.in = in, .out = out, .err = err, .directory = path(), .today = today, .variables = variables});
    return {status, out.str() + err.str()};
  }

private:
  void git(std::vector<std::string> words) const {
    words.insert(words.begin(), "git");
    const ProgramAnswer answer = run_program({.words = words, .directory = path().string(), .variables = variables});
    REQUIRE_MESSAGE(answer.status == 0, answer.err);
  }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a waiver counts once it is in the base") {
  const School school;
  school.commit();
  school.put("waivers.yaml", waiver("2025-11-29"));
  CHECK(school.check({}).first == cmd::ExitStatus::clean);
  const auto [status, said] = school.check({"--base", "HEAD"});
  CHECK(status == cmd::ExitStatus::findings);
  CHECK(has(said, "error: программа длится меньше 3 месяцев"));
  CHECK_FALSE(has(said, "W-1"));
  school.commit();
  CHECK(school.check({"--base", "HEAD"}).first == cmd::ExitStatus::clean);
  CHECK(school.check({"--base", "HEAD~1"}).first == cmd::ExitStatus::findings);
}

TEST_CASE("what was held back is explained") {
  const School school;
  school.commit();
  school.put("waivers.yaml", waiver("2025-11-29"));
  const std::string text = school.check({"--base", "HEAD", "--format", "text"}).second;
  CHECK(has(text, "::: waivers.yaml:2:11  исключение добавлено или расширено после HEAD и пока не действует"));
  CHECK(has(
      text,
      "Пока не действует: waivers.yaml:2:11: исключение P2-2 для programs/2025-003 добавлено или расширено после HEAD"));
  CHECK(has(school.check({"--base", "HEAD", "--format", "json"}).second,
            "\"held_back\": [\n        {\n          \"message\": \"исключение P2-2"));
}

TEST_CASE("a waiver that was widened counts as far as it did before") {
  const School school;
  SUBCASE("to a later day") {
    school.put("waivers.yaml", waiver("2025-09-14"));
    school.commit();
    school.put("waivers.yaml", waiver("2025-11-29"));
    CHECK(school.check({"--base", "HEAD"}, {2025, 9, 14}).first == cmd::ExitStatus::clean);
  }
  SUBCASE("to other fields") {
    school.put("waivers.yaml", waiver("2025-11-29", "    field: start\n"));
    school.commit();
    school.put("waivers.yaml", waiver("2025-11-29"));
  }
  SUBCASE("to other records") {
    school.put("waivers.yaml", "waivers: []\n");
    school.commit();
    school.put("waivers.yaml", waiver("2025-11-29"));
  }
  SUBCASE("from a file that could not be read") {
    school.put("waivers.yaml", "waivers: [\n");
    school.commit();
    school.put("waivers.yaml", waiver("2025-11-29"));
  }
  CHECK(school.check({}).first == cmd::ExitStatus::clean);
  CHECK(school.check({"--base", "HEAD"}).first == cmd::ExitStatus::findings);
}

TEST_CASE("a waiver that was removed or narrowed counts no more") {
  const School school;
  school.put("waivers.yaml", waiver("2025-11-29"));
  school.commit();
  school.put("waivers.yaml", waiver("2025-09-10"));
  CHECK(school.check({"--base", "HEAD"}).first == cmd::ExitStatus::findings);
  school.remove("waivers.yaml");
  CHECK(school.check({"--base", "HEAD"}).first == cmd::ExitStatus::findings);
}

TEST_CASE("a baseline line counts once it is in the base") {
  const School school;
  school.commit();
  school.put("baseline.txt", "P2-2 programs/2025-003 end a22ad8eb\n");
  CHECK(school.check({}).first == cmd::ExitStatus::clean);
  const auto [status, said] = school.check({"--base", "HEAD", "--format", "text"});
  CHECK(status == cmd::ExitStatus::findings);
  CHECK(has(said, "Пока не действует: baseline.txt:1:1: 1 строка добавлено после HEAD"));
  school.commit();
  CHECK(school.check({"--base", "HEAD"}).first == cmd::ExitStatus::clean);
}

TEST_CASE("a severity is lowered only as far as the base lowers it, and raised at once") {
  const School school;
  const auto settings = [&](const std::string& severity) {
    school.put("nastavnik.yaml",
               "format: 1\nseverities:\n  - {rule: P2-2, severity: " + severity + ", reason: Так решили}\n");
  };
  school.commit();
  settings("silent");
  CHECK(school.check({}).first == cmd::ExitStatus::clean);
  CHECK(has(school.check({"--base", "HEAD"}).second, "error: программа длится"));
  settings("warning");
  school.commit();
  settings("info");
  CHECK(has(school.check({"--base", "HEAD"}).second, "warning: программа длится"));
  settings("error");
  CHECK(has(school.check({"--base", "HEAD"}).second, "error: программа длится"));
  CHECK(has(school.check({"--strict", "--base", "HEAD"}).second, "error: программа длится"));
}

TEST_CASE("a pack that was switched off is still held") {
  const School school;
  school.commit();
  school.put("nastavnik.yaml", "format: 1\npacks: [pd152]\n");
  CHECK(school.check({}).first == cmd::ExitStatus::clean);
  CHECK(school.check({"--base", "HEAD"}).first == cmd::ExitStatus::findings);
}

TEST_CASE("a threshold counts as it was in the base") {
  const School school;
  const auto said_since = [&] { return school.check({"--select", "P18-5", "--base", "HEAD"}).second; };
  school.put("nastavnik.yaml", "format: 1\nthresholds:\n  mentor_capacity: 1\n  statistics_due: [09-20]\n");
  std::ifstream in(school.path() / "pairs/2025-003.yaml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  school.put("pairs/2025-003.yaml",
             text.replace(text.find("  - person: p-031\n"), 18, "  - person: p-031\n  - person: p-003\n"));
  school.commit();
  CHECK(has(said_since(), "[P18-5]"));
  school.put("nastavnik.yaml", "format: 1\nthresholds:\n  mentor_capacity: 5\n  statistics_due: [09-20]\n");
  CHECK(has(said_since(), "[P18-5]"));
  CHECK_FALSE(has(school.check({"--select", "P18-5"}).second, "[P18-5]"));
  const std::string said = school.check({"--select", "P18-5", "--base", "HEAD", "--format", "text"}).second;
  CHECK(
      has(said,
          "Пока не действует: nastavnik.yaml:3:20: значение mentor_capacity изменено после HEAD, и считается прежнее"));
  CHECK_FALSE(has(said, "statistics_due"));
  school.put("nastavnik.yaml", "format: 1\n");
  const std::string removed = school.check({"--select", "P18-5", "--base", "HEAD", "--format", "text"}).second;
  CHECK(has(removed, "значение mentor_capacity изменено"));
  CHECK(has(removed, "значение statistics_due изменено"));
  school.commit();
  CHECK_FALSE(has(said_since(), "[P18-5]"));
}

TEST_CASE("the day of a closed registry counts as it was in the base") {
  const School school;
  school.commit();
  school.put("nastavnik.yaml", "format: 1\nas_of: 2025-08-30\n");
  CHECK(has(school.check({}).second, "День проверки: 2025-08-30 (as_of в nastavnik.yaml)"));
  const std::string said = school.check({"--base", "HEAD", "--format", "text"}).second;
  CHECK(has(said, "День проверки: 2025-09-15 (сегодня)"));
  CHECK(has(said, "Пока не действует: nastavnik.yaml:2:8: значение as_of изменено после HEAD, и считается прежнее"));
  CHECK(has(school.check({"--base", "HEAD", "--as-of", "2025-09-10"}).second, "День проверки: 2025-09-10"));
  school.commit();
  school.put("nastavnik.yaml", "format: 1\n");
  CHECK(has(school.check({"--base", "HEAD"}).second, "День проверки: 2025-08-30"));
}

TEST_CASE("a base that cannot be had is said to be so") {
  const School school;
  CHECK(has(school.check({"--base", "HEAD"}).second, "--base HEAD: в хранилище git ещё нет ни одной фиксации"));
  CHECK(school.check({"--base", "HEAD"}).first == cmd::ExitStatus::unreadable);
  school.commit();
  const auto [status, said] = school.check({"--base", "0000000000000000000000000000000000000000"});
  CHECK(status == cmd::ExitStatus::usage);
  CHECK(has(said, "нет такой версии записей: «0000000000000000000000000000000000000000»"));
}
