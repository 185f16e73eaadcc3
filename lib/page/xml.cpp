#include "page/xml.h"

namespace nastavnik::page {
namespace {

struct StringWriter : pugi::xml_writer {
  std::string bytes;
  void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
};

/// The length of the sign that begins here and that XML cannot hold; 0 where it can.
std::size_t no_xml_at(std::string_view rest) {
  const auto first = static_cast<unsigned char>(rest.front());
  if (first < 0x20) return first == '\t' || first == '\n' || first == '\r' ? 0 : 1;
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

/// Replaces in values and attributes what XML cannot hold.
struct Cleaner : pugi::xml_tree_walker {
  bool for_each(pugi::xml_node& node) override {
    if (!can_be_xml(node.value())) node.set_value(as_xml(node.value()).c_str());
    for (pugi::xml_attribute one : node.attributes())
      if (!can_be_xml(one.value())) one.set_value(as_xml(one.value()).c_str());
    return true;
  }
};

}  // namespace

pugi::xml_node begin(pugi::xml_document& document, const char* root) {
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  declaration.append_attribute("standalone") = "yes";
  return document.append_child(root);
}

pugi::xml_node with(pugi::xml_node parent, const char* name,
                    std::initializer_list<std::pair<const char*, std::string>> attributes) {
  pugi::xml_node node = parent.append_child(name);
  for (const auto& [key, value] : attributes) node.append_attribute(key) = value.c_str();
  return node;
}

bool can_be_xml(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size(); ++at)
    if (no_xml_at(utf8.substr(at)) != 0) return false;
  return true;
}

std::string as_xml(std::string_view utf8) {
  std::string result;
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const std::size_t size = no_xml_at(utf8.substr(at));
    if (size == 0) {
      result += utf8[at];
    } else {
      result += "\uFFFD";
      at += size - 1;
    }
  }
  return result;
}

std::string written(pugi::xml_document& document, unsigned flags) {
  Cleaner cleaner;
  document.traverse(cleaner);
  StringWriter out;
  document.save(out, "", flags, pugi::encoding_utf8);
  return out.bytes;
}

}  // namespace nastavnik::page
