// Clauses 11.11, 19 and 20: how programmes ended.

#include <algorithm>
#include <map>

#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/programs.h"
#include "model/notions/participation.h"
#include "model/notions/programs.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"

namespace nastavnik::reports {
namespace {

/// `early`: stopped before its plan was carried out and its term was over.
enum class Timing : unsigned char { early, on_time, late };

/// A programme completed in the period, and what is said of it.
struct Ended {
  const Program* program = nullptr;
  Date completed{};
  At<Day> planned{};  ///< the end of the term as amended by then
  PlanProgress progress{};
  bool extended = false;

  int length() const { return completed - *program->start + 1; }
  bool fulfilled() const {
    const At<Choice<Ground>>& ground = program->completion->ground;
    return ground.given() && *ground == Ground::plan_completed;
  }
  std::optional<Timing> timing() const {
    if (!planned.given()) return std::nullopt;
    if (completed > *planned) return Timing::late;
    return completed == *planned || fulfilled() ? Timing::on_time : Timing::early;
  }
};

bool is_extended(const Program& program, Date day) {
  const auto amendments = amendments_until(program, day);
  return std::any_of(amendments.begin(), amendments.end(),
                     [](const Amendment* amendment) { return changes(*amendment, Amended::term); });
}

std::vector<Ended> ended_in(const Registry& registry, const Period& period) {
  std::vector<Ended> found;
  for (const Program& program : registry.all<Program>()) {
    const At<Day>& date = program.completion->date;
    if (!program.completion.given() || !date.given() || !period.holds(*date) || !program.start.given()) continue;
    found.push_back(
        {&program, *date, end_of_term(program, *date), progress_of(program, *date), is_extended(program, *date)});
  }
  return found;
}

template <class Is>
Figure how_many(std::string_view id, Words title, Words definition, const std::vector<Ended>& ended, Is is) {
  Addresses records;
  for (const Ended& one : ended)
    if (is(one)) records.push_back(address_told(*one.program));
  return {id, std::move(title), Share{static_cast<long long>(records.size()), static_cast<long long>(ended.size())},
          std::move(definition), std::move(records)};
}

Addresses all_of(const std::vector<Ended>& ended) {
  Addresses records;
  for (const Ended& one : ended) records.push_back(address_told(*one.program));
  return records;
}

Figures figures_of(const std::vector<Ended>& ended) {
  Share plan;
  Average length;
  for (const Ended& one : ended) {
    plan.part += one.progress.done;
    plan.whole += one.progress.planned;
    length.sum += one.length();
    ++length.count;
  }
  const Addresses all = all_of(ended);
  return {
      "results",
      {"Завершение программ", "How programmes ended"},
      {
          {"completed",
           {"Завершено за период", "Completed in the period"},
           counted(ended.size()),
           {"программы с датой завершения в дни периода", "programmes with a day of completion within the period"},
           all},
          {"plan_fulfilment",
           {"Выполнение планов", "Fulfilment of the plans"},
           plan,
           {"выполненные мероприятия завершённых программ к запланированным с учётом изменений; отменённые изменением не считаются",
            "activities done in the completed programmes to those planned as amended; those cancelled by an amendment are not counted"},
           all},
          how_many("fulfilled", {"Выполнены полностью", "Carried out in full"},
                   {"завершены, потому что план выполнен (п. 19.1)",
                    "completed because the plan was carried out (clause 19.1)"},
                   ended, [](const Ended& one) { return one.fulfilled(); }),
          how_many("ended_early", {"Прекращены досрочно", "Stopped before their term"},
                   {"завершены раньше окончания срока с учётом продлений не потому, что план выполнен",
                    "ended before the end of the term as extended, and not because the plan was carried out"},
                   ended, [](const Ended& one) { return one.timing() == Timing::early; }),
          how_many("ended_on_time", {"Завершены в срок", "Ended on time"},
                   {"план выполнен не позже окончания срока, или программа завершена в его последний день",
                    "the plan was carried out by the end of the term, or the programme ended on its last day"},
                   ended, [](const Ended& one) { return one.timing() == Timing::on_time; }),
          how_many("ended_late", {"Завершены позже срока", "Ended after their term"},
                   {"завершение после окончания срока с учётом продлений",
                    "completion after the end of the term as extended"},
                   ended, [](const Ended& one) { return one.timing() == Timing::late; }),
          how_many("extended", {"Продлевались", "Extended"},
                   {"есть изменение срока (п. 20) до завершения",
                    "have an amendment of the term (clause 20) before the completion"},
                   ended, [](const Ended& one) { return one.extended; }),
          {"average_length",
           {"Средняя продолжительность, дней", "Average length, days"},
           length,
           {"от начала до завершения, оба дня включаются", "from start to completion, both days included"},
           all},
      }};
}

Words initiator_of(const Completion& completion) {
  if (!completion.ground.given()) return no_data().words;
  if (*completion.ground == Ground::plan_completed) return {"—", "—"};
  if (completion.initiator.given()) return label_of(*completion.initiator);
  return *completion.ground == Ground::by_curator ? Words(label_of(Initiator::curator)) : no_data().words;
}

Grid grounds_of(Report& report, const std::vector<Ended>& ended) {
  struct Kept {
    Words ground{};
    Words initiator{};
    Addresses records{};
  };
  std::map<std::pair<std::size_t, std::string>, Kept> kept;
  for (const Ended& one : ended) {
    const Completion& completion = *one.program->completion;
    const bool known = completion.ground.given();
    if (!known)
      report.missing({"основание завершения", "ground of the completion"},
                     address_told(*one.program) + ".yaml: completion: ground");
    const Words initiator = initiator_of(completion);
    Kept& here =
        kept[{known ? static_cast<std::size_t>(*completion.ground) : Codes<Ground>::table.size(), initiator.ru}];
    here.ground = known ? Words(label_of(*completion.ground)) : no_data().words;
    here.initiator = initiator;
    here.records.push_back(address_told(*one.program));
  }
  Grid grid{.id = "grounds",
            .title = {"Основания завершения и инициаторы", "Grounds and initiators"},
            .definition = {"основания пункта 19", "the grounds of clause 19"},
            .columns = {{"ground", {"Основание (п. 19)", "Ground (cl. 19)"}},
                        {"initiator", {"Инициатор", "Initiator"}},
                        {"programs", {"Программ", "Programmes"}, true}},
            .when_empty = {"за период ничего не завершено", "nothing was completed in the period"}};
  for (auto& [key, row] : kept)
    grid.rows.push_back({{row.ground, row.initiator, counted(row.records.size())}, row.records});
  return grid;
}

Cell difference(const Ended& one) {
  const auto timing = one.timing();
  if (!timing) return no_data();
  if (*timing == Timing::on_time) return Words("в срок", "on time");
  const int days = one.completed - *one.planned;
  return *timing == Timing::early ? say({"прекращена на {} раньше срока", "stopped {} early"}, Count{-days, noun::day})
                                  : say({"на {} позже срока", "{} late"}, Count{days, noun::day});
}

/// On a paper that is signed a programme is called by its participants.
Cell name_of(const ReportRequest& request, const Program& program) {
  return request.to_sign ? pair_of(request, program) : say({"{}", "{}"}, program.id);
}

Grid list_of(const ReportRequest& request, const std::vector<Ended>& ended) {
  Grid grid{
      .id = "ended_programs",
      .title = {"Завершённые программы", "Completed programmes"},
      .columns = {{"program", request.to_sign ? Words("Участники", "Participants") : Words("Программа", "Programme")},
                  {"title", {"Название", "Title"}},
                  {"start", {"Начало", "Start"}},
                  {"completed", {"Завершение", "Completion"}},
                  {"term", {"Против срока", "Against the term"}},
                  {"plan", {"План выполнен", "Plan fulfilled"}, true},
                  {"results", {"Результаты", "Results"}}},
      .when_empty = {"за период ничего не завершено", "nothing was completed in the period"}};
  for (const Ended& one : ended) {
    const Program& program = *one.program;
    grid.rows.push_back(
        {{name_of(request, program), program.title.given() ? Cell(say({"{}", "{}"}, *program.title)) : dash(),
          *program.start, one.completed, difference(one), Share{one.progress.done, one.progress.planned},
          program.results.given() ? Cell(say({"{}", "{}"}, *program.results)) : Cell(no_data())},
         {address_told(program)}});
  }
  return grid;
}

Words label_in_timeline(const ReportRequest& request, const Program& program) {
  if (!program.title.given()) return request.to_sign ? pair_of(request, program) : say({"{}", "{}"}, program.id);
  return request.to_sign ? say({"{}", "{}"}, *program.title) : say({"{} «{}»", "{} “{}”"}, program.id, *program.title);
}

Timeline terms_of(const ReportRequest& request) {
  Timeline line{"terms", {"Сроки программ", "Terms of the programmes"}, request.period, request.day(), {}};
  for (const Program* program : participation_in(request.registry(), request.period).programs) {
    const auto end = if_given(end_of_term(*program, request.day()));
    const bool ended = state_on(*program, request.day()) == ProgramState::completed;
    const Date reached = ended ? *program->completion->date : request.day();
    line.terms.push_back(
        {label_in_timeline(request, *program), {*program->start, end.value_or(reached)}, reached, ended});
    line.shown.from = std::min(line.shown.from, *program->start);
    line.shown.to = std::max({line.shown.to, reached, end.value_or(reached)});
  }
  return line;
}

}  // namespace

void add_results(const ReportRequest& request, Report& report) {
  const std::vector<Ended> ended = ended_in(request.registry(), request.period);
  report.add(figures_of(ended));
  report.add(grounds_of(report, ended));
  for (const Ended& one : ended)
    if (!one.program->results.given())
      report.missing({"результаты программы", "results of the programme"},
                     address_told(*one.program) + ".yaml: results");
  report.add(list_of(request, ended));
  if (Timeline line = terms_of(request); !line.terms.empty()) report.add(std::move(line));
}

ReportKind results_report();
ReportKind results_report() {
  return {.name = "results",
          .title = {"Результаты программ", "Results of programmes"},
          .summary = {"как завершились программы: основания, инициаторы, планы, сроки",
                      "how programmes ended: grounds, initiators, plans, terms"},
          .clauses = "11.11,19,20",
          .build = add_results};
}

}  // namespace nastavnik::reports
