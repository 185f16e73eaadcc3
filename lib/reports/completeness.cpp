// What each pair has on paper, and what it lacks, with the rules that say so.

#include <algorithm>
#include <set>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/notions/participation.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "reports/findings.h"
#include "reports/judged.h"
#include "reports/reports.h"
#include "rules/citation.h"

namespace nastavnik::reports {
namespace {

using RuleIds = std::vector<std::string_view>;

constexpr std::ptrdiff_t first_demand = 2;  ///< before it a row says which pair it is

/// When a column asks anything of a pair.
enum class Asked : unsigned char { always, while_active, once_completed };

struct Demand {
  std::string_view id{};
  Text title{};
  RuleIds rules{};
  Asked asked = Asked::always;
};

const std::vector<Demand>& demands() {
  static const std::vector<Demand> table{
      {"mentor_consent",
       {"Согласие наставника (п. 9)", "The mentor's consent (cl. 9)"},
       {"P9-1", "P9-3", "P9-4", "P9-5"}},
      {"mentor_order",
       {"Приказ о наставнике (п. 9, 10.3)", "Order on the mentor (cl. 9, 10.3)"},
       {"P9-2", "P9-6", "P10.3-2"}},
      {"pair_consents",
       {"Согласия участников (п. 10.5)", "Consents of the participants (cl. 10.5)"},
       {"P10.5-2", "P10.5-3", "P3-5"}},
      {"pair_order",
       {"Приказ о паре (п. 10.5, 18)", "Order on the pair (cl. 10.5, 18)"},
       {"P10.5-1", "P18-1", "P18-3", "P18-7"}},
      {"data_consents", {"Согласия на обработку данных", "Consents to data processing"}, {"RM2-2", "RM3-2", "PD-1"}},
      {"formation",
       {"Подбор и взаимный интерес (п. 17, 18)", "Selection and mutual interest (cl. 17, 18)"},
       {"P17.1-1", "P17.2-1", "P18-2", "RM4-1"}},
      {"program",
       {"Программа (п. 2)", "Programme (cl. 2)"},
       {"RM5-1", "RM1-2", "P2-2", "P2-3", "P2-4", "P2-5", "P2-6", "P2-7", "P2-8", "P2-12"}},
      {"completion",
       {"Завершение (п. 19)", "Completion (cl. 19)"},
       {"P19-1", "P19-2", "P19-3", "P19-4", "P19-5", "P19-6", "P19-7", "P19-8", "P18-6"}},
      {"surveys", {"Анкеты (строка 6)", "Surveys (row 6)"}, {"RM6-1"}, Asked::once_completed},
      {"shown_running",
       {"Программа на сайте (п. 21)", "Programme on the site (cl. 21)"},
       {"P21-3"},
       Asked::while_active},
      {"shown_results",
       {"Результаты на сайте (п. 22)", "Results on the site (cl. 22)"},
       {"P22-1", "P22-2"},
       Asked::once_completed},
  };
  return table;
}

bool is_asked(const ReportRequest& request, const Pair& pair, Asked asked) {
  if (asked == Asked::always) return true;
  const auto programs = request.registry().programs_of(pair);
  return std::any_of(programs.begin(), programs.end(), [&](const Program* program) {
    const ProgramState state = state_on(*program, request.registry().day());
    return asked == Asked::once_completed ? state == ProgramState::completed
                                          : state == ProgramState::active || state == ProgramState::expired;
  });
}

/// The records in which a paper of the pair may be missing.
Addresses records_of(const ReportRequest& request, const Pair& pair) {
  Addresses records{address_told(pair)};
  for (const Program* program : request.registry().programs_of(pair)) records.push_back(address_told(*program));
  if (!pair.mentor.id.empty()) {
    records.push_back(address_told<Mentor>(pair.mentor.id));
    records.push_back(address_told<Person>(pair.mentor.id));
  }
  for (const Member& member : pair.mentees) {
    if (member.person.id.empty()) continue;
    records.push_back(address_told<Mentee>(member.person.id));
    records.push_back(address_told<Person>(member.person.id));
  }
  return records;
}

Cell cell_of(const FindingsByRecord& findings, const Addresses& records, const Demand& demand) {
  const auto broken = findings.broken(records, demand.rules);
  if (!broken.empty()) return Failed{say({"{}", "{}"}, fmt::format("{}", fmt::join(broken, ", ")))};
  if (findings.is_undecided(records, demand.rules)) return Mark::undecided;
  const auto set_aside = findings.set_aside(records, demand.rules);
  if (set_aside.empty()) return Mark::yes;
  return say({"отложено: {}", "set aside: {}"}, fmt::format("{}", fmt::join(set_aside, ", ")));
}

struct Matrix {
  Grid grid{};
  Addresses whole{};      ///< pairs that lack nothing
  Addresses set_aside{};  ///< pairs of which something is set aside
};

/// What is set aside by the rules of the table, about the pairs of it.
std::vector<const SetAside*> set_aside_of(const ReportRequest& request, const Outcome& outcome,
                                          const std::set<std::string, std::less<>>& records) {
  std::vector<const SetAside*> all;
  for (const SetAside& aside : outcome.set_aside) {
    const bool asked = std::any_of(demands().begin(), demands().end(), [&](const Demand& demand) {
      return std::find(demand.rules.begin(), demand.rules.end(), aside.finding.of->id) != demand.rules.end();
    });
    if (asked && records.contains(record_address(request.loaded.sources.path(aside.finding.span))))
      all.push_back(&aside);
  }
  return all;
}

Matrix empty_matrix() {
  Matrix matrix{
      {"completeness",
       {"Полнота документов по парам и группам", "Completeness by pair and group"},
       {"✓ — замечаний нет, ✗ — есть замечание правила, «отложено» — замечание есть, но отложено решением, — — ещё не требуется; замечание о человеке стоит у каждой его пары; пары, о которых сказать нечего, не показаны",
        "✓ nothing was found, ✗ the rule has a finding, “set aside”: there is a finding and a decision to set it aside, — not asked for yet; a finding about a person stands at each of the person's pairs; pairs of which there is nothing to say are not shown"},
       {{"pair", {"Пара", "Pair"}}, {"people", {"Участники", "Participants"}}},
       {},
       {"пар и групп за период не было", "there were no pairs or groups in the period"}},
      {},
      {}};
  for (const Demand& demand : demands()) matrix.grid.columns.push_back({demand.id, demand.title});
  return matrix;
}

std::vector<const Pair*> pairs_in(const ReportRequest& request) {
  const Participation found = participation_in(request.registry(), request.period);
  std::vector<const Pair*> pairs = found.pairs;
  pairs.insert(pairs.end(), found.groups.begin(), found.groups.end());
  std::sort(pairs.begin(), pairs.end(), [](const Pair* a, const Pair* b) { return a->id < b->id; });
  return pairs;
}

void add_pair(const ReportRequest& request, const FindingsByRecord& findings, const Pair& pair, Matrix& matrix) {
  const Addresses records = records_of(request, pair);
  std::vector<std::string_view> people{pair.mentor.id};
  for (const Member& member : pair.mentees) people.push_back(member.person.id);
  GridRow row{{say({"{}", "{}"}, pair.id), who(request, people)}, {address_told(pair)}};
  bool whole = true, set_aside = false;
  for (const Demand& demand : demands()) {
    row.cells.push_back(is_asked(request, pair, demand.asked) ? cell_of(findings, records, demand)
                                                              : Cell(Mark::not_asked));
    whole = whole && !std::holds_alternative<Failed>(row.cells.back());
    set_aside = set_aside || std::holds_alternative<Words>(row.cells.back());
  }
  if (whole) matrix.whole.push_back(address_told(pair));
  if (set_aside) matrix.set_aside.push_back(address_told(pair));
  matrix.grid.rows.push_back(std::move(row));
}

bool is_settled(const Cell& cell) {
  const Mark* mark = std::get_if<Mark>(&cell);
  return mark && (*mark == Mark::yes || *mark == Mark::not_asked);
}

/// Pairs and papers of which there is nothing to say only hide the others: they are counted, and named by their titles.
void fold(Matrix& matrix, Report& report) {
  Grid& grid = matrix.grid;
  std::erase_if(grid.rows, [](const GridRow& row) {
    return std::all_of(row.cells.begin() + first_demand, row.cells.end(), is_settled);
  });
  if (grid.rows.empty()) {
    grid.when_empty = Text{"всё, что требуется, у всех есть", "nothing that is asked for is lacking"};
    return;
  }
  std::vector<Words> settled;
  for (std::size_t i = grid.columns.size(); i-- > first_demand;) {
    if (!std::ranges::all_of(grid.rows, [i](const GridRow& row) { return is_settled(row.cells[i]); })) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    settled.insert(settled.begin(), grid.columns[i].title);
    grid.columns.erase(grid.columns.begin() + at);
    for (GridRow& row : grid.rows) row.cells.erase(row.cells.begin() + at);
  }
  if (settled.empty()) return;
  report.heading({"Без замечаний у всех", "Without findings everywhere"}, 3);
  report.add(Points{std::move(settled)});
}

Figures figures_of(const Matrix& matrix) {
  const auto pairs = static_cast<long long>(matrix.grid.rows.size());
  const auto share = [&](const Addresses& part) { return Share{static_cast<long long>(part.size()), pairs}; };
  return {
      "complete",
      {"Сколько пар и групп без замечаний", "How many pairs and groups have no findings"},
      {
          {"complete_pairs",
           {"Пары и группы без замечаний", "Pairs and groups without findings"},
           share(matrix.whole),
           {"пары и группы периода, у которых ни одно из правил таблицы ничего не нашло, кроме отложенного",
            "pairs and groups of the period for which none of the rules of the table has a finding, but for what is set aside"},
           matrix.whole},
          {"pairs_set_aside",
           {"Из всех — с отложенными замечаниями", "Of all, with findings set aside"},
           share(matrix.set_aside),
           {"пары и группы, у которых замечание отложено исключением или записано как старое",
            "pairs and groups of which a finding is set aside by a waiver or written down as old"},
           matrix.set_aside},
      }};
}

void build(const ReportRequest& request, Report& report) {
  const Outcome outcome = held(request);
  const FindingsByRecord findings(request, outcome);
  Matrix matrix = empty_matrix();
  std::set<std::string, std::less<>> records;
  for (const Pair* pair : pairs_in(request)) {
    add_pair(request, findings, *pair, matrix);
    for (std::string& record : records_of(request, *pair)) records.insert(std::move(record));
  }
  report.add(figures_of(matrix));
  if (!matrix.grid.rows.empty()) fold(matrix, report);
  report.add(std::move(matrix.grid));
  report.add(table_of_set_aside(request, set_aside_of(request, outcome, records)));
  std::vector<Words> legend;
  for (const Demand& demand : demands())
    legend.push_back(say({"{}: {}", "{}: {}"}, demand.title, fmt::format("{}", fmt::join(demand.rules, ", "))));
  report.heading({"Какие правила за чем следят", "Which rules watch what"});
  report.add(Points{std::move(legend)});
}

}  // namespace

ReportKind completeness_report();
ReportKind completeness_report() {
  return {.name = "completeness",
          .title = {"Полнота документов", "Completeness of the papers"},
          .summary = {"что оформлено и чего не хватает у каждой пары и группы",
                      "what each pair and group has on paper, and what it lacks"},
          .build = build};
}

}  // namespace nastavnik::reports
