#pragma once
#include <span>
#include <string_view>
#include <vector>

namespace nastavnik {

/// What is to be said of a clause besides what rules, fields, reports and papers say of themselves.
struct ClauseAccount {
  std::string_view clause{};
  std::vector<std::string_view>
      fields{};                     ///< `programs.tasks`, `practices`: they keep something of it without naming it
  std::string_view undecided_ru{};  ///< what the records do not decide, and why
  std::string_view undecided_en{};
};

/// One for each point of the order, each numbered clause, each of its points and each row of the roadmap, in their order; a clause that is only
/// the head of its points has none.
std::span<const ClauseAccount> clause_accounts();

}  // namespace nastavnik
