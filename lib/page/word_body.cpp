#include "page/word_body.h"

#include <array>
#include <string_view>

#include "page/column_widths.h"
#include "page/xml.h"

namespace nastavnik::page {
namespace {

using Node = pugi::xml_node;

constexpr Noun bar_line{{"строка", "line"}, {"строки", "lines"}, {"строк", "lines"}};
constexpr int text_mm = 180;  ///< between the margins

/// Lines and tabs of the text become those of the paragraph.
void run(Node paragraph, const std::string& text, bool bold) {
  Node run = paragraph.append_child("w:r");
  if (bold) run.append_child("w:rPr").append_child("w:b");
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", start), text.size());
    with(run, "w:t", {{"xml:space", "preserve"}}).text() = text.substr(start, end - start).c_str();
    if (end < text.size()) run.append_child(text[end] == '\t' ? "w:tab" : "w:br");
    start = end + 1;
  }
}

Node begin_paragraph(Node parent, const char* style) {
  Node node = parent.append_child("w:p");
  with(node.append_child("w:pPr"), "w:pStyle", {{"w:val", style}});
  return node;
}

void paragraph(Node parent, const std::string& text, const char* style) {
  run(begin_paragraph(parent, style), text, false);
}

void draw_borders(Node properties) {
  Node borders = properties.append_child("w:tblBorders");
  for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
    with(borders, side, {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", "808080"}});
}

Node begin_table(Node body, const std::vector<int>& widths, bool bordered) {
  Node table = body.append_child("w:tbl");
  Node properties = table.append_child("w:tblPr");
  with(properties, "w:tblW", {{"w:w", mm(text_mm)}, {"w:type", "dxa"}});
  if (bordered) draw_borders(properties);
  with(properties, "w:tblLayout", {{"w:type", "fixed"}});
  Node grid = table.append_child("w:tblGrid");
  for (const int width : widths) with(grid, "w:gridCol", {{"w:w", std::to_string(width)}});
  return table;
}

Node begin_row(Node table, bool heads) {
  Node row = table.append_child("w:tr");
  Node properties = row.append_child("w:trPr");
  properties.append_child("w:cantSplit");
  if (heads) properties.append_child("w:tblHeader");
  return row;
}

/// How a row of cells is set.
struct Setting {
  const char* style = "TableText";
  bool heads = false;
  bool stays_with_next = false;
};

void cell(Node row, const std::string& text, bool right, int width, const Setting& setting) {
  Node node = row.append_child("w:tc");
  Node properties = node.append_child("w:tcPr");
  with(properties, "w:tcW", {{"w:w", std::to_string(width)}, {"w:type", "dxa"}});
  if (setting.heads) with(properties, "w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", "eef2f5"}});
  Node text_of_cell = begin_paragraph(node, setting.style);
  if (setting.stays_with_next) text_of_cell.child("w:pPr").append_child("w:keepNext");
  if (right) with(text_of_cell.child("w:pPr"), "w:jc", {{"w:val", "right"}});
  run(text_of_cell, text, setting.heads);
}

void keep_with_next(Node paragraph) {
  Node properties = paragraph.child("w:pPr");
  if (!properties.child("w:keepNext")) properties.insert_child_after("w:keepNext", properties.child("w:pStyle"));
}

/// What is signed stands on the page of its signatures: the last words, or the last row of a table.
void keep_last_words(Node body) {
  Node last = body.last_child();
  for (; last && std::string_view(last.name()) == "w:p"; last = last.previous_sibling()) {
    keep_with_next(last);
    if (*last.child("w:r").child("w:t").text().get() != '\0') return;
  }
  for (Node cell = last.last_child().child("w:tc"); cell; cell = cell.next_sibling("w:tc"))
    keep_with_next(cell.child("w:p"));
}

/// A drawing in the line of text; a program that reads aloud says what the chart shows.
void drawing(Node paragraph, const WordChart& chart, const std::string& number, const std::string& relation) {
  constexpr long long emu_in_mm = 36000;
  const std::string width = std::to_string(text_mm * emu_in_mm), height = std::to_string(chart.height_mm * emu_in_mm);
  Node inside = with(paragraph.append_child("w:r").append_child("w:drawing"), "wp:inline",
                     {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
  with(inside, "wp:extent", {{"cx", width}, {"cy", height}});
  with(inside, "wp:docPr", {{"id", number}, {"name", chart.title}, {"descr", chart.told}});
  Node graphic = with(inside, "a:graphic", {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"}});
  constexpr const char* chart_names = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  with(with(graphic, "a:graphicData", {{"uri", chart_names}}), "c:chart",
       {{"xmlns:c", chart_names}, {"r:id", relation}});
}

}  // namespace

void WordBody::title(const Page& report) {
  paragraph(body_, in(report.title), "Title");
  for (const Words& line : report.subtitle) paragraph(body_, in(line), "Subtitle");
}

void WordBody::operator()(const Heading& heading) {
  Node node = begin_paragraph(body_, heading.level <= 2 ? "Heading1" : "Heading2");
  if (heading.on_new_page) node.child("w:pPr").append_child("w:pageBreakBefore");
  run(node, in(heading.text), false);
}

void WordBody::operator()(const Paragraph& block) { paragraph(body_, in(block.text), "Normal"); }

void WordBody::operator()(const Items& list) {
  for (std::size_t i = 0; i < list.items.size(); ++i)
    paragraph(body_, fmt::format("{} {}", list.numbered ? fmt::format("{}.", i + 1) : "–", in(list.items[i])),
              "ListParagraph");
}

void WordBody::operator()(const Figures& block) {
  paragraph(body_, in(block.title), "Caption");
  Grid grid{.columns = {{"figure", {"Показатель", "Figure"}}, {"value", {"Значение", "Value"}, true}}};
  for (const Figure& figure : block.figures) grid.rows.push_back({{figure.title, figure.value}, {}});
  table(grid, false);
  if (!style_.explain_figures) return;
  for (const Figure& figure : block.figures)
    paragraph(body_,
              fmt::format("{}: {}. {}", in(figure.title), in(figure.definition), fmt::join(figure.records, ", ")),
              "Small");
}

void WordBody::operator()(const Grid& grid) {
  paragraph(body_, in(grid.title), "Caption");
  if (grid.rows.empty()) return paragraph(body_, in(grid.when_empty), "Normal");
  table(grid, true);
}

void WordBody::operator()(const Signatures& block) {
  keep_last_words(body_);
  const std::vector<int> widths{45 * twips_in_mm, 42 * twips_in_mm, 50 * twips_in_mm, 43 * twips_in_mm};
  Node table = begin_table(body_, widths, false);
  for (const auto& line : block.lines) {
    Node row = begin_row(table, false);
    const std::array cells{in(line.office), std::string("__________________"), in(line.name), in(blank_day)};
    for (std::size_t i = 0; i < cells.size(); ++i)
      cell(row, cells.at(i), false, widths[i], {"Signature", false, &line != &block.lines.back()});
  }
  paragraph(body_, "", "Small");
}

void WordBody::gaps(const Page& report) {
  if (report.gaps.empty() || report.to_sign) return;
  (*this)(Heading{2, {"Чего не хватает в записях", "What the records lack"}});
  for (const Gap& gap : report.gaps)
    paragraph(body_, fmt::format("– {}: {}", gap.where, in(gap.what)), "ListParagraph");
}

void WordBody::table(const Grid& grid, bool headed) {
  const std::vector<int> widths = column_widths(grid, style_.language, text_mm * twips_in_mm);
  const char* style = is_crowded(grid) ? "TableSmall" : "TableText";
  Node table = begin_table(body_, widths, true);
  const auto write = [&](const auto& text, const Setting& setting) {
    Node row = begin_row(table, setting.heads);
    for (std::size_t i = 0; i < widths.size(); ++i) cell(row, text(i), grid.columns[i].number, widths[i], setting);
  };
  if (headed) write([&](std::size_t i) { return in(grid.columns[i].title); }, {style, true, true});
  for (std::size_t n = 0; n < grid.rows.size(); ++n) {
    const bool together = n + 1 < grid.rows.size() && (n == 0 || grid.rows.size() <= whole_table);
    write([&](std::size_t i) { return shown(grid.rows[n].cells[i], style_.language); }, {style, false, together});
  }
  paragraph(body_, "", "Small");
}

void WordBody::place(const std::vector<WordChart>& charts, const Words& title, std::size_t lines) {
  if (charts.empty())
    paragraph(body_,
              in(say({"Диаграмма «{}» не нарисована: в ней {}, числа стоят в таблицах.",
                      "The chart “{}” is not drawn: it has {}; the numbers stand in the tables."},
                     title, Count{static_cast<long long>(lines), bar_line})),
              "Normal");
  for (const WordChart& chart : charts) place(chart);
}

void WordBody::place(const WordChart& chart) {
  const auto number = static_cast<int>(charts_.size());
  paragraph(body_, chart.title, "Caption");
  drawing(begin_paragraph(body_, "Chart"), chart, std::to_string(number + 1),
          fmt::format("rId{}", first_chart_ + number));
  charts_.push_back(chart.part);
}

}  // namespace nastavnik::page
