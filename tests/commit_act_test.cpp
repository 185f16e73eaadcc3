#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <doctest/doctest.h>

#include "scratch.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tests/source_root.h"
#include "tools.h"

// A commit that git refuses when everything is written: hooks can be tried only by committing.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

using TreeOfFiles = std::map<std::string, std::string>;

std::string run_git(const std::vector<std::string>& words, const fs::path& folder) {
  std::vector<std::string> all{"git"};
  all.insert(all.end(), words.begin(), words.end());
  const ProgramAnswer answer = run_tool(all, folder);
  CHECK_MESSAGE(answer.status == 0, answer.err);
  return answer.out;
}

void init_repository(const fs::path& folder) {
  run_git({"init", "-q", "-b", "main", "."}, folder);
  run_git({"config", "user.name", "Куратор"}, folder);
  run_git({"config", "user.email", "curator@example.ru"}, folder);
}

void put_hook(const fs::path& folder, const std::string& name, const std::string& script) {
  const fs::path hook = folder / ".git/hooks" / name;
  fs::create_directories(hook.parent_path());
  std::ofstream(hook) << "#!/bin/sh\n" << script;
  fs::permissions(hook, fs::perms::owner_all);
}

/// Everything but what is kept for undo, what git logs and objects that nothing names.
TreeOfFiles tree_of(const fs::path& folder) {
  TreeOfFiles files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    const auto has = [&](const char* part) { return path.find(part) != std::string::npos; };
    if (!entry.is_regular_file() || has(".nastavnik/act/") || has(".git/objects/") || has(".git/logs/") ||
        has("COMMIT_EDITMSG") || has("ORIG_HEAD"))
      continue;
    files[path] = slurp(entry.path());
  }
  return files;
}

/// A registry with its people in a repository of their own; `fix` has something to mend in both.
class SchoolInGit : public Scratch {
public:
  SchoolInGit() {
    fs::copy(source_root() / "tests/base/pair", path(), fs::copy_options::recursive);
    std::ofstream(path() / ".gitignore") << "people/\n";
    std::ofstream(path() / "people/p-031.yaml", std::ios::app) << "birth_date: 01.02.2002\n";
    std::ofstream(path() / "pairs/2025-004.yaml") << "mentor: p-017\nmentees: [{person: p-031}]\nstart: 01.09.2025\n";
    for (const fs::path& folder : {path() / "people", path()}) {
      init_repository(folder);
      run_git({"add", "."}, folder);
      run_git({"commit", "-q", "-m", "Начало"}, folder);
    }
    std::ofstream(path() / "people/p-002.yaml", std::ios::app) << "# ещё не готово\n";
    run_git({"add", "p-002.yaml"}, path() / "people");
  }
  Said run(const std::vector<std::string>& words) const {
    return run_command(path(), words, {.today = Date(2025, 9, 15), .variables = with_tools});
  }
};

}  // namespace

TEST_CASE("a hook that refuses: files, index and history of both repositories are what they were") {
  const SchoolInGit school;
  fs::path refusing = school.path();
  std::string hook = "pre-commit", says = "echo Так нельзя >&2; exit 1\n";
  SUBCASE("of the records, when the people are committed") {}
  SUBCASE("of the people") { refusing /= "people"; }
  SUBCASE("of the message") { hook = "commit-msg"; }
  SUBCASE("of a reference") {
    hook = "reference-transaction";
    says = "[ \"$1\" = prepared ] && { echo Так нельзя >&2; exit 1; }; exit 0\n";
  }
  put_hook(refusing, hook, says);
  const TreeOfFiles before = tree_of(school.path());
  const Said said = school.run({"fix", "--commit", "-q"});
  CHECK(said.status == cmd::ExitStatus::findings);
  CHECK_MESSAGE(said.err.find("Так нельзя") != std::string::npos, said.err);
  CHECK_MESSAGE(said.err.find("снова такие, какими были") != std::string::npos, said.err);
  CHECK(tree_of(school.path()) == before);
  CHECK(run_git({"log", "--format=%s"}, school.path()) == "Начало\n");
  CHECK(run_git({"log", "--format=%s"}, school.path() / "people") == "Начало\n");
  CHECK(run_git({"diff", "--cached", "--name-only"}, school.path() / "people") == "p-002.yaml\n");
  fs::remove(refusing / ".git/hooks" / hook);
  CHECK(school.run({"fix", "--commit", "-q"}).status == cmd::ExitStatus::clean);
  CHECK(run_git({"diff", "--cached", "--name-only"}, school.path() / "people") == "p-002.yaml\n");
}

