#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>

#include <doctest/doctest.h>

#include "base/failure.h"
#include "disk/write.h"
#include "scratch.h"

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// No file of this process grows beyond the size: what a full disk does, without filling one.
class SmallDisk {
public:
  explicit SmallDisk(rlim_t size) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit small = before_;
    small.rlim_cur = size;
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

private:
  void (*handler_)(int);
  rlimit before_{};
};

}  // namespace

TEST_CASE("new files are there, and only they") {
  const Scratch scratch;
  {
    Creation creation(scratch.path() / "a/b");
    creation.write({"one.txt", "первый\n"});
    creation.write({"deep/er/two.txt", std::string("\0\r\n", 3)});
    creation.keep();
  }
  CHECK(slurp(scratch.path() / "a/b/one.txt") == "первый\n");
  CHECK(slurp(scratch.path() / "a/b/deep/er/two.txt") == std::string("\0\r\n", 3));
  CHECK(std::distance(fs::recursive_directory_iterator(scratch.path()), {}) == 6);
}

TEST_CASE("what is not kept is taken back, and what was there stays") {
  const Scratch scratch;
  fs::create_directory(scratch.path() / "old");
  std::ofstream(scratch.path() / "old/mine.txt") << "mine";
  {
    Creation creation(scratch.path());
    creation.write({"old/new.txt", "new"});
    creation.write({"fresh/new.txt", "new"});
  }
  CHECK(fs::exists(scratch.path() / "old/mine.txt"));
  CHECK_FALSE(fs::exists(scratch.path() / "old/new.txt"));
  CHECK_FALSE(fs::exists(scratch.path() / "fresh"));
}

TEST_CASE("a disk that fills up leaves nothing behind") {
  const Scratch scratch;
  std::string said;
  {
    const SmallDisk disk(100);
    Creation creation(scratch.path() / "school");
    creation.write({"small.txt", "fits"});
    try {
      creation.write({"large.txt", std::string(1000, 'x')});
    } catch (const Failure& failure) {
      said = failure.words().ru;
    }
  }
  CHECK(said ==
        "не удалось создать " + (scratch.path() / "school/large.txt").string() + ": файл больше, чем разрешено");
  CHECK(fs::is_empty(scratch.path()));
}

TEST_CASE("a file that turned up in between is not replaced") {
  const Scratch scratch;
  std::ofstream(scratch.path() / "there.txt") << "theirs";
  {
    Creation creation(scratch.path());
    CHECK_THROWS_AS(creation.write({"there.txt", "ours"}), Failure);
  }
  CHECK(slurp(scratch.path() / "there.txt") == "theirs");
  CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 1);
}

TEST_CASE("what stands in the way is named") {
  const Scratch scratch;
  std::ofstream(scratch.path() / "file") << "";
  fs::create_directory(scratch.path() / "folder");
  fs::create_symlink("nowhere", scratch.path() / "dangling");
  const std::vector<NewFile> files{
      {"dangling", ""}, {"file/below", ""}, {"folder", ""}, {"folder/free", ""}, {"free", ""}};
  CHECK(in_the_way(scratch.path(), files) == std::vector<std::string>{"dangling", "file", "folder"});
}

namespace {

std::string why_not_rewritten(const fs::path& folder, const std::string& bytes, const std::string& before) {
  try {
    rewrite(folder, {"waivers.yaml", bytes}, before);
  } catch (const Failure& failure) {
    return failure.words().ru;
  }
  return "";
}

}  // namespace

TEST_CASE("a changed file keeps its rights, and a link to it stays one") {
  const Scratch scratch;
  fs::create_directory(scratch.path() / "kept");
  std::ofstream(scratch.path() / "kept/real.yaml") << "old";
  fs::permissions(scratch.path() / "kept/real.yaml", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("kept/real.yaml", scratch.path() / "waivers.yaml");
  CHECK(why_not_rewritten(scratch.path(), "new", "old").empty());
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
  std::string why;
  SUBCASE("it is read-only") {
    fs::permissions(file, fs::perms::owner_read);
    why = why_not_rewritten(scratch.path(), "new", "old");
    CHECK(why.find("нет прав") != std::string::npos);
  }
  SUBCASE("the disk fills up") {
    const SmallDisk disk(100);
    why = why_not_rewritten(scratch.path(), std::string(1000, 'x'), "old");
    CHECK(why.find("файл больше, чем разрешено") != std::string::npos);
  }
  SUBCASE("somebody else changed it") {
    why = why_not_rewritten(scratch.path(), "new", "older");
    CHECK(why.find("изменился") != std::string::npos);
  }
  SUBCASE("another run is at it, or was interrupted") {
    std::ofstream(scratch.path() / ".waivers.yaml.tmp") << "half";
    why = why_not_rewritten(scratch.path(), "new", "old");
    CHECK(why.find(".waivers.yaml.tmp уже есть") != std::string::npos);
    CHECK(slurp(scratch.path() / ".waivers.yaml.tmp") == "half");
    fs::remove(scratch.path() / ".waivers.yaml.tmp");
  }
  CHECK(slurp(file) == "old");
  CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 1);
}
