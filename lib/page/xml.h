#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

// XML of the formats: a node with what it says, a document as bytes.

namespace nastavnik::page {

/// An empty document with its XML declaration and root.
pugi::xml_node begin(pugi::xml_document& document, const char* root);
/// A new last child with its attributes, in this order.
pugi::xml_node with(pugi::xml_node parent, const char* name,
                    std::initializer_list<std::pair<const char*, std::string>> attributes = {});
/// Whether XML can hold the text: it has no control characters, and neither U+FFFE nor U+FFFF.
bool can_be_xml(std::string_view utf8);
/// The text with � for each sign that XML cannot hold.
std::string as_xml(std::string_view utf8);
/// UTF-8, nothing added between the nodes; what XML cannot hold is replaced in them.
std::string written(pugi::xml_document& document, unsigned flags = pugi::format_raw);

}  // namespace nastavnik::page
