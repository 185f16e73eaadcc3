#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/words.h"
#include "source/finding.h"

namespace nastavnik {

/// What is known of one row: the catalogue's own words, the text of its clause, the explanation and the examples of its
/// fixture.
std::string explain(const Requirement& row, Language language, std::size_t width);
std::string explain_json(const Requirement& row);

/// The rows as a table, or as JSON with everything the catalogue says of each.
std::string list_rules(const std::vector<const Requirement*>& rows, Language language, std::size_t width);
std::string list_rules_json(const std::vector<const Requirement*>& rows);

}  // namespace nastavnik
