#pragma once
#include <vector>

#include <pugixml.hpp>

// How a filled .docx lies on its pages.

namespace nastavnik {

/// For each column, whether its heading is a section: where that shows nothing, the column is left out.
std::vector<bool> optional_columns(pugi::xml_node table);

/// Leaves out those of the columns whose heading now says nothing; the others share their width.
void drop_silent_columns(pugi::xml_node table, const std::vector<bool>& optional);

/// No page parts a lead-in from what it leads to, a heading row from its first row, or a signature from the last words
/// that are signed.
void keep_together(pugi::xml_node body);

}  // namespace nastavnik
