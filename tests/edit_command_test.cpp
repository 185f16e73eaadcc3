#include <filesystem>
#include <fstream>
#include <map>
#include <string>

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
    const fs::path editor = path() / "мой редактор";
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
