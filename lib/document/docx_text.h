#pragma once
#include <string>
#include <vector>

#include <pugixml.hpp>

namespace nastavnik {

/// The texts below a node in their order; those of a text box inside it are the box's own.
void collect_texts(pugi::xml_node node, std::vector<pugi::xml_node>& texts);

std::string text_of_paragraph(pugi::xml_node node);

}  // namespace nastavnik
