#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "cmd/commands.h"
#include "cmd/manual.h"
#include "tests/files.h"
#include "tests/source_root.h"
#include "tools.h"

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const fs::path man_dir = nastavnik::source_root() / "man";

std::string program_page(Language language) { return cmd::program_roff(cmd::commands(), language); }

struct Page {
  Language language;
  fs::path path;
  std::string (*print)(Language);
};

const Page pages[] = {{Language::ru, man_dir / "ru/nastavnik.1", program_page},
                      {Language::en, man_dir / "nastavnik.1", program_page},
                      {Language::ru, man_dir / "ru/nastavnik-records.5", cmd::records_roff},
                      {Language::en, man_dir / "nastavnik-records.5", cmd::records_roff}};

}  // namespace

TEST_CASE("man/ holds the manual pages that the program prints") {
  for (const Page& page : pages) {
    INFO(page.path.string());
    const std::string printed = page.print(page.language);
    if (std::getenv("UPDATE")) std::ofstream(page.path, std::ios::binary) << printed;
    CHECK(slurp(page.path) == printed);
  }
}

TEST_CASE("mandoc has nothing to say against the manual pages") {
  for (const Page& page : pages) {
    INFO(page.path.string());
    const ProgramAnswer lint = run_tool({"mandoc", "-T", "lint", "-W", "warning", page.path.string()}, man_dir);
    REQUIRE(lint.started);
    CHECK(lint.both() == "");
    CHECK(lint.status == 0);
  }
}

TEST_CASE("a manual page shows every text as it is written") {
  const cmd::Command odd{
      .name = "odd",
      .summary = {"'первая строка", ".first line"},
      .description = {".вторая \\fB «--as-of»\n'третья 'строка'\n\n.четвёртая ~^` \"конец\"",
                      ".second \\fB --as-of\n'third 'line'\n\n.fourth ~^` \"end\""},
  };
  const fs::path path = fs::temp_directory_path() / "nastavnik-odd.1";
  std::ofstream(path, std::ios::binary) << cmd::program_roff({&odd, 1}, Language::en);
  const ProgramAnswer shown = run_tool({"mandoc", "-T", "ascii", path.string()}, man_dir);
  fs::remove(path);
  REQUIRE(shown.started);
  for (const char* text : {".first line", ".second \\fB --as-of", "'third 'line'", ".fourth ~^` \"end\""}) {
    INFO(shown.both());
    CHECK(shown.both().find(text) != std::string::npos);
  }
}
