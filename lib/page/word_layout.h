#pragma once
#include <pugixml.hpp>

// How a document of Word lies on its pages.

namespace nastavnik::page {

/// No page parts a lead-in from what it leads to, a heading row from its first row, or a signature from the last words
/// that are signed.
void keep_together(pugi::xml_node body);

}  // namespace nastavnik::page
