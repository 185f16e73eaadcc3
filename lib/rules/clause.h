#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/words.h"

namespace nastavnik {

struct Edition;

/// A clause of the regulation or of other law, or a paragraph of the order and the roadmap the regulation came with.
struct Clause {
  std::string_view id{};  ///< `10.5`, `row.3`, `tk351.8`
  std::string_view title_ru{};
  std::string_view title_en{};
  std::string_view text{};    ///< as published, its paragraphs on lines of their own; empty where it is not here
  std::string_view sha256{};  ///< of the text, as it was when it was compared with the paper
  const Edition* edition = nullptr;

  std::string_view title(Language language) const { return language == Language::ru ? title_ru : title_en; }
};

/// The wording of an act for as long as it is in force.
struct Edition {
  std::string_view id{};      ///< `nso564/2022-03-25`: the act, and since when
  std::string_view act_ru{};  ///< the act that brought this wording
  std::string_view act_en{};
  Date dated{};  ///< of that act
  Period in_force{};
  bool excerpts = false;  ///< only what rules rest on is here, as it is quoted elsewhere
  std::vector<Clause> clauses{};
};

/// Every edition that rules rest on, act by act, the older first.
std::span<const Edition> editions();

/// Reads an edition; `path` is `ACT/FIRST-DAY.txt`. The texts are views of the bytes.
Edition read_edition(std::string_view path, std::string_view bytes);

/// The text of the regulation, in its order.
std::span<const Clause> clauses();

/// The clause with this id in its latest edition; nothing when there is none.
const Clause* find_clause(std::string_view id);

/// Whether the clause is the one named or a part of it: 10.5 lies in 10, and 20 not in 2.
bool lies_in(std::string_view clause, std::string_view named);

/// Whether the phrase stands in the clause, white space aside.
bool quotes(const Clause& clause, std::string_view phrase);

}  // namespace nastavnik
