#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "scratch.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tests/source_root.h"
#include "tools.h"

// A record in an editor: what stays of it where it is not written.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

/// A registry with its people in a repository of their own, and an editor that is a script.
class EditedSchool : public Scratch {
public:
  EditedSchool() {
    fs::copy(source_root() / "tests/base/pair", root(), fs::copy_options::recursive);
    fs::create_directories(root() / "people/.git");
  }
  fs::path root() const { return path() / "реестр школы"; }

  /// The script is given the draft as `$1`.
  Said edit(const std::string& record, const std::string& script, const std::string& option = "-q") const {
    const fs::path editor = path() / ("мой редактор " + std::to_string(::getpid()));
    std::ofstream(editor) << "#!/bin/sh\nset -e\n" << script << '\n';
    fs::permissions(editor, fs::perms::owner_all);
    std::vector<std::string> variables = with_tools;
    variables.push_back("EDITOR='" + editor.string() + "' --wait");
    return run_command(root(), {"edit", record, option}, {.today = Date(2025, 9, 15), .variables = variables});
  }

  std::map<std::string, std::string> records() const {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root()))
      if (entry.is_regular_file() && entry.path().string().find("/.nastavnik/") == std::string::npos)
        files[entry.path().lexically_relative(root()).string()] = slurp(entry.path());
    return files;
  }
};

constexpr const char* spoil = R"(sed -i 's/^end: .*/end: когда-нибудь/' "$2")";

}  // namespace

TEST_CASE("a draft that was refused is gone on with, and goes when it is written") {
  const EditedSchool school;
  const auto before = school.records();
  const Said refused = school.edit("programs/2025-003", spoil);
  CHECK(refused.status == cmd::ExitStatus::findings);
  CHECK(refused.err.find("черновик остался: " + (school.root() / ".nastavnik/draft/programs/2025-003.yaml").string()) !=
        std::string::npos);
  CHECK(school.records() == before);
  CHECK(slurp(school.root() / ".nastavnik/draft/.gitignore") == "*\n");
  const Said done =
      school.edit("programs/2025-003", R"(grep -q когда-нибудь "$2"; sed -i 's/когда-нибудь/2026-05-28/' "$2")");
  CHECK_MESSAGE(done.status == cmd::ExitStatus::clean, done.err);
  CHECK(done.err.find("продолжается черновик") != std::string::npos);
  CHECK(slurp(school.root() / "programs/2025-003.yaml").find("end: 2026-05-28") != std::string::npos);
  CHECK_FALSE(fs::exists(school.root() / ".nastavnik/draft"));
}

TEST_CASE("a record that changed while it was edited, or since its draft was begun, is not overwritten") {
  const EditedSchool school;
  const fs::path record = school.root() / "programs/2025-003.yaml";
  const Said said =
      school.edit("programs/2025-003", "echo '# правка' >> \"$2\"; echo '# другая' >> '" + record.string() + "'");
  CHECK(said.status == cmd::ExitStatus::findings);
  CHECK(said.err.find("изменился, пока вы его правили") != std::string::npos);
  CHECK(slurp(record).ends_with("# другая\n"));
  CHECK(slurp(school.root() / ".nastavnik/draft/programs/2025-003.yaml").ends_with("# правка\n"));
  const Said again = school.edit("programs/2025-003", "true");
  CHECK(again.status == cmd::ExitStatus::usage);
  CHECK(again.err.find("изменилась с тех пор, как начат черновик") != std::string::npos);
  CHECK(fs::exists(school.root() / ".nastavnik/draft/programs/2025-003.yaml"));
}

