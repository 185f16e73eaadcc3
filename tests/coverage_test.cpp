#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cmd/run.h"
#include "document/catalogue.h"
#include "handbook/coverage.h"
#include "model/shape.h"
#include "page/writers.h"
#include "reports/reports.h"
#include "rules/citation.h"
#include "rules/coverage.h"
#include "tests/source_root.h"

// Every clause of the regulation is answered for, and nothing it is answered by is missing from the program.

using namespace nastavnik;
using nlohmann::json;

namespace {

std::string output_of(const std::vector<std::string>& words) {
  std::istringstream in;
  std::ostringstream out, err;
  cmd::run(words,
           {.in = in, .out = out, .err = err, .directory = nastavnik::source_root(), .today = Date(2026, 11, 22)});
  return out.str() + err.str();
}

json covered() { return json::parse(output_of({"coverage", "--format", "json"})); }

/// The points of the order, and the clauses of the regulation as it numbers them.
std::vector<std::string> every_clause() {
  constexpr int of_order = 6, clauses = 24, rows = 7;
  const std::map<int, int> points{{3, 9},  {6, 10}, {10, 7}, {11, 12}, {12, 11}, {13, 4},
                                  {14, 7}, {15, 5}, {16, 9}, {17, 2},  {19, 3}};
  std::vector<std::string> all;
  for (int point = 1; point <= of_order; ++point) all.push_back(fmt::format("order.{}", point));
  for (int clause = 1; clause <= clauses; ++clause) {
    all.push_back(fmt::format("{}", clause));
    const auto found = points.find(clause);
    for (int point = 1; found != points.end() && point <= found->second; ++point)
      all.push_back(fmt::format("{}.{}", clause, point));
  }
  for (int row = 1; row <= rows; ++row) all.push_back(fmt::format("row.{}", row));
  return all;
}

/// The path of every field, as `coverage` writes it.
void add_paths(const std::vector<FieldShape>& fields, const std::string& before, std::set<std::string>& paths) {
  for (const auto& node : fields) {
    const auto path = before + std::string(node.field.key) + (node.is_list() ? "[]" : "");
    paths.insert(path);
    add_paths(node.fields(), path + ".", paths);
  }
}

std::map<std::string, std::set<std::string>> paths_by_kind() {
  std::map<std::string, std::set<std::string>> all;
  for (const auto& tree : kind_shapes()) add_paths(tree.fields(), {}, all[std::string(tree.kind->folder)]);
  return all;
}

std::string without_brackets(std::string path) {
  for (auto at = path.find("[]"); at != std::string::npos; at = path.find("[]")) path.erase(at, 2);
  return path;
}

/// Whether `programs.tasks` or `practices` names a field or a kind.
bool is_kept(std::string_view name) {
  const auto dot = std::min(name.find('.'), name.size());
  for (const auto& [folder, paths] : paths_by_kind()) {
    if (folder.substr(0, folder.find('.')) != name.substr(0, dot)) continue;
    if (dot == name.size()) return true;
    return std::ranges::any_of(paths,
                               [&](const std::string& path) { return without_brackets(path) == name.substr(dot + 1); });
  }
  return false;
}

void check_clause_ids(const std::vector<FieldShape>& fields) {
  for (const auto& node : fields) {
    for (const auto id : clause_ids(node.field.clause)) {
      CAPTURE(node.field.key);
      CAPTURE(id);
      const bool is_other_law = id.starts_with("tk") || id.starts_with("152fz");
      CHECK((is_other_law || find_clause(id)));
    }
    check_clause_ids(node.fields());
  }
}

}  // namespace

TEST_CASE("every clause, point and row is answered for, in their order") {
  const json all = covered();
  std::vector<std::string> shown;
  for (const json& one : all["clauses"]) shown.push_back(one["clause"]);
  CHECK(shown == every_clause());
  CHECK(all["summary"]["points_of_order"] == 6);
  CHECK(all["summary"]["clauses"] == 24);
  CHECK(all["summary"]["points"] == 79);
  CHECK(all["summary"]["rows"] == 7);
  CHECK(all["summary"]["unaccounted"] == 0);
  CHECK(coverage({}).size() == shown.size());
  for (const ClauseCoverage& one : coverage({})) {
    CAPTURE(one.clause->id);
    CHECK(one.is_accounted());
    // Whoever reads that no rule checks a clause is told why.
    CHECK((!one.rules.empty() || !one.undecided_ru.empty() || !one.points.empty()));
    CHECK(one.undecided_ru.empty() == one.undecided_en.empty());
  }
}

