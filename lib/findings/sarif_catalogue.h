#pragma once
#include <cstddef>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "findings/checked_registry.h"

namespace nastavnik {

/// What the results of a SARIF log point at: the rules, and the clauses they rest on, a taxonomy an edition of an act.
class SarifCatalogue {
public:
  /// The catalogue, and the rows of the registry that are not in it.
  SarifCatalogue(const CheckedRegistry& registry, Language language);

  /// `{id, index}` of a rule.
  nlohmann::ordered_json rule(const Requirement& row) const;
  std::size_t index(const Requirement& row) const { return rules_.at(&row); }
  /// The clause as a taxon of the latest edition that has it.
  nlohmann::ordered_json taxon(std::string_view clause) const;

  nlohmann::ordered_json driver(std::string_view version) const;
  nlohmann::ordered_json taxonomies() const;

private:
  struct Taxon {
    std::size_t taxonomy = 0;
    std::size_t index = 0;
  };

  void add(const Requirement* row);
  nlohmann::ordered_json descriptor(const Requirement& row) const;

  Language language_;
  std::vector<const Requirement*> rows_{};
  std::map<const Requirement*, std::size_t> rules_{};
  std::vector<std::string_view> names_{};  ///< of the taxonomies: the editions, then the clauses that none of them has
  std::vector<std::string_view> other_law_{};  ///< those clauses
  std::map<std::string_view, Taxon, std::less<>> taxa_{};
};

/// `error`, `warning`, `note`, `none`.
std::string_view sarif_level(Severity severity);

}  // namespace nastavnik
