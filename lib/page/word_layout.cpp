#include "page/word_layout.h"

#include <string>
#include <string_view>

namespace nastavnik::page {
namespace {

bool is(pugi::xml_node node, std::string_view name) { return node.name() == name; }

void collect(pugi::xml_node node, std::string& text) {
  for (pugi::xml_node child : node.children()) {
    if (is(child, "w:t")) text += child.text().get();
    collect(child, text);
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
    words += word_text_of(before).empty() ? 0 : 1;
  }
  if (words < 2 && is(before, "w:tbl")) keep_row_with_next(before.last_child());
}

/// The last row of a table does not go to a new page alone.
bool is_last_but_one(pugi::xml_node row) {
  const pugi::xml_node next = row.next_sibling("w:tr");
  return next && !next.next_sibling("w:tr");
}

void keep_table(pugi::xml_node table) {
  const bool headed = is_heading_row(table.child("w:tr"));
  if (!headed) keep_what_precedes(table);
  if (headed && is(table.previous_sibling(), "w:p")) keep_with_next(table.previous_sibling());
  for (pugi::xml_node row : table.children("w:tr"))
    if (row.next_sibling("w:tr") && (is_heading_row(row) || !headed || is_last_but_one(row))) keep_row_with_next(row);
}

}  // namespace

std::string word_text_of(pugi::xml_node node) {
  std::string text;
  collect(node, text);
  return text;
}

bool is_heading_row(pugi::xml_node row) { return row.child("w:trPr").child("w:tblHeader"); }

void keep_together(pugi::xml_node body) {
  for (pugi::xml_node block : body.children()) {
    if (is(block, "w:tbl")) keep_table(block);
    if (is(block, "w:p") && word_text_of(block).ends_with(':')) keep_with_next(block);
  }
}

}  // namespace nastavnik::page
