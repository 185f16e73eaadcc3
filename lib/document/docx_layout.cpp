#include "document/docx_layout.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "document/filling.h"

namespace nastavnik {
namespace {

bool is(pugi::xml_node node, std::string_view name) { return node.name() == name; }

void collect(pugi::xml_node node, std::string& text) {
  for (pugi::xml_node child : node.children()) {
    if (is(child, "w:t")) text += child.text().get();
    collect(child, text);
  }
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  collect(node, text);
  return text;
}

std::vector<pugi::xml_node> cells_of(pugi::xml_node row) {
  std::vector<pugi::xml_node> cells;
  for (pugi::xml_node cell : row.children("w:tc")) cells.push_back(cell);
  return cells;
}

bool is_heading(pugi::xml_node row) { return row.child("w:trPr").child("w:tblHeader"); }

/// Each row has a cell in each column.
bool is_even(pugi::xml_node table, std::size_t columns) {
  for (pugi::xml_node row : table.children("w:tr")) {
    const std::vector<pugi::xml_node> cells = cells_of(row);
    const bool spans = std::any_of(cells.begin(), cells.end(), [](pugi::xml_node cell) {
      return cell.child("w:tcPr").child("w:gridSpan") || cell.child("w:tcPr").child("w:vMerge");
    });
    if (spans || cells.size() != columns) return false;
  }
  return true;
}

/// Takes the columns out of a row or of the grid and gives their width to those that stay.
void drop(const std::vector<pugi::xml_node>& columns, const std::vector<bool>& dropped,
          pugi::xml_attribute (*width)(pugi::xml_node)) {
  int whole = 0, left = 0;
  for (std::size_t i = 0; i < columns.size() && i < dropped.size(); ++i) {
    whole += width(columns[i]).as_int();
    left += dropped[i] ? 0 : width(columns[i]).as_int();
  }
  for (std::size_t i = 0; i < columns.size() && i < dropped.size(); ++i) {
    if (dropped[i])
      columns[i].parent().remove_child(columns[i]);
    else if (left > 0)
      width(columns[i]) = width(columns[i]).as_int() * whole / left;
  }
}

void keep_with_next(pugi::xml_node paragraph) {
  pugi::xml_node properties = paragraph.child("w:pPr");
  if (!properties) properties = paragraph.prepend_child("w:pPr");
  if (properties.child("w:keepNext")) return;
  if (pugi::xml_node style = properties.child("w:pStyle"))
    properties.insert_child_after("w:keepNext", style);
  else
    properties.prepend_child("w:keepNext");
}

void keep_row_with_next(pugi::xml_node row) {
  for (pugi::xml_node cell : row.children("w:tc"))
    for (pugi::xml_node paragraph : cell.children("w:p")) keep_with_next(paragraph);
}

/// The last paragraphs before a table: two of them, empty ones not counted. A row of a table before it does for one.
void keep_what_precedes(pugi::xml_node table) {
  int words = 0;
  pugi::xml_node before = table.previous_sibling();
  for (; is(before, "w:p") && words < 2; before = before.previous_sibling()) {
    keep_with_next(before);
    words += text_of(before).empty() ? 0 : 1;
  }
  if (words < 2 && is(before, "w:tbl")) keep_row_with_next(before.last_child());
}

/// The last row of a table does not go to a new page alone.
bool is_last_but_one(pugi::xml_node row) {
  const pugi::xml_node next = row.next_sibling("w:tr");
  return next && !next.next_sibling("w:tr");
}

void keep_table(pugi::xml_node table) {
  const bool headed = is_heading(table.child("w:tr"));
  if (!headed) keep_what_precedes(table);
  if (headed && is(table.previous_sibling(), "w:p")) keep_with_next(table.previous_sibling());
  for (pugi::xml_node row : table.children("w:tr"))
    if (row.next_sibling("w:tr") && (is_heading(row) || !headed || is_last_but_one(row))) keep_row_with_next(row);
}

}  // namespace

std::vector<bool> optional_columns(pugi::xml_node table) {
  std::vector<bool> optional;
  const pugi::xml_node heading = table.child("w:tr");
  if (!is_heading(heading)) return optional;
  for (const pugi::xml_node& cell : cells_of(heading)) {
    const Marks marks = marks_of(text_of(cell));
    optional.push_back(!marks.opens.empty() && marks.opens == marks.closes);
  }
  return optional;
}

void drop_silent_columns(pugi::xml_node table, const std::vector<bool>& optional) {
  if (!is_even(table, optional.size())) return;
  std::vector<bool> dropped = optional;
  const std::vector<pugi::xml_node> headings = cells_of(table.child("w:tr"));
  for (std::size_t i = 0; i < headings.size(); ++i) dropped[i] = optional[i] && text_of(headings[i]).empty();
  if (std::find(dropped.begin(), dropped.end(), true) == dropped.end()) return;
  std::vector<pugi::xml_node> grid;
  for (pugi::xml_node column : table.child("w:tblGrid").children("w:gridCol")) grid.push_back(column);
  drop(grid, dropped, [](pugi::xml_node column) { return column.attribute("w:w"); });
  for (pugi::xml_node row : table.children("w:tr"))
    drop(cells_of(row), dropped,
         [](pugi::xml_node cell) { return cell.child("w:tcPr").child("w:tcW").attribute("w:w"); });
}

void keep_together(pugi::xml_node body) {
  for (pugi::xml_node block : body.children()) {
    if (is(block, "w:tbl")) keep_table(block);
    if (is(block, "w:p") && text_of(block).ends_with(':')) keep_with_next(block);
  }
}

}  // namespace nastavnik
