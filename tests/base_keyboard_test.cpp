#include <doctest/doctest.h>

#include "base/keyboard.h"

using namespace nastavnik;

TEST_CASE("a word typed in the other layout of the keyboard") {
  CHECK(typed_in_latin("срусл") == "check");
  CHECK(typed_in_latin("зкщпкфьы/2025-003") == "programs/2025-003");
  CHECK(typed_in_latin("З-017") == "P-017");
  CHECK(typed_in_latin("хъжэбюё") == "[];',.`");
  CHECK(typed_in_latin("check — №") == "check — №");
  CHECK(typed_in_latin("") == "");
  CHECK(typed_in_russian("bdfyjdf") == "иванова");
  CHECK(typed_in_russian("Bdfyjdf Vfhbz") == "иванова мария");
  CHECK(typed_in_russian("{fhbnjyjdf") == "харитонова");
  CHECK(typed_in_russian("\"hlv") == "эрдм");
  CHECK(typed_in_russian("иванова-17") == "иванова-17");
}
