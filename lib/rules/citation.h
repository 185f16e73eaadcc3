#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "source/finding.h"

namespace nastavnik {

/// The address of the record in a file; empty when the file is none.
std::string_view record_address(std::string_view path);

/// `P2-2 program-too-short`, or the name alone where it is the id.
std::string id_and_name(const Requirement& requirement);

std::string_view severity_id(Severity severity);

std::string_view nature_id(Nature nature);

/// How a severity and a nature are called.
Text severity_words(Severity severity);
Text nature_words(Nature nature);

/// Whether the regulation itself demands it; else it is our inference, other law or the form of the records.
bool is_from_the_text(const Requirement& requirement);

/// The ids of a comma-separated list.
std::vector<std::string_view> clause_ids(std::string_view clauses);

/// How a clause is cited: `10.5` «п. 10.5», `row.5` «строка 5 дорожной карты», `tk351.8` «ст. 351.8 ТК РФ».
Words clause_words(std::string_view id);

/// The same with what it is about: «п. 10.5. Приказ о закреплении»; the title of a row of the roadmap says that it is one.
Words titled_clause(std::string_view id);

/// That the text of the regulation does not demand it, where that is so; else empty.
Words beyond_the_text(const Requirement& requirement);

/// The clauses of a finding: those of its row, then those that the rows it implies add.
std::vector<std::string_view> clauses_of(const Finding& finding);

/// What is said under a finding: the clause with its phrase, what else is broken by the same, whether it is the text
/// that demands it, what to do next.
std::vector<Words> notes(const Finding& finding);

}  // namespace nastavnik