TEST_CASE("a clause without anything is unaccounted for") {
  const Clause clause{.id = "10.5"};
  CHECK_FALSE(ClauseCoverage{.clause = &clause}.is_accounted());
  const ClauseCoverage bare[] = {{.clause = &clause}};
  CHECK(json::parse(coverage_json(bare))["summary"]["unaccounted"] == 1);
  CHECK(page::as_text(coverage_page(bare, Language::ru), 80).find("без ответа: 1") != std::string::npos);
}

TEST_CASE("what a clause is answered by is in the program") {
  const auto paths = paths_by_kind();
  const json rules = json::parse(output_of({"rules", "--format", "json"}))["rules"];
  const auto has_rule = [&](const json& id, const json& clause) {
    return std::ranges::any_of(rules, [&](const json& rule) {
      return rule["id"] == id && std::ranges::find(rule["clauses"], clause) != rule["clauses"].end();
    });
  };
  std::size_t fields = 0, products = 0;
  const json all = covered();
  for (const json& one : all["clauses"]) {
    CAPTURE(one["clause"].get<std::string>());
    for (const json& rule : one["checked"]) CHECK(has_rule(rule["rule"], one["clause"]));
    for (const json& kept : one["recorded"]) {
      REQUIRE(paths.contains(kept["kind"]));
      for (const json& path : kept["fields"]) {
        CHECK(paths.at(kept["kind"]).contains(path));
        ++fields;
      }
    }
    for (const json& made : one["produced"]) {
      const std::string list = output_of({made["command"], "--list"});
      CAPTURE(list);
      CHECK(list.find(made["name"].get<std::string>() + " ") != std::string::npos);
      ++products;
    }
  }
  CHECK(fields > 250);
  CHECK(products > 40);
}

TEST_CASE("the account beside the register names only clauses and fields that there are") {
  const auto known = every_clause();
  std::set<std::string_view> seen;
  for (const ClauseAccount& account : clause_accounts()) {
    CAPTURE(account.clause);
    CHECK(std::ranges::find(known, account.clause) != known.end());
    CHECK(seen.insert(account.clause).second);
    CHECK_FALSE(account.undecided_ru.empty());
    for (const std::string_view name : account.fields) {
      CAPTURE(name);
      CHECK(is_kept(name));
    }
  }
  CHECK(seen.size() >= 100);
}

TEST_CASE("a field names clauses that there are") {
  for (const auto& tree : kind_shapes()) check_clause_ids(tree.fields());
}

TEST_CASE("a report and a paper name clauses that there are") {
  const auto check_clauses = [](std::string_view name, std::string_view clauses) {
    for (const auto id : clause_ids(clauses)) {
      CAPTURE(name);
      CAPTURE(id);
      CHECK(find_clause(id));
    }
  };
  for (const auto& kind : reports::reports()) check_clauses(kind.name, kind.clauses);
  for (const auto& kind : documents()) check_clauses(kind.name, kind.clauses);
}

TEST_CASE("what is made for a clause stands with it") {
  const Product products[] = {{"report", "final", {"итоговый отчёт", "final report"}, "11.11,row.6"},
                              {"document", "pair-order", {"приказ", "order"}, "10.5"}};
  const auto all = coverage(products);
  std::vector<std::string> with;
  for (const ClauseCoverage& one : all) {
    for (const Product* made : one.produced) with.push_back(fmt::format("{} {}", one.clause->id, made->name));
  }
  CHECK(with == std::vector<std::string>{"10.5 pair-order", "11.11 final", "row.6 final"});
  CHECK(page::as_text(coverage_page(all, Language::ru), 80).find("составляется  document pair-order\n") !=
        std::string::npos);
}