TEST_CASE("a record that is open in one editor is not opened in another") {
  const EditedSchool school;
  const fs::path ready = school.path() / "открыт", go = school.path() / "дальше";
  const pid_t first = fork();
  if (first == 0) {
    const Said said =
        school.edit("programs/2025-003", "echo '# первая' >> \"$2\"; touch '" + ready.string() + "'; while [ ! -e '" +
                                             go.string() + "' ]; do sleep 0.05; done; echo '# и ещё' >> \"$2\"");
    _exit(said.status == cmd::ExitStatus::clean ? 0 : 1);
  }
  while (!fs::exists(ready)) ::usleep(10'000);
  const Said second = school.edit("programs/2025-003", "echo '# вторая' >> \"$2\"");
  CHECK(second.status == cmd::ExitStatus::unreadable);
  CHECK(second.err.find("уже открыта в редакторе") != std::string::npos);
  CHECK(school.edit("pairs/2025-003", "echo '# пара' >> \"$2\"").status == cmd::ExitStatus::clean);
  std::ofstream(go).flush();
  int status = -1;
  ::waitpid(first, &status, 0);
  CHECK(status == 0);
  const std::string record = slurp(school.root() / "programs/2025-003.yaml");
  CHECK(record.ends_with("# первая\n# и ещё\n"));
  CHECK(record.find("вторая") == std::string::npos);
  CHECK(slurp(school.root() / "pairs/2025-003.yaml").ends_with("# пара\n"));
  CHECK_FALSE(fs::exists(school.root() / ".nastavnik/draft"));
}

TEST_CASE("what a killed run has left of a draft") {
  const EditedSchool school;
  const fs::path record = school.root() / "programs/2025-003.yaml";
  const fs::path draft = school.root() / ".nastavnik/draft/programs/2025-003.yaml";
  const auto left = [&](const std::string& text, const std::optional<std::string>& before) {
    fs::create_directories(draft.parent_path());
    std::ofstream(draft) << text;
    std::ofstream(draft.string() + ".open").flush();
    fs::remove(draft.string() + ".before");
    if (before) std::ofstream(draft.string() + ".before") << *before;
  };
  SUBCASE("nobody had written in it, and the record has changed") {
    left("pair: 2025-003\n", "pair: 2025-003\n");
    const Said said = school.edit("programs/2025-003", "echo '# правка' >> \"$2\"");
    CHECK_MESSAGE(said.status == cmd::ExitStatus::clean, said.err);
    CHECK(said.err.empty());
    CHECK(slurp(record).ends_with("# правка\n"));
  }
  SUBCASE("it is gone on with") {
    left(slurp(record) + "# начато\n", slurp(record));
    const Said said = school.edit("programs/2025-003", "true");
    CHECK(said.err.find("продолжается черновик") != std::string::npos);
    CHECK(slurp(record).ends_with("# начато\n"));
  }
  SUBCASE("nobody knows from what it was begun") {
    left("# чья-то работа\n", std::nullopt);
    CHECK(school.edit("programs/2025-003", "true").status == cmd::ExitStatus::usage);
    CHECK(slurp(draft) == "# чья-то работа\n");
  }
}

TEST_CASE("the draft of a person lies in the repository of the people, and an erasure takes it away") {
  const EditedSchool school;
  CHECK(school.edit("people/p-031", R"(echo 'birth_date: нет' >> "$2")").status == cmd::ExitStatus::findings);
  CHECK(fs::exists(school.root() / "people/.nastavnik/draft/p-031.yaml"));
  CHECK_FALSE(fs::exists(school.root() / ".nastavnik/draft"));
  std::ofstream(school.root() / "people/p-031.yaml") << "erased_on: 14.09.2025\n";
  CHECK(run_command(school.root(), {"fix", "-q"}, {.today = Date(2025, 9, 15), .variables = with_tools}).status ==
        cmd::ExitStatus::clean);
  CHECK_FALSE(fs::exists(school.root() / "people/.nastavnik/draft"));
}

TEST_CASE("an editor that takes the draft away, fails, or is killed") {
  const EditedSchool school;
  const auto before = school.records();
  SUBCASE("takes it away") {
    CHECK(school.edit("programs/2025-003", R"(rm "$2")").status == cmd::ExitStatus::clean);
    CHECK_FALSE(fs::exists(school.root() / ".nastavnik"));
  }
  SUBCASE("fails at once") {
    CHECK(school.edit("programs/2025-003", "exit 3").status == cmd::ExitStatus::usage);
    CHECK_FALSE(fs::exists(school.root() / ".nastavnik"));
  }
  SUBCASE("is killed when something is written") {
    const Said said = school.edit("programs/2025-003", "echo '# правка' >> \"$2\"; kill -9 $$");
    CHECK(said.status == cmd::ExitStatus::usage);
    CHECK(said.err.find("черновик остался") != std::string::npos);
  }
  CHECK(school.records() == before);
}

TEST_CASE("others may write while the editor is open") {
  const EditedSchool school;
  const Said said = school.edit("programs/2025-003", "flock -n . true; echo '# правка' >> \"$2\"");
  CHECK_MESSAGE(said.status == cmd::ExitStatus::clean, said.err);
  CHECK(slurp(school.root() / "programs/2025-003.yaml").ends_with("# правка\n"));
}

TEST_CASE("no draft is written through a link") {
  const EditedSchool school;
  fs::create_directories(school.path() / "elsewhere");
  fs::create_directories(school.root() / ".nastavnik");
  fs::create_directory_symlink(school.path() / "elsewhere", school.root() / ".nastavnik/draft");
  CHECK(school.edit("programs/2025-003", "true").status == cmd::ExitStatus::unreadable);
  CHECK(fs::is_empty(school.path() / "elsewhere"));
}
