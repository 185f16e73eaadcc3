#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/failure.h"
#include "disk/commit.h"
#include "disk/last_act.h"
#include "scratch.h"
#include "split_school.h"
#include "tests/files.h"
#include "tests/small_disk.h"

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

void act_of(const SplitSchool& school) {
  commit(school.root, school.act(), TurnHeld::yes, {},
         {.as = Remembering::As::act, .note = {.act = "test", .day = "2025-09-15", .records = {"pairs/1"}}});
}

/// As a command does it.
bool take_back_last(const fs::path& root) {
  recover(root);
  const std::optional<LastAct> last = last_act(root);
  if (!last || last->taken_back || !last->changed.empty() || !last->lost.empty()) return false;
  take_back(root, *last);
  return true;
}

}  // namespace

TEST_CASE("an act over two repositories is taken back, once") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  const Files before = files_below(scratch.path());
  fs::permissions(school.root / "programs/1.yaml", fs::perms::owner_read | fs::perms::owner_write);
  CHECK(!last_act(school.root));
  act_of(school);
  REQUIRE(last_act(school.root));
  CHECK(last_act(school.root)->note.act == "test");
  CHECK(take_back_last(school.root));
  CHECK(files_below(scratch.path()) == before);
  CHECK_FALSE(fs::exists(school.root / "years"));
  CHECK(fs::status(school.root / "programs/1.yaml").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(last_act(school.root)->taken_back);
  CHECK_FALSE(take_back_last(school.root));
  CHECK_FALSE(fs::exists(school.people / ".nastavnik"));
}

TEST_CASE("what is kept of people lies in their own repository, where git does not see it") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  act_of(school);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(school.root / ".nastavnik"))
    if (entry.is_regular_file()) CHECK(slurp(entry.path()).find("person") == std::string::npos);
  CHECK(slurp(school.people / ".nastavnik/act/.gitignore") == "*\n");
  CHECK(slurp(school.root / ".nastavnik/act/.gitignore") == "*\n");
}

TEST_CASE("only the last act is kept, nothing of people behind it") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  act_of(school);
  const auto next = [&](Remembering::As as, const std::string& before, const std::string& after) {
    commit(school.root, std::vector<FileChange>{{school.root, "orders/1.yaml", before, after}}, TurnHeld::yes, {},
           {.as = as});
  };
  SUBCASE("after another one") {
    next(Remembering::As::act, "old order", "new order");
    CHECK_FALSE(fs::exists(school.people / ".nastavnik"));
    next(Remembering::As::act, "new order", "newer order");
    CHECK(take_back_last(school.root));
    CHECK(slurp(school.root / "orders/1.yaml") == "new order");
  }
  SUBCASE("after an erasure there is none") {
    next(Remembering::As::erasure, "old order", "new order");
    CHECK_FALSE(fs::exists(school.people / ".nastavnik"));
    CHECK_FALSE(fs::exists(school.root / ".nastavnik"));
    CHECK(!last_act(school.root));
  }
  SUBCASE("what is no act leaves it") {
    next(Remembering::As::nothing, "old order", "new order");
    CHECK(take_back_last(school.root));
    CHECK(slurp(school.people / "p-1.yaml") == "old person");
    CHECK(slurp(school.root / "orders/1.yaml") == "new order");
  }
}

TEST_CASE("a file that somebody has changed since is named, and none is taken back") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  act_of(school);
  SUBCASE("changed") { put(school.people / "p-2.yaml", "another"); }
  SUBCASE("gone") { fs::remove(school.people / "p-2.yaml"); }
  SUBCASE("a link") {
    fs::remove(school.people / "p-2.yaml");
    fs::create_symlink("p-1.yaml", school.people / "p-2.yaml");
  }
  SUBCASE("a folder") {
    fs::remove(school.people / "p-2.yaml");
    fs::create_directory(school.people / "p-2.yaml");
  }
  REQUIRE(last_act(school.root));
  CHECK(last_act(school.root)->changed == std::vector<fs::path>{school.people / "p-2.yaml"});
  CHECK_FALSE(take_back_last(school.root));
  CHECK(slurp(school.root / "pairs/1.yaml") == "new pair");
}

