#pragma once
#include "cmd/command.h"
#include "rules/catalogue.h"

namespace nastavnik::cmd {

/// What `--select` and `--ignore` choose. Throws UsageError on a word that chooses no rule.
Selection selection_of(const Arguments& arguments);

/// Throws UsageError on the first word that chooses no rule.
void require_known(const std::vector<std::string>& words);

/// The rows that a word chooses, in the order of the words, each once. Throws UsageError on a word that chooses none.
std::vector<const Requirement*> rows_named(const std::vector<std::string>& words);

/// The row that the word names. Throws UsageError with the nearest ones where there is none.
const Requirement& requirement_named(std::string_view word);

}  // namespace nastavnik::cmd
