#include <cstdlib>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/gallery.h"
#include "tests/source_root.h"

using namespace nastavnik;

TEST_CASE("man/messages.md shows what every rule says") {
  const std::string printed = gallery();
  if (std::getenv("UPDATE")) std::ofstream(nastavnik::source_root() / "man/messages.md", std::ios::binary) << printed;
  CHECK(test_text("../man/messages.md") == printed);
}

TEST_CASE("every rule says something in both languages") {
  for (const Fixture& fixture : all_fixtures()) {
    CAPTURE(fixture.id);
    CHECK_FALSE(message_of(fixture, Language::ru).empty());
    CHECK_FALSE(message_of(fixture, Language::en).empty());
  }
}
