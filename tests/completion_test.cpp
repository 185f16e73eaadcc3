#include <sstream>

#include <doctest/doctest.h>

#include "cmd/commands.h"
#include "cmd/run.h"
#include "tests/source_root.h"
#include "tools.h"

using namespace nastavnik;

namespace {

std::string completion(const std::string& shell) {
  std::istringstream in;
  std::ostringstream out, err;
  cmd::run(std::vector<std::string>{"shell", shell}, {.in = in, .out = out, .err = err, .directory = "/"});
  return out.str();
}

/// What bash offers at the end of a line whose words are given; the last one is being typed.
std::string offered(const std::string& words) {
  const std::string script = completion("bash") + "COMP_WORDS=(nastavnik " + words +
                             "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _nastavnik; echo \"${COMPREPLY[*]}\"";
  const ProgramAnswer bash = run_tool({"bash", "-c", script}, nastavnik::source_root() / "tests/base/bare");
  REQUIRE(bash.started);
  CHECK(bash.status == 0);
  return bash.both();
}

}  // namespace

TEST_CASE("bash completes commands, options and values") {
  CHECK(offered("shel") == "shell\n");
  CHECK(offered("--vers") == "--version\n");
  CHECK(offered("shell ''").starts_with("bash zsh fish "));
  CHECK(offered("shell --la") == "--lang\n");
  CHECK(offered("shell --lang ''") == "ru en\n");
  CHECK(offered("shell --color = al") == "always\n");
  CHECK(offered("-C org") == "organization.yaml\n");
  CHECK(offered("-q shell f") == "fish\n");
  CHECK(offered("help man") == "manual\n");
}

TEST_CASE("every command stands in the completion of every shell") {
  for (const char* shell : {"bash", "zsh", "fish"})
    for (const cmd::Command& command : cmd::commands()) {
      INFO(shell << ": " << command.name);
      CHECK(completion(shell).find(command.name) != std::string::npos);
    }
}
