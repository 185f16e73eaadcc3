#include "page/word_body.h"

#include <string_view>

#include "base/text.h"
#include "page/column_widths.h"
#include "page/xml.h"

namespace nastavnik::page {
namespace {

using Node = pugi::xml_node;

constexpr Noun bar_line{{"строка", "line"}, {"строки", "lines"}, {"строк", "lines"}};

const char* style_of(Role role) {
  switch (role) {
    case Role::title: return "Title";
    case Role::subtitle: return "Subtitle";
    case Role::heading: return "Heading2";
    case Role::subheading: return "Heading3";
    case Role::caption: return "Caption";
    case Role::chapter: return "Heading1";
    case Role::centred: return "Centred";
    case Role::stamp: return "Stamp";
    case Role::text: return "BodyText";
    case Role::flush: return "Flush";
    case Role::numbered: return "Numbered";
    case Role::dashed: return "Dashed";
    case Role::note: return "Note";
    case Role::quote: return "Quote";
    case Role::sample: return "Sample";
    case Role::signature: return "Signature";
  }
  return "Normal";
}

/// The style of the table and that of its cells; where there is none, a cell has that of its paragraph.
struct TableStyle {
  const char* table;
  const char* cells;
};

TableStyle style_of(const Table& table) {
  if (table.kind == Table::Kind::form) return {"Form", "Cell"};
  if (table.kind == Table::Kind::plain) return {"Plain", nullptr};
  return {"Figures", is_crowded(table) ? "TableSmall" : "TableText"};
}

/// Lines and tabs of the text become those of the paragraph.
void add_run(Node paragraph, const Run& run, bool bold) {
  Node node = paragraph.append_child("w:r");
  if (bold || run.look == Look::bold) node.append_child("w:rPr").append_child("w:b");
  if (run.look == Look::missing) with(node.append_child("w:rPr"), "w:highlight", {{"w:val", "yellow"}});
  const std::string text = run.look == Look::code ? run.text : held_together(run.text);
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", start), text.size());
    with(node, "w:t", {{"xml:space", "preserve"}}).text() = text.substr(start, end - start).c_str();
    if (end < text.size()) node.append_child(text[end] == '\t' ? "w:tab" : "w:br");
    start = end + 1;
  }
}

void add_runs(Node paragraph, const Runs& runs, bool bold = false) {
  for (const Run& run : runs) add_run(paragraph, run, bold);
}

Node begin_paragraph(Node parent, const char* style) {
  Node node = parent.append_child("w:p");
  with(node.append_child("w:pPr"), "w:pStyle", {{"w:val", style}});
  return node;
}

/// The heading of a listing says what its rows say by themselves.
bool shows_heading(const Table& table) {
  return table.rows.front().header && (table.kind != Table::Kind::listing || table.columns.size() > 2);
}

Node begin_table(Node body, const Table& table, const std::vector<int>& widths) {
  int whole = 0;
  for (const int width : widths) whole += width;
  Node node = body.append_child("w:tbl");
  Node properties = node.append_child("w:tblPr");
  with(properties, "w:tblStyle", {{"w:val", style_of(table).table}});
  with(properties, "w:tblW", {{"w:w", std::to_string(whole)}, {"w:type", "dxa"}});
  with(properties, "w:tblLayout", {{"w:type", "fixed"}});
  with(properties, "w:tblLook",
       {{"w:val", shows_heading(table) ? "0620" : "0600"},  // the same in bits, which LibreOffice reads
        {"w:firstRow", shows_heading(table) ? "1" : "0"},
        {"w:noHBand", "1"},
        {"w:noVBand", "1"}});
  Node grid = node.append_child("w:tblGrid");
  for (const int width : widths) with(grid, "w:gridCol", {{"w:w", std::to_string(width)}});
  return node;
}

std::vector<int> widths_of(const Table& table, int whole) {
  if (table.columns.front().width == 0) return column_widths(table, whole);
  std::vector<int> widths;
  for (const Column& column : table.columns) widths.push_back(whole * column.width / 100);
  return widths;
}

void add_cell(Node row, const Table& table, const Paragraph& cell, std::size_t column, int width, bool header,
              bool keeps) {
  Node node = row.append_child("w:tc");
  with(node.append_child("w:tcPr"), "w:tcW", {{"w:w", std::to_string(width)}, {"w:type", "dxa"}});
  const char* style = style_of(table).cells;
  Node paragraph = begin_paragraph(node, style ? style : style_of(cell.role));
  Node properties = paragraph.child("w:pPr");
  if (keeps) properties.append_child("w:keepNext");
  const Align align = header && table.kind == Table::Kind::form ? Align::centre : table.columns[column].align;
  if (align != Align::left) with(properties, "w:jc", {{"w:val", align == Align::centre ? "center" : "right"}});
  add_runs(paragraph, cell.runs, header);
}

/// A drawing in the line of text; a program that reads aloud says what the chart shows.
void draw(Node paragraph, const WordChart& chart, int width_mm, const std::string& number,
          const std::string& relation) {
  constexpr long long emu_in_mm = 36000;
  const std::string width = std::to_string(width_mm * emu_in_mm), height = std::to_string(chart.height_mm * emu_in_mm);
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

WordBody::WordBody(Node body, const Page& page, int first_chart) : body_(body), page_(page), first_chart_(first_chart) {
  const Margins margins = margins_of(page);
  width_mm_ = (page.landscape ? 297 : 210) - margins.left - margins.right;
}

Node WordBody::begin(const char* style) {
  Node node = begin_paragraph(body_, style);
  if (std::exchange(new_page_, false)) node.child("w:pPr").append_child("w:pageBreakBefore");
  return node;
}

void WordBody::say(const std::string& text, const char* style) { add_run(begin(style), {text}, false); }

void WordBody::operator()(const Paragraph& paragraph) {
  Node node = begin(style_of(paragraph.role));
  if (page_.landscape && paragraph.role == Role::stamp)
    with(node.child("w:pPr"), "w:ind", {{"w:left", std::to_string(twips(width_mm_ * 2 / 3))}});
  add_runs(node, paragraph.runs);
}

void WordBody::operator()(const Items& list) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    Runs runs = list.items[i];
    runs.front().text.insert(0, list.numbered ? fmt::format("{}. ", i + 1) : "– ");
    add_runs(begin("ListParagraph"), runs);
  }
}

