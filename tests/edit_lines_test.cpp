#include <doctest/doctest.h>

#include "edit/lines.h"

using namespace nastavnik;

TEST_CASE("only the named lines go") {
  const std::string text = "# a\r\nb\r\nc\nd";
  CHECK(without_lines(text, {}) == text);
  CHECK(without_lines(text, {5}) == "# a\r\nc\nd");
  CHECK(without_lines(text, {10, 0}) == "b\r\nc\n");
  CHECK(without_lines(text, {5, 5}) == "# a\r\nc\nd");
}