TEST_CASE("a hook that changes what was written is told of") {
  const SchoolInGit school;
  put_hook(school.path(), "pre-commit", "sed -i 's/Шкаф/Сейф/' organization.yaml && git add organization.yaml\n");
  const Said said = school.run({"set", "organization", "archive", "Шкаф", "--commit", "-q"});
  CHECK(said.status == cmd::ExitStatus::clean);
  CHECK_MESSAGE(said.err.find("изменила записанное в organization.yaml") != std::string::npos, said.err);
}

TEST_CASE("a trial tells what would hinder the commit") {
  const SchoolInGit school;
  const std::vector<std::string> words{"set", "organization", "archive", "Шкаф", "--commit", "--dry-run"};
  CHECK(school.run(words).status == cmd::ExitStatus::clean);
  std::ofstream(school.path() / "organization.yaml", std::ios::app) << "# ещё не готово\n";
  const TreeOfFiles before = tree_of(school.path());
  const Said said = school.run(words);
  CHECK(said.status == cmd::ExitStatus::findings);
  CHECK_MESSAGE(said.err.find("правка, которой ещё нет в git") != std::string::npos, said.err);
  CHECK(tree_of(school.path()) == before);
}

TEST_CASE("a hook that refuses the first commit ever, and files that are new") {
  const Scratch scratch;
  fs::copy(source_root() / "tests/base/pair", scratch.path(), fs::copy_options::recursive);
  init_repository(scratch.path());
  put_hook(scratch.path(), "pre-commit", "exit 1\n");
  const TreeOfFiles before = tree_of(scratch.path());
  const std::vector<std::string> words{"waive",   "P2-2",       "programs/2025-003", "--reason", "Переезд",
                                       "--until", "2025-11-29", "--commit",          "-q"};
  const Surroundings around{.today = Date(2025, 9, 15), .variables = with_tools};
  CHECK(run_command(scratch.path(), words, around).status == cmd::ExitStatus::findings);
  CHECK(tree_of(scratch.path()) == before);
  fs::remove(scratch.path() / ".git/hooks/pre-commit");
  CHECK(run_command(scratch.path(), words, around).status == cmd::ExitStatus::clean);
  CHECK(run_git({"show", "--stat", "--format="}, scratch.path()).find("1 file changed") != std::string::npos);
}

TEST_CASE("a hook that refuses a taking back: the act stands, and can be taken back") {
  const SchoolInGit school;
  CHECK(school.run({"fix", "--commit", "-q"}).status == cmd::ExitStatus::clean);
  put_hook(school.path(), "pre-commit", "exit 1\n");
  const TreeOfFiles before = tree_of(school.path());
  CHECK(school.run({"undo", "--commit", "-q"}).status == cmd::ExitStatus::findings);
  CHECK(tree_of(school.path()) == before);
  CHECK(school.run({"undo", "-q"}).status == cmd::ExitStatus::clean);
  CHECK(slurp(school.path() / "pairs/2025-004.yaml").find("01.09.2025") != std::string::npos);
}

TEST_CASE("a hook that refuses an act: the act before can still be taken back, again and again") {
  const SchoolInGit school;
  const TreeOfFiles before = tree_of(school.path());
  CHECK(school.run({"set", "organization", "archive", "Шкаф", "-q"}).status == cmd::ExitStatus::clean);
  SUBCASE("the same file, in git already") {
    run_git({"commit", "-q", "-a", "-m", "Шкаф"}, school.path());
    put_hook(school.path(), "pre-commit", "exit 1\n");
    for (const char* place : {"Полка", "Сейф"})
      CHECK(school.run({"set", "organization", "archive", place, "--commit", "-q"}).status ==
            cmd::ExitStatus::findings);
  }
  SUBCASE("other files, people among them") {
    put_hook(school.path() / "people", "pre-commit", "exit 1\n");
    CHECK(school.run({"fix", "--commit", "-q"}).status == cmd::ExitStatus::findings);
  }
  SUBCASE("a new file") {
    put_hook(school.path(), "pre-commit", "exit 1\n");
    CHECK(school.run({"new", "practices", "club", "title=Кружок", "date=10.09.2025", "text=Вдвоём", "--commit", "-q"})
              .status == cmd::ExitStatus::findings);
  }
  const Said said = school.run({"undo"});
  CHECK_MESSAGE(said.status == cmd::ExitStatus::clean, said.err);
  CHECK(slurp(school.path() / "organization.yaml") == before.at("organization.yaml"));
  CHECK(school.run({"undo"}).status == cmd::ExitStatus::findings);
}

TEST_CASE("of an act that git took nothing is kept of the one before") {
  const SchoolInGit school;
  CHECK(school.run({"set", "people/p-031", "birth_year", "2001", "-q"}).status == cmd::ExitStatus::clean);
  CHECK(school.run({"set", "organization", "archive", "Шкаф", "--commit", "-q"}).status == cmd::ExitStatus::clean);
  CHECK_FALSE(fs::exists(school.path() / ".nastavnik/act/former"));
  CHECK_FALSE(fs::exists(school.path() / "people/.nastavnik/act"));
}

