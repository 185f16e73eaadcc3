#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

// The file of a rule, `tests/rules/<ID>.test`: what the rule means, in both languages, and cases that break and keep it.
// The tests run the cases; `explain` shows them.

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

/// Files of a registry, by path.
using FileTexts = std::map<std::string, std::string, std::less<>>;

Fixture parse_fixture(std::string_view text);

/// The registry of a case: the base with what the case changes. A change that does not fit the base is put into `faults`.
FileTexts apply_case(const FixtureCase& fixture_case, FileTexts base, std::vector<std::string>& faults);

/// Files of a case that stand in their folder while their bytes cannot be had: `!! path denied !!`.
std::map<std::string, std::string> unreadable_files(const FixtureCase& fixture_case);

/// What is expected to be found: the rule, where, and a part of the Russian message.
struct Expectation {
  std::string id{};
  std::string severity{};  ///< as nastavnik.yaml writes it; empty: the grade of the row
  std::string path{};
  int line = 0;  ///< 0: anywhere in the file
  std::string key{};
  std::string message{};
};

/// The expectations of a case: comments behind the lines of its files, and lines of their own.
std::vector<Expectation> expectations(const FixtureCase& fixture_case, const FileTexts& files);

/// The further places that findings of a case name: `also: ID path:line ["part of what is said there"]`.
std::vector<Expectation> expected_places(const FixtureCase& fixture_case);

/// The rules that a case expects to be left undecided, by id and path: `undecided: ID path`.
std::vector<Expectation> expected_undecided(const FixtureCase& fixture_case);

}  // namespace nastavnik
