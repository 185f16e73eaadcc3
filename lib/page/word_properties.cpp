#include "page/word_properties.h"

#include <fmt/format.h>

namespace nastavnik::page {
namespace {

pugi::xml_node set(pugi::xml_node properties, const char* name, const std::string& value) {
  pugi::xml_node node = properties.child(name);
  if (!node) node = properties.append_child(name);
  node.text() = value.c_str();
  return node;
}

void set_time(pugi::xml_node properties, const char* name, Date day) {
  pugi::xml_node node = set(properties, name, fmt::format("{}T12:00:00Z", iso(day)));
  node.remove_attributes();
  node.append_attribute("xsi:type") = "dcterms:W3CDTF";
}

}  // namespace

void tell_properties(pugi::xml_node properties, const std::string& title, const std::string& description, Date day) {
  set(properties, "dc:title", title);
  set(properties, "dc:description", description);
  set_time(properties, "dcterms:created", day);
  set_time(properties, "dcterms:modified", day);
  for (const char* gone : {"cp:lastModifiedBy", "cp:revision", "cp:lastPrinted"}) properties.remove_child(gone);
}

}  // namespace nastavnik::page
