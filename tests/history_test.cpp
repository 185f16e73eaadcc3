#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "history/history.h"
#include "scratch.h"

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const std::vector<std::string> plain{"PATH=/usr/local/bin:/usr/bin:/bin",
                                     "HOME=/nonexistent",
                                     "GIT_CONFIG_NOSYSTEM=1",
                                     "GIT_AUTHOR_NAME=Школа",
                                     "GIT_AUTHOR_EMAIL=school@example.invalid",
                                     "GIT_COMMITTER_NAME=Школа",
                                     "GIT_COMMITTER_EMAIL=school@example.invalid"};

/// A folder of its own, and git in it as its owner would type it.
class Repository : public Scratch {
public:
  void put(const std::string& file, const std::string& bytes) const {
    fs::create_directories((path() / file).parent_path());
    std::ofstream(path() / file, std::ios::binary) << bytes;
  }
  std::string git(std::vector<std::string> words) const {
    words.insert(words.begin(), "git");
    const ProgramAnswer answer = run_program({.words = words, .directory = path().string(), .variables = plain});
    REQUIRE_MESSAGE(answer.status == 0, answer.err);
    return answer.out.substr(0, answer.out.find('\n'));
  }
  std::string commit() const {
    git({"add", "--all"});
    git({"commit", "--quiet", "--allow-empty", "--message=records"});
    return git({"rev-parse", "HEAD"});
  }
};

void begin(const Repository& scratch) { scratch.git({"init", "--quiet", "--initial-branch=main"}); }

/// A registry in a folder of a repository, with one commit.
std::string begin_school(const Repository& scratch) {
  begin(scratch);
  scratch.put("school/nastavnik.yaml", "format: 1\n");
  scratch.put("school/pairs/2025-001.yaml", "start: 2025-09-01\n");
  scratch.put("elsewhere.txt", "мимо\n");
  return scratch.commit();
}

std::vector<std::string> with(std::vector<std::string> variables, const std::string& more) {
  variables.push_back(more);
  return variables;
}

History history_of(const Repository& scratch) { return {(scratch.path() / "school").string(), plain}; }

std::string text_of(const Tree& tree, const std::string& path) {
  Arena arena;
  const ReadResult result = tree.read(path, arena);
  return result.fault == ReadFault::none ? std::string(result.text)
                                         : "fault " + std::to_string(static_cast<int>(result.fault));
}

std::string names_in(const Tree& tree, const std::string& folder) {
  std::string names;
  for (const TreeEntry& entry : tree.list(folder)) names += entry.name + (entry.folder ? "/ " : " ");
  return names;
}

std::string fault(ReadFault of) { return "fault " + std::to_string(static_cast<int>(of)); }

}  // namespace

TEST_CASE("a clean work tree stands on its commit") {
  const Repository scratch;
  const std::string commit = begin_school(scratch);
  const RecordsRevision now = history_of(scratch).current();
  CHECK(now.commit == commit);
  CHECK(commit.size() == 40);
  CHECK_FALSE(now.dirty);
}

TEST_CASE("only what lies in the registry makes it dirty") {
  const Repository scratch;
  begin_school(scratch);
  scratch.put("elsewhere.txt", "другое\n");
  scratch.put("new-elsewhere.txt", "новое\n");
  CHECK_FALSE(history_of(scratch).current().dirty);
  SUBCASE("a changed record") { scratch.put("school/pairs/2025-001.yaml", "start: 2025-09-02\n"); }
  SUBCASE("a new record") { scratch.put("school/pairs/2025-002.yaml", ""); }
  SUBCASE("a removed record") { fs::remove(scratch.path() / "school/pairs/2025-001.yaml"); }
  SUBCASE("a staged record") {
    scratch.put("school/pairs/2025-001.yaml", "start: 2025-09-02\n");
    scratch.git({"add", "--all"});
  }
  CHECK(history_of(scratch).current().dirty);
}