TEST_CASE("a hook sees the records as they are committed, and none of the caller's variables lead git elsewhere") {
  const SchoolInGit school;
  put_hook(school.path(), "pre-commit", "grep -q 2025-09-01 pairs/2025-004.yaml\n");
  std::vector<std::string> variables = with_tools;
  variables.emplace_back("GIT_DIR=/nowhere");
  variables.emplace_back("GIT_INDEX_FILE=/nowhere/index");
  variables.emplace_back("GIT_AUTHOR_NAME=Заместитель");
  const Said said =
      run_command(school.path(), {"fix", "--commit", "-q"}, {.today = Date(2025, 9, 15), .variables = variables});
  CHECK_MESSAGE(said.status == cmd::ExitStatus::clean, said.err);
  CHECK(run_git({"log", "-1", "--format=%an"}, school.path()) == "Заместитель\n");
}

TEST_CASE("a hook that changes what was written is told of, and nothing is lost") {
  const SchoolInGit school;
  put_hook(school.path(), "pre-commit", "echo '# хук' >> pairs/2025-004.yaml; exit 1\n");
  const Said said = school.run({"fix", "--commit", "-q"});
  CHECK(said.status == cmd::ExitStatus::unreadable);
  CHECK_MESSAGE(said.err.find("вернуть, как было, не удалось") != std::string::npos, said.err);
  CHECK(slurp(school.path() / "pairs/2025-004.yaml").find("# хук") != std::string::npos);
}

TEST_CASE("what a hook says names nobody off a terminal") {
  const SchoolInGit school;
  put_hook(school.path(), "pre-commit", "echo Ким Дарья Романовна; exit 1\n");
  CHECK(school.run({"fix", "--commit"}).err.find("Ким") == std::string::npos);
  CHECK(school.run({"fix", "--commit", "--names"}).err.find("Ким Дарья") != std::string::npos);
}

TEST_CASE("killed while a hook runs: undo takes back what is written") {
  const SchoolInGit school;
  put_hook(school.path(), "pre-commit", "touch begun; sleep 3; exit 1\n");
  const TreeOfFiles before = tree_of(school.path());
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    school.run({"fix", "--commit", "-q"});
    _exit(0);
  }
  const auto wait = [](const auto& is_over) {
    for (int i = 0; i < 600 && !is_over(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  };
  wait([&] { return fs::exists(school.path() / "begun"); });
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  wait([&] { return !fs::exists(school.path() / ".git/index.lock"); });
  fs::remove(school.path() / "begun");
  CHECK(run_git({"log", "--format=%s"}, school.path()) == "Начало\n");
  CHECK(run_git({"log", "-1", "--format=%s"}, school.path() / "people").starts_with("nastavnik fix: "));
  const Said said = school.run({"undo", "-q"});
  CHECK(said.status == cmd::ExitStatus::clean);
  CHECK_MESSAGE(said.err.find("people/p-031.yaml") != std::string::npos, said.err);
  CHECK(slurp(school.path() / "people/p-031.yaml") == before.at("people/p-031.yaml"));
  CHECK(slurp(school.path() / "pairs/2025-004.yaml") == before.at("pairs/2025-004.yaml"));
}

TEST_CASE("no message of a commit names anybody") {
  const SchoolInGit school;
  CHECK(school.run({"fix", "--commit", "-q"}).status == cmd::ExitStatus::clean);
  CHECK(school.run({"undo", "--commit", "-q"}).status == cmd::ExitStatus::clean);
  for (const fs::path& folder : {school.path(), school.path() / "people"}) {
    const std::string said = run_git({"log", "--format=%B"}, folder);
    CHECK(said.find("nastavnik fix: ") != std::string::npos);
    for (const char* name : {"Ким", "Дарья", "Соколов"}) CHECK(said.find(name) == std::string::npos);
  }
}

TEST_CASE("a signal while a hook runs: nothing is committed, and undo takes back what is written") {
  const SchoolInGit school;
  put_hook(school.path(), "pre-commit", "touch begun; sleep 30\n");
  const TreeOfFiles before = tree_of(school.path());
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    school.run({"fix", "--commit", "-q"});
    _exit(0);
  }
  for (int i = 0; i < 600 && !fs::exists(school.path() / "begun"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  kill(child, SIGTERM);
  waitpid(child, nullptr, 0);
  fs::remove(school.path() / "begun");
  CHECK(run_git({"log", "--format=%s"}, school.path()) == "Начало\n");
  CHECK(run_git({"log", "--format=%s"}, school.path() / "people") == "Начало\n");
  CHECK(school.run({"undo", "-q"}).status == cmd::ExitStatus::clean);
  CHECK(tree_of(school.path()) == before);
}
