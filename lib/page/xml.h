#pragma once
#include <initializer_list>
#include <string>
#include <utility>

#include <pugixml.hpp>

// XML of the formats: a node with what it says, a document as bytes.

namespace nastavnik::page {

/// An empty document with its XML declaration and root.
pugi::xml_node begin(pugi::xml_document& document, const char* root);
/// A new last child with its attributes, in this order.
pugi::xml_node with(pugi::xml_node parent, const char* name,
                    std::initializer_list<std::pair<const char*, std::string>> attributes = {});
/// UTF-8, nothing added between the nodes.
std::string written(const pugi::xml_document& document, unsigned flags = pugi::format_raw);

}  // namespace nastavnik::page
