#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "model/load.h"
#include "rules/catalogue.h"
#include "tests/fixture_case.h"
#include "tests/memory_tree.h"

// Cases of tests/rules/, made into registries and run; for the tests that look at what the rules say about them.

namespace nastavnik {

/// The text of a file below tests/.
std::string test_text(const std::filesystem::path& below);

/// The files of a small clean registry of tests/base/.
const FileTexts& base_files(const std::string& name);

/// The fixtures of tests/rules/, in the order of their ids.
std::vector<Fixture> all_fixtures();

/// The registry of one case.
struct CaseRegistry {
  FileTexts files;
  MemoryTree tree;  ///< holds the bytes that everything below looks at
  std::unique_ptr<Loaded> loaded;
  std::vector<std::string> faults;  ///< what does not fit in the case itself
};

CaseRegistry load_case(const Fixture& fixture, const FixtureCase& fixture_case);

/// Compares what was found with what the case expects and its title promises; the differences in words.
std::string differences(const Fixture& fixture, const FixtureCase& fixture_case, const CaseRegistry& registry,
                        const Outcome& outcome);

/// What fires besides the rule of the case, as a line of tests/rules/together.txt; empty when nothing does.
std::string what_fires_besides(const Fixture& fixture, const FixtureCase& fixture_case, const CaseRegistry& registry,
                               const Outcome& outcome);

/// The finding is the one expected.
bool meets(const Sources& sources, const Finding& finding, const Expectation& wanted);

/// A finding in one line.
std::string shown(const Sources& sources, const Finding& finding);

}  // namespace nastavnik