TEST_CASE("one that was removed and made anew is named, too; one written anew with the same bytes is not") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  act_of(school);
  fs::remove(school.root / "pairs/1.yaml");
  put(school.root / "pairs/1.yaml", "new pair");
  CHECK(last_act(school.root)->changed.empty());
  put(school.root / "programs/1.yaml", "there again");
  CHECK(last_act(school.root)->changed.size() == 1);
}

TEST_CASE("bytes that are not those of the file are not put back") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  act_of(school);
  SUBCASE("spoiled") {
    for (const fs::directory_entry& entry : fs::directory_iterator(school.people / ".nastavnik/act"))
      if (entry.path().extension() == ".before") std::ofstream(entry.path()) << "of another";
  }
  SUBCASE("gone") { fs::remove_all(school.people / ".nastavnik"); }
  SUBCASE("another registry has written there") {
    const fs::path other = scratch.path() / "other";
    put(school.people / "p-3.yaml", "third");
    commit(other, std::vector<FileChange>{{school.people, "p-3.yaml", "third", "3"}}, TurnHeld::yes, {},
           {.as = Remembering::As::act});
    CHECK(last_act(other)->lost.empty());
  }
  CHECK(last_act(school.root)->lost == std::vector<fs::path>{school.people / "p-1.yaml"});
  CHECK_FALSE(take_back_last(school.root));
}

TEST_CASE("what is kept in a copy of a registry, or cannot be read, is no last act") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  act_of(school);
  fs::copy(school.root, scratch.path() / "copy", fs::copy_options::recursive);
  CHECK(!last_act(scratch.path() / "copy"));
  std::ofstream(school.root / ".nastavnik/act/done") << "{\"files\": [";
  CHECK(!last_act(school.root));
  commit(school.root, std::vector<FileChange>{{school.root, "orders/1.yaml", "old order", "new order"}}, TurnHeld::yes,
         {}, {.as = Remembering::As::act});
  CHECK(take_back_last(school.root));
}

TEST_CASE("killed before any system call of an act, or of taking one back, the last act is that which was done") {
  const char* every = std::getenv("KILLS");  // KILLS=1: before each system call
  const int step_between = every ? std::max(std::atoi(every), 1) : 11;
  const Scratch scratch;
  int kills = 0;
  const auto step = [](const SplitSchool& school, int what) {
    if (what == 0) return act_of(school);
    if (what == 1) return static_cast<void>(take_back_last(school.root));
    commit(school.root, std::vector<FileChange>{{school.root, "orders/1.yaml", "old order", "new order"}},
           TurnHeld::yes, {}, {.as = Remembering::As::act});
  };
  for (const int what : {1, 2})
    for (int call = 0;; call += step_between) {
      const fs::path folder = scratch.path() / fmt::format("{}-{}", what, call);
      const SplitSchool school(folder);
      const Files first = files_below(folder);
      act_of(school);
      const Files before = files_below(folder);
      const bool done = is_done_when_killed_at(call, [&] { step(school, what); });
      CAPTURE(what);
      CAPTURE(call);
      recover(school.root);
      const Files now = files_below(folder);
      const std::optional<LastAct> last = last_act(school.root);
      REQUIRE(last);
      if (now == before) {
        CHECK_FALSE(last->taken_back);
        CHECK(take_back_last(school.root));
        CHECK(files_below(folder) == first);
      } else if (what == 1) {
        CHECK(now == first);
        CHECK(last->taken_back);
      } else {
        CHECK(take_back_last(school.root));
        CHECK(files_below(folder) == before);
      }
      if (done) break;
      ++kills;
    }
  CHECK(kills > 15);
}

TEST_CASE("a full disk leaves the last act what it was") {
  const Scratch scratch;
  const SplitSchool school(scratch.path());
  const Files first = files_below(scratch.path());
  act_of(school);
  {
    const SmallDisk disk(4096);
    CHECK_THROWS_AS(commit(school.root,
                           std::vector<FileChange>{{school.root, "orders/1.yaml", "old order", std::string(9000, 'x')}},
                           TurnHeld::yes, {}, {.as = Remembering::As::act}),
                    Failure);
  }
  CHECK(take_back_last(school.root));
  CHECK(files_below(scratch.path()) == first);
}
