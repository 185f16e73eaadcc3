// What the check of the records found, as it stands in reports.

#include "reports/findings.h"

#include <algorithm>
#include <array>

#include "model/kinds/codes_organization.h"
#include "model/kinds/waivers.h"
#include "reports/evidence.h"
#include "reports/judged.h"
#include "rules/citation.h"

namespace nastavnik::reports {
namespace {

Words clauses_in(const Finding& finding) {
  std::vector<Words> clauses;
  for (const std::string_view id : clauses_of(finding)) clauses.push_back(clause_words(id));
  return clauses.empty() ? Words("—", "—") : joined(clauses);
}

Cell remedy_of(const Requirement& rule) { return rule.remedy.empty() ? dash() : Cell(Words(rule.remedy)); }

Grid table_of_findings(const ReportRequest& request, const Outcome& outcome) {
  Grid grid{.id = "finding_list",
            .title = {"Замечания", "Findings"},
            .columns = {{"place", {"Где", "Where"}},
                        {"rule", {"Правило", "Rule"}},
                        {"clause", {"Пункт", "Clause"}},
                        {"grade", {"Строгость", "Grade"}},
                        {"what", {"Что найдено", "What was found"}},
                        {"remedy", {"Предложение", "Proposal"}}},
            .when_empty = {"замечаний нет", "there are no findings"}};
  for (const Finding& finding : outcome.findings)
    grid.rows.push_back(
        {{say({"{}", "{}"}, place_of(request, finding.span)), say({"{}", "{}"}, finding.of->id), clauses_in(finding),
          Words(label_of(finding.severity)), told(finding), remedy_of(*finding.of)},
         {}});
  return grid;
}

Grid table_of_overrides(const Outcome& outcome) {
  Grid grid{.id = "overrides",
            .title = {"Строгость, которую изменила организация", "Severities that the school has changed"},
            .definition = {"из nastavnik.yaml", "from nastavnik.yaml"},
            .columns = {{"rule", {"Правило", "Rule"}},
                        {"what", {"О чём", "What it is about"}},
                        {"grade", {"Строгость", "Grade"}},
                        {"reason", {"Причина", "Reason"}}}};
  for (const Override& changed : outcome.overrides)
    grid.rows.push_back({{say({"{}", "{}"}, changed.of->id), Words(changed.of->title),
                          Words(label_of(changed.severity)), say({"{}", "{}"}, changed.reason)},
                         {}});
  return grid;
}

long long of_waivers(const Outcome& outcome) {
  return std::count_if(outcome.set_aside.begin(), outcome.set_aside.end(),
                       [](const SetAside& aside) { return aside.waiver != nullptr; });
}

}  // namespace

void add_finding_figures(const Outcome& outcome, Report& report) {
  std::array<long long, 3> numbers{};
  for (const Finding& finding : outcome.findings)
    numbers.at(static_cast<std::size_t>(finding.severity)) += static_cast<long long>(1 + finding.more);
  const long long waived = of_waivers(outcome), old = static_cast<long long>(outcome.set_aside.size()) - waived;
  report.add(Figures{
      "findings",
      {"Что нашла проверка", "What the check found"},
      {
          {"errors",
           {"Нарушений", "Errors"},
           numbers[0],
           {"нарушения на день записей (nastavnik check), без отложенных",
            "errors on the day of the records (nastavnik check), without those set aside"},
           {}},
          {"warnings",
           {"Предупреждений", "Warnings"},
           numbers[1],
           {"предупреждения на тот же день, без отложенных", "warnings on the same day, without those set aside"},
           {}},
          {"advice",
           {"Советов", "Pieces of advice"},
           numbers[2],
           {"советы на тот же день, без отложенных", "pieces of advice on the same day, without those set aside"},
           {}},
          {"undecided",
           {"Не решено", "Undecided"},
           counted(outcome.undecided.size()),
           {"правила, о которых нельзя было судить: записи не читаются или их не видно",
            "rules that could not be decided: records are broken or out of sight"},
           {}},
          {"waived",
           {"Отложено исключениями", "Set aside by waivers"},
           waived,
           {"замечания, которые покрывает действующее исключение (waivers.yaml): в числа выше не входят",
            "findings that a waiver in effect covers (waivers.yaml): not among the numbers above"},
           {}},
          {"old",
           {"Старых замечаний", "Old findings"},
           old,
           {"замечания, записанные в baseline.txt как старые: в числа выше не входят",
            "findings written down as old in baseline.txt: not among the numbers above"},
           {}},
      }});
}

Grid table_of_set_aside(const ReportRequest& request, const std::vector<const SetAside*>& set_aside) {
  Grid grid{
      .id = "set_aside",
      .title = {"Отложенные замечания", "Findings set aside"},
      .definition = {"замечание есть, но организация решила его отложить; замечанием оно не считается",
                     "the finding is there, but the school decided to set it aside; it does not count as a finding"},
      .columns = {{"place", {"Где", "Where"}},
                  {"rule", {"Правило", "Rule"}},
                  {"clause", {"Пункт", "Clause"}},
                  {"what", {"Что найдено", "What was found"}},
                  {"reason", {"Причина", "Reason"}},
                  {"decided_by", {"Кто решил", "Decided by"}},
                  {"decided_on", {"Когда", "On"}},
                  {"until", {"По какой день", "Until"}}},
      .when_empty = {"отложенных замечаний нет", "no findings are set aside"}};
  for (const SetAside* aside : set_aside) {
    const Finding& finding = aside->finding;
    GridRow row{{say({"{}", "{}"}, place_of(request, finding.span)), say({"{}", "{}"}, finding.of->id),
                 clauses_in(finding), told(finding)},
                {}};
    if (const Waiver* waiver = aside->waiver)
      row.cells.insert(row.cells.end(), {say({"{}", "{}"}, *waiver->reason), who(request, waiver->decided_by.id),
                                         *waiver->decided_on, *waiver->until});
    else
      row.cells.insert(row.cells.end(), {Words("старое замечание (baseline.txt)", "an old finding (baseline.txt)"),
                                         dash(), dash(), dash()});
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

void add_findings(const ReportRequest& request, const Outcome& outcome, Report& report) {
  std::vector<const SetAside*> all;
  for (const SetAside& aside : outcome.set_aside) all.push_back(&aside);
  report.add(table_of_findings(request, outcome));
  report.add(table_of_set_aside(request, all));
  if (!outcome.overrides.empty()) report.add(table_of_overrides(outcome));
}

}  // namespace nastavnik::reports