TEST_CASE("a revision reads as the files stood then") {
  const Repository scratch;
  begin_school(scratch);
  scratch.put("school/pairs/2025-001.yaml", "start: 2025-09-02\n");
  scratch.put("school/people/Иванова.yaml", "name: x\n");
  scratch.put("school/empty.yaml", "");
  scratch.put("school/large.yaml", std::string((4 << 20) + 1, 'x'));
  const std::string second = scratch.commit();
  fs::remove_all(scratch.path() / "school/pairs");

  const RevisionTree was = history_of(scratch).at("HEAD");
  REQUIRE(was.tree);
  CHECK(was.commit == second);
  CHECK(names_in(*was.tree, "") == "empty.yaml large.yaml nastavnik.yaml pairs/ people/ ");
  CHECK(names_in(*was.tree, "people") == "Иванова.yaml ");
  CHECK(text_of(*was.tree, "people/Иванова.yaml") == "name: x\n");
  CHECK(text_of(*was.tree, "pairs/2025-001.yaml") == "start: 2025-09-02\n");
  CHECK(text_of(*was.tree, "empty.yaml").empty());
  CHECK(text_of(*was.tree, "large.yaml") == fault(ReadFault::too_large));
  CHECK(text_of(*was.tree, "pairs") == fault(ReadFault::not_regular));
  CHECK(text_of(*was.tree, "pairs/2025-009.yaml") == fault(ReadFault::missing));
  CHECK(was.tree->has_folder("pairs"));
  CHECK_FALSE(was.tree->has_folder("pair"));
  CHECK(was.tree->has_file("nastavnik.yaml"));
  CHECK(was.tree->list("programs").fault == ReadFault::missing);

  const RevisionTree first = history_of(scratch).at("HEAD~1");
  REQUIRE(first.tree);
  CHECK(names_in(*first.tree, "") == "nastavnik.yaml pairs/ ");
  CHECK(text_of(*first.tree, "pairs/2025-001.yaml") == "start: 2025-09-01\n");
}

TEST_CASE("links within the registry are followed in a revision, others are outside") {
  const Repository scratch;
  begin_school(scratch);
  const fs::path school = scratch.path() / "school";
  scratch.put("secret.txt", "секрет");
  fs::create_symlink("../pairs/2025-001.yaml",
                     (fs::create_directory(school / "programs"), school / "programs/link.yaml"));
  fs::create_symlink("pairs", school / "again");
  fs::create_symlink("../secret.txt", school / "out.yaml");
  fs::create_symlink("/etc/hostname", school / "absolute.yaml");
  fs::create_symlink("loop.yaml", school / "loop.yaml");
  scratch.commit();
  const RevisionTree was = history_of(scratch).at("HEAD");
  REQUIRE(was.tree);
  CHECK(text_of(*was.tree, "programs/link.yaml") == "start: 2025-09-01\n");
  CHECK(text_of(*was.tree, "again/2025-001.yaml") == "start: 2025-09-01\n");
  CHECK(names_in(*was.tree, "again") == "2025-001.yaml ");
  CHECK(names_in(*was.tree, "") == "absolute.yaml again/ loop.yaml nastavnik.yaml out.yaml pairs/ programs/ ");
  for (const char* path : {"out.yaml", "absolute.yaml", "loop.yaml"})
    CHECK(text_of(*was.tree, path) == fault(ReadFault::outside));
}

TEST_CASE("where there is no history it is said why") {
  const Repository scratch;
  scratch.put("school/nastavnik.yaml", "format: 1\n");
  const auto fault_at = [&](const std::string& revision) { return history_of(scratch).at(revision).fault; };
  CHECK(fault_at("HEAD") == HistoryFault::no_repository);
  CHECK(history_of(scratch).current().commit.empty());
  begin(scratch);
  CHECK(fault_at("HEAD") == HistoryFault::no_commit);
  scratch.git({"commit", "--quiet", "--allow-empty", "--message=nothing"});
  CHECK(fault_at("HEAD") == HistoryFault::no_registry);
  CHECK(history_of(scratch).current().commit.empty());
  scratch.commit();
  CHECK(fault_at("HEAD") == HistoryFault::none);
  for (const char* revision :
       {"nowhere", "", "--all", "-h", "^HEAD", "HEAD:school", "HEAD HEAD", "HEAD^!", "HEAD..HEAD"}) {
    CAPTURE(revision);
    CHECK(fault_at(revision) == HistoryFault::unknown);
  }
  CHECK(History((scratch.path() / "school").string(), {"PATH=/nonexistent"}).at("HEAD").fault ==
        HistoryFault::no_program);
  CHECK(History((scratch.path() / "school").string(), {}).at("HEAD").fault == HistoryFault::no_program);
}

