#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "parsed.h"
#include "source/builder.h"

namespace nastavnik {
namespace {

/// A text that cannot be read, and the one finding that says why.
void check_refused(const std::string& text, const std::string& said, const std::string& part_of_label) {
  const std::string beginning = text.substr(0, 80);
  CAPTURE(beginning);
  const Parsed parsed(text);
  CHECK(parsed.root == nullptr);
  CHECK(parsed.said() == said + "\n");
  REQUIRE(!parsed.findings.empty());
  const Words& label = parsed.findings.front().label;
  CHECK_MESSAGE(label.ru.find(part_of_label) != std::string::npos, label.ru);
  CHECK(!label.en.empty());
}

/// A text that is read, with findings.
void check_said(const std::string& text, const std::string& said) {
  CAPTURE(text);
  const Parsed parsed(text);
  CHECK(parsed.root != nullptr);
  CHECK(parsed.said() == said);
}

/// An item for each value that a file may hold, all on one line, behind what our own reader leaves to the library.
std::string long_line(std::size_t items, const std::string& before) {
  std::string text = before;
  for (std::size_t i = 0; i < items; ++i) text += ", x";
  return text + "]\n";
}

// Where each item looked through its line again, these would take minutes.
TEST_CASE("a line is gone through once, however much stands on it") {
  constexpr std::size_t items = 199'000;
  for (const char* before : {"a: [\"\\\\\"", "a:\n  [\n    \"\\\\\"", "a: [\n  {b: \"\\\\\"}"}) {
    CAPTURE(std::string(before));
    const Parsed parsed(long_line(items, before));
    CHECK(parsed.said() == "");
    REQUIRE(parsed["a"]);
    CHECK(parsed["a"]->items.size() == items + 1);
  }
  const Parsed indented(long_line(items, "a:\n\t[\"\\\\\""));
  CHECK(indented.root == nullptr);
  CHECK(indented.said() == "yaml-syntax 2:1-2:2\n");
}

TEST_CASE("a sign that nobody sees is found wherever it stands in a file") {
  check_said("имя: Ан\u200Bна\n", "yaml-encoding 1:8-1:9\n");
  check_said("имя: Анна # при\u202Eмечание\n", "yaml-encoding 1:16-1:17\n");
  check_said("и\u00ADмя: Анна\n", "yaml-encoding 1:2-1:3\n");
  check_said("имя: \"Ан\\u202Eна\"\n", "yaml-encoding 1:6-1:18\n");
  check_said("имя: \"Ан\\L\\U000E0041на\"\n", "yaml-encoding 1:6-1:24\n");
  check_said("имя: \"Ан\u2066\\u2066на\"\n", "yaml-encoding 1:9-1:10\n");
  check_said("имя: \u2714\uFE0F Анна\u00A0и «дочь»\n", "");
  const Parsed many("а: б\u2060в\nг: д\u200Bе\u200B\n");
  REQUIRE(many.findings.size() == 1);
  CHECK(many.findings[0].label.ru ==
        "невидимый знак U+2060 может скрыть написанное: удалите его; невидимых знаков в этом файле ещё 2");
}

TEST_CASE("values keep their text and their place") {
  const Parsed parsed(
      "имя: Анна   # примечание\n"
      "день: \"2025-09-01\"\n"
      "да: 'об''явление'\n"
      "список: [а, \"б\"]\n");
  REQUIRE(parsed.said() == "");
  CHECK(parsed["имя"]->text == "Анна");
  CHECK(parsed["имя"]->plain);
  CHECK(parsed.place(parsed["имя"]->span) == "1:6-1:10");
  CHECK_FALSE(parsed["день"]->plain);
  CHECK(parsed["день"]->text == "2025-09-01");
  CHECK(parsed.raw(parsed["день"]) == "\"2025-09-01\"");
  CHECK(parsed["да"]->text == "об'явление");
  CHECK(parsed.raw(parsed["да"]) == "'об''явление'");
  CHECK(parsed.raw(parsed["список"]) == "[а, \"б\"]");
  CHECK(parsed.place(parsed["список"]->items[1]->span) == "4:13-4:16");
}

TEST_CASE("a text that stands in the file is not copied") {
  const std::string text = "a: слово\nb: \"в кавычках\"\nc: |\n  строка\nd: \"с \\\" внутри\"\n";
  const Parsed parsed(text);
  const auto stands_in_file = [&](const char* key) {
    const Span span = parsed[key]->span;
    const std::string_view file = parsed.sources[span.source].text;
    const char* at = parsed[key]->text.data();
    return at >= file.data() && at < file.data() + file.size();
  };
  CHECK(stands_in_file("a"));
  CHECK(stands_in_file("b"));
  CHECK(stands_in_file("c"));
  CHECK_FALSE(stands_in_file("d"));
}

TEST_CASE("maps and lists reach from their first to their last byte") {
  const Parsed parsed(
      "пункты:\n"
      "- раз\n"
      "- k: v\n"
      "  z:\n"
      "скобки: {\n"
      "  a: [1, 2],  # примечание\n"
      "  b }\n"
      "конец: 1\n");
  REQUIRE(parsed.said() == "");
  CHECK(parsed.raw(parsed["пункты"]) == "- раз\n- k: v\n  z:");
  CHECK(parsed.raw(parsed["пункты"]->items[1]) == "k: v\n  z:");
  CHECK(parsed.raw(parsed["скобки"]) == "{\n  a: [1, 2],  # примечание\n  b }");
  CHECK(parsed.place(parsed.root->span) == "1:1-8:9");
}

TEST_CASE("what is left out is shown at its key or at its dash") {
  const Parsed parsed("пусто:\n# примечание\nдва:\n  -\n  - null\nnull: 1\nтри: ~\n");
  REQUIRE(parsed.said() == "");
  CHECK(parsed["пусто"]->kind == Node::Kind::null);
  CHECK(parsed.place(parsed["пусто"]->span) == "1:1-1:6");
  CHECK(parsed["пусто"]->text == "");
  CHECK(parsed.place(parsed["два"]->items[0]->span) == "4:3-4:4");
  CHECK(parsed["два"]->items[1]->text == "null");
  CHECK(parsed.place(parsed["два"]->items[1]->span) == "5:5-5:9");
  CHECK(parsed["null"]->text == "1");
  CHECK(parsed["три"]->kind == Node::Kind::null);
  CHECK(parsed["три"]->text == "~");
}

TEST_CASE("a key left out before a key called null is not that null") {
  const Parsed parsed("a:\nnull: 1\nb:\n-\nNull: 2\n");
  REQUIRE(parsed.said() == "");
  CHECK(parsed["a"]->text == "");
  CHECK(parsed["b"]->items[0]->text == "");
  CHECK(parsed["Null"]->text == "2");
}

TEST_CASE("scalars arrive as written") {
  const Parsed parsed("a: no\nb: 012\nc: 1e3\nd: 41-од\ne: +7 900 000-00-00\nf: 2025-9-1\n");
  CHECK(parsed["a"]->text == "no");
  CHECK(parsed["b"]->text == "012");
  CHECK(parsed["c"]->text == "1e3");
  CHECK(parsed["d"]->text == "41-од");
  CHECK(parsed["e"]->text == "+7 900 000-00-00");
  CHECK(parsed["f"]->text == "2025-9-1");
}

TEST_CASE("a quote that nobody closes is shown where it opens") {
  for (const std::string quote : {"\"", "'"}) {
    check_refused("a: " + quote + "abc\nb: 1\n", "yaml-syntax 1:4-1:5", "не закрыта");
    check_refused("a: 1\nb: " + quote + "abc", "yaml-syntax 2:4-2:5", "не закрыта");
    check_refused(fmt::format("a: {0}abc\nb: {0}x{0}\n", quote), "yaml-syntax 1:4-1:5", "не закрыта");
    check_refused(fmt::format("a: {0}abc\nb: {0}{0}\n", quote), "yaml-syntax 1:4-1:5", "не закрыта");
    check_refused(fmt::format("a:\n  - б: {0}в\n  - г: {0}д{0}\n", quote), "yaml-syntax 2:8-2:9", "не закрыта");
    check_refused("a: [б, " + quote + "в\nг: 1\n", "yaml-syntax 1:8-1:9", "не закрыта");
    check_refused("a: " + quote + "abc\n---\nb: 1\n", "yaml-syntax 1:4-1:5", "не закрыта");
  }
  const Parsed closed("a: \"раз\n  два\"\nb: 1\n");
  CHECK(closed.said() == "");
  CHECK(closed["a"]->text == "раз два");
}

TEST_CASE("a bracket that nobody closes is shown where it opens") {
  check_refused("a: [б, в\n", "yaml-syntax 1:4-1:5", "скобка не закрыта");
  check_refused("a: [б, в\nг: [д]\n", "yaml-syntax 1:4-1:5", "скобка не закрыта");
  check_refused("a: {б: 1\nг: 2\n", "yaml-syntax 1:4-1:5", "скобка не закрыта");
  check_refused("a: [б,\n- в\n", "yaml-syntax 1:4-1:5", "скобка не закрыта");
  check_refused("a: [б}\n", "yaml-syntax 1:6-1:7", "нет пары");
  check_refused("a: 1\n]\n", "yaml-syntax 2:1-2:2", "нет пары");
  check_refused("a:\n  b: [в\n]\n", "yaml-syntax 3:1-3:2", "левее");
  CHECK(Parsed("a: [б,\n  в\n]\n").said() == "");
}

TEST_CASE("a stray comma does not loop for ever") {
  check_refused(",", "yaml-syntax 1:1-1:2", "лишний текст");
  check_refused("a: 1\n,\n", "yaml-syntax 2:1-2:2", "ключ с двоеточием");
  check_refused("a: [1,,2]\n", "yaml-syntax 1:6-1:7", "запятая");
  check_refused("a: {b: 1,,c: 2}\n", "yaml-syntax 1:9-1:10", "запятая");
}

TEST_CASE("every text of two bytes is parsed in the end") {
  std::size_t parsed = 0;
  for (int first = 1; first < 128; ++first)
    for (int second = 1; second < 128; ++second) {
      const Parsed text(std::string{static_cast<char>(first), static_cast<char>(second)});
      parsed += text.root != nullptr || !text.findings.empty();
    }
  CHECK(parsed == 127 * 127);
}

TEST_CASE("slips of indentation") {
  check_refused("a:\n\tb: 1\n", "yaml-syntax 2:1-2:2", "табуляцией");
  check_refused("a:\n  - x\n\t- y\n", "yaml-syntax 3:1-3:2", "табуляцией");
  check_refused("a: |\n  x\n\ty\n", "yaml-syntax 3:1-3:2", "табуляцией");
  // The library takes these, other tools do not.
  check_refused("a:\n\t- x\n", "yaml-syntax 2:1-2:2", "табуляцией");
  check_refused("a:\n\tx\n", "yaml-syntax 2:1-2:2", "табуляцией");
  check_refused("a:\n  b: 1\n\tc: 2\n", "yaml-syntax 3:1-3:2", "табуляцией");
  check_refused("a: 1\n  b: 2\n", "yaml-syntax 2:3-2:4", "сдвинута вправо");
  check_refused("a:\n    b: 1\n  c: 2\n", "yaml-syntax 3:3-3:4", "не совпадает");
  check_refused("a: 1\n- b\n", "yaml-syntax 2:1-2:2", "вровень с ключами");
  check_refused("a: - b\n", "yaml-syntax 1:4-1:5", "с новой строки");
  check_refused("a:\nслово\nb: 1\n", "yaml-syntax 2:1-2:2", "двоеточие");
  check_refused("a:\n\"слово\"\n", "yaml-syntax 2:1-2:2", "сдвиньте его вправо");
}

TEST_CASE("slips of colons and quotes") {
  check_refused("тема: Отчёт: итоги\n", "yaml-syntax 1:12-1:13", "в кавычки");
  check_refused("name:Иван\nage: 5\n", "yaml-syntax 1:5-1:6", "нужен пробел");
  check_refused("a: 1\nname:Иван\n", "yaml-syntax 2:5-2:6", "нужен пробел");
  check_refused("a: 1\nслово\nb: 2\n", "yaml-syntax 2:1-2:2", "нужно двоеточие");
  check_refused("a: 1\nслово\n", "yaml-syntax 2:1-2:6", "нужно двоеточие");
  check_refused(": 1\n", "yaml-syntax 1:1-1:2", "нет ключа");
  check_refused("a: \"б\" в\n", "yaml-syntax 1:8-1:9", "закрывающей кавычки");
  check_refused("a: 'об'явление'\n", "yaml-syntax 1:8-1:9", "закрывающей кавычки");
  check_refused("a: \"б\"#в\n", "yaml-syntax 1:7-1:8", "пробел");
  check_refused("a: |#в\n  г\n", "yaml-syntax 1:5-1:6", "пробел");
  check_refused("a: @школа\n", "yaml-syntax 1:4-1:5", "в кавычки");
  check_refused("a: %5\n", "yaml-syntax 1:4-1:5", "в кавычки");
  check_refused("a: [что?, где]\n", "yaml-syntax 1:8-1:9", "«?»");
  check_refused("a: \"\\д\"\n", "yaml-syntax 1:6-1:7", "чертой");
  check_refused("a: \"\\'\"\n", "yaml-syntax 1:5-1:7", "чертой");
  check_refused("a: \"\\u12\"\n", "yaml-syntax 1:9-1:10", "код знака");
  check_refused("a: | б\n", "yaml-syntax 1:6-1:7", "под знаком");
  check_refused("a: |0\n б\n", "yaml-syntax 1:5-1:6", "цифра 0");
  check_refused("? [a]\n: b\n", "yaml-syntax 1:3-1:6", "только слово");
  check_refused("a: 1\n? b\n", "yaml-syntax 2:3-2:4", "двоеточие");
  check_refused("%YAML 1.2 3\n---\na: 1\n", "yaml-syntax 1:1-1:2", "указание");
  check_refused("%x\na: 1\n", "yaml-syntax 1:1-1:2", "указание");
  check_refused("a: [x: y: z]\n", "yaml-syntax 1:9-1:10", "запятая");
  check_refused("\"abc\" def\n", "yaml-syntax 1:7-1:8", "лишний текст");
}

TEST_CASE("a key of more than 1024 bytes is called that") {
  std::string key;
  for (int i = 0; i < 600; ++i) key += "я";
  check_refused(key + ": 1\n", "yaml-syntax 1:1-1:2", "длиннее");
}

TEST_CASE("a key that stands twice is shown at the second, with the first beside it") {
  const Parsed parsed("a: 1\nб:\n  в: 1\n\"a\": 3\na: 4\n");
  CHECK(parsed.said() == "yaml-duplicate-key 4:1-4:4\nyaml-duplicate-key 5:1-5:2\n");
  for (const Finding& finding : parsed.findings) {
    REQUIRE(finding.also.size() == 1);
    CHECK(parsed.place(finding.also[0].span) == "1:1-1:2");
  }
  REQUIRE(parsed.root->entries.size() == 2);
  CHECK(parsed["a"]->broken);
  CHECK_FALSE(parsed["б"]->broken);
  check_said("a: {b: 1, b: 2}\n", "yaml-duplicate-key 1:11-1:12\n");
}

TEST_CASE("anchors, aliases and merging are findings") {
  const Parsed parsed("a: &x 1\nb: *x\nc: &y\nd: [&z e]\n");
  CHECK(parsed.said() == "yaml-alias 1:4-1:6\nyaml-alias 2:4-2:6\nyaml-alias 3:4-3:6\nyaml-alias 4:5-4:7\n");
  CHECK(parsed["a"]->text == "1");
  CHECK(parsed.place(parsed["a"]->span) == "1:7-1:8");
  CHECK_FALSE(parsed["a"]->broken);
  CHECK(parsed["b"]->broken);
  CHECK(parsed["c"]->broken);
  CHECK(parsed["d"]->items[0]->text == "e");
  CHECK(Parsed("a: &x [*x]\n").said() == "yaml-alias 1:4-1:6\nyaml-alias 1:8-1:10\n");
  CHECK(Parsed("*x : 1\n").root == nullptr);
  check_refused("a: *нет\n", "yaml-alias 1:4-1:5", "в кавычки");
  check_refused("a: * важно\n", "yaml-alias 1:4-1:5", "в кавычки");
  check_refused("a: & важно\n", "yaml-alias 1:4-1:5", "в кавычки");
  check_refused("a: 1\n<<: {b: 2}\n", "yaml-alias 2:1-2:3", "слияние");
  CHECK(Parsed("\"<<\": 1\n").said() == "");
}

TEST_CASE("tags are findings, and what they stand before is not taken") {
  const Parsed parsed("a: !дата 3\nb: !!str 5\nc: !\nd: !x {e: 1}\nf: ! g\n");
  CHECK(parsed.said() == "yaml-tag 1:4-1:9\nyaml-tag 2:4-2:9\nyaml-tag 3:4-3:5\nyaml-tag 4:4-4:6\nyaml-tag 5:4-5:5\n");
  for (const char* key : {"a", "b", "c", "f"}) CHECK(parsed[key]->broken);
  CHECK(parsed["d"]->entries[0].value->text == "1");
  CHECK(Parsed("!person\na: 1\n").said() == "yaml-tag 1:1-1:8\n");
  CHECK(Parsed("!!str a: 1\n").said() == "yaml-tag 1:1-1:6\n");
  CHECK(Parsed("a: !<x\n").said() == "yaml-tag 1:6-1:7\n");
}

TEST_CASE("a file holds one record") {
  check_said("a: 1\n---\nb: 2\n", "yaml-documents 2:1-2:4\n");
  check_said("a: 1\n...\nтекст\n", "yaml-documents 3:1-3:6\n");
  check_said("a: 1\n...\n# примечание\n", "");
  check_said("---\na: 1\n...\n", "");
  check_said("%YAML 1.2\n---\na: 1\n", "");
  CHECK(Parsed("a: 1\n---\nb: [\n")["a"]->text == "1");
}

TEST_CASE("a file without a record is empty") {
  for (const char* text : {"", "\n", "# примечание\n", "---\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF# x\n"}) {
    CAPTURE(text);
    const Parsed parsed(text);
    CHECK(parsed.root == nullptr);
    CHECK(parsed.said() == "yaml-empty 1:1-1:1\n");
  }
  const Parsed written("~\n");
  CHECK(written.said() == "");
  CHECK(written.root->kind == Node::Kind::null);
}

std::string nested(std::size_t levels, const char* open, const char* close) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) text += open;
  text += "x";
  for (std::size_t i = 0; i < levels; ++i) text += close;
  return text + "\n";
}

