#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "base/failure.h"
#include "cmd/new_registry.h"
#include "disk/commit.h"
#include "disk/signals.h"
#include "disk/turn.h"
#include "scratch.h"
#include "split_school.h"
#include "tests/files.h"
#include "tests/small_disk.h"

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

std::string why_not_changed(const fs::path& folder, const std::string& before, const std::string& after) {
  try {
    commit(folder, std::vector<FileChange>{{folder, "waivers.yaml", before, after}});
  } catch (const Failure& failure) {
    return failure.words().ru;
  }
  return "";
}

/// The same as a command sees them that only reads.
Files files_read_through(const fs::path& folder, const fs::path& root) {
  Files files = files_below(folder);
  for (const HalfDone& file : half_done(root)) {
    const std::string path = file.path.lexically_relative(folder).string();
    if (file.before)
      files[path] = *file.before;
    else
      files.erase(path);
  }
  return files;
}

}  // namespace

TEST_CASE("a set of files is changed, and nothing is left beside") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  commit(school.root, school.act());
  CHECK(files_below(scratch.path()) == Files{{"people/p-1.yaml", "new person"},
                                             {"people/p-2.yaml", "one more"},
                                             {"school/orders/1.yaml", "old order"},
                                             {"school/pairs/1.yaml", "new pair"},
                                             {"school/years/deep/1.yaml", "a new file in new folders"}});
  CHECK_FALSE(fs::exists(school.root / ".nastavnik"));
  CHECK_FALSE(fs::exists(school.people / ".nastavnik"));
  CHECK(!recover(school.root));
}

TEST_CASE("hints for editors that stand beside the journal stay") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  put(school.root / ".nastavnik/schemas/pairs.schema.json", "{}");
  commit(school.root, school.act());
  CHECK(slurp(school.root / ".nastavnik/schemas/pairs.schema.json") == "{}");
  CHECK_FALSE(fs::exists(school.root / ".nastavnik/act"));
}

TEST_CASE("killed before any system call of an act over two repositories, nothing is half done") {
  int kills = 0, taken_back = 0;
  Files before, after;
  for (int call = 0;; ++call) {
    const Scratch scratch;
    const SplitSchool school(scratch.path());
    if (call == 0) {
      before = files_below(scratch.path());
      const Scratch other;
      const SplitSchool done(other.path());
      commit(done.root, done.act());
      after = files_below(other.path());
    }
    if (is_done_when_killed_at(call, [&] { commit(school.root, school.act()); })) break;
    ++kills;
    CAPTURE(call);
    const Files seen = files_read_through(scratch.path(), school.root);
    CHECK((seen == before || seen == after));
    taken_back += recover(school.root) ? 1 : 0;
    const Files now = files_below(scratch.path());
    CHECK(now == seen);
    CHECK(!recover(school.root));
    commit(school.root, std::vector<FileChange>{{school.root, "orders/1.yaml", "old order", "next order"}});
    Files next = now;
    next["school/orders/1.yaml"] = "next order";
    CHECK(files_below(scratch.path()) == next);
    CHECK_FALSE(fs::exists(school.root / ".nastavnik"));
  }
  CHECK(kills > 100);
  CHECK(taken_back > 10);
  MESSAGE("killed ", kills, " times, ", taken_back, " times there was something to take back");
}

TEST_CASE("killed while a registry is made, there is none, and it can be made") {
  const char* every = std::getenv("KILLS");  // KILLS=1: before each system call
  const int step = every ? std::max(std::atoi(every), 1) : 97;
  int kills = 0;
  for (int call = 0;; call += step) {
    const Scratch scratch;
    const fs::path root = scratch.path() / "school";
    std::vector<FileChange> act;
    for (const NewFile& file : cmd::files_of({.short_name = "МБОУ «Школа»", .today = Date(2025, 9, 1)}))
      act.push_back({root, file.path, {}, file.bytes});
    if (is_done_when_killed_at(call, [&] { commit(root, act, TurnHeld::no); })) break;
    ++kills;
    CAPTURE(call);
    if (!fs::exists(root)) continue;
    const Files seen = files_read_through(root, root);
    const bool is_whole = seen.size() == act.size();
    CHECK((seen.empty() || is_whole));
    recover(root);
    CHECK(files_below(root) == seen);
    if (!is_whole) commit(root, act, TurnHeld::no);
    CHECK(files_below(root).size() == act.size());
    CHECK_FALSE(fs::exists(root / ".nastavnik/act"));
  }
  CHECK(kills > 5);
  MESSAGE("killed ", kills, " times");
}

TEST_CASE("killed while it takes back, the next command takes back the rest") {
  const Scratch scratch;
  const auto half = [&](const fs::path& folder) {
    const SplitSchool school(folder);
    std::vector<FileChange> act = school.act();
    is_done_when_killed_at(10000, [&] {
      commit(school.root, act, TurnHeld::yes, {.path = folder / "never", .make = [] { raise(SIGKILL); }});
    });
    return school;
  };
  for (int call = 0;; ++call) {
    const fs::path folder = scratch.path() / std::to_string(call);
    const SplitSchool whole(folder);
    const Files before = files_below(folder);
    const SplitSchool school = half(folder);
    CAPTURE(call);
    REQUIRE(files_below(folder) != before);
    const bool done = is_done_when_killed_at(call, [&] { recover(school.root); });
    recover(school.root);
    CHECK(files_below(folder) == before);
    if (done) break;
  }
}

