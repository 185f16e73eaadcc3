// Clause 11.4 and the appendix: how far the roadmap has come.

#include <array>

#include "model/kinds/codes_years.h"
#include "model/kinds/years.h"
#include "model/notions/due.h"
#include "model/notions/school_years.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"

namespace nastavnik::reports {
namespace {

constexpr std::size_t stages = Codes<Stage>::table.size();
constexpr std::size_t states = 4;

struct Progress {
  std::array<std::array<long long, states>, stages> by_stage{};
  std::array<long long, states> all{};
  long long total = 0;
  Addresses records{};
};

constexpr Text words_for(ItemState state) {
  switch (state) {
    case ItemState::planned: return {"по плану", "planned"};
    case ItemState::overdue: return {"просрочено", "overdue"};
    case ItemState::done: return {"выполнено", "done"};
    case ItemState::cancelled: break;
  }
  return {"отменено", "cancelled"};
}

Words responsible_for(const ReportRequest& request, const RoadmapItem& item) {
  std::vector<Words> all;
  for (const auto& role : item.responsible)
    if (role.given()) all.emplace_back(label_of(*role));
  for (const Link<Person>& person : item.responsible_people)
    if (!person.id.empty()) all.push_back(who(request, person.id));
  return all.empty() ? no_data().words : joined(all);
}

/// The day that is set, else the term in words.
Cell due_words(const RoadmapItem& item) {
  const At<Day> due = set_due(item);
  if (due.absent() && item.term.given()) return say({"{}", "{}"}, *item.term);
  return due.given() ? Cell(*due) : Cell(no_data());
}

Cell state_words(const RoadmapItem& item, const SchoolYear& year, Date day) {
  const ItemState state = state_on(item, year, day);
  const At<Day> due = due_of(item, year);
  if (state == ItemState::done && due.given() && *item.done_on > *due)
    return say({"выполнено {}, позже на {}", "done on {}, {} late"}, on_day(*item.done_on),
               Count{*item.done_on - *due, noun::day});
  if (state == ItemState::done) return say({"выполнено {}", "done on {}"}, on_day(*item.done_on));
  if (state == ItemState::overdue) return say({"просрочено на {}", "overdue by {}"}, Count{day - *due, noun::day});
  return Words(words_for(state));
}

void add_year(const ReportRequest& request, const SchoolYear& year, Progress& progress, Grid& grid) {
  progress.records.push_back(address_told(year));
  for (const RoadmapItem& item : year.roadmap->items) {
    const auto state = static_cast<std::size_t>(state_on(item, year, request.day()));
    ++progress.all[state];
    ++progress.total;
    if (item.stage.given()) ++progress.by_stage[static_cast<std::size_t>(*item.stage)][state];
    const auto text = [](const auto& field) { return field.given() ? Cell(say({"{}", "{}"}, *field)) : dash(); };
    grid.rows.push_back(
        {{item.stage.given() ? Cell(Words(label_of(*item.stage))) : Cell(no_data()), text(item.content),
          due_words(item), responsible_for(request, item), state_words(item, year, request.day()), text(item.document)},
         {address_told(year)}});
  }
}

Grid table_of(const Progress& progress) {
  Grid grid{
      .id = "roadmap_stages",
      .title = {"Выполнение по этапам", "Progress by stage"},
      .definition =
          {"пункты дорожной карты на день отчёта; просрочен пункт, срок которого с учётом переносов прошёл, а выполнения или отмены нет",
           "items of the roadmap on the day of the report; overdue is an item whose term, as moved, has passed and that is neither done nor cancelled"},
      .columns = {{"stage", {"Этап", "Stage"}},
                  {"done", {"Выполнено", "Done"}, true},
                  {"overdue", {"Просрочено", "Overdue"}, true},
                  {"planned", {"По плану", "Planned"}, true},
                  {"cancelled", {"Отменено", "Cancelled"}, true}}};
  for (std::size_t i = 0; i < stages; ++i) {
    const auto& row = progress.by_stage[i];
    const auto cell = [&](ItemState state) { return Cell(row[static_cast<std::size_t>(state)]); };
    grid.rows.push_back({{Words(label_of(static_cast<Stage>(i))), cell(ItemState::done), cell(ItemState::overdue),
                          cell(ItemState::planned), cell(ItemState::cancelled)},
                         {}});
  }
  return grid;
}

BarChart chart_of(const Progress& progress) {
  BarChart chart{"roadmap_chart", {"Дорожная карта по этапам", "The roadmap by stage"}, {}, {}, true};
  for (const ItemState state : {ItemState::done, ItemState::overdue, ItemState::planned, ItemState::cancelled}) {
    Series series{words_for(state), {}};
    for (const auto& row : progress.by_stage) series.values.push_back(row[static_cast<std::size_t>(state)]);
    chart.series.push_back(std::move(series));
  }
  for (std::size_t i = 0; i < stages; ++i) chart.categories.emplace_back(label_of(static_cast<Stage>(i)));
  return chart;
}

Figures figures_of(const Progress& progress) {
  const auto share = [&](ItemState state) -> Cell {
    return Share{progress.all[static_cast<std::size_t>(state)], progress.total};
  };
  return {"roadmap",
          {"Пункты по состоянию", "Items by state"},
          {
              {"items",
               {"Пунктов", "Items"},
               progress.total,
               {"пункты дорожных карт, дни которых пересекаются с периодом",
                "items of the roadmaps whose days meet the period"},
               progress.records},
              {"items_done",
               {"Выполнено", "Done"},
               share(ItemState::done),
               {"есть дата выполнения (done_on) не позже дня отчёта",
                "have a day of completion (done_on) not later than the day of the report"},
               progress.records},
              {"items_overdue",
               {"Просрочено", "Overdue"},
               share(ItemState::overdue),
               {"срок с учётом переносов прошёл, выполнения и отмены нет",
                "the term, as moved, has passed; neither done nor cancelled"},
               progress.records},
              {"items_cancelled",
               {"Отменено", "Cancelled"},
               share(ItemState::cancelled),
               {"отменены с указанием причины", "cancelled with a reason"},
               progress.records},
          }};
}

}  // namespace

void add_roadmap(const ReportRequest& request, Report& report) {
  Progress progress;
  Grid items{.id = "roadmap_items",
             .title = {"Пункты дорожной карты", "Items of the roadmap"},
             .columns = {{"stage", {"Этап", "Stage"}},
                         {"content", {"Содержание", "Content"}},
                         {"due", {"Срок", "Term"}},
                         {"responsible", {"Ответственные", "Responsible"}},
                         {"state", {"Состояние", "State"}},
                         {"document", {"Документ", "Document"}}},
             .when_empty = {"дорожной карты за эти дни нет", "there is no roadmap for these days"}};
  for (const SchoolYear& year : request.registry().all<SchoolYear>()) {
    if (!year.roadmap.given()) continue;
    const auto period = period_of(*year.roadmap, year);
    if (period && period->meets(request.period)) add_year(request, year, progress, items);
  }
  if (progress.total == 0)
    report.missing({"дорожная карта за дни отчёта", "roadmap for the days of the report"}, "years/: roadmap");
  report.add(figures_of(progress));
  report.add(table_of(progress));
  if (progress.total != 0) report.add(chart_of(progress));
  report.add(std::move(items));
}

ReportKind roadmap_report();
ReportKind roadmap_report() {
  return {.name = "roadmap",
          .title = {"Выполнение дорожной карты", "Progress of the roadmap"},
          .summary = {"что выполнено, что просрочено, по этапам и пунктам",
                      "what is done and what is overdue, by stage and item"},
          .clauses = "11.4,appendix",
          .build = add_roadmap};
}

}  // namespace nastavnik::reports
