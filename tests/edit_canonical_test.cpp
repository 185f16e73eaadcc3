#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "edit/canonical.h"
#include "edit/parsed_text.h"
#include "tests/made_record.h"

namespace nastavnik {
namespace {

/// Of the mapping at the top and of those at `done` and in the list `list`.
std::vector<std::string> some_order(std::span<const std::string_view> path) {
  if (path.empty()) return {"id", "date", "title", "text", "site", "list", "done"};
  if (path.size() == 1 && (path[0] == "list" || path[0] == "done")) return {"id", "date", "note"};
  return {};
}

std::string form(const std::string& text) {
  const auto once = canonical(text, some_order);
  if (!once) return "(refused)";
  CHECK(canonical(*once, some_order) == once);
  return *once;
}

TEST_CASE("keys stand in their order, unknown ones behind the key they stood behind") {
  CHECK(form("title: в\ndate: 2\nid: 1\n") == "id: 1\ndate: 2\ntitle: в\n");
  CHECK(form("title: в\nx-one: 5\ntwo: 6\nid: 1\n") == "id: 1\ntitle: в\nx-one: 5\ntwo: 6\n");
  CHECK(form("x-one: 5\ntitle: в\nid: 1\n") == "id: 1\ntitle: в\nx-one: 5\n");
  CHECK(form("x-b: 1\nx-a: 2\n") == "x-b: 1\nx-a: 2\n");
  CHECK(form("list:\n  - note: а\n    x-y: {b: 1, a: 2}\n    id: 1\n") ==
        "list:\n  - id: 1\n    note: а\n    x-y: {b: 1, a: 2}\n");
  CHECK(form("done: {note: а, id: 1}\n") == "done: {id: 1, note: а}\n");
}

TEST_CASE("comments move with what they stand at") {
  CHECK(form("# о названии\ntitle: в  # какое\n\n# о номере\n# ещё\nid: 1 # какой\n# хвост\n") ==
        "# о номере\n# ещё\nid: 1  # какой\n# о названии\ntitle: в  # какое\n# хвост\n");
  CHECK(form("# о файле\n\n# о названии\ntitle: в\nid: 1\n") == "# о файле\n\nid: 1\n# о названии\ntitle: в\n");
  CHECK(form("# yaml-language-server: $schema=x\n# о названии\ntitle: в\nid: 1\n") ==
        "# yaml-language-server: $schema=x\nid: 1\n# о названии\ntitle: в\n");
  CHECK(form("done: # сделано\n  # когда\n  date: 1\n  # кем-то\nid: 1\n") ==
        "id: 1\ndone:  # сделано\n  # когда\n  date: 1\n  # кем-то\n");
  CHECK(form("done:\n  # date: 1\nid: 1\n") == "id: 1\ndone:\n  # date: 1\n");
  CHECK(form("title: в   # одно,\n           # второе\nid: 1\n") == "id: 1\ntitle: в  # одно,\n  # второе\n");
  CHECK(form("list:\n# первый\n- id: 1\n  # о нём\n# второй\n- id: 2\n# о конце\ndone: 1\n") ==
        "list:\n  # первый\n  - id: 1\n    # о нём\n  # второй\n  - id: 2\n# о конце\ndone: 1\n");
  CHECK(form("list:\n  -   # пункт\n    # о заметке\n    note: а\n    id: 1\n") ==
        "list:\n  # пункт\n  # о заметке\n  - id: 1\n    note: а\n");
  CHECK(form("list:\n  - note: а\n    # о номере\n    id: 1\n") == "list:\n  # о номере\n  - id: 1\n    note: а\n");
  CHECK(form("title: # почему\n  в\n") == "# почему\ntitle: в\n");
  CHECK(form("list: # какие\n  [1,2] # и ещё\n") == "# какие\nlist: [1, 2]  # и ещё\n");
  CHECK(form("# одни\n\n\n# примечания  \n") == "# одни\n\n# примечания\n");
}

TEST_CASE("indentation, spaces and lines") {
  CHECK(form("site:\n     url:   а\n     two:\n        - x\n        -   y  \n") ==
        "site:\n  url: а\n  two:\n    - x\n    - y\n");
  CHECK(form("list:\n-\n  id: 1\n  done:\n  - а\n") == "list:\n  - id: 1\n    done:\n      - а\n");
  CHECK(form("list:\n  - - 1\n    - 2\n  -\n    - 3\n") == "list:\n  - - 1\n    - 2\n  - - 3\n");
  CHECK(form("\n\nid: 1\n\n\n\ndate: 2   \n   \ntitle: в\n\n\n") == "id: 1\n\ndate: 2\n\ntitle: в\n");
  CHECK(form("site:\n\n  url: а\n\n\n  two: б\n") == "site:\n  url: а\n\n  two: б\n");
  CHECK(form("id: 1\r\ndone:\r\n  date: 2 # б\r\n") == "id: 1\ndone:\n  date: 2  # б\n");
  CHECK(form("\xEF\xBB\xBFid: 1") == "id: 1\n");
  CHECK(form("---\n# о файле\n\nid: 1\n# конец\n...\n") == "# о файле\n\nid: 1\n# конец\n");
  CHECK(form("id : 1\ndate:\ntitle: ~\n") == "id: 1\ndate:\ntitle: ~\n");
  CHECK(form("") == "");
}

TEST_CASE("quotes stand where they are needed") {
  CHECK(form("title: \"Встреча\"\ntext: 'IT-класс'\n") == "title: Встреча\ntext: IT-класс\n");
  CHECK(form("title: '12'\ntext: '08:30'\n") == "title: \"12\"\ntext: \"08:30\"\n");
  CHECK(form("title: 'да: нет'\ntext: 'он сказал \"да\"'\n") == "title: \"да: нет\"\ntext: он сказал \"да\"\n");
  CHECK(form("title: 'true'\ntext: \"no\"\n") == "title: \"true\"\ntext: \"no\"\n");
  CHECK(form("title: \"раз\\nдва\"\n") == "title: \"раз\\nдва\"\n");
  CHECK(form("title: \"\"\n") == "title: \"\"\n");
  CHECK(form("list: ['а, б', \"в\"]\n") == "list: [\"а, б\", в]\n");
  CHECK(form("\"title\": а\n'x y': б\n") == "title: а\n'x y': б\n");
}

TEST_CASE("long texts keep their lines") {
  CHECK(form("text: |   # стихи\n     раз\n       два\n\n     три  \n\n\ntitle: в\n") ==
        "title: в\ntext: |  # стихи\n  раз\n    два\n\n  три  \n");
  CHECK(form("list:\n- text: >-\n    раз\n    два\n- |\n раз\n") ==
        "list:\n  - text: >-\n      раз\n      два\n  - |\n    раз\n");
  CHECK(form("text: |+\n  раз\n\n\nx-a: 1\n") == "text: |+\n  раз\n\n\nx-a: 1\n");
  CHECK(form("text: |4\n      раз\n    два\nx-a: 1\n") == "text: |2\n    раз\n  два\nx-a: 1\n");
  CHECK(form("text: раз\n    два\n\n    три # б\n") == "text: раз\n  два\n\n  три  # б\n");
  CHECK(form("text: \"раз\n  два\"\n") == "text: \"раз\n  два\"\n");
  CHECK(form("text: |\n  раз\n # не о тексте\nx-a: 1\n") == "text: |\n  раз\n# не о тексте\nx-a: 1\n");
}

TEST_CASE("brackets stay brackets, on one line where no comment stands in them") {
  CHECK(form("list: [ 1,2 ,\n  {id: 1,note:  а},]\n") == "list: [1, 2, {id: 1, note: а}]\n");
  CHECK(form("list: [ ]\ndone: { }\n") == "list: []\ndone: {}\n");
  CHECK(form("done:\n    list: [ 1, # один\n      2 ]   # оба\n") == "done:\n  list: [ 1, # один\n    2 ]  # оба\n");
  CHECK(form("{title: в, id: 1}  # всё\n") == "{id: 1, title: в}  # всё\n");
  CHECK(form("list: [а: 1]\n") == "list: [а: 1]\n");
}

TEST_CASE("what is read with faults is left alone") {
  for (const char* text : {"id: [\n", "id: 1\nid: 2\n", "id: &a 1\ntitle: *a\n", "id: !x 1\n", "id: 1\n---\nid: 2\n",
                           "- а\n", "a\n", "? id\n: 1\n", "%YAML 1.2\n---\nid: 1\n"})
    CHECK_MESSAGE(form(text) == "(refused)", text);
}

// Random records, in random layouts

void add_values(const Node& node, const std::string& path, std::vector<std::string>& all) {
  for (const NodeEntry& entry : node.entries) add_values(*entry.value, fmt::format("{}/{}", path, entry.key), all);
  for (std::size_t i = 0; i < node.items.size(); ++i) add_values(*node.items[i], fmt::format("{}/{}", path, i), all);
  if (node.entries.empty() && node.items.empty())
    all.push_back(fmt::format("{} {}={}", path, static_cast<int>(node.kind), node.text));
}

/// What stands where in the record, the order of keys aside.
std::vector<std::string> values_of(const std::string& text) {
  const ParsedText parsed(text);
  std::vector<std::string> all;
  if (parsed.root) add_values(*parsed.root, "", all);
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> sorted_comments(std::string text) {
  std::erase(text, '\r');
  std::vector<std::string> all = comments_made(text);
  std::sort(all.begin(), all.end());
  return all;
}

/// Some of the keys that made records have, turned by the seed.
KeyOrder order_of(unsigned seed) {
  return [seed](std::span<const std::string_view> path) {
    std::vector<std::string> keys{"k0", "k1", "k2", "k3"};
    std::rotate(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>((seed + path.size()) % 4), keys.end());
    if (seed % 3 == 0) keys.pop_back();
    return keys;
  };
}

/// The same text further in, with blanks and empty lines that mean nothing.
std::string relaid(const std::string& text, RecordMaker& make) {
  std::string result = make.one_of(2) ? "\xEF\xBB\xBF" : "";
  const char* const line_end = make.one_of(2) ? "\r\n" : "\n";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const bool has_dash = line.compare(indent, 2, "- ") == 0;
    result += std::string(indent * 2, ' ') + (has_dash ? "-   " + line.substr(indent + 2) : line.substr(indent));
    if (make.one_of(3)) result += "  ";
    result += line_end;
    if (line.empty() && make.one_of(2)) result += line_end;
    begin = end + 1;
  }
  return result;
}

/// The text with a few signs at random places, put in, taken out or in place of others.
std::string spoiled(std::string text, RecordMaker& make) {
  static const std::string signs = "\n\n  -:#[]{}'\"|>,?&*!%~a1\t";
  for (std::size_t i = 0, count = 1 + make.under(3); i < count && !text.empty(); ++i) {
    const std::size_t at = make.under(text.size());
    if (make.one_of(2)) text.erase(at, 1 + make.under(2));
    if (make.one_of(2)) text.insert(std::min(at, text.size()), 1, signs[make.under(signs.size())]);
  }
  return text;
}

TEST_CASE("random records lose neither values nor comments, however they are laid out") {
  std::size_t changed = 0, comments = 0, texts = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    RecordMaker make(seed);
    const std::string text = make.written(make.mapping(3));
    const KeyOrder order = order_of(seed);
    CAPTURE(text);
    const auto once = canonical(text, order);
    REQUIRE(once);
    CHECK(canonical(*once, order) == once);
    CHECK(values_of(*once) == values_of(text));
    CHECK(sorted_comments(*once) == sorted_comments(text));
    CHECK(canonical(relaid(text, make), order) == once);
    ++texts, changed += *once != text, comments += sorted_comments(text).size();
  }
  MESSAGE(fmt::format("{} records, {} of them changed, {} comments", texts, changed, comments));
}

TEST_CASE("spoiled records are left alone, or lose nothing") {
  std::size_t read = 0, kept = 0, texts = 0;
  for (unsigned seed = 0; seed < 6000; ++seed) {
    RecordMaker make(seed);
    const std::string text = spoiled(make.written(make.mapping(2)), make);
    const KeyOrder order = order_of(seed);
    CAPTURE(text);
    const auto once = canonical(text, order);
    ++texts, read += ParsedText(text).read, kept += once.has_value();
    if (!once) continue;
    CHECK(canonical(*once, order) == once);
    CHECK(values_of(*once) == values_of(text));
  }
  MESSAGE(fmt::format("{} texts, {} of them read, {} brought into form", texts, read, kept));
  CHECK(kept * 100 >= read * 95);
}

}  // namespace
}  // namespace nastavnik
