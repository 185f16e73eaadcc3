#include "reports/reports.h"

#include <algorithm>
#include <array>
#include <set>

#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/notions/naming.h"
#include "model/notions/pairs.h"
#include "reports/concealed.h"
#include "reports/writers.h"
#include "rules/conceal.h"

namespace nastavnik::reports {

// One function a report, each in the file of its name.
ReportKind statistics_report();
ReportKind involvement_report();
ReportKind young_teachers_report();
ReportKind results_report();
ReportKind load_report();
ReportKind meetings_report();
ReportKind quality_report();
ReportKind professional_development_report();
ReportKind roadmap_report();
ReportKind releases_report();
ReportKind completeness_report();
ReportKind banks_report();
ReportKind publication_report();
ReportKind monitoring_report();
ReportKind compliance_report();
ReportKind journal_report();
ReportKind final_report();
ReportKind final_annex();
namespace {

void name_the_school(const ReportRequest& request, Report& report) {
  const Organization& school = request.registry().organization();
  const auto& name = school.full_name.given() ? school.full_name : school.short_name;
  if (name.given()) return report.subtitle.push_back(say({"{}", "{}"}, *name));
  report.missing({"наименование организации", "name of the organisation"}, "organization.yaml: full_name");
  report.subtitle.push_back({"наименование организации: нет данных", "name of the organisation: no data"});
}

Words commits_of(const RecordsRevision& revision) {
  const Words people = revision.people_commit.empty()
                           ? Words()
                           : say({", люди — коммит {}", ", people: commit {}"}, revision.people_commit);
  if (!revision.commit.empty()) return say({"коммит {}{}", "commit {}{}"}, revision.commit, people);
  return say({"не в git{}", "not in git{}"}, people);
}

Words state_of_records(const RecordsRevision& revision) {
  const bool known = !revision.commit.empty() || !revision.people_commit.empty() || revision.unknown.empty();
  Words state = !known ? say({"Записи: {}", "Records: {}"}, revision.unknown)
                : revision.dirty
                    ? say({"Записи: {}; после этого в файлах есть изменения", "Records: {}; files were changed since"},
                          commits_of(revision))
                    : say({"Записи: {}", "Records: {}"}, commits_of(revision));
  if (known && !revision.unknown.empty()) state = say({"{}; {}", "{}; {}"}, state, revision.unknown);
  return state;
}

/// Comes first; what a broken file says is not lacking, it only cannot be read.
void warn_of_broken_files(const ReportRequest& request, Report& report) {
  std::vector<Gap> gaps;
  for (const Span place : request.registry().broken_files()) {
    const std::string path = path_without_name(request.loaded.sources, place);
    std::erase_if(report.gaps, [&](const Gap& gap) { return gap.where.starts_with(path); });
    gaps.push_back({{"файл не читается, в отчёте его нет; что в нём не так: nastavnik check",
                     "the file cannot be read; the report is without it; what is wrong with it: nastavnik check"},
                    path});
  }
  report.gaps.insert(report.gaps.begin(), gaps.begin(), gaps.end());
}

void warn_of_unseen_people(const ReportRequest& request, Report& report) {
  if (!request.registry().all<Person>().seen())
    report.missing({"папки people нет: должности, возраст и согласия из неё не учтены",
                    "the folder people is not here: positions, ages and consents are not counted"},
                   "people/");
}

void keep_each_once(Addresses& records) {
  std::set<std::string> seen;
  std::erase_if(records, [&](const std::string& record) { return !seen.insert(record).second; });
}

/// A record that counts several times stands behind its number once.
void name_each_record_once(Report& report) {
  for (Block& block : report.blocks) {
    if (Figures* figures = std::get_if<Figures>(&block))
      for (Figure& figure : figures->figures) keep_each_once(figure.records);
    if (Grid* grid = std::get_if<Grid>(&block))
      for (GridRow& row : grid->rows) keep_each_once(row.records);
  }
}

/// A chart without a single bar shows nothing.
void leave_out_empty_charts(Report& report) {
  std::erase_if(report.blocks, [](const Block& block) {
    const auto* chart = std::get_if<BarChart>(&block);
    return chart && std::all_of(chart->series.begin(), chart->series.end(), [](const Series& series) {
             return std::all_of(series.values.begin(), series.values.end(), [](long long value) { return value == 0; });
           });
  });
}

/// Noughts are no news where nothing was entered: says so, and for which days there is something.
void warn_of_empty_days(const ReportRequest& request, Report& report) {
  const Registry& registry = request.registry();
  if (registry.all<Person>().seen() && registry.all<Person>().empty())
    report.missing({"нет ни одного человека", "there is nobody"}, "people/");
  std::optional<Period> all;
  for (const Pair& pair : registry.all<Pair>()) {
    const auto days = period_of(pair);
    if (!days || days->from > registry.day()) continue;
    if (days->meets(request.period)) return;
    const Period seen{days->from, std::min(days->to, registry.day())};
    all = all ? Period{std::min(all->from, seen.from), std::max(all->to, seen.to)} : seen;
  }
  if (all)
    report.missing(say({"за дни отчёта нет ни одной пары и группы, записаны {}",
                        "there is no pair or group in the days of the report; there are some {}"},
                       days_of(*all)),
                   "pairs/");
  else
    report.missing(say({"на {} не записано ни одной пары и группы", "no pair or group is recorded as of {}"},
                       on_day(request.day())),
                   "pairs/");
}

/// What stands behind a report for the site is nobody's business but the school's.
void keep_to_the_school(Report& report) {
  report.asides = std::exchange(report.gaps, {});
  report.footer = {say({"Сведения на {}", "As of {}"}, on_day(report.day))};
  report.revision = {};
}

}  // namespace

std::span<const ReportKind> reports() {
  static const std::array table{
      statistics_report(),  involvement_report(), young_teachers_report(), results_report(),
      load_report(),        meetings_report(),    quality_report(),        professional_development_report(),
      roadmap_report(),     releases_report(),    completeness_report(),   banks_report(),
      publication_report(), monitoring_report(),  compliance_report(),     journal_report(),
      final_report(),       final_annex()};
  return table;
}

const ReportKind* find_report(std::string_view name) {
  const auto all = reports();
  const auto found = std::find_if(all.begin(), all.end(), [&](const ReportKind& kind) { return kind.name == name; });
  return found == all.end() ? nullptr : &*found;
}

Report make_report(const ReportKind& kind, const ReportRequest& request) {
  Report report{.name = kind.name,
                .title = kind.title,
                .day = request.registry().day(),
                .period = request.period,
                .revision = request.revision};
  name_the_school(request, report);
  report.subtitle.push_back(days_of(request.period));
  kind.build(request, report);
  if (!request.names) conceal(report, Conceal(request.loaded));
  name_each_record_once(report);
  leave_out_empty_charts(report);
  warn_of_unseen_people(request, report);
  if (!kind.whole_history) warn_of_empty_days(request, report);
  warn_of_broken_files(request, report);
  report.footer = {say({"Записи на {}", "Records as of {}"}, on_day(report.day)), state_of_records(request.revision),
                   say({"Редакция: {}", "Edition: {}"}, edition_of(request.registry()))};
  if (request.for_site) keep_to_the_school(report);
  return report;
}

std::span<const ReportFormat> report_formats() {
  static constexpr std::array table{
      ReportFormat{"text", {"для чтения на экране", "to read on a screen"}, "txt", as_text},
      ReportFormat{"markdown", {"для вики и писем", "for a wiki or a letter"}, "md", as_markdown},
      ReportFormat{"html", {"страница для браузера и печати", "a page for a browser and for print"}, "html", as_html},
      ReportFormat{
          "json",
          {"для программ; схема: report-output.schema.json", "for programs; schema: report-output.schema.json"},
          "json",
          as_json,
          false,
          true},
      ReportFormat{"csv", {"одна таблица для электронных таблиц", "one table for spreadsheets"}, "csv", as_csv},
      ReportFormat{"xlsx",
                   {"книга Excel с листом на таблицу", "an Excel workbook with a sheet for each table"},
                   "xlsx",
                   as_xlsx,
                   true},
      ReportFormat{"docx",
                   {"документ Word для печати и подписи: итоговый отчёт, журнал, банки, мониторинг",
                    "a Word document to print and sign: the final report, the journal, the banks, the monitoring"},
                   "docx",
                   as_docx,
                   true,
                   false,
                   true},
  };
  return table;
}

}  // namespace nastavnik::reports
