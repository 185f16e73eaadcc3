#pragma once
#include <string_view>
#include <vector>

#include "base/words.h"
#include "source/finding.h"

namespace nastavnik {

/// The ids of a comma-separated list.
std::vector<std::string_view> clause_ids(std::string_view clauses);

/// How a clause is cited: `10.5` «п. 10.5», `row.5` «строка 5 дорожной карты», `tk351.8` «ст. 351.8 ТК РФ».
Words clause_words(std::string_view id);

/// That the text of the regulation does not demand it, where that is so; else empty.
Words beyond_the_text(const Requirement& requirement);

/// The clauses of a finding: those of its row, then those that the rows it implies add.
std::vector<std::string_view> clauses_of(const Finding& finding);

/// What is said under a finding: the clause with its phrase, what else is broken by the same, whether it is the text
/// that demands it, what to do next.
std::vector<Words> notes(const Finding& finding);

}  // namespace nastavnik