namespace {

/// Killed when all files are changed and the journal still stands.
void be_killed_at_the_end(const SplitSchool& school) {
  is_done_when_killed_at(10000, [&] {
    commit(school.root, school.act(), TurnHeld::yes, {.path = school.root / "never", .make = [] { raise(SIGKILL); }});
  });
}

}  // namespace

TEST_CASE("what somebody has changed after a kill stays theirs, and what was there before stands beside") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  be_killed_at_the_end(school);
  REQUIRE(slurp(school.root / "pairs/1.yaml") == "new pair");
  SUBCASE("in the same file") { std::ofstream(school.root / "pairs/1.yaml", std::ios::app) << " by hand"; }
  SUBCASE("in a file of its own") {
    put(school.root / "pairs/aside", "new pair by hand");
    fs::rename(school.root / "pairs/aside", school.root / "pairs/1.yaml");
  }
  std::ofstream(school.root / "years/deep/1.yaml", std::ios::app) << " and more";
  CHECK(half_done(school.root).size() == 3);
  const auto recovered = recover(school.root);
  REQUIRE(recovered);
  CHECK(recovered->theirs.size() == 2);
  CHECK(slurp(school.root / "pairs/1.yaml") == "new pair by hand");
  CHECK(slurp(school.root / "pairs/1.yaml.before") == "old pair");
  CHECK(slurp(school.root / "years/deep/1.yaml") == "a new file in new folders and more");
  CHECK(slurp(school.people / "p-1.yaml") == "old person");
  CHECK(slurp(school.root / "programs/1.yaml") == "a programme to go");
}

TEST_CASE("a journal that came from elsewhere is not followed") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  be_killed_at_the_end(school);
  const fs::path copy = scratch.path() / "copy";
  fs::copy(school.root, copy, fs::copy_options::recursive);
  const Files before = files_below(scratch.path());
  CHECK_THROWS_WITH_AS(recover(copy), doctest::Contains("another folder"), Failure);
  CHECK_THROWS_AS(half_done(copy), Failure);
  CHECK(files_below(scratch.path()) == before);
  CHECK(fs::exists(copy / ".nastavnik/act/a0.before"));
  put(copy / ".nastavnik/act/journal",
      R"({"place":"1 2","files":[],"folders":[],"beside":")" + (scratch.path() / "people").string() + "\"}");
  CHECK_THROWS_AS(recover(copy), Failure);
  CHECK(files_below(scratch.path()) == before);
}

TEST_CASE("a folder, a pipe or a link in place of the journal or its folder is said so") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  fs::create_directories(school.root / ".nastavnik/act");
  const fs::path journal = school.root / ".nastavnik/act/journal";
  SUBCASE("folder") { fs::create_directory(journal); }
  SUBCASE("pipe") { REQUIRE(mkfifo(journal.c_str(), 0600) == 0); }
  SUBCASE("link") { fs::create_symlink("/etc/hostname", journal); }
  CHECK_THROWS_AS(recover(school.root), Failure);
  CHECK_THROWS_AS(half_done(school.root), Failure);
}

TEST_CASE("nothing is kept behind a link") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  put(scratch.path() / "elsewhere/act/theirs", "kept");
  fs::create_symlink(scratch.path() / "elsewhere", school.root / ".nastavnik");
  CHECK_THROWS_AS(commit(school.root, school.act()), Failure);
  CHECK(slurp(scratch.path() / "elsewhere/act/theirs") == "kept");
  CHECK(slurp(school.root / "pairs/1.yaml") == "old pair");
}

TEST_CASE("people of two registries: what a killed run of one keeps, the other leaves") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  be_killed_at_the_end(school);
  const fs::path other = scratch.path() / "other";
  put(other / "pairs/1.yaml", "a pair");
  const std::vector<FileChange> act{{school.people, "p-1.yaml", "new person", "by the other"}};
  CHECK_THROWS_WITH_AS(commit(other, act), doctest::Contains("not finished"), Failure);
  REQUIRE(recover(school.root));
  CHECK(slurp(school.people / "p-1.yaml") == "old person");
  commit(other, std::vector<FileChange>{{school.people, "p-1.yaml", "old person", "by the other"}});
  CHECK(slurp(school.people / "p-1.yaml") == "by the other");
}

