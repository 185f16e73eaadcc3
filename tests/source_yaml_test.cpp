#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "source/node.h"
#include "source/source.h"
#include "source/yaml.h"

namespace nastavnik {
namespace {

/// What a reader of the text finds under `key`.
struct ReadBack {
  explicit ReadBack(std::string text) : yaml(std::move(text)) {
    sources[sources.add("x.yaml")].text = yaml;
    root = parse(0, sources, arena, nodes, findings);
  }
  const Node& value() const {
    REQUIRE(root);
    return *root->entries.at(0).value;
  }
  std::string yaml;
  Sources sources{};
  Arena arena{};
  std::pmr::monotonic_buffer_resource nodes{};
  Findings findings{};
  const Node* root = nullptr;
};

TEST_CASE("a text is plain only where it is surely read as the same text") {
  CHECK(as_yaml(yaml_text("Переезд в город, надолго")) == "Переезд в город, надолго");
  CHECK(as_yaml(yaml_text("Переезд в город, надолго"), true) == "\"Переезд в город, надолго\"");
  CHECK(as_yaml(yaml_text("«Школа»")) == "«Школа»");
  CHECK(as_yaml(yaml_text("IT-класс: да")) == "\"IT-класс: да\"");
  CHECK(as_yaml(yaml_text("IT-класс")) == "IT-класс");
  CHECK(as_yaml(yaml_text("No")) == "\"No\"");
  CHECK(as_yaml(yaml_text("раз\nдва")) == "\"раз\\nдва\"");
  for (const char* text :
       {"", "yes", "12", "- раз", "Причина: переезд", "Приказ #5 Приказ #6", "Конец:", " Пробел", "Пробел ", "Да\nнет",
        "\"так\"", "a\\b", "Табуляция\t", "null", "Ё]", "Ё, {ж}", "Да?", "Да ?нет", "https://x.ru/a?b"})
    for (const bool in_flow : {false, true}) {
      CAPTURE(text);
      const ReadBack read(in_flow ? "key: [" + as_yaml(yaml_text(text), true) + "]\n"
                                  : "key: " + as_yaml(yaml_text(text)) + "\n");
      CHECK((in_flow ? read.value().items.at(0)->text : read.value().text) == text);
      CHECK(read.findings.empty());
    }
}

TEST_CASE("a mapping reads back the same as a block and in braces") {
  const YamlValue mapping = yaml_mapping({{"date", yaml_word("2025-09-15")},
                                          {"reason", yaml_text("Да, «уехал» [сам]")},
                                          {"compiled_by", yaml_words({"p-002", "p-003"})}});
  CHECK(behind_dash(mapping, 2, "\r\n") ==
        " date: 2025-09-15\r\n    reason: Да, «уехал» [сам]\r\n    compiled_by: [p-002, p-003]");
  for (const std::string& text : {"key:\n" + shown_item(mapping), "key: [" + as_yaml(mapping, true) + "]\n"}) {
    const ReadBack read(text);
    const Node& item = *read.value().items.at(0);
    REQUIRE(item.entries.size() == 3);
    CHECK(item.entries[1].value->text == "Да, «уехал» [сам]");
    REQUIRE(item.entries[2].value->items.size() == 2);
    CHECK(item.entries[2].value->items[1]->text == "p-003");
  }
}

}  // namespace
}  // namespace nastavnik
