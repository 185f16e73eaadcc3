#include <nlohmann/json.hpp>

#include "base/unseen.h"
#include "reports/writers.h"

namespace nastavnik::reports {
namespace {

using Json = nlohmann::ordered_json;

struct Says {
  Language language;
  bool bare = false;  ///< where nothing is to be said there is nothing

  Json in(const Words& words) const { return words.in(language); }
  /// A number is a number, a day an ISO date; what is not shown is null with the words that stand for it.
  Json cell(const Cell& cell) const {
    Json json;
    if (const auto* number = std::get_if<long long>(&cell))
      json["value"] = *number;
    else if (const auto* day = std::get_if<Date>(&cell))
      json["value"] = iso(*day);
    else if (const auto* mark = std::get_if<Mark>(&cell))
      json["value"] = *mark == Mark::yes ? Json(true) : *mark == Mark::no ? Json(false) : Json(nullptr);
    else if (const auto* share = std::get_if<Share>(&cell))
      json = {
          {"value", share->whole == 0 ? Json(nullptr)
                                      : Json(std::stod(one_decimal(share->part * 100, share->whole, Language::en)))},
          {"part", share->part},
          {"whole", share->whole}};
    else if (const auto* average = std::get_if<Average>(&cell))
      json = {{"value", average->count == 0 ? Json(nullptr)
                                            : Json(std::stod(one_decimal(average->sum, average->count, Language::en)))},
              {"sum", average->sum},
              {"count", average->count}};
    else if (const auto* words = std::get_if<Words>(&cell))
      json["value"] = bare && is_dash(cell) ? Json(nullptr) : Json(in(*words));
    else
      json["value"] = std::holds_alternative<Failed>(cell) ? Json(false) : Json(nullptr);
    json["shown"] = shown(cell, language);
    return json;
  }

  Json operator()(const Heading& heading) const {
    return {{"type", "heading"}, {"level", heading.level}, {"text", in(heading.text)}};
  }
  Json operator()(const Passage& block) const { return {{"type", "paragraph"}, {"text", in(block.text)}}; }
  Json operator()(const Points& list) const {
    Json items = Json::array();
    for (const Words& item : list.items) items.push_back(in(item));
    return {{"type", "list"}, {"numbered", list.numbered}, {"items", std::move(items)}};
  }
  Json operator()(const Figures& block) const {
    Json figures = Json::array();
    for (const Figure& figure : block.figures) {
      Json json{{"id", figure.id}, {"title", in(figure.title)}};
      json.update(cell(figure.value));
      json["definition"] = in(figure.definition);
      json["records"] = figure.records;
      figures.push_back(std::move(json));
    }
    return {{"type", "figures"}, {"id", block.id}, {"title", in(block.title)}, {"figures", std::move(figures)}};
  }
  Json operator()(const Grid& grid) const {
    Json columns = Json::array(), rows = Json::array();
    for (const GridColumn& column : grid.columns) columns.push_back({{"id", column.id}, {"title", in(column.title)}});
    for (const GridRow& row : grid.rows) {
      Json cells = Json::object();
      for (std::size_t i = 0; i < row.cells.size(); ++i) cells[std::string(grid.columns[i].id)] = cell(row.cells[i]);
      rows.push_back({{"cells", std::move(cells)}, {"records", row.records}});
    }
    return {{"type", "table"},
            {"id", grid.id},
            {"title", in(grid.title)},
            {"definition", in(grid.definition)},
            {"columns", std::move(columns)},
            {"rows", std::move(rows)}};
  }
  Json operator()(const BarChart& chart) const {
    Json categories = Json::array(), series = Json::array();
    for (const Words& category : chart.categories) categories.push_back(in(category));
    for (const Series& one : chart.series) series.push_back({{"title", in(one.title)}, {"values", one.values}});
    return {{"type", "bar_chart"},
            {"id", chart.id},
            {"title", in(chart.title)},
            {"stacked", chart.stacked},
            {"categories", std::move(categories)},
            {"series", std::move(series)}};
  }
  Json operator()(const Timeline& line) const {
    Json terms = Json::array();
    for (const Term& term : line.terms)
      terms.push_back({{"label", in(term.label)},
                       {"from", iso(term.planned.from)},
                       {"to", iso(term.planned.to)},
                       {"reached", iso(term.reached)},
                       {"ended", term.ended}});
    return {{"type", "timeline"},       {"id", line.id},
            {"title", in(line.title)},  {"from", iso(line.shown.from)},
            {"to", iso(line.shown.to)}, {"day", iso(line.today)},
            {"terms", std::move(terms)}};
  }
  Json operator()(const Signatures& block) const {
    Json lines = Json::array();
    for (const auto& line : block.lines) lines.push_back({{"office", in(line.office)}, {"name", in(line.name)}});
    return {{"type", "signatures"}, {"lines", std::move(lines)}};
  }
};

}  // namespace

std::string as_json(const Report& report, const Style& style) {
  const Says says{style.language, report.one_table};
  Json json{{"format", "nastavnik-report"},   {"version", 1},           {"report", report.name},
            {"title", says.in(report.title)}, {"day", iso(report.day)}, {"from", iso(report.period.from)},
            {"to", iso(report.period.to)}};
  json["commit"] = report.revision.commit.empty() ? Json(nullptr) : Json(report.revision.commit);
  json["people_commit"] = report.revision.people_commit.empty() ? Json(nullptr) : Json(report.revision.people_commit);
  json["dirty"] = report.revision.dirty;
  json["commit_unknown"] = report.revision.unknown.empty() ? Json(nullptr) : says.in(report.revision.unknown);
  json["blocks"] = Json::array();
  for (const Block& block : report.blocks) json["blocks"].push_back(std::visit(says, block));
  json["gaps"] = Json::array();
  for (const Gap& gap : report.gaps) json["gaps"].push_back({{"where", gap.where}, {"what", says.in(gap.what)}});
  json["footer"] = Json::array();
  for (const Words& line : report.footer) json["footer"].push_back(says.in(line));
  return json_text(json);
}

}  // namespace nastavnik::reports
