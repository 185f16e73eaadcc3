#include "document/docx_text.h"

#include <string_view>

namespace nastavnik {
namespace {

bool is(pugi::xml_node node, std::string_view name) { return node.name() == name; }

}  // namespace

void collect_texts(pugi::xml_node node, std::vector<pugi::xml_node>& texts) {
  for (pugi::xml_node child : node.children()) {
    if (is(child, "w:t"))
      texts.push_back(child);
    else if (!is(child, "w:txbxContent") && !is(child, "w:pPr"))
      collect_texts(child, texts);
  }
}

std::string text_of_paragraph(pugi::xml_node node) {
  std::vector<pugi::xml_node> texts;
  collect_texts(node, texts);
  std::string all;
  for (const pugi::xml_node& text : texts) all += text.text().get();
  return all;
}

}  // namespace nastavnik
