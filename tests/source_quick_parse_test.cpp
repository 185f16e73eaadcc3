// Our own reader of everyday YAML against the library: the same values, places and findings, or it is not used.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

#include <doctest/doctest.h>

#include "parsed.h"
#include "source/builder.h"
#include "source/quick_parse.h"
#include "tests/files.h"
#include "tests/source_root.h"

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

std::vector<std::string> texts_below(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(nastavnik::source_root() / folder))
    if (entry.is_regular_file() && entry.path().extension() == ".yaml") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) texts.push_back(slurp(path));
  return texts;
}

bool is_everyday(const std::string& text) {
  Arena arena;
  std::pmr::monotonic_buffer_resource nodes;
  Findings findings;
  Builder builder(0, text, 0, arena, nodes, findings);
  return read_quickly(builder, text) && findings.empty();
}

void agree(const std::string& text) {
  const std::string ours = Parsed(text).dump(), theirs = Parsed(text, Reading::library).dump();
  if (ours != theirs) FAIL_CHECK("read differently:\n" << text << "\nours:   " << ours << "\ntheirs: " << theirs);
}

/// One slip of a hand: a sign too many, too few, or another one.
std::string slipped(std::string text, std::mt19937& random) {
  static constexpr std::string_view signs = " \n:-#[]{},'\"|>&*!%@`?~\t.ab0\\\r=<";
  const auto below = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
  const std::size_t at = below(text.size());
  const char sign = signs[below(signs.size())];
  switch (below(4)) {
    case 0: text[at] = sign; break;
    case 1: text.insert(at, 1, sign); break;
    case 2: text.erase(at, 1 + below(3)); break;
    default: text.insert(at, std::string(1, sign) + " "); break;
  }
  return text;
}

}  // namespace

TEST_CASE("the records of schools are of the everyday kind") {
  for (const char* folder : {"examples/school", "tests/base"}) {
    CAPTURE(std::string(folder));
    const std::vector<std::string> texts = texts_below(folder);
    const auto everyday = std::count_if(texts.begin(), texts.end(), is_everyday);
    CHECK(everyday * 10 >= static_cast<std::ptrdiff_t>(texts.size()) * 8);
  }
}

TEST_CASE("both readers make the same of every record there is") {
  std::size_t count = 0;
  for (const char* folder : {"examples", "tests", "cmd/new_registry"})
    for (const std::string& text : texts_below(folder)) {
      agree(text);
      ++count;
    }
  CHECK(count > 400);
}

TEST_CASE("both readers make the same of what an everyday reader could stumble over") {
  for (const char* text : {"a: b",
                           "a: b\n",
                           "a:   b  \n",
                           "a: b # c\n",
                           "a: b#c\n",
                           "a: b:c\n",
                           "a: b: c\n",
                           "a: b:\n",
                           "a:\n",
                           "a: \n",
                           "a: # c\n  b: c\n",
                           "a:# c\n",
                           "a: 'b'\n",
                           "a: 'b''c'\n",
                           "a: \"b\"\n",
                           "a: \"b\\n\"\n",
                           "a: 'b'c\n",
                           "a: 'b'#c\n",
                           "a: 'b' # c\n",
                           "a: 'b': c\n",
                           "'a': b\n",
                           "a: ''\n",
                           "a: [b, c]\n",
                           "a: [b, c,]\n",
                           "a: [b,, c]\n",
                           "a: [,]\n",
                           "a: [,b]\n",
                           "a: {,b: c}\n",
                           "a: {b: c,}\n",
                           "a: []\n",
                           "a: [ ]\n",
                           "a: [b c , d]\n",
                           "a: [b]c\n",
                           "a: [b] # c\n",
                           "a: [b]#c\n",
                           "a: [b: c]\n",
                           "a: {b: c}\n",
                           "a: {b: c, d: e}\n",
                           "a: {b}\n",
                           "a: {b: }\n",
                           "a: {b:}\n",
                           "a: {b:c}\n",
                           "a: {}\n",
                           "a: { b: [c, {d: e}] }\n",
                           "a: [b\n",
                           "a: [b,\n  c]\n",
                           "a: b\n c\n",
                           "a: b\n  c: d\n",
                           "a: b\n # c\n  d\n",
                           "a: |\n  b\n",
                           "a: >\n  b\n",
                           "a: null\n",
                           "a: ~\n",
                           "null: a\n",
                           "a: [null]\n",
                           "a: {null: b}\n",
                           "- a\n- b\n",
                           "- a: b\n  c: d\n",
                           "-   a: b\n    c: d\n",
                           "- a: b\n c: d\n",
                           "- - a\n",
                           "-\n",
                           "- \n",
                           "-a\n",
                           "a:\n- b\n",
                           "a:\n  - b\n",
                           "a:\n  - b\n - c\n",
                           "a:\n  - b\n  c: d\n",
                           "a:\n    b: c\n  d: e\n",
                           "a:\n  b: c\n d: e\n",
                           " a: b\n",
                           "a: b\na: c\n",
                           "---\na: b\n",
                           "a: b\n---\nc: d\n",
                           "a: b\n...\n",
                           "%YAML 1.2\n---\na: b\n",
                           "a: &b c\n",
                           "a: *b\n",
                           "a: !b c\n",
                           "<<: a\n",
                           "a: -b\n",
                           "a: - b\n",
                           "a: ?b\n",
                           "? a\n: b\n",
                           "a: @b\n",
                           "a: `b\n",
                           "a: %b\n",
                           "a: 'b\n",
                           "a: \"b\n  c\"\n",
                           "a: b\n\n\n# c\n\nd: e",
                           "",
                           "# a\n",
                           "a",
                           "a b: c\n",
                           "\n\na: b\n",
                           "a: b\n   \n",
                           "a:\tb\n",
                           "a: b\r\n",
                           "\357\273\277a: b\n",
                           "a-b: c\n",
                           "-a: c\n",
                           "a: [b?]\n",
                           "a: b?\n",
                           "a: [b#c]\n",
                           "a: [b #c]\n",
                           "a: [https://b]\n",
                           "a: https://b/c\n",
                           "a: [\"b\"c]\n",
                           "a: [\"b\" , 'c']\n",
                           "a: {b: 'c'}\n",
                           "a: +7\n",
                           "a: (b)\n",
                           "a: «б»\n",
                           "a: № 5\n",
                           "я: б\n",
                           "a: .b\n",
                           "a: \xef\xbf\xbd\n",
                           "a: \xef\xbf\xbd\na: c\n",
                           "a: =b\n"})
    agree(text);
}

TEST_CASE("both readers make the same of the slips of a hand") {
  std::mt19937 random(20250901);  // NOLINT: the same slips every time
  const std::vector<std::string> texts = texts_below("tests/base");
  const char* many = std::getenv("SLIPS");
  for (std::size_t i = 0; i < (many ? std::stoul(many) : 3000); ++i) {
    std::string text = slipped(texts[i % texts.size()], random);
    if (i % 3 == 0 && !text.empty()) text = slipped(text, random);
    agree(text);
  }
}
