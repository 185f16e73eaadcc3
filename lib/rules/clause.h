#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/words.h"

namespace nastavnik {

/// A clause of the regulation, or a paragraph of the order and the roadmap it came with.
struct Clause {
  std::string_view id{};       ///< `10.5`, `row.3`
  std::string_view title_ru{};
  std::string_view title_en{};
  std::string_view text{};     ///< as published, its paragraphs on lines of their own
};

/// The text of the regulation, in its order.
std::span<const Clause> clauses();

/// The clause with this id; nothing when there is none.
const Clause* find_clause(std::string_view id);

/// Whether the phrase stands in the clause, white space aside.
bool quotes(const Clause& clause, std::string_view phrase);

}  // namespace nastavnik
