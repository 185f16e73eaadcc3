#include <cstdlib>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/fixture_run.h"
#include "tests/gallery.h"
#include "tests/source_root.h"

using namespace nastavnik;

TEST_CASE("man/messages.md shows what every rule says, in both languages") {
  const std::string printed = gallery();
  if (std::getenv("UPDATE")) std::ofstream(nastavnik::source_root() / "man/messages.md", std::ios::binary) << printed;
  CHECK(test_text("../man/messages.md") == printed);
  CHECK(printed.find("(says nothing)") == printed.npos);
}
