#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include "source/scan.h"
#include "source/source.h"

namespace nastavnik {
namespace {

std::string plain(std::string_view text, std::string_view value) {
  return std::string(text.substr(0, end_of_plain(text, 0, value)));
}
std::string block(std::string_view text, std::string_view value) {
  return std::string(text.substr(0, end_of_block(text, 0, value)));
}
std::string quoted(std::string_view text) {
  const std::size_t end = end_of_quoted(text, 0);
  return end == not_closed ? "not closed" : std::string(text.substr(0, end));
}

TEST_CASE("a scalar without quotes ends with its value") {
  CHECK(plain("Анна   # примечание\n", "Анна") == "Анна");
  CHECK(plain("a b, c]", "a b") == "a b");
  CHECK(plain("раз\n  два\n\n  три\nключ: 1", "раз два\nтри") == "раз\n  два\n\n  три");
  CHECK(plain("раз\r\n  два\r\n", "раз два") == "раз\r\n  два");
  CHECK(plain("раз  \n\t два", "раз два") == "раз  \n\t два");
  CHECK(plain("http://x#y", "http://x#y") == "http://x#y");
}

TEST_CASE("a quoted scalar ends at its own quote") {
  CHECK(quoted("\"a\" \"b\"") == "\"a\"");
  CHECK(quoted(R"("a\"b\\" c")") == R"("a\"b\\")");
  CHECK(quoted("'a''b' c'") == "'a''b'");
  CHECK(quoted("''") == "''");
  CHECK(quoted("'''' x") == "''''");
  CHECK(quoted("'a\\' b") == "'a\\'");
  CHECK(quoted("\"раз\n  два\": 1") == "\"раз\n  два\"");
  CHECK(quoted("\"a") == "not closed");
  CHECK(quoted("'a''") == "not closed");
  CHECK(quoted("\"a\\\"") == "not closed");
  CHECK(quoted("\"\\") == "not closed");
}

TEST_CASE("a block scalar ends behind its last line") {
  CHECK(block("|\n  a\n  b\nc: 1\n", "a\nb\n") == "|\n  a\n  b");
  CHECK(block("|-\n  a\n\n\nc: 1\n", "a") == "|-\n  a");
  CHECK(block("|+\n  a\n\n\nc: 1\n", "a\n\n\n") == "|+\n  a\n\n");
  CHECK(block("|\n  a  \nc: 1\n", "a  \n") == "|\n  a  ");
  CHECK(block("|\n  a", "a\n") == "|\n  a");
  CHECK(block("|\r\n  a\r\n  b\r\nc", "a\nb\n") == "|\r\n  a\r\n  b");
  CHECK(block(">\n  a\n  b\n\n  c\nd: 1", "a b\nc\n") == ">\n  a\n  b\n\n  c");
  CHECK(block("|2\n    a\nb: 1", "  a\n") == "|2\n    a");
  CHECK(block("|  # примечание\n  a\n", "a\n") == "|  # примечание\n  a");
  CHECK(block("|\nb: 1\n", "") == "|");
  CHECK(block("|-  # примечание\nb: 1\n", "") == "|-");
  CHECK(block("|+\n\n\nb: 1\n", "\n\n") == "|+\n\n");
  CHECK(block("|", "") == "|");
}

TEST_CASE("comments and white space are passed over") {
  CHECK(skip_blank("  a", 0) == 2);
  CHECK(skip_blank(" # x\n\n  # y\r\n\t b", 0) == 15);
  CHECK(skip_blank("# x", 0) == 3);
  CHECK(skip_blank("", 0) == 0);
  CHECK(skip_blank("a", 1) == 1);
}

TEST_CASE("an anchor, alias or tag ends before white space and brackets") {
  CHECK(end_of_property("&a b", 0) == 2);
  CHECK(end_of_property("*a", 0) == 2);
  CHECK(end_of_property("![a]", 0) == 1);
  CHECK(end_of_property("[*a, b]", 1) == 3);
  CHECK(end_of_property("!\n", 0) == 1);
}

TEST_CASE("lines and columns are bytes") {
  const std::string_view text = "ab\nв\n";
  CHECK(line_begin(text, 0) == 0);
  CHECK(line_begin(text, 2) == 0);
  CHECK(line_begin(text, 3) == 3);
  CHECK(column_of(text, 5) == 2);
  CHECK(line_begin(text, 6) == 6);
}

TEST_CASE("a line left of the indent is found, empty lines are not looked at") {
  CHECK(outdented("\"a\n  b\"", 0, 7, 1) == 7);
  CHECK(outdented("\"a\n  b\"", 0, 7, 2) == 5);
  CHECK(outdented("\"a\n\n \r\n  b\"", 0, 11, 0) == 11);
  CHECK(outdented("\"a\nb: 1", 0, 2, 0) == 2);
  CHECK(outdented("\"a\nb: 1", 0, 7, 0) == 3);
}

TEST_CASE("the open quote is found past all that is closed") {
  const std::string_view text = "[a, 'б', \"в\", об'ём, # it's\n \"открыта\n";
  CHECK(open_quote(text, 0, text.size()) == text.rfind('"'));
  CHECK(open_quote("a: 'b'\n", 0, 7) == not_closed);
  CHECK(open_quote("", 0, 0) == not_closed);
}

TEST_CASE("escapes are those of YAML 1.2 that the library makes characters of") {
  const std::string_view all = R"("\0\a\b\t\n\v\f\r\e\ \"\/\\\L\P\x41\u0041\U00000041")";
  CHECK(bad_escape(all, 0, all.size()) == all.size());
  CHECK(bad_escape("\"a\\\n b\"", 0, 7) == 7);
  CHECK(bad_escape(R"("a\'b")", 0, 6) == 2);
  CHECK(bad_escape(R"("\\\d")", 0, 6) == 3);
  CHECK(bad_escape(R"("a\Nb")", 0, 6) == 2);
}

TEST_CASE("positions count code points from one") {
  Sources sources;
  const std::uint32_t source = sources.add("a.yaml");
  sources[source].text = "имя: Анна\r\nб: \U0001F600x\n";
  const auto place = [&](std::uint32_t begin, std::uint32_t size) {
    const Position p = sources.position({source, begin, size});
    return std::vector<std::uint32_t>{p.line, p.column, p.end_line, p.end_column};
  };
  CHECK(place(0, 6) == std::vector<std::uint32_t>{1, 1, 1, 4});
  CHECK(place(8, 8) == std::vector<std::uint32_t>{1, 6, 1, 10});
  CHECK(place(22, 4) == std::vector<std::uint32_t>{2, 4, 2, 5});
  CHECK(place(26, 1) == std::vector<std::uint32_t>{2, 5, 2, 6});
  CHECK(place(8, 12) == std::vector<std::uint32_t>{1, 6, 2, 2});
  CHECK(place(28, 0) == std::vector<std::uint32_t>{3, 1, 3, 1});
}

TEST_CASE("lines come without their breaks") {
  Sources sources;
  const std::uint32_t source = sources.add("a.yaml");
  sources[source].text = "\xEF\xBB\xBFраз\r\n\nтри";
  for (const std::uint32_t at : {0U, 3U, 9U, 10U}) CHECK(sources.line({source, at, 0}) == "раз");
  CHECK(sources.line({source, 11, 0}) == "");
  for (const std::uint32_t at : {12U, 16U, 18U}) CHECK(sources.line({source, at, 0}) == "три");
  CHECK(sources.text({source, 3, 6}) == "раз");
  CHECK(sources.path({source, 0, 0}) == "a.yaml");
}

TEST_CASE("places in a long file are found by its marks as without them") {
  std::string text = "\xEF\xBB\xBF";
  for (int i = 0; i < 700; ++i) text += std::string(static_cast<std::size_t>(i % 90), 'x') + "ёж\r\n";
  text += "последняя " + std::string(9000, 'y');
  Sources sources;
  const std::uint32_t plain = sources.add("a.yaml"), marked = sources.add("b.yaml");
  sources[plain].text = sources[marked].text = text;
  mark_places(sources[marked]);
  CHECK(sources[marked].marks.size() == text.size() / 4096);
  const auto place = [&](Span span) {
    const Position p = sources.position(span);
    return std::make_tuple(p.line, p.column, p.end_line, p.end_column, sources.line(span));
  };
  for (std::uint32_t at = 0; at < text.size(); at += 7) CHECK(place({plain, at, 11}) == place({marked, at, 11}));
  for (const std::uint32_t at : {4095U, 4096U, 4097U, static_cast<std::uint32_t>(text.size())})
    CHECK(place({plain, at, 0}) == place({marked, at, 0}));
  CHECK(sources.position({marked, static_cast<std::uint32_t>(text.size()), 0}).line == 701);
}

}  // namespace
}  // namespace nastavnik
