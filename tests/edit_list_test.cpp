#include <doctest/doctest.h>

#include "edit/list.h"
#include "source/node.h"
#include "tests/memory_tree.h"

using namespace nastavnik;

namespace {

const std::vector<KeyAndValue> item{{"rule", yaml_word("P2-2")}, {"reason", yaml_text("Переезд")}};

/// The list of the text as the reader of records sees it, then the text with the item.
std::string added(std::string text, const std::vector<KeyAndValue>& what = item) {
  Sources sources;
  sources[sources.add("waivers.yaml")].text = text;
  Arena arena;
  std::pmr::monotonic_buffer_resource nodes;
  Findings findings;
  ListInText list{.key = "waivers"};
  const Node* root = parse(0, sources, arena, nodes, findings);
  if (root)
    for (const NodeEntry& entry : root->entries) {
      if (entry.key != "waivers" || entry.value->kind != Node::Kind::list) continue;
      list.list = Bytes{entry.value->span.begin, entry.value->span.size};
      for (const Node* one : entry.value->items) list.items.push_back({one->span.begin, one->span.size});
    }
  return with_item(text, list, what).value_or("(refused)");
}

}  // namespace

TEST_CASE("an item goes behind the last one, and every other byte stays") {
  CHECK(added("waivers:\n  - rule: a\n    reason: b\n") ==
        "waivers:\n  - rule: a\n    reason: b\n  - rule: P2-2\n    reason: Переезд\n");
  CHECK(added("waivers:\n- rule: a\n") == "waivers:\n- rule: a\n- rule: P2-2\n  reason: Переезд\n");
  CHECK(
      added("# голова\nwaivers: # решения\n    -   rule: a   # почему\n\n# хвост\nx-note: 1\n") ==
      "# голова\nwaivers: # решения\n    -   rule: a   # почему\n    - rule: P2-2\n      reason: Переезд\n\n# хвост\nx-note: 1\n");
  CHECK(added("waivers:\n  -\n    rule: a\n") == "waivers:\n  -\n    rule: a\n  - rule: P2-2\n    reason: Переезд\n");
  CHECK(
      added("waivers:\n  - rule: a\n    reason: |\n      длинно\n      и долго\nx: 1\n") ==
      "waivers:\n  - rule: a\n    reason: |\n      длинно\n      и долго\n  - rule: P2-2\n    reason: Переезд\nx: 1\n");
  CHECK(added("waivers:\n  - {rule: a}\n") == "waivers:\n  - {rule: a}\n  - rule: P2-2\n    reason: Переезд\n");
}

TEST_CASE("line ends and a missing last one stay as they were") {
  CHECK(added("waivers:\r\n  - rule: a\r\n") == "waivers:\r\n  - rule: a\r\n  - rule: P2-2\r\n    reason: Переезд\r\n");
  CHECK(added("waivers:\n  - rule: a") == "waivers:\n  - rule: a\n  - rule: P2-2\n    reason: Переезд");
  CHECK(added("waivers:\r\n  - rule: a # б") == "waivers:\r\n  - rule: a # б\r\n  - rule: P2-2\r\n    reason: Переезд");
}

TEST_CASE("a first item finds its place") {
  const std::string block = "waivers:\n  - rule: P2-2\n    reason: Переезд\n";
  CHECK(added("") == block);
  CHECK(added("# голова\n") == "# голова\n" + block);
  CHECK(added("x-note: 1") == "x-note: 1\n" + block);
  CHECK(added("waivers: []\n") == block);
  CHECK(added("waivers: [ ]   # пока нет\nx: 1\n") ==
        "waivers:   # пока нет\n  - rule: P2-2\n    reason: Переезд\nx: 1\n");
  CHECK(added("waivers: [\n]\n") == block);
  CHECK(added("waivers:\n") == block);
  CHECK(added("waivers:   # пока нет\nx: 1\n") == "waivers:   # пока нет\n  - rule: P2-2\n    reason: Переезд\nx: 1\n");
  CHECK(added("waivers: []") == "waivers:\n  - rule: P2-2\n    reason: Переезд");
  CHECK(added("waivers: [ # никого\n]\n") == "(refused)");
}

TEST_CASE("a flow list stays one") {
  CHECK(added("waivers: [{rule: a}]\n") == "waivers: [{rule: a}, {rule: P2-2, reason: Переезд}]\n");
  CHECK(added("waivers: [{rule: a},]\n") == "waivers: [{rule: a}, {rule: P2-2, reason: Переезд},]\n");
  CHECK(added("waivers: [{rule: a}]\n",
              {{"reason", yaml_text("Да, он \"ушёл\" \\ [сам]")}, {"by", yaml_words({"p-002", "p-003"})}}) ==
        "waivers: [{rule: a}, {reason: \"Да, он \\\"ушёл\\\" \\\\ [сам]\", by: [p-002, p-003]}]\n");
}

TEST_CASE("only the named lines go") {
  const std::string text = "# a\r\nb\r\nc\nd";
  CHECK(without_lines(text, {}) == text);
  CHECK(without_lines(text, {5}) == "# a\r\nc\nd");
  CHECK(without_lines(text, {10, 0}) == "b\r\nc\n");
  CHECK(without_lines(text, {5, 5}) == "# a\r\nc\nd");
}
