#include <string>

#include <doctest/doctest.h>

#include "base/printable.h"
#include "base/unseen.h"

namespace nastavnik {
namespace {

TEST_CASE("signs that nobody sees are found") {
  for (const char* sign :
       {"\u00AD", "\u034F", "\u061C",     "\u115F",     "\u17B4",     "\u180E",    "\u200B", "\u200C",
        "\u200D", "\u200E", "\u200F",     "\u2028",     "\u2029",     "\u202A",    "\u202E", "\u2060",
        "\u2064", "\u2066", "\u2069",     "\u206F",     "\u3164",     "\uFE00",    "\uFE0F", "\uFEFF",
        "\uFFA0", "\uFFF9", "\U0001D173", "\U000E0001", "\U000E0041", "\U000E0100"}) {
    const std::string text = "Ура" + std::string(sign) + "ура";
    CAPTURE(text.size());
    const auto found = unseen(text);
    REQUIRE(found);
    CHECK(found->at == 6);
    CHECK(text.substr(found->at, found->size) == sign);
    CHECK_FALSE(unseen(text, found->at + found->size));
  }
  CHECK(unseen("а\u202Eб")->turns);
  CHECK_FALSE(unseen("а\u200Bб")->turns);
}

TEST_CASE("what a school lawfully types is not accused") {
  for (
      const char* text :
      {"Обычный текст — «ёлочки», №\u00A05, 10\u202F000\u2009руб., e\u0301, §\u00A07",
       "Семья: \U0001F468\u200D\U0001F469\u200D\U0001F467",
       "Учитель \U0001F9D1\U0001F3FD\u200D\U0001F3EB и \u2764\uFE0F\u200D\U0001F525",
       "Знаки \u2714\uFE0F \u263A\uFE0E 1\uFE0F\u20E3 \u00A9\uFE0F",
       "Флаги \U0001F3F3\uFE0F\u200D\U0001F308 \U0001F1F7\U0001F1FA \U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
       "По-персидски \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "На хинди \u0915\u094D\u200D\u0937",
       "中文 日本語"}) {
    CAPTURE(text);
    CHECK_FALSE(unseen(text));
  }
}

TEST_CASE("what joins an emoji hides as well where no emoji stands") {
  for (const char* text :
       {"\u200D", "\u200Dа", "а\u200Dб", "\U0001F600\u200D", "\U0001F600\u200Dа", "а\uFE0F", "\U000E0041",
        "\U0001F600\U000E0041", "\u0645\u200Cа",
        "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E0067\U000E0067\U000E0067"}) {
    CAPTURE(std::string(text).size());
    CHECK(unseen(text));
  }
}

TEST_CASE("JSON names by number what nobody sees") {
  CHECK(visible_json("{\"а\": \"б\u202Eв\u0085\u007F\u2028г\U000E0041\"}") ==
        "{\"а\": \"б\\u202eв\\u0085\\u007f\\u2028г\\udb40\\udc41\"}");
  CHECK(visible_json("\"Наставник — 1\"") == "\"Наставник — 1\"");
}

TEST_CASE("a text of several lines keeps its lines and nothing that steers") {
  CHECK(harmless("один\n\tдва\r\nтри\x1B[31m\a\u009B\u202E\u2066\u2028\uFFFE!\x80") ==
        "один\n\tдва\u240D\nтри\u241B[31m\u2407\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD!\uFFFD");
}

TEST_CASE("what nobody would see is shown as such, what joins an emoji or a script stays") {
  CHECK(harmless("\uFEFFа\u200Bб\u00ADв\U000E0041\n") == "а\uFFFDб\uFFFDв\uFFFD\n");
  CHECK(printable("x\u200By\tz") == "x\uFFFDy z");
  for (const char* text : {"\U0001F469\u200D\U0001F4BB", "❤\uFE0F", "می\u200Cخواهم", "а\u0301"})
    CHECK(harmless(text) == text);
}

TEST_CASE("an excerpt shows where the unseen stands") {
  const auto line = glyphs("а\u200Bб\u00ADв");
  std::string shown;
  for (const Glyph& glyph : line) shown += glyph.text;
  CHECK(shown == "а\uFFFDб\uFFFDв");
}

}  // namespace
}  // namespace nastavnik
