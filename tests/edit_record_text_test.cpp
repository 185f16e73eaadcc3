#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "edit/diff.h"
#include "edit/record_text.h"
#include "source/node.h"
#include "source/yaml.h"
#include "tests/made_record.h"

namespace nastavnik {
namespace {

const YamlValue waiver = yaml_mapping({{"rule", yaml_word("P2-2")}, {"reason", yaml_text("Переезд")}});

std::string added(const std::string& text, const YamlValue& item = waiver) {
  RecordText record(text);
  return record.insert({"waivers"}, record.size_of({"waivers"}), item) ? record.text() : "(refused)";
}

std::string with(const std::string& text, const NodePath& path, const YamlValue& value,
                 const std::vector<std::string_view>& earlier) {
  RecordText record(text);
  return record.set(path, value, earlier) ? record.text() : "(refused)";
}

std::string with(const std::string& text, const NodePath& path, const YamlValue& value) {
  RecordText record(text);
  return record.set(path, value) ? record.text() : "(refused)";
}

std::string without(const std::string& text, const NodePath& path) {
  RecordText record(text);
  return record.remove(path) ? record.text() : "(refused)";
}

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
  CHECK(with("a: 1\r\nc: 3\r\n", {"b"}, yaml_word("2"), {"a"}) == "a: 1\r\nb: 2\r\nc: 3\r\n");
  CHECK(without("a: 1\nb: 2", {"b"}) == "a: 1");
  CHECK(without("a: 1\r\nb: 2", {"b"}) == "a: 1");
}

TEST_CASE("a first item finds its place") {
  const std::string block = "waivers:\n  - rule: P2-2\n    reason: Переезд";
  CHECK(added("") == block + "\n");
  CHECK(added("# голова\n") == "# голова\n" + block + "\n");
  CHECK(added("x-note: 1") == "x-note: 1\n" + block);
  CHECK(added("waivers: []\n") == block + "\n");
  CHECK(added("waivers: [ ]   # пока нет\nx: 1\n") ==
        "waivers:   # пока нет\n  - rule: P2-2\n    reason: Переезд\nx: 1\n");
  CHECK(added("waivers: [\n]\n") == block + "\n");
  CHECK(added("waivers:\n") == block + "\n");
  CHECK(added("waivers:   # пока нет\nx: 1\n") == "waivers:   # пока нет\n  - rule: P2-2\n    reason: Переезд\nx: 1\n");
  CHECK(added("waivers: []") == block);
  CHECK(added("waivers: [ # никого\n]\n") == "(refused)");
  CHECK(added("waivers: пусто\n") == "(refused)");
  CHECK(added("- a\n") == "(refused)");
}

TEST_CASE("a flow list stays one") {
  CHECK(added("waivers: [{rule: a}]\n") == "waivers: [{rule: a}, {rule: P2-2, reason: Переезд}]\n");
  CHECK(added("waivers: [{rule: a},]\n") == "waivers: [{rule: a}, {rule: P2-2, reason: Переезд},]\n");
  CHECK(added("waivers: [{rule: a}]\n", yaml_mapping({{"reason", yaml_text("Да, он \"ушёл\" \\ [сам]")},
                                                      {"by", yaml_words({"p-002", "p-003"})}})) ==
        "waivers: [{rule: a}, {reason: \"Да, он \\\"ушёл\\\" \\\\ [сам]\", by: [p-002, p-003]}]\n");
}

TEST_CASE("a value changes where it stands") {
  CHECK(with("a: 1   # раз\nb: 2\n", {"a"}, yaml_word("3")) == "a: 3   # раз\nb: 2\n");
  CHECK(with("a: \"1\"\n", {"a"}, yaml_text("Да")) == "a: Да\n");
  CHECK(with("a: |\n  длинно\n  и долго\nb: 2\n", {"a"}, yaml_text("Коротко")) == "a: Коротко\nb: 2\n");
  CHECK(with("a:   # пусто\nb: 2\n", {"a"}, yaml_word("1")) == "a: 1   # пусто\nb: 2\n");
  CHECK(with("a: {b: 1, c: [2, 3]}\n", {"a", "c", std::size_t{1}}, yaml_word("4")) == "(refused)");
  CHECK(with("a: {b: 1, c: [2, 3]}\n", {"a", "c"}, yaml_words({"2", "4"})) == "a: {b: 1, c: [2, 4]}\n");
  CHECK(with("a:\n  - b: 1\n    c: 2 # два\n  - b: 3\n", {"a", std::size_t{0}, "c"}, yaml_word("5")) ==
        "a:\n  - b: 1\n    c: 5 # два\n  - b: 3\n");
}

TEST_CASE("an item goes with the comment right above it, and with no other") {
  const std::string list = "# голова\na:\n  # одно\n  - b: 1\n  # два,\n  # три\n  - b: 2\n\n  - b: 3\n";
  const auto item = [](std::size_t i) { return NodePath{"a", i}; };
  CHECK(without(list, item(0)) == "# голова\na:\n  # два,\n  # три\n  - b: 2\n\n  - b: 3\n");
  CHECK(without(list, item(1)) == "# голова\na:\n  # одно\n  - b: 1\n\n  - b: 3\n");
  CHECK(without(list, item(2)) == "# голова\na:\n  # одно\n  - b: 1\n  # два,\n  # три\n  - b: 2\n\n");
  CHECK(without("a:\n- b: 1 # о ней\n# о пункте\n- b: 2\n", item(1)) == "a:\n- b: 1 # о ней\n");
  CHECK(without("a:\n    # глубже\n  - b: 1\n  - b: 2\n", item(0)) == "a:\n    # глубже\n  - b: 2\n");
}

TEST_CASE("a difference shows items whole, not the end of one and the beginning of the next") {
  const std::string one = "  - on: 1\n    kind: x\n    title: y\n", two = "  - on: 2\n    kind: x\n    title: y\n";
  const std::string both = "list:\n" + one + two + "end: 3\n";
  CHECK(unified_diff("f", both, "list:\n" + one + "end: 3\n").find("-  - on: 2\n-    kind: x\n-    title: y\n") !=
        std::string::npos);
  CHECK(unified_diff("f", "list:\n" + one + "end: 3\n", both).find("+  - on: 2\n+    kind: x\n+    title: y\n") !=
        std::string::npos);
  CHECK(unified_diff("f", both, "list:\n" + two + "end: 3\n").find("-  - on: 1\n-    kind: x\n-    title: y\n") !=
        std::string::npos);
}

TEST_CASE("a new key stands behind those that come before it") {
  const std::string text = "# голова\npair: x\n# о сроке\nend: 2   # конец\ngoal: да\n";
  CHECK(with(text, {"start"}, yaml_word("1"), {"pair"}) ==
        "# голова\npair: x\nstart: 1\n# о сроке\nend: 2   # конец\ngoal: да\n");
  CHECK(with(text, {"start"}, yaml_word("1"), {"pair", "end"}) ==
        "# голова\npair: x\n# о сроке\nend: 2   # конец\nstart: 1\ngoal: да\n");
  CHECK(with(text, {"id"}, yaml_word("1"), {"nothing"}) ==
        "# голова\nid: 1\npair: x\n# о сроке\nend: 2   # конец\ngoal: да\n");
  CHECK(with(text, {"id"}, yaml_word("1"), {}) == "# голова\nid: 1\npair: x\n# о сроке\nend: 2   # конец\ngoal: да\n");
  CHECK(with("a: {b: 1}\n", {"a", "c"}, yaml_word("2"), {}) == "a: {c: 2, b: 1}\n");
  CHECK(with(text, {"done", "date"}, yaml_word("1")) == text + "done:\n  date: 1\n");
  CHECK(with("a:\n- b: 1\n", {"a", std::size_t{0}, "c", "d"}, yaml_word("2")) == "a:\n- b: 1\n  c:\n    d: 2\n");
  CHECK(with("a: {b: 1}\n", {"a", "c"}, yaml_mapping({{"d", yaml_text("да, нет")}})) ==
        "a: {b: 1, c: {d: \"да, нет\"}}\n");
  CHECK(with("a: {}\n", {"a", "b"}, yaml_word("1")) == "a: {b: 1}\n");
}

TEST_CASE("what is taken out goes with its line, comments of others stay") {
  CHECK(without("a: 1\n# о b\nb: 2 # два\nc: 3\n", {"b"}) == "a: 1\n# о b\nc: 3\n");
  CHECK(without("a:\n  - b: 1\n    c: 2\n", {"a", std::size_t{0}, "b"}) == "a:\n  - c: 2\n");
  CHECK(without("a:\n  - b: 1  # раз\n    # о c\n    c: 2\n", {"a", std::size_t{0}, "b"}) ==
        "a:\n  -\n    # о c\n    c: 2\n");
  CHECK(without("a: {b: 1, c: 2}\n", {"a", "b"}) == "a: {c: 2}\n");
  CHECK(without("a: {b: 1, c: 2}\n", {"a", "c"}) == "a: {b: 1}\n");
  CHECK(without("a: 1\nb: {c: 2}\n", {"b", "c"}) == "a: 1\n");
  CHECK(without("a: [1, 2, 3]\n", {"a", std::size_t{1}}) == "a: [1, 3]\n");
  CHECK(without("a:\n  - x: 1\n    y: 2\n  # второй\n  - x: 3\nb: 1\n", {"a", std::size_t{0}}) ==
        "a:\n  # второй\n  - x: 3\nb: 1\n");
  CHECK(without("a:\n  - x: 1\nb: 1\n", {"a", std::size_t{0}}) == "b: 1\n");
  CHECK(without("a: 1\n", {"b"}) == "(refused)");
}

TEST_CASE("what cannot be read is not changed") {
  CHECK_FALSE(RecordText("a: [\n").is_read());
  CHECK(with("a: [\n", {"b"}, yaml_word("1")) == "(refused)");
  CHECK(with("a: 1\na: 2\n", {"b"}, yaml_word("1")) == "(refused)");
  CHECK(with("a: &x 1\nb: *x\n", {"c"}, yaml_word("1")) == "(refused)");
}

// Random records, random changes

/// A path to something in the mapping, and the keys and numbers on the way.
void each_path(const YamlValue& value, const NodePath& above, std::vector<NodePath>& all) {
  for (const auto& [key, inner] : value.keys) {
    NodePath path = above;
    path.emplace_back(key);
    all.push_back(path);
    each_path(inner, path, all);
  }
  for (std::size_t i = 0; i < value.list.size(); ++i) {
    NodePath path = above;
    path.emplace_back(i);
    all.push_back(path);
    each_path(value.list[i], path, all);
  }
}

std::size_t lines_gone(const std::string& before, const std::string& after) {
  const auto lines_of = [](const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      lines.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  const auto a = lines_of(before), b = lines_of(after);
  std::vector<std::string> gone;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(gone));
  return gone.size();
}

struct Tally {
  std::size_t tried = 0;
  std::size_t done = 0;
};

TEST_CASE("random changes of random records read as meant, and touch no line they need not") {
  Tally sets, inserts, removals;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    RecordMaker make(seed);
    const YamlValue meant = make.mapping(3);
    std::string text = make.written(meant);
    if (seed % 5 == 0)
      for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 2)) text.insert(at, "\r");
    CAPTURE(text);
    std::vector<NodePath> paths;
    each_path(meant, {}, paths);
    const NodePath path = paths[make.under(paths.size())];
    REQUIRE(RecordText(text).is_read());
    {
      RecordText record(text);
      ++removals.tried;
      removals.done += record.remove(path);
    }
    if (!std::holds_alternative<std::string>(path.back())) {
      RecordText record(text);
      NodePath list = path;
      list.pop_back();
      ++inserts.tried;
      const bool done = record.insert(list, make.under(record.size_of(list) + 1), make.scalar());
      inserts.done += done;
      if (done) CHECK(comments_made(record.text()).size() == comments_made(text).size());
      if (done) CHECK(lines_gone(text, record.text()) <= 1);
      continue;
    }
    RecordText record(text);
    NodePath fresh = path;
    fresh.back() = "fresh";
    ++sets.tried;
    const bool done = record.set(fresh, make.value(1));
    sets.done += done;
    if (done) CHECK(comments_made(record.text()).size() == comments_made(text).size());
    if (done) CHECK(lines_gone(text, record.text()) <= 1);
  }
  MESSAGE(fmt::format("keys set {} of {}, items put in {} of {}, taken out {} of {}", sets.done, sets.tried,
                      inserts.done, inserts.tried, removals.done, removals.tried));
  for (const Tally& tally : {sets, inserts, removals}) CHECK(tally.done * 100 >= tally.tried * 95);
}

}  // namespace
}  // namespace nastavnik
