#include <algorithm>

#include <pugixml.hpp>

#include "base/printable.h"
#include "page/charts.h"
#include "page/column_widths.h"
#include "page/writers.h"
#include "page/xml.h"

namespace nastavnik::page {
namespace {

using Node = pugi::xml_node;

// No quotes, no signs of comparison: what stands in a style element is not escaped back by a browser.
constexpr const char* style_sheet = R"(
:root { color-scheme: light; }
body { font: 16px/1.5 Liberation Sans, Arial, sans-serif; color: #1a1a1a; background: #fff; margin: 0; }
main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1rem 0 0.3rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 0.5rem; border-bottom: 1px solid #767676; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
.subtitle { margin: 0; color: #404040; }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td { border: 1px solid #949494; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
thead th { background: #eef2f5; }
tbody th { font-weight: normal; }
.crowded { font-size: 0.85rem; }
.number { text-align: right; white-space: nowrap; }
.yes { color: #1c5e20; }
.no { color: #a31515; font-weight: bold; }
.unsaid { background: #fff3cd; }
details { font-size: 0.9rem; }
summary { cursor: pointer; color: #1f5f8b; white-space: nowrap; }
code { font-family: Liberation Mono, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
.gaps { border: 2px solid #a05a00; padding: 0 1rem 0.5rem; margin: 2rem 0; }
.gaps h2 { border: 0; margin-top: 0.7rem; }
figure { margin: 1rem 0; }
figcaption { font-size: 0.9rem; color: #404040; }
svg { max-width: 100%; height: auto; }
svg text { font: 13px Liberation Sans, Arial, sans-serif; fill: #1a1a1a; }
.planned { stroke: #404040; stroke-dasharray: 4 3; }
.month { stroke: #c4c4c4; }
.today { stroke: #a31515; stroke-width: 2; }
.signature { display: flex; gap: 1rem; align-items: end; margin: 1.5rem 0; }
.line { flex: 1; border-bottom: 1px solid #1a1a1a; }
footer { border-top: 1px solid #949494; font-size: 0.85rem; color: #404040; }
footer p { margin: 0.2rem 0; }
@media print {
  @page { size: A4; margin: 20mm 15mm 20mm 20mm; }
  body { font-size: 11pt; }
  main, footer { max-width: none; padding: 0 1px; }
  h2, h3, caption { break-after: avoid; }
  tr, figure, .signature { break-inside: avoid; }
  thead { display: table-header-group; }
  .how, details:not([open]) { display: none; }
  .table { overflow: visible; }
  .crowded { font-size: 9pt; }
  .whole { break-inside: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .signature { break-before: avoid; }
  .new-page { break-before: page; }
  .widest { page: widest; }
  @page widest { size: A4 landscape; margin: 15mm; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)";

void set(Node node, const char* name, const std::string& value) { node.append_attribute(name) = value.c_str(); }

Node put(Node parent, const char* name, const std::string& text) {
  Node node = parent.append_child(name);
  node.append_child(pugi::node_pcdata).set_value(text.c_str());
  return node;
}

class PageWriter {
public:
  PageWriter(Node main, const Style& style, bool explained) : main_(main), style_(style), explained_(explained) {}

  void title(const Page& report) {
    put(main_, "h1", in(report.title));
    for (const Words& line : report.subtitle) set(put(main_, "p", in(line)), "class", "subtitle");
  }
  void operator()(const Heading& heading) {
    Node node = put(main_, heading.level <= 2 ? "h2" : "h3", in(heading.text));
    if (heading.on_new_page) set(node, "class", "new-page");
  }
  void operator()(const Paragraph& block) { put(main_, "p", in(block.text)); }
  void operator()(const Items& list) {
    Node items = main_.append_child(list.numbered ? "ol" : "ul");
    for (const Words& item : list.items) put(items, "li", in(item));
  }
  void operator()(const Figures& block) {
    Node table = begin_table(block.title);
    std::vector<Column> columns{{"figure", {"Показатель", "Figure"}}, {"value", {"Значение", "Value"}, true}};
    if (explained_) columns.push_back({"how", {"Как посчитано", "How it is counted"}});
    head(table, columns);
    Node body = table.append_child("tbody");
    for (const Figure& figure : block.figures) {
      Node row = body.append_child("tr");
      set(put(row, "th", in(figure.title)), "scope", "row");
      cell(row, figure.value, true);
      if (explained_) explain(how(row), figure.definition, figure.records);
    }
  }
  void operator()(const Grid& grid) {
    if (grid.rows.empty()) {
      put(main_.append_child("p"), "strong", in(grid.title));
      put(main_, "p", in(grid.when_empty));
      return;
    }
    Node table = begin_table(grid.title, classes_of(grid));
    const bool has_records = explained_ && std::any_of(grid.rows.begin(), grid.rows.end(),
                                                       [](const Row& row) { return !row.records.empty(); });
    std::vector<Column> columns = grid.columns;
    if (has_records) columns.push_back({"records", {"Записи", "Records"}});
    head(table, columns);
    Node body = table.append_child("tbody");
    for (const Row& row : grid.rows) {
      Node line = body.append_child("tr");
      for (std::size_t i = 0; i < row.cells.size(); ++i) cell(line, row.cells[i], grid.columns[i].number, i == 0);
      if (has_records) explain(how(line), {}, row.records);
    }
    if (explained_ && !grid.definition.empty()) explain(main_.append_child("div"), grid.definition, {});
  }
  void operator()(const BarChart& chart) { draw(main_, chart, style_.language); }
  void operator()(const Timeline& timeline) { draw(main_, timeline, style_.language); }
  void operator()(const Signatures& block) {
    for (const auto& line : block.lines) {
      Node row = main_.append_child("div");
      set(row, "class", "signature");
      put(row, "span", in(line.office));
      set(put(row, "span", "\u00a0"), "class", "line");
      put(row, "span", in(line.name));
      put(row, "span", in(blank_day));
    }
  }
  void gaps(const Page& report) {
    if (report.gaps.empty() || report.to_sign) return;
    Node box = main_.append_child("div");
    set(box, "class", "gaps");
    put(box, "h2", in(Text{"Чего не хватает в записях", "What the records lack"}));
    Node items = box.append_child("ul");
    for (const Gap& gap : report.gaps) {
      Node item = items.append_child("li");
      put(item, "code", gap.where);
      item.append_child(pugi::node_pcdata).set_value((": " + in(gap.what)).c_str());
    }
  }

private:
  std::string in(const Words& words) const { return words.in(style_.language); }

  static std::string classes_of(const Grid& grid) {
    std::string classes = grid.rows.size() <= whole_table ? "table whole" : "table";
    if (is_crowded(grid)) classes += " crowded";
    if (grid.columns.size() > 9) classes += " widest";
    return classes;
  }
  Node begin_table(const Words& title, const std::string& of_class = "table whole") {
    Node box = main_.append_child("section");
    set(box, "class", of_class);
    set(box, "aria-label", in(title));
    set(box, "tabindex", "0");
    Node table = box.append_child("table");
    put(table, "caption", in(title));
    return table;
  }
  void head(Node table, const std::vector<Column>& columns) {
    Node row = table.append_child("thead").append_child("tr");
    for (const Column& column : columns) {
      Node node = put(row, "th", in(column.title));
      set(node, "scope", "col");
      if (column.number)
        set(node, "class", "number");
      else if (is_explanation(column))
        set(node, "class", "how");
    }
  }
  void cell(Node row, const Cell& cell, bool number, bool heads = false) {
    Node node = put(row, heads ? "th" : "td", shown(cell, style_.language));
    if (heads) set(node, "scope", "row");
    const Mark* mark = std::get_if<Mark>(&cell);
    if (std::holds_alternative<Unsaid>(cell))
      set(node, "class", "unsaid");
    else if (std::holds_alternative<Failed>(cell) || (mark && *mark == Mark::no))
      set(node, "class", "no");
    else if (mark && *mark == Mark::yes)
      set(node, "class", "yes");
    else if (number)
      set(node, "class", "number");
  }
  /// What opens on a screen stays off the paper, unless it was asked for.
  bool is_explanation(const Column& column) const {
    return !style_.explain_figures && (column.id == "how" || column.id == "records");
  }
  Node how(Node row) const {
    Node node = row.append_child("td");
    if (!style_.explain_figures) set(node, "class", "how");
    return node;
  }
  void explain(Node parent, const Words& definition, const Addresses& records) {
    if (definition.empty() && records.empty()) {
      parent.append_child(pugi::node_pcdata).set_value("—");
      return;
    }
    Node details = parent.append_child("details");
    if (style_.explain_figures) set(details, "open", "");
    const Words how = definition.empty() ? say({"записей: {}", "records: {}"}, records.size())
                                         : Words("как посчитано", "how it is counted");
    put(details, "summary", in(how));
    if (!definition.empty()) put(details, "p", in(definition));
    if (records.empty()) return;
    Node list = details.append_child("p");
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (i != 0) list.append_child(pugi::node_pcdata).set_value(", ");
      put(list, "code", records[i]);
    }
  }

  Node main_;
  const Style& style_;
  bool explained_;  ///< how figures are counted, and from which records
};

void write_head(Node html, const Page& report, const Style& style) {
  Node head = html.append_child("head");
  set(head.append_child("meta"), "charset", "utf-8");
  Node viewport = head.append_child("meta");
  set(viewport, "name", "viewport");
  set(viewport, "content", "width=device-width, initial-scale=1");
  put(head, "title", report.title.in(style.language));
  put(head, "style", style_sheet);
}

}  // namespace

std::string as_html(const Page& report, const Style& style) {
  pugi::xml_document document;
  document.append_child(pugi::node_doctype).set_value("html");
  Node html = document.append_child("html");
  set(html, "lang", style.language == Language::ru ? "ru" : "en");
  write_head(html, report, style);
  Node body = html.append_child("body");
  PageWriter writer(body.append_child("main"), style, style.explain_figures || !report.to_sign);
  writer.title(report);
  for (const Block& block : report.blocks) std::visit(writer, block);
  writer.gaps(report);
  Node footer = body.append_child("footer");
  for (const Words& line : report.footer) put(footer, "p", line.in(style.language));
  return harmless(written(document, pugi::format_raw | pugi::format_no_declaration)) + '\n';
}

}  // namespace nastavnik::page