TEST_CASE("where one of several files cannot be changed, none is") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  std::vector<FileChange> act = school.act();
  const Files before = files_below(scratch.path());
  SUBCASE("another stands where a new one must be") { act[1].path = "orders/1.yaml"; }
  SUBCASE("a folder must be where a file is") { act[1].path = "orders/1.yaml/2.yaml"; }
  SUBCASE("one has changed meanwhile") { act[2].before = "older person"; }
  SUBCASE("one is read-only") { fs::permissions(school.people / "p-1.yaml", fs::perms::owner_read); }
  SUBCASE("one is gone") { act[4].path = "programs/2.yaml"; }
  CHECK_THROWS_AS(commit(school.root, act), Failure);
  CHECK(files_below(scratch.path()) == before);
  CHECK_FALSE(fs::exists(school.root / ".nastavnik"));
  CHECK_FALSE(fs::exists(school.root / "years"));
}

TEST_CASE("a full disk changes nothing") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  const Files before = files_below(scratch.path());
  std::vector<FileChange> act = school.act();
  act.push_back({school.root, "orders/2.yaml", {}, std::string(10'000, 'x')});
  {
    const SmallDisk disk(4096);
    CHECK_THROWS_WITH_AS(commit(school.root, act), doctest::Contains("larger than allowed"), Failure);
  }
  CHECK(files_below(scratch.path()) == before);
  CHECK_FALSE(fs::exists(school.root / ".nastavnik"));
  CHECK_FALSE(fs::exists(school.people / ".nastavnik"));
}

TEST_CASE("what another program makes is taken back where it fails") {
  const Scratch scratch;
  const fs::path root = scratch.path() / "new/school", made = root / "people/.git";
  const MadeBeside beside{made, [&] {
                            put(made / "HEAD", "ref");
                            throw Failure(Text{"не вышло", "it failed"});
                          }};
  const std::vector<FileChange> act{{root, "nastavnik.yaml", {}, "format: 1\n"}, {root, "people/README.md", {}, ""}};
  CHECK_THROWS_AS(commit(root, act, TurnHeld::no, beside), Failure);
  CHECK_FALSE(fs::exists(scratch.path() / "new"));
}

TEST_CASE("a signal that asks for the end takes everything back") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  const Files before = files_below(scratch.path());
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      commit(school.root, school.act(), TurnHeld::yes,
             {.path = scratch.path() / "never", .make = [] { raise(SIGTERM); }});
    } catch (const Interrupted&) {
      _exit(17);
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 17));
  CHECK(files_below(scratch.path()) == before);
  CHECK_FALSE(fs::exists(school.root / ".nastavnik"));
}

TEST_CASE("a changed file keeps its rights, and a link to it stays one") {
  const Scratch scratch;
  put(scratch.path() / "kept/real.yaml", "old");
  fs::permissions(scratch.path() / "kept/real.yaml", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("kept/real.yaml", scratch.path() / "waivers.yaml");
  CHECK(why_not_changed(scratch.path(), "old", "new").empty());
  CHECK(fs::is_symlink(scratch.path() / "waivers.yaml"));
  CHECK(slurp(scratch.path() / "kept/real.yaml") == "new");
  CHECK(fs::status(scratch.path() / "kept/real.yaml").permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(std::distance(fs::directory_iterator(scratch.path() / "kept"), {}) == 1);
}

TEST_CASE("a file is changed whole or not at all") {
  const Scratch scratch;
  const fs::path file = scratch.path() / "waivers.yaml";
  std::ofstream(file) << "old";
  SUBCASE("it is read-only") {
    fs::permissions(file, fs::perms::owner_read);
    CHECK(why_not_changed(scratch.path(), "old", "new").find("нет прав") != std::string::npos);
  }
  SUBCASE("the disk fills up") {
    const SmallDisk disk(600);
    const std::string why = why_not_changed(scratch.path(), "old", std::string(1000, 'x'));
    CHECK(why.find("файл больше, чем разрешено") != std::string::npos);
  }
  SUBCASE("somebody else changed it") {
    CHECK(why_not_changed(scratch.path(), "older", "new").find("изменился") != std::string::npos);
  }
  SUBCASE("a pipe has taken its place") {
    fs::remove(file);
    REQUIRE(mkfifo(file.c_str(), 0600) == 0);
    CHECK(why_not_changed(scratch.path(), "old", "new").find("изменился") != std::string::npos);
    fs::remove(file);
    std::ofstream(file) << "old";
  }
  CHECK(slurp(file) == "old");
  CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 1);
}

TEST_CASE("one command has the turn at a time") {
  const Scratch scratch;
  {
    const Turn turn(scratch.path());
    CHECK_THROWS_WITH_AS(Turn(scratch.path()), doctest::Contains("another command is writing"), Failure);
    CHECK_THROWS_AS(refuse_while_written(scratch.path()), Failure);
  }
  CHECK_NOTHROW(refuse_while_written(scratch.path()));
}

TEST_CASE("a journal that cannot be read is said so, and nothing is touched") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  put(school.root / ".nastavnik/act/journal", "{\"files\": [");
  const Files before = files_below(scratch.path());
  CHECK_THROWS_WITH_AS(recover(school.root), doctest::Contains("journal"), Failure);
  CHECK_THROWS_AS(half_done(school.root), Failure);
  CHECK(files_below(scratch.path()) == before);
}