TEST_CASE("a shallow clone says that it was cut short") {
  const Repository origin;
  const std::string first = begin_school(origin);
  origin.commit();
  const Repository clone;
  clone.git({"clone", "--quiet", "--depth=1", "file://" + origin.path().string(), "."});
  CHECK(history_of(clone).at(first).fault == HistoryFault::shallow);
  CHECK(history_of(clone).at("HEAD").fault == HistoryFault::none);
}

TEST_CASE("a repository of other hashes is read as well") {
  const Repository scratch;
  scratch.git({"init", "--quiet", "--object-format=sha256"});
  scratch.put("school/nastavnik.yaml", "format: 1\n");
  CHECK(scratch.commit().size() == 64);
  CHECK(history_of(scratch).current().commit.size() == 64);
  CHECK(text_of(*history_of(scratch).at("HEAD").tree, "nastavnik.yaml") == "format: 1\n");
}

TEST_CASE("variables of the caller lead to no other repository") {
  const Repository scratch, other;
  const std::string commit = begin_school(scratch);
  begin_school(other);
  other.put("school/more.yaml", "");
  other.commit();
  const std::string git_dir = (other.path() / ".git").string();
  for (const std::string& variable :
       {"GIT_DIR=" + git_dir, std::string("GIT_INDEX_FILE=/nonexistent/index"),
        "GIT_WORK_TREE=" + other.path().string(), std::string("GIT_OBJECT_DIRECTORY=/nonexistent"),
        std::string("GIT_CONFIG_PARAMETERS='core.bare=true'"), std::string("GIT_TRACE=1"),
        std::string("LC_ALL=ru_RU.UTF-8")}) {
    CAPTURE(variable);
    const RecordsRevision now = History((scratch.path() / "school").string(), with(plain, variable)).current();
    CHECK(now.commit == commit);
    CHECK_FALSE(now.dirty);
  }
}

TEST_CASE("what a repository is set to run is not run") {
  const Repository scratch;
  begin_school(scratch);
  const std::string mark = (scratch.path() / "ran").string();
  const std::string trap = scratch.path().string() + "/.git/trap";
  std::ofstream(trap) << "#!/bin/sh\necho \"$0 $*\" >> " << mark << "\ncat\n";
  fs::permissions(trap, fs::perms::owner_all);
  std::string name = "evil";
  SUBCASE("of a plain name") {}
  SUBCASE("with the sign between key and value") { name = "a=b"; }
  SUBCASE("with a dot and a space") { name = "a.b c"; }
  SUBCASE("with a quote and a line break") { name = "a\"]\nb"; }
  for (const char* key :
       {"core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "core.editor", "core.alternateRefsCommand",
        "credential.helper", "gpg.program", "uploadpack.packObjectsHook"})
    scratch.git({"config", key, trap});
  scratch.put("school/.gitattributes", "*.yaml filter=evil diff=evil\n*.yaml filter=a=b\n");
  if (name.find('\n') == std::string::npos) {  // else no settings can hold it
    for (const char* key : {"clean", "smudge", "process"}) scratch.git({"config", "filter." + name + "." + key, trap});
    scratch.git({"config", "filter." + name + ".required", "true"});
    scratch.git({"config", "diff." + name + ".textconv", trap});
    scratch.put("school/.gitattributes", "*.yaml filter=" + name + " diff=" + name + "\n");
  }
  fs::create_directories(scratch.path() / ".git/hooks");
  for (const char* hook : {"post-index-change", "pre-commit", "reference-transaction"})
    fs::copy_file(trap, scratch.path() / ".git/hooks" / hook);
  scratch.put("school/pairs/2025-001.yaml", "start: 2025-09-03\n");
  REQUIRE_FALSE(fs::exists(mark));

  CHECK(history_of(scratch).current().dirty);
  CHECK(text_of(*history_of(scratch).at("HEAD").tree, "pairs/2025-001.yaml") == "start: 2025-09-01\n");
  CHECK_FALSE(fs::exists(mark));
  if (name != "evil") return;
  static_cast<void>(
      run_program({.words = {"git", "status"}, .directory = scratch.path().string(), .variables = plain}));
  CHECK(fs::exists(mark));  // the trap does work
}

