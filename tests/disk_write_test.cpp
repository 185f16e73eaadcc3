#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "base/failure.h"
#include "disk/program.h"
#include "disk/signals.h"
#include "disk/turn.h"
#include "disk/write.h"
#include "scratch.h"
#include "tests/files.h"
#include "tests/small_disk.h"

namespace fs = std::filesystem;
using namespace nastavnik;

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

TEST_CASE("what another command has half made is not told as what is there") {
  const Scratch scratch;
  const fs::path school = scratch.path() / "school";
  const std::vector<NewFile> files{{"pairs/1.yaml", "a"}, {"pairs/2.yaml", "b"}};
  {
    Creation creation(school);
    creation.write(files.front());
    CHECK_THROWS_WITH_AS(in_the_way(school, files), doctest::Contains("school"), Failure);
    CHECK_THROWS_AS(refuse_while_written(school), Failure);
    CHECK(in_the_way(scratch.path(), files).empty());
    Creation beside(school);
    beside.write(files.back());
  }
  CHECK(in_the_way(school, files).empty());
  CHECK_NOTHROW(refuse_while_written(school));
}

TEST_CASE("a replaced file comes back when the whole is not kept") {
  const Scratch scratch;
  std::ofstream(scratch.path() / "there.txt") << "theirs";
  fs::create_symlink("there.txt", scratch.path() / "link.txt");
  {
    Creation creation(scratch.path());
    creation.replace({"there.txt", "ours"});
    creation.replace({"there.txt", "ours again"});
    creation.replace({"link.txt", "ours"});
    creation.replace({"new.txt", "ours"});
    CHECK(slurp(scratch.path() / "there.txt") == "ours again");
    fs::create_directory(scratch.path() / "folder");
    CHECK_THROWS_AS(creation.replace({"folder", "ours"}), Failure);
  }
  CHECK(slurp(scratch.path() / "there.txt") == "theirs");
  CHECK(fs::is_symlink(scratch.path() / "link.txt"));
  CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 3);
  {
    Creation creation(scratch.path());
    creation.replace({"there.txt", "ours"});
    creation.keep();
  }
  CHECK(slurp(scratch.path() / "there.txt") == "ours");
  CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 3);
}

TEST_CASE("only what was made is taken back") {
  const Scratch scratch;
  const fs::path folder = scratch.path() / "fresh";
  {
    Creation creation(scratch.path());
    creation.write({"fresh/ours.txt", "ours"});
    creation.write({"fresh/changed.txt", "ours"});
    std::ofstream(folder / "theirs.txt") << "theirs";
    fs::remove(folder / "changed.txt");
    std::ofstream(folder / "changed.txt") << "theirs";  // another file of the same name
    fs::create_directory(folder / "repository");
    std::ofstream(folder / "repository/theirs.txt") << "theirs";
    creation.adopt("fresh/repository");  // is there already, so is nobody's to take back
    creation.adopt("fresh/made");
    fs::create_directory(folder / "made");
  }
  CHECK_FALSE(fs::exists(folder / "ours.txt"));
  CHECK_FALSE(fs::exists(folder / "made"));
  CHECK(slurp(folder / "theirs.txt") == "theirs");
  CHECK(slurp(folder / "repository/theirs.txt") == "theirs");
}

TEST_CASE("a name that is too long is called so") {
  const Scratch scratch;
  const auto why = [&](const std::string& path) -> std::string {
    CHECK(in_the_way(scratch.path(), std::vector<NewFile>{{path, ""}}).empty());
    try {
      Creation(scratch.path()).write({path, "x"});
    } catch (const Failure& failure) {
      return failure.words().ru.substr(failure.words().ru.rfind(": ") + 2);
    }
    return "";
  };
  CHECK(why(std::string(255, 'x')).empty());  // as long as a name may be
  CHECK(why(std::string(256, 'x')) == "слишком длинное имя");
  CHECK(why(std::string(200, 'x') + "/" + std::string(300, 'x') + "/file") == "слишком длинное имя");
  std::string deep;
  for (int i = 0; i < 50; ++i) deep += std::string(100, 'x') + "/";
  CHECK(why(deep + "file") == "слишком длинное имя");
  CHECK(fs::is_empty(scratch.path()));
}

namespace {

/// What a process that runs the work ended by; the work must not throw.
template <class Work>
int ended_by(Work work) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) std::signal(signal, SIG_DFL);
    work();
    die_of_noted_signal();
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace

TEST_CASE("a signal takes back what is half done, and then ends the program") {
  const Scratch scratch;
  std::ofstream(scratch.path() / "there.txt") << "theirs";
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) {
    CAPTURE(signal);
    const int end = ended_by([&] {
      rlimit no_core{};
      setrlimit(RLIMIT_CORE, &no_core);
      try {
        Creation creation(scratch.path());
        creation.write({"a/one.txt", "one"});
        creation.replace({"there.txt", "ours"});
        raise(signal);
        creation.write({"a/two.txt", "two"});
        creation.keep();
      } catch (const Interrupted&) {}
    });
    CHECK(end == signal);
    CHECK(slurp(scratch.path() / "there.txt") == "theirs");
    CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 1);
  }
  // What is ignored stays ignored, and where nothing is half done a signal ends the program at once.
  CHECK(ended_by([&] {
          std::signal(SIGHUP, SIG_IGN);
          Creation creation(scratch.path());
          raise(SIGHUP);
          creation.write({"kept.txt", "kept"});
          creation.keep();
        }) == 0);
  CHECK(fs::exists(scratch.path() / "kept.txt"));
  CHECK(ended_by([&] {
          { const SignalsNoted over; }
          raise(SIGTERM);
        }) == SIGTERM);
}

TEST_CASE("a signal ends the program that is waited for, with all that it has started") {
  const Scratch scratch;
  CHECK(ended_by([&] {
          const SignalsNoted signals;
          if (fork() == 0) {
            usleep(100'000);
            kill(getppid(), SIGTERM);
            _exit(0);
          }
          try {
            static_cast<void>(run_program({.words = {"/bin/sh", "-c", "(sleep 0.5; echo > late) & sleep 30"},
                                           .directory = scratch.path().string(),
                                           .variables = {"PATH=/bin:/usr/bin"}}));
          } catch (const Interrupted&) {}
        }) == SIGTERM);
  usleep(600'000);
  CHECK(fs::is_empty(scratch.path()));
}

TEST_CASE("a draft that somebody left is in nobody's way") {
  const Scratch scratch;
  const fs::path old = scratch.path() / (".nastavnik-" + std::to_string(getpid()) + "-0.tmp");
  std::ofstream(old) << "half";
  {
    Creation creation(scratch.path());
    creation.write({"other.yaml", "new"});
    creation.keep();
  }
  CHECK(slurp(scratch.path() / "other.yaml") == "new");
  CHECK(slurp(old) == "half");
}
