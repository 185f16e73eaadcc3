// The regulation clause by clause: what the rules found.

#include <algorithm>
#include <map>

#include "reports/evidence.h"
#include "reports/findings.h"
#include "reports/judged.h"
#include "reports/reports.h"
#include "rules/citation.h"
#include "rules/clause.h"

namespace nastavnik::reports {
namespace {

/// What the rules of a clause came to.
struct Judged {
  long long rules = 0;
  std::array<long long, 3> findings{};  ///< by severity
  long long undecided = 0;
  long long set_aside = 0;
  Addresses records{};

  Cell mark() const {
    if (findings[0] != 0) return Mark::no;
    if (set_aside != 0) return Words("отложено", "set aside");
    return undecided != 0 ? Mark::undecided : Mark::yes;
  }
};

using Clauses = std::map<std::string_view, Judged>;

Clauses judged(const ReportRequest& request, const Outcome& outcome) {
  Clauses clauses;
  for (const Requirement* row : catalogue())
    if (row->nature != Nature::format)
      for (const std::string_view id : clause_ids(row->clauses)) ++clauses[id].rules;
  for (const Finding& finding : outcome.findings)
    for (const std::string_view id : clauses_of(finding)) {
      Judged& here = clauses[id];
      ++here.findings.at(static_cast<std::size_t>(finding.severity));
      std::string address(request.loaded.sources.path(finding.span));
      if (here.records.empty() || here.records.back() != address) here.records.push_back(std::move(address));
    }
  for (const SetAside& aside : outcome.set_aside)
    for (const std::string_view id : clauses_of(aside.finding)) ++clauses[id].set_aside;
  for (const Undecided& item : outcome.undecided)
    for (const std::string_view id : clause_ids(item.of->clauses)) ++clauses[id].undecided;
  return clauses;
}

/// Clauses of the regulation in its order, then those of other law.
std::vector<std::string_view> ordered(const Clauses& all) {
  std::vector<std::string_view> ids;
  for (const Clause& clause : clauses())
    if (all.contains(clause.id)) ids.push_back(clause.id);
  for (const auto& [id, one] : all)
    if (!find_clause(id)) ids.push_back(id);
  return ids;
}

Grid table_of(const Clauses& all) {
  Grid grid{
      .id = "clauses",
      .title = {"Пункты положения", "Clauses of the regulation"},
      .definition =
          {"✓ — нарушений не найдено, ✗ — есть нарушения, «отложено» — есть только отложенные замечания; замечание стоит у каждого пункта своего правила",
           "✓ no errors were found, ✗ there are errors, “set aside”: there are only findings set aside; a finding stands at each clause of its rule"},
      .columns = {{"clause", {"Пункт", "Clause"}},
                  {"state", {"Соблюдён", "Kept"}},
                  {"rules", {"Правил", "Rules"}, true},
                  {"errors", {"Нарушений", "Errors"}, true},
                  {"warnings", {"Предупреждений", "Warnings"}, true},
                  {"advice", {"Советов", "Advice"}, true},
                  {"set_aside", {"Отложено", "Set aside"}, true},
                  {"undecided", {"Не решено", "Undecided"}, true}}};
  for (const std::string_view id : ordered(all)) {
    const Judged& one = all.at(id);
    grid.rows.push_back({{titled_clause(id), one.mark(), one.rules, one.findings[0], one.findings[1], one.findings[2],
                          one.set_aside, one.undecided},
                         one.records});
  }
  return grid;
}

void build(const ReportRequest& request, Report& report) {
  const Outcome outcome = held(request);
  add_finding_figures(outcome, report);
  report.add(table_of(judged(request, outcome)));
  add_findings(request, outcome, report);
}

}  // namespace

ReportKind compliance_report();
ReportKind compliance_report() {
  return {.name = "compliance",
          .title = {"Соблюдение положения по пунктам", "Compliance by clause"},
          .summary = {"каждый пункт: соблюдён ли, сколько замечаний и какие",
                      "each clause: whether it is kept, how many findings and which"},
          .build = build};
}

}  // namespace nastavnik::reports