void WordBody::operator()(const Notice& notice) {
  say(notice.title, style_of(Role::heading));
  (*this)(notice.items);
}

void WordBody::operator()(const Table& table) {
  if (table.rows.empty()) return;
  // Word takes two tables without a paragraph between for one, with the borders of the last.
  if (new_page_ || std::string_view(body_.last_child().name()) == "w:tbl") begin("Flush");
  if (!table.title.empty()) say(table.title, "Caption");
  const bool counted = table.kind == Table::Kind::grid || table.kind == Table::Kind::listing;
  const bool whole = counted && table.rows.size() <= whole_table + 1;
  const std::vector<int> widths = widths_of(table, twips(width_mm_));
  Node node = begin_table(body_, table, widths);
  for (std::size_t n = 0; n < table.rows.size(); ++n) {
    const Row& row = table.rows[n];
    if (row.header && !shows_heading(table)) continue;
    Node line = node.append_child("w:tr");
    Node properties = line.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (row.header) properties.append_child("w:tblHeader");
    const bool keeps = counted && n + 1 < table.rows.size() && (n <= 1 || whole);
    for (std::size_t i = 0; i < row.cells.size() && i < widths.size(); ++i)
      add_cell(line, table, row.cells[i], i, widths[i], row.header, keeps);
  }
  if (page_.unfolded) explain(table);
  if (counted) say("", "Note");
}

void WordBody::explain(const Table& table) {
  const auto add = [&](const std::string& of, const Basis& basis) {
    if (!basis.empty())
      say(fmt::format("{}: {}{}{}", of, basis.definition, basis.definition.empty() ? "" : ". ",
                      fmt::join(basis.records, ", ")),
          "Note");
  };
  add(table.title, table.basis);
  for (const Row& row : table.rows) add(row.cells.front().text(), row.basis);
}

void WordBody::place(const std::vector<WordChart>& charts, const Words& title, std::size_t lines) {
  if (charts.empty())
    say(nastavnik::say({"Диаграмма «{}» не нарисована: в ней {}, числа стоят в таблицах.",
                        "The chart “{}” is not drawn: it has {}; the numbers stand in the tables."},
                       title, Count{static_cast<long long>(lines), bar_line})
            .in(page_.language),
        "BodyText");
  for (const WordChart& chart : charts) place(chart);
}

void WordBody::place(const WordChart& chart) {
  const auto number = static_cast<int>(charts_.size());
  say(chart.title, "Caption");
  draw(begin("Chart"), chart, width_mm_, std::to_string(number + 1), fmt::format("rId{}", first_chart_ + number));
  charts_.push_back(chart.part);
}

}  // namespace nastavnik::page