TEST_CASE("depth has an end") {
  CHECK(Parsed(nested(deepest, "[", "]")).said() == "");
  check_refused(nested(deepest + 1, "[", "]"), "yaml-depth 1:65-1:66", "глубже 64");
  CHECK(Parsed(nested(deepest, "- ", "")).said() == "");
  check_refused(nested(deepest + 1, "- ", ""), "yaml-depth 1:129-1:130", "глубже 64");
  check_refused(nested(100'000, "- ", ""), "yaml-depth 1:129-1:130", "глубже 64");
  check_refused(nested(20'000, "{a: ", "}"), "yaml-depth 1:257-1:258", "глубже 64");
  for (const char* open : {"[", "{", "? ", "[{a: ", "- a: ", "!x ", "&x ", "- - "}) {
    CAPTURE(open);
    const Parsed parsed(nested(100'000, open, ""));
    CHECK(parsed.root == nullptr);
    CHECK_FALSE(parsed.findings.empty());
  }
}

TEST_CASE("the number of values has an end") {
  std::string text = "a: [";
  for (std::size_t i = 0; i < most_values; ++i) text += "1,";
  check_refused(text + "]\n", "yaml-depth 1:399999-1:400000", "больше 200000");
}

TEST_CASE("bytes that are not UTF-8 are not replaced") {
  check_refused("a: \xCF\xE5\xF2\xF0\xEE\xE2\n", "yaml-encoding 1:4-1:5", "похоже на Windows-1251");
  check_refused("a: \x8F\xA5\xE2\xE0\xAE\xA2\n", "yaml-encoding 1:4-1:5", "похоже на CP866");
  check_refused("a: \xF0\xC5\xD4\xD2\xCF\xD7\n", "yaml-encoding 1:4-1:5", "похоже на KOI8-R");
  check_refused("имя: \xD0\n", "yaml-encoding 1:6-1:7", "байт 0xD0");
  CHECK(Parsed("имя: \xE2\xE2\xE2\xE2\xE2\n").findings[0].label.ru.find("похоже") == std::string::npos);
  check_refused(std::string("\xFF\xFE"
                            "a\0:\0",
                            6),
                "yaml-encoding 1:1-1:1", "UTF-16");
  check_refused(std::string("a\0:\0 \0001\0", 8), "yaml-encoding 1:1-1:1", "UTF-16");
}

TEST_CASE("characters nobody can see are findings") {
  check_refused(std::string("a: b\0c\n", 7), "yaml-encoding 1:5-1:6", "U+0000");
  check_refused("a: б\x04в\n", "yaml-encoding 1:5-1:6", "U+0004");
  check_refused("a: \x7F\n", "yaml-encoding 1:4-1:5", "U+007F");
  check_refused("a: \xC2\x85\n", "yaml-encoding 1:4-1:5", "U+0085");
  check_refused(
      "a: \xEF\xBB\xBF"
      "1\n",
      "yaml-encoding 1:4-1:5", "U+FEFF");
  check_refused("a: \xEF\xBF\xBE\n", "yaml-encoding 1:4-1:5", "U+FFFE");
  check_refused("a: б\xEF\xBF\xBF\n", "yaml-encoding 1:5-1:6", "U+FFFF");
  check_refused("a: 1\rb: 2\r", "yaml-encoding 1:5-1:6", "(CR)");
  check_said("a: \xEF\xBF\xBD\n", "yaml-encoding 1:4-1:5\n");
  CHECK(Parsed("a: \x01\x02 \xEF\xBF\xBD\n").said() == "yaml-encoding 1:4-1:5\nyaml-encoding 1:7-1:8\n");
}

TEST_CASE("a leading byte order mark is not seen") {
  const Parsed parsed("\xEF\xBB\xBFимя: Анна\nб: 1\n");
  CHECK(parsed.said() == "");
  CHECK(parsed.place(parsed.root->entries[0].key_span) == "1:1-1:4");
  CHECK(parsed.raw(parsed["имя"]) == "Анна");
  CHECK(parsed.sources.line({0, 0, 0}) == "имя: Анна");
}

TEST_CASE("lines may end in CR LF") {
  const Parsed parsed("a: 1\r\nб: \"в\r\n  г\"\r\nд: |\r\n  е\r\n  ж\r\nз: и\r\n  к\r\n");
  REQUIRE(parsed.said() == "");
  CHECK(parsed["a"]->text == "1");
  CHECK(parsed["б"]->text == "в г");
  CHECK(parsed["д"]->text == "е\nж\n");
  CHECK(parsed.raw(parsed["д"]) == "|\r\n  е\r\n  ж");
  CHECK(parsed.place(parsed["з"]->span) == "7:4-8:4");
  CHECK(parsed.sources.line({0, 0, 0}) == "a: 1");
}

TEST_CASE("all that is wrong in a file is said in one run") {
  CHECK(
      Parsed("a: &x 1\na: !t 2\nб: [*x]\n---\n").said() ==
      "yaml-alias 1:4-1:6\nyaml-tag 2:4-2:6\nyaml-alias 3:5-3:7\nyaml-duplicate-key 2:1-2:2\nyaml-documents 4:1-4:4\n");
}

TEST_CASE("no finding of a file repeats what stands in it") {
  for (const char* text :
       {"фамилия: Сорокина: Анна\n", "фамилия Сорокина\n", "a: 1\nСорокина:Анна\n", "a: \"Сорокина\\d\"\n",
        "a: *Сорокина\n", "a: !Сорокина 1\n", "Сорокина: 1\nСорокина: 2\n", "a: Сорокина\xD0\n"}) {
    const Parsed parsed(text);
    for (const Finding& finding : parsed.findings) {
      CHECK(finding.label.ru.find("Сорокин") == std::string::npos);
      CHECK(finding.label.en.find("Сорокин") == std::string::npos);
    }
  }
}

TEST_CASE("each row is complete") {
  CHECK(yaml_requirements().size() == 9);
  for (const Requirement& row : yaml_requirements()) {
    CHECK(row.id.starts_with("yaml-"));
    CHECK(row.name == row.id);
    CHECK(row.nature == Nature::format);
    CHECK_FALSE(row.title.empty());
    CHECK_FALSE(row.remedy.empty());
  }
}

}  // namespace
}  // namespace nastavnik
