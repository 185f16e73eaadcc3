#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/fixture.h"

// What a case of a fixture changes in its base, and what it expects of the rules.

namespace nastavnik {

/// Files of a registry, by path.
using FileTexts = std::map<std::string, std::string, std::less<>>;

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