TEST_CASE("bits of the index do not hide a change") {
  const Repository scratch;
  begin_school(scratch);
  const char* record = "school/pairs/2025-001.yaml";
  SUBCASE("assumed to be unchanged") { scratch.git({"update-index", "--assume-unchanged", record}); }
  SUBCASE("left out of the work tree") { scratch.git({"update-index", "--skip-worktree", record}); }
  SUBCASE("staged and put back") {
    scratch.put(record, "start: 2025-09-04\n");
    scratch.git({"add", "--all"});
  }
  scratch.put(record, "start: 2025-09-01\n");
  CHECK_FALSE(history_of(scratch).current().dirty);
  scratch.put(record, "start: 2025-09-05\n");
  CHECK(history_of(scratch).current().dirty);
}

TEST_CASE("line endings of another system are no change, other bytes are") {
  const Repository scratch;
  begin_school(scratch);
  scratch.put("school/pairs/2025-001.yaml", "start: 2025-09-01\r\n");
  CHECK_FALSE(history_of(scratch).current().dirty);
  SUBCASE("a break of the old kind") { scratch.put("school/pairs/2025-001.yaml", "start: 2025-09-01\r"); }
  SUBCASE("a break more") { scratch.put("school/pairs/2025-001.yaml", "start: 2025-09-01\n\n"); }
  SUBCASE("no break") { scratch.put("school/pairs/2025-001.yaml", "start: 2025-09-01"); }
  SUBCASE("nothing") { scratch.put("school/pairs/2025-001.yaml", ""); }
  CHECK(history_of(scratch).current().dirty);
}

