#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "model/field.h"
#include "page/page.h"
#include "rules/clause.h"
#include "source/finding.h"

namespace nastavnik {

/// Something the program makes from the records, and the clauses that ask for it.
struct Product {
  std::string_view command{};  ///< `report`, `document`
  std::string_view name{};
  Text title{};
  std::string_view clauses{};  ///< comma-separated
};

/// Fields of one kind of record; none named: the kind as a whole.
struct Kept {
  const Kind* kind = nullptr;
  std::vector<std::string> paths{};
};

/// How the program answers for one clause.
struct ClauseCoverage {
  const Clause* clause = nullptr;
  std::vector<const Clause*> points{};
  std::vector<const Requirement*> rules{};
  std::vector<Kept> recorded{};
  std::vector<const Product*> produced{};
  std::string_view undecided_ru{};
  std::string_view undecided_en{};

  std::string_view undecided(Language language) const { return language == Language::ru ? undecided_ru : undecided_en; }
  /// Something answers for it: a rule, a field, a product, the reason why nothing does, or its points.
  bool is_accounted() const {
    return !rules.empty() || !recorded.empty() || !produced.empty() || !undecided_ru.empty() || !points.empty();
  }
};

/// Every numbered clause with its points and every row of the roadmap, in their order.
std::vector<ClauseCoverage> coverage(std::span<const Product> products);

page::Page coverage_page(std::span<const ClauseCoverage> clauses, Language language);
std::string coverage_json(std::span<const ClauseCoverage> clauses);

}  // namespace nastavnik
