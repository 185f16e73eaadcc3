#include "reports/final_conclusions.h"

#include <algorithm>
#include <optional>

#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/years.h"
#include "model/notions/participation.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "reports/evidence.h"

namespace nastavnik::reports {
namespace {

/// The figure of a block before this one.
const Cell* value_of(const Report& report, std::string_view block, std::string_view id) {
  for (const Block& one : report.blocks) {
    const Figures* figures = std::get_if<Figures>(&one);
    if (!figures || figures->id != block) continue;
    for (const Figure& figure : figures->figures)
      if (figure.id == id) return &figure.value;
  }
  return nullptr;
}

/// A line of the year in figures.
struct InFigures {
  std::string_view block{};
  std::string_view figure{};
  Text title{};
  Text unit{};  ///< what follows the number
};

constexpr InFigures year_in_figures[] = {
    {"in_period", "participants", {"Участников за период", "Participants in the period"}, {}},
    {"in_period", "programs", {"Персонализированных программ", "Personalised programmes"}, {}},
    {"involvement", "involved_in_period", {"Вовлечено педагогов", "Teachers involved"}, {}},
    {"results", "completed", {"Завершено программ", "Programmes completed"}, {}},
    {"results", "fulfilled", {"Из них выполнены полностью", "Of them carried out in full"}, {}},
    {"results", "ended_early", {"Из них прекращены досрочно", "Of them stopped before their term"}, {}},
    {"results",
     "plan_fulfilment",
     {"Планы завершённых программ выполнены на", "Plans of these programmes fulfilled"},
     {}},
    {"quality", "score", {"Средний балл анкет", "Average score of the surveys"}, {" из 10", " of 10"}},
    {"professional_development",
     "trained_in_period",
     {"Обучались наставники (из работавших и назначенных)", "Mentors trained (of those with a pair or in office)"},
     {}},
    {"load", "waiting", {"Ожидают наставника", "Waiting for a mentor"}, {}},
    {"load", "idle_mentors", {"Наставников без наставляемых", "Mentors without mentees"}, {}},
};

bool is_worth_saying(const Cell& value) {
  if (const auto* number = std::get_if<long long>(&value)) return *number != 0;
  if (const auto* share = std::get_if<Share>(&value)) return share->part != 0;
  if (const auto* average = std::get_if<Average>(&value)) return average->count != 0;
  return false;
}

void add_figures(Report& report) {
  std::vector<Words> lines;
  for (const InFigures& line : year_in_figures) {
    const Cell* value = value_of(report, line.block, line.figure);
    if (!value || !is_worth_saying(*value)) continue;
    const Words number{shown(*value, Language::ru), shown(*value, Language::en)};
    lines.push_back(line.unit.empty() ? say({"{}: {}", "{}: {}"}, line.title, number)
                                      : say({"{}: {}{}", "{}: {}{}"}, line.title, number, line.unit));
  }
  if (!lines.empty()) report.add(Points{std::move(lines)});
}

// What the school itself says

/// The lines of a list of the year's report; nothing where it has none.
std::vector<Words> lines_of(const List<At<Prose>>& list) {
  std::vector<Words> lines;
  for (const At<Prose>& line : list)
    if (line.given()) lines.push_back(say({"{}", "{}"}, *line));
  return lines;
}

/// What the school has to say itself, and the key under which it says so.
struct Own {
  List<At<Prose>> YearReport::*list{};
  std::string_view key{};
  Text title{};
  Text what{};
};

constexpr Own conclusions{&YearReport::conclusions,
                          "conclusions",
                          {"Выводы", "Conclusions"},
                          {"выводы организации", "the school's conclusions"}};
constexpr Own difficulties{&YearReport::difficulties,
                           "difficulties",
                           {"Трудности", "Difficulties"},
                           {"трудности, которые называет организация", "difficulties that the school names"}};
constexpr Own proposals{&YearReport::proposals,
                        "proposals",
                        {"Предложения", "Proposals"},
                        {"предложения организации", "the school's proposals"}};

// What is not recorded can be written by hand on the printed sheet.
constexpr int lines_to_fill_in = 2;
constexpr const char* line_to_fill_in = "______________________________________________________________________";

void add_own(const ReportRequest& request, const Own& own, Report& report) {
  const SchoolYear* year = file_of_year(request.registry(), request.day());
  std::vector<Words> lines = year && year->report.given() ? lines_of((*year->report).*own.list) : std::vector<Words>{};
  report.heading(own.title, 3);
  if (!lines.empty()) return report.add(Points{std::move(lines), true});
  report.missing(own.what, fmt::format("{}: report: {}", file_of(school_year(request.day())), own.key));
  for (int line = 0; line < lines_to_fill_in; ++line) report.paragraph({line_to_fill_in, line_to_fill_in});
}

// What the records say, good and bad, before the school says what it makes of it

/// Something that somebody noted in the year.
struct Noted {
  Date date{};
  Words source{};
  Words what{};
  Words decided{};
  std::string record{};
};

Words words_or_dash(const At<Prose>& text) { return text.given() ? say({"{}", "{}"}, *text) : Words("—", "—"); }

/// A check that led to a decision; where nothing was decided, there is nothing to be told.
void add_checks(const ReportRequest& request, const Program& program, std::vector<Noted>& found) {
  for (const CuratorCheck& check : program.curator_checks)
    if (check.date.given() && request.period.holds(*check.date) && check.finding.given() && check.action.given())
      found.push_back({*check.date,
                       say({"проверка куратора: {}", "the curator's check: {}"}, pair_of(request, program)),
                       words_or_dash(check.finding), words_or_dash(check.action), address_told(program)});
}

void add_reports(const ReportRequest& request, const Program& program, std::vector<Noted>& found) {
  for (const MentorReport& report : program.reports)
    if (report.date.given() && request.period.holds(*report.date) && report.difficulties.given())
      found.push_back({*report.date,
                       say({"отчёт наставника: {}", "the mentor's report: {}"}, pair_of(request, program)),
                       words_or_dash(report.difficulties),
                       {"—", "—"},
                       address_told(program)});
}

/// Of somebody's health nothing is told.
Words explained(const Completion& completion) {
  const bool health = completion.circumstance.given() && *completion.circumstance == Circumstance::health;
  return health ? Words("уважительные обстоятельства", "valid circumstances") : words_or_dash(completion.explanation);
}

void add_explanation(const ReportRequest& request, const Program& program, std::vector<Noted>& found) {
  if (!program.completion.given()) return;
  const Completion& completion = *program.completion;
  if (!completion.date.given() || !request.period.holds(*completion.date) || !completion.explanation.given()) return;
  const bool given_up = completion.ground.given() && *completion.ground != Ground::plan_completed;
  found.push_back(
      {*completion.date, say({"завершение программы: {}", "end of the programme: {}"}, pair_of(request, program)),
       explained(completion), given_up ? Words("программа прекращена", "the programme was given up") : Words("—", "—"),
       address_told(program)});
}

void add_year(const ReportRequest& request, const SchoolYear& year, std::vector<Noted>& found) {
  for (const Monitoring& item : year.monitoring)
    if (item.date.given() && request.period.holds(*item.date) && item.findings.given())
      found.push_back(
          {*item.date, {"мониторинг", "monitoring"}, words_or_dash(item.findings), {"—", "—"}, address_told(year)});
  for (const Statistics& item : year.statistics)
    if (item.date.given() && request.period.holds(*item.date) && item.explanation.given())
      found.push_back({*item.date,
                       {"статистический учёт", "statistics"},
                       words_or_dash(item.explanation),
                       {"—", "—"},
                       address_told(year)});
}

std::vector<Noted> noted_in(const ReportRequest& request) {
  std::vector<Noted> found;
  for (const Program& program : request.registry().all<Program>()) {
    add_checks(request, program, found);
    add_reports(request, program, found);
    add_explanation(request, program, found);
  }
  for (const SchoolYear& year : request.registry().all<SchoolYear>()) add_year(request, year, found);
  std::stable_sort(found.begin(), found.end(), [](const Noted& a, const Noted& b) { return a.date < b.date; });
  return found;
}

Grid table_of(const std::vector<Noted>& all) {
  Grid grid{
      .id = "noted",
      .title = {"Что показали проверки, отчёты наставников, мониторинг и объяснения",
                "What checks, mentors' reports, monitoring and explanations showed"},
      .definition =
          {"проверки куратора, по которым что-то решено; трудности, которые остались по отчётам наставников; выводы мониторинга; объяснения, почему программа прекращена и почему числа расходятся",
           "checks of the curator that led to a decision; difficulties that remain by the reports of mentors; findings of the monitoring; explanations of why a programme was ended and why numbers differ"},
      .columns = {{"date", {"Дата", "Date"}},
                  {"source", {"Откуда известно", "Source"}},
                  {"what", {"Что установлено", "What was found"}},
                  {"decided", {"Что решено", "What was decided"}}},
      .when_empty = {"за период ничего не отмечено", "nothing was noted in the period"}};
  for (const Noted& one : all) grid.rows.push_back({{one.date, one.source, one.what, one.decided}, {one.record}});
  return grid;
}

/// How far the score of the question is above the lowest of its scale, as a share of the scale.
Share height_of(const GridRow& row, const Average& score) {
  const long long lowest = std::get<long long>(row.cells[5]), highest = std::get<long long>(row.cells[6]);
  return {score.sum - lowest * score.count, (highest - lowest) * score.count};
}

/// The question with the lowest score that may be shown, where there is more than one.
std::optional<Words> weakest_answer(const Report& report) {
  const GridRow* lowest = nullptr;
  std::optional<Share> height;
  std::size_t shown_scores = 0;
  for (const Block& block : report.blocks) {
    const Grid* grid = std::get_if<Grid>(&block);
    if (!grid || grid->id != "questions") continue;
    for (const GridRow& row : grid->rows) {
      const Average* score = std::get_if<Average>(&row.cells[2]);
      if (!score || score->count == 0) continue;
      ++shown_scores;
      const Share here = height_of(row, *score);
      if (lowest && here.part * height->whole >= height->part * here.whole) continue;
      lowest = &row;
      height = here;
    }
  }
  if (shown_scores < 2) return std::nullopt;
  return say({"Ниже всего в анкетах оценено: «{}», {} из {}.", "The surveys scored lowest: “{}”, {} of {}."},
             std::get<Words>(lowest->cells[0]),
             Words(shown(lowest->cells[2], Language::ru), shown(lowest->cells[2], Language::en)),
             std::get<long long>(lowest->cells[6]));
}

}  // namespace

std::string file_of(const Period& year) { return fmt::format("years/{}-{}.yaml", year.from.year(), year.to.year()); }

void add_conclusions(const ReportRequest& request, Report& report) {
  report.heading({"10. Выводы, трудности и предложения", "10. Conclusions, difficulties and proposals"});
  add_figures(report);
  report.add(table_of(noted_in(request)));
  if (const auto weakest = weakest_answer(report)) report.paragraph(*weakest);
  add_own(request, conclusions, report);
  add_own(request, difficulties, report);
  add_own(request, proposals, report);
}

}  // namespace nastavnik::reports
