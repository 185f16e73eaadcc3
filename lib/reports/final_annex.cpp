// What whoever draws up the final report reads beside it: what the check found, and what the records lack. Not signed.

#include <map>

#include "reports/evidence.h"
#include "reports/findings.h"
#include "reports/judged.h"
#include "reports/reports.h"
#include "rules/citation.h"

namespace nastavnik::reports {

ReportKind final_report();
namespace {

/// Findings of the check by rule: what is wrong, how often, what is proposed.
Grid problems_of(const Outcome& outcome) {
  struct Kept {
    const Requirement* of = nullptr;
    long long times = 0;
  };
  std::map<std::string_view, Kept> kept;
  for (const Finding& finding : outcome.findings) {
    Kept& here = kept[finding.of->id];
    here.of = finding.of;
    ++here.times;
  }
  Grid grid{.id = "problems",
            .title = {"Замечания по правилам", "Findings by rule"},
            .definition = {"замечания проверки (nastavnik check) на день записей",
                           "findings of the check (nastavnik check) on the day of the records"},
            .columns = {{"rule", {"Правило", "Rule"}},
                        {"clause", {"Пункт", "Clause"}},
                        {"what", {"О чём", "What it is about"}},
                        {"times", {"Сколько раз", "Times"}, true},
                        {"proposal", {"Предложение", "Proposal"}}},
            .when_empty = {"замечаний нет", "there are no findings"}};
  for (const auto& [id, one] : kept) {
    std::vector<Words> clauses;
    for (const std::string_view clause : clause_ids(one.of->clauses)) clauses.push_back(clause_words(clause));
    grid.rows.push_back({{say({"{}", "{}"}, id), clauses.empty() ? dash() : Cell(joined(clauses)), Words(one.of->title),
                          one.times, one.of->remedy.empty() ? dash() : Cell(Words(one.of->remedy))},
                         {}});
  }
  return grid;
}

/// The gaps of the final report, which its paper shows only as missing words.
void add_gaps(const ReportRequest& request, Report& report) {
  Report paper{.subtitle = {{}}};
  final_report().build(request, paper);
  report.gaps = std::move(paper.gaps);
}

void build(const ReportRequest& request, Report& report) {
  const Outcome outcome = held(request);
  add_finding_figures(outcome, report);
  report.add(problems_of(outcome));
  add_findings(request, outcome, report);
  add_gaps(request, report);
}

}  // namespace

ReportKind final_annex();
ReportKind final_annex() {
  return {
      .name = "final-annex",
      .title = {"Приложение куратору к итоговому отчёту", "Annex to the final report, for the curator"},
      .summary =
          {"для куратора, не на подпись: замечания проверки и чего не хватает в записях для итогового отчёта",
           "for the curator, not to be signed: findings of the check, and what the records lack for the final report"},
      .clauses = "11.11",
      .build = build};
}

}  // namespace nastavnik::reports
