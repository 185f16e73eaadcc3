#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/words.h"
#include "source/finding.h"

namespace nastavnik {

struct Fixture;

/// What is known of one row: the catalogue's own words, the text of its clause, the explanation and the examples of its
/// fixture.
std::string explain(const Requirement& row, Language language, std::size_t width);
std::string explain_json(const Requirement& row);

/// The rows as a table, or as JSON with everything the catalogue says of each.
std::string list_rules(const std::vector<const Requirement*>& rows, Language language, std::size_t width);
std::string list_rules_json(const std::vector<const Requirement*>& rows);

/// The fixture that stands behind the row; one without cases when there is none.
const Fixture& fixture_of(const Requirement& row);

/// How a severity and a nature are called.
Text severity_words(Severity severity);
Text nature_words(Nature nature);

}  // namespace nastavnik
