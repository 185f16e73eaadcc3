#include "document/docx_columns.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "document/filling.h"
#include "page/word_layout.h"

namespace nastavnik {
namespace {

std::vector<pugi::xml_node> cells_of(pugi::xml_node row) {
  std::vector<pugi::xml_node> cells;
  for (pugi::xml_node cell : row.children("w:tc")) cells.push_back(cell);
  return cells;
}

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

}  // namespace

std::vector<bool> optional_columns(pugi::xml_node table) {
  std::vector<bool> optional;
  const pugi::xml_node heading = table.child("w:tr");
  if (!page::is_heading_row(heading)) return optional;
  for (const pugi::xml_node& cell : cells_of(heading)) {
    const Marks marks = marks_of(page::word_text_of(cell));
    optional.push_back(!marks.opens.empty() && marks.opens == marks.closes);
  }
  return optional;
}

void drop_silent_columns(pugi::xml_node table, const std::vector<bool>& optional) {
  if (!is_even(table, optional.size())) return;
  std::vector<bool> dropped = optional;
  const std::vector<pugi::xml_node> headings = cells_of(table.child("w:tr"));
  for (std::size_t i = 0; i < headings.size(); ++i) dropped[i] = optional[i] && page::word_text_of(headings[i]).empty();
  if (std::find(dropped.begin(), dropped.end(), true) == dropped.end()) return;
  std::vector<pugi::xml_node> grid;
  for (pugi::xml_node column : table.child("w:tblGrid").children("w:gridCol")) grid.push_back(column);
  drop(grid, dropped, [](pugi::xml_node column) { return column.attribute("w:w"); });
  for (pugi::xml_node row : table.children("w:tr"))
    drop(cells_of(row), dropped,
         [](pugi::xml_node cell) { return cell.child("w:tcPr").child("w:tcW").attribute("w:w"); });
}

}  // namespace nastavnik