TEST_CASE("what a file has become is a change, however it reads") {
  const Repository scratch;
  begin_school(scratch);
  const fs::path record = scratch.path() / "school/pairs/2025-001.yaml";
  scratch.put("school/scan.pdf", std::string((4 << 20) + 5, 's'));
  fs::create_symlink("pairs/2025-001.yaml", scratch.path() / "school/link.yaml");
  scratch.put("school/lfs.pdf", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n");
  scratch.commit();
  scratch.put("school/lfs.pdf", "abc");  // what git-lfs puts in place of its note
  CHECK_FALSE(history_of(scratch).current().dirty);
  SUBCASE("a link to the same bytes") {
    fs::rename(record, scratch.path() / "same");
    fs::create_symlink(scratch.path() / "same", record);
  }
  SUBCASE("a pipe") {
    fs::remove(record);
    REQUIRE(mkfifo(record.c_str(), 0600) == 0);
  }
  SUBCASE("a folder") {
    fs::remove(record);
    fs::create_directory(record);
  }
  SUBCASE("another link") {
    fs::remove(scratch.path() / "school/link.yaml");
    fs::create_symlink("nastavnik.yaml", scratch.path() / "school/link.yaml");
  }
  SUBCASE("a larger scan") { scratch.put("school/scan.pdf", std::string((4 << 20) + 6, 's')); }
  SUBCASE("a large file kept outside that is another") { scratch.put("school/lfs.pdf", "abcd"); }
  CHECK(history_of(scratch).current().dirty);
}

TEST_CASE("people with a history of their own have a commit of their own") {
  const Repository scratch;
  const std::string outer = begin_school(scratch);
  const fs::path people = scratch.path() / "school/people";
  const auto in_people = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"git", "-C", people.string()});
    const ProgramAnswer answer = run_program({.words = words, .directory = "/", .variables = plain});
    REQUIRE_MESSAGE(answer.status == 0, answer.err);
    return answer.out.substr(0, answer.out.find('\n'));
  };
  const auto commit_people = [&] {
    in_people({"add", "--all"});
    in_people({"commit", "--quiet", "--message=people"});
    return in_people({"rev-parse", "HEAD"});
  };
  scratch.put("school/people/p-001.yaml", "full_name: Иванова\n");
  const auto now = [&] { return history_of(scratch).current(people.string()); };
  CHECK(now().people_commit.empty());
  CHECK(now().dirty);  // a part of the outer repository, not committed yet
  in_people({"init", "--quiet"});
  CHECK(now().commit == outer);
  CHECK(now().unknown.ru == "в хранилище git ещё нет ни одной фиксации");
  const std::string inner = commit_people();
  CHECK(now().commit == outer);
  CHECK(now().people_commit == inner);
  CHECK_FALSE(now().dirty);
  SUBCASE("a person changed") { scratch.put("school/people/p-001.yaml", "full_name: Петрова\n"); }
  SUBCASE("a person added") { scratch.put("school/people/p-002.yaml", "full_name: Петрова\n"); }
  SUBCASE("a person removed") { fs::remove(people / "p-001.yaml"); }
  SUBCASE("a record changed") { scratch.put("school/pairs/2025-001.yaml", ""); }
  SUBCASE("as a submodule that has moved on") {
    scratch.git({"-c", "advice.addEmbeddedRepo=false", "add", "school/people"});
    scratch.git({"commit", "--quiet", "--message=submodule"});
    CHECK_FALSE(now().dirty);
    scratch.put("school/people/p-001.yaml", "full_name: Петрова\n");
    commit_people();
  }
  CHECK(now().dirty);
}

TEST_CASE("people outside the registry have the commit of where they are") {
  const Repository scratch, elsewhere;
  begin_school(scratch);
  begin(elsewhere);
  elsewhere.put("people/p-001.yaml", "full_name: Иванова\n");
  const std::string commit = elsewhere.commit();
  const auto now = [&] { return history_of(scratch).current((elsewhere.path() / "people").string()); };
  CHECK(now().people_commit == commit);
  CHECK_FALSE(now().dirty);
  elsewhere.put("people/p-001.yaml", "full_name: Петрова\n");
  CHECK(now().dirty);
}

TEST_CASE("where git cannot tell, it is said why") {
  const Repository scratch;
  begin_school(scratch);
  const fs::path git = scratch.path() / ".git";
  const auto says = [&](const std::vector<std::string>& variables = plain) {
    return History((scratch.path() / "school").string(), variables).current().unknown.ru;
  };
  CHECK(says().empty());
  CHECK(says({"PATH=/nonexistent"}) == "нужна программа git, а её нет");
  if (geteuid() == 0) {
    REQUIRE(lchown(git.c_str(), 4242, 4242) == 0);
    REQUIRE(chown(scratch.path().c_str(), 4242, 4242) == 0);
    CHECK(says().find("принадлежит другому пользователю") != std::string::npos);
    REQUIRE(chown(scratch.path().c_str(), 0, 0) == 0);
    REQUIRE(lchown(git.c_str(), 0, 0) == 0);
  }
  const std::string damaged = explain(HistoryFault::damaged, "").ru, broken = explain(HistoryFault::broken, "").ru;
  const auto with_git_file = [&](const std::string& bytes) {
    fs::remove_all(git);
    std::ofstream(git) << bytes;
    return says();
  };
  fs::rename(git, scratch.path() / "kept");
  CHECK(says().empty());  // in no repository: nothing to say
  CHECK(with_git_file("gitdir: /nonexistent\n") == damaged);
  CHECK(with_git_file("rubbish\n") == broken);
  fs::remove(git);
  fs::create_directory(git);
  CHECK(says() == damaged);
  fs::remove_all(git);
  fs::rename(scratch.path() / "kept", git);
  std::ofstream(git / "HEAD") << "rubbish\n";
  CHECK(says() == damaged);
}

