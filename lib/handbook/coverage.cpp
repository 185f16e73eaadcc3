#include "handbook/coverage.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "model/shape.h"
#include "rules/catalogue.h"
#include "rules/citation.h"
#include "rules/coverage.h"

namespace nastavnik {
namespace {

using KeptByClause = std::map<std::string, std::vector<Kept>, std::less<>>;

/// A clause that must be answered for: the points of the order, those of the regulation, and the rows of the roadmap.
bool is_numbered(std::string_view id) {
  return id.starts_with("order.") || id.starts_with("row.") || is_digit(id.front());
}

bool names(std::string_view clauses, std::string_view id) {
  const auto ids = clause_ids(clauses);
  return std::ranges::find(ids, id) != ids.end();
}

void keep(std::vector<Kept>& all, const Kind& kind, std::string path) {
  auto found = std::ranges::find(all, &kind, &Kept::kind);
  if (found == all.end()) found = all.insert(all.end(), {&kind, {}});
  if (!path.empty() && std::ranges::find(found->paths, path) == found->paths.end())
    found->paths.push_back(std::move(path));
}

/// Consents of all sorts are written alike, and their fields name the clauses of all of them; which one a consent is
/// about, its own mapping says.
bool is_consent(const FieldShape& node) { return node.field.key == "consent" || node.field.key == "consents"; }

/// The fields that name their clauses; one inside a mapping that names the same clause adds nothing.
void collect(const Kind& kind, const std::vector<FieldShape>& fields, const std::string& before,
             const std::vector<std::string_view>& said, KeptByClause& kept) {
  for (const auto& node : fields) {
    auto path = before + std::string(node.field.key) + (node.is_list() ? "[]" : "");
    auto now = said;
    for (const auto id : clause_ids(node.field.clause)) {
      if (std::ranges::find(said, id) != said.end()) continue;
      keep(kept[std::string(id)], kind, path);
      now.push_back(id);
    }
    if (!is_consent(node)) collect(kind, node.fields(), path + ".", now, kept);
  }
}

std::string without_brackets(std::string path) {
  for (auto at = path.find("[]"); at != std::string::npos; at = path.find("[]")) path.erase(at, 2);
  return path;
}

/// Looks for the field among those of a mapping; gives its path as the manual writes it, empty where there is none.
std::string path_of(const std::vector<FieldShape>& fields, std::string_view wanted, const std::string& before = {}) {
  for (const auto& node : fields) {
    const auto path = before + std::string(node.field.key) + (node.is_list() ? "[]" : "");
    if (without_brackets(path) == wanted) return path;
    if (auto inner = path_of(node.fields(), wanted, path + "."); !inner.empty()) return inner;
  }
  return {};
}

/// `programs.tasks` or `practices`. A name that leads nowhere adds nothing; the tests look for such.
void keep_named(std::string_view name, std::span<const KindShape> trees, std::vector<Kept>& kept) {
  const auto dot = std::min(name.find('.'), name.size());
  for (const auto& tree : trees) {
    if (stem(*tree.kind) != name.substr(0, dot)) continue;
    if (dot == name.size()) return keep(kept, *tree.kind, {});
    if (auto path = path_of(tree.fields(), name.substr(dot + 1)); !path.empty())
      keep(kept, *tree.kind, std::move(path));
  }
}

/// The points right below a clause.
std::vector<const Clause*> points_of(const Clause& of) {
  std::vector<const Clause*> points;
  const auto prefix = std::string(of.id) + ".";
  for (const auto& clause : clauses()) {
    if (clause.id.starts_with(prefix)) points.push_back(&clause);
  }
  return points;
}

ClauseCoverage cover(const Clause& clause, std::span<const Product> products) {
  ClauseCoverage one{.clause = &clause, .points = points_of(clause)};
  for (const auto* row : catalogue()) {
    if (names(row->clauses, clause.id)) one.rules.push_back(row);
  }
  for (const auto& product : products) {
    if (names(product.clauses, clause.id)) one.produced.push_back(&product);
  }
  return one;
}

}  // namespace

std::vector<ClauseCoverage> coverage(std::span<const Product> products) {
  const auto trees = kind_shapes();
  KeptByClause kept;
  for (const auto& tree : trees) collect(*tree.kind, tree.fields(), {}, {}, kept);
  std::map<std::string_view, const ClauseAccount*> accounts;
  for (const auto& account : clause_accounts()) accounts.emplace(account.clause, &account);
  std::vector<ClauseCoverage> all;
  for (const auto& clause : clauses()) {
    if (!is_numbered(clause.id)) continue;
    auto& one = all.emplace_back(cover(clause, products));
    if (const auto found = kept.find(clause.id); found != kept.end()) one.recorded = found->second;
    if (const auto found = accounts.find(clause.id); found != accounts.end()) {
      for (const auto name : found->second->fields) keep_named(name, trees, one.recorded);
      one.undecided_ru = found->second->undecided_ru;
      one.undecided_en = found->second->undecided_en;
    }
  }
  return all;
}

}  // namespace nastavnik
