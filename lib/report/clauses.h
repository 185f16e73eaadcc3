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

/// What is said under a finding: the clause with its phrase, whether it is the text that demands it, what to do next.
std::vector<Words> notes(const Requirement& requirement);

}  // namespace nastavnik
