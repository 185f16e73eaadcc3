#pragma once
#include <vector>

#include <pugixml.hpp>

// Columns of a .docx that its template may leave out.

namespace nastavnik {

/// For each column, whether its heading is a section: where that shows nothing, the column is left out.
std::vector<bool> optional_columns(pugi::xml_node table);

/// Leaves out those of the columns whose heading now says nothing; the others share their width.
void drop_silent_columns(pugi::xml_node table, const std::vector<bool>& optional);

}  // namespace nastavnik
