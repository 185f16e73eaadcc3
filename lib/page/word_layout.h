#pragma once
#include <string>

#include <pugixml.hpp>

// How a document of Word lies on its pages.

namespace nastavnik::page {

/// The text of all that stands in the node.
std::string word_text_of(pugi::xml_node node);
/// Whether the row of a table is a heading that stands on each page.
bool is_heading_row(pugi::xml_node row);

/// No page parts a lead-in from what it leads to, a heading row from its first row, or a signature from the last words
/// that are signed.
void keep_together(pugi::xml_node body);

}  // namespace nastavnik::page
