#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "source/finding.h"

// The file of a rule, `tests/rules/<ID>.test`: what the rule means, in both languages, and cases that break and keep it.
// The tests run the cases (tests/fixture_case.h); `explain` shows them.

namespace nastavnik {

/// One situation: a small clean registry, and what differs from it.
struct FixtureCase {
  std::string title{};
  int line = 0;  ///< where the title stands in the fixture
  std::optional<std::string> base{};
  std::optional<Date> as_of{};
  std::optional<Date> today{};
  std::string text{};  ///< the lines below the title, as written
};

struct Fixture {
  std::string id{};
  std::string name{};
  std::string ru{};  ///< the explanation
  std::string en{};
  std::string base{};
  Date as_of{};
  std::vector<FixtureCase> cases{};
  std::vector<std::string> faults{};  ///< what is wrong with the file itself
};

Fixture parse_fixture(std::string_view text);

/// The fixture that stands behind the row; one without cases when there is none.
const Fixture& fixture_of(const Requirement& row);

}  // namespace nastavnik