TEST_CASE("many names of much are not all fetched") {
  const Repository scratch;
  begin_school(scratch);
  for (int i = 0; i < 40; ++i) scratch.put("school/" + std::to_string(i) + ".yaml", std::string(4 << 20, ' '));
  scratch.put("school/pairs/link.yaml", "");
  scratch.commit();
  const RevisionTree was = history_of(scratch).at("HEAD");
  REQUIRE(was.tree);
  rusage before{}, after{};
  getrusage(RUSAGE_SELF, &before);
  CHECK(text_of(*was.tree, "nastavnik.yaml") == "format: 1\n");
  getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_maxrss - before.ru_maxrss < 80 * 1024);
}

TEST_CASE("a program that says too much, or nothing for too long, is ended") {
  const ProgramAnswer talker =
      run_program({.words = {"sh", "-c", "yes & yes"}, .directory = "/", .variables = plain, .most = 1000});
  CHECK(talker.cut);
  const ProgramAnswer mute = run_program({.words = {"sh", "-c", "echo here; sleep 60"},
                                          .directory = "/",
                                          .variables = plain,
                                          .patience = std::chrono::milliseconds(50)});
  CHECK(mute.cut);
  CHECK(mute.out == "here\n");
  CHECK_FALSE(run_program({.words = {"echo"}, .directory = "/", .variables = plain}).cut);
}

TEST_CASE("a program lying among the records is not taken for git") {
  const Repository scratch;
  begin_school(scratch);
  scratch.put("school/git", "#!/bin/sh\ntouch ran\n");
  fs::permissions(scratch.path() / "school/git", fs::perms::owner_all);
  const History history((scratch.path() / "school").string(), {"PATH=.::school", "HOME=/nonexistent"});
  CHECK(history.at("HEAD").fault == HistoryFault::no_program);
  CHECK_FALSE(fs::exists(scratch.path() / "school/ran"));
}

TEST_CASE("a repository of somebody else is not trusted, and it is said so") {
  if (geteuid() != 0) return;  // only root can give a folder away
  const Repository scratch;
  begin_school(scratch);
  for (const auto& entry : fs::recursive_directory_iterator(scratch.path()))
    REQUIRE(lchown(entry.path().c_str(), 4242, 4242) == 0);
  REQUIRE(chown(scratch.path().c_str(), 4242, 4242) == 0);
  CHECK(history_of(scratch).at("HEAD").fault == HistoryFault::distrusted);
  CHECK(history_of(scratch).current().commit.empty());
}

TEST_CASE("a program gets its input and both its outputs come back") {
  const std::string bytes(300000, 'x');
  const ProgramAnswer answer = run_program(
      {.words = {"sh", "-c", "cat; echo oops >&2; exit 3"}, .directory = "/", .variables = plain, .input = bytes});
  CHECK(answer.started);
  CHECK(answer.out == bytes);
  CHECK(answer.err == "oops\n");
  CHECK(answer.status == 3);
  CHECK(run_program({.words = {"sh", "-c", "kill -9 $$"}, .directory = "/", .variables = plain}).status == 137);
  CHECK(run_program({.words = {"sh", "-c", "echo ${A-none}${HOME-none}"},
                     .directory = "/",
                     .variables = {"PATH=/bin:/usr/bin", "A=1"}})
            .out == "1none\n");
  CHECK_FALSE(run_program({.words = {"no-such-program"}, .directory = "/", .variables = plain}).started);
  CHECK_FALSE(run_program({.words = {"sh"}, .directory = "/nonexistent", .variables = plain}).started);
}
