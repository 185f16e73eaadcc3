#include <array>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "base/layout.h"
#include "base/text.h"

namespace nastavnik {
namespace {

TEST_CASE("characters are code points") {
  CHECK(characters("") == 0);
  CHECK(characters("abc") == 3);
  CHECK(characters("Ёж «я»") == 6);
  CHECK(characters("e\u0301") == 2);
  CHECK(characters("\U0001F600") == 1);
}

TEST_CASE("the width of a text is that of a terminal") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Наставник — 1") == 13);
  CHECK(display_width("и\u0306") == 1);
  CHECK(display_width("中文") == 4);
  CHECK(display_width("\U0001F600") == 2);
  CHECK(display_width("а\u200Bб") == 2);
  CHECK(display_width("\u00AD") == 1);
  CHECK(display_width("а\tб") == 3);
  CHECK(display_width("а\x1Bб") == 2);
}

TEST_CASE("bytes that are not UTF-8 are found") {
  for (const char* good : {"", "ascii", "Ёж", "€", "\U0001F600", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CAPTURE(good);
    CHECK_FALSE(invalid_utf8(good));
  }
  using Bad = std::pair<std::string_view, std::size_t>;
  for (const Bad& bad : {
           Bad{"a\x80", 1},             // continuation without a lead
           Bad{"ab\xC0\x80", 2},        // overlong
           Bad{"\xC1\xBF", 0},          // overlong
           Bad{"\xE0\x9F\xBF", 0},      // overlong
           Bad{"\xF0\x8F\xBF\xBF", 0},  // overlong
           Bad{"\xED\xA0\x80", 0},      // surrogate
           Bad{"\xED\xBF\xBF", 0},      // surrogate
           Bad{"\xF4\x90\x80\x80", 0},  // above U+10FFFF
           Bad{"\xF5\x80\x80\x80", 0},  // no such lead
           Bad{"\xFF", 0},              // no such byte
           Bad{"Ё\xD0", 2},             // cut short
           Bad{"\xE2\x82", 0},          // cut short
           Bad{"\xD0\xD0\xB0", 0},      // lead without continuation
           Bad{"\xE2\x82\x41", 0},      // continuation missing
           Bad{"\xF0\x9F\x98\x41", 0},  // continuation missing
       }) {
    CAPTURE(bad.second);
    CHECK(invalid_utf8(bad.first) == bad.second);
  }
}

TEST_CASE("every code point is UTF-8, and nothing else of four bytes is") {
  std::size_t good = 0;
  for (unsigned lead = 0xC0; lead < 0x100; ++lead)
    for (unsigned second = 0; second < 0x100; ++second) {
      const std::array<char, 4> bytes{static_cast<char>(lead), static_cast<char>(second), '\x80', '\x80'};
      const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
      good += !invalid_utf8({bytes.data(), size});
    }
  // 30 leads of two bytes, 64 each; of three: 16 leads less 32 overlong, 32 surrogate; of four: 16 planes of 16.
  CHECK(good == 30 * 64 + (16 * 64 - 32 - 32) + 16 * 16);
}

TEST_CASE("composed texts are NFC, decomposed are not") {
  for (const char* composed : {"", "Ёжик", "й", "№ 564 — «приказ»", "é", "中", "а\u0301"}) {
    CAPTURE(composed);
    CHECK(is_nfc(composed));
  }
  for (const char* decomposed : {"и\u0306", "Е\u0308ж", "e\u0301", "\u212B", "\u0344", "а\u0301\u0323"}) {
    CAPTURE(decomposed);
    CHECK_FALSE(is_nfc(decomposed));
  }
}

TEST_CASE("folding keeps what a comparison of texts asks for") {
  CHECK(fold("Ёлкина Анна") == "елкина анна");
  CHECK(fold("Е\u0308лкина  Анна") == "елкина анна");
  CHECK(fold(" МБОУ «Средняя\u00A0школа № 3»\n") == "мбоу средняя школа № 3");
  CHECK(fold("\"а\" 'б' „в“ ‘г’ “д” `е`") == "а б в г д е");
  CHECK(fold("а–б—в‑г−д-е") == "а-б-в-г-д-е");
  CHECK(fold("École № 1") == "école № 1");
  CHECK(fold("«»") == "");
  CHECK(fold("") == "");
  CHECK(fold("Йод") == fold("И\u0306од"));
  CHECK(fold("Анна") != fold("Анно"));
}

constexpr std::string_view keys[] = {"full_name", "birth_date", "birth_year", "meetings",
                                     "start",     "end",        "mentor",     "mentees"};

TEST_CASE("the closest word is found") {
  CHECK(closest("strat", keys) == "start");
  CHECK(closest("stat", keys) == "start");
  CHECK(closest("startt", keys) == "start");
  CHECK(closest("birthday", keys) == "birth_date");
  CHECK(closest("birth_yaer", keys) == "birth_year");
  CHECK(closest("mentr", keys) == "mentor");
  CHECK(closest("START", keys) == "start");
  CHECK(closest("Full_Name", keys) == "full_name");
  CHECK(closest("stаrt", keys) == "start");  // Cyrillic а
  CHECK(closest("start", keys) == "start");
}

TEST_CASE("a whole part of one known word stands for it") {
  CHECK(closest("meet", keys) == "meetings");
  CHECK(closest("name", keys) == "full_name");
  CHECK(closest("birth", keys) == "");
}

TEST_CASE("nothing is suggested when nothing is near") {
  CHECK(closest("phone", keys) == "");
  CHECK(closest("x", keys) == "");
  CHECK(closest("", keys) == "");
  CHECK(closest("on", keys) == "");
  CHECK(closest("start", {}) == "");
}

TEST_CASE("a word that may be another wish is taken only for what a slip of the hand makes of it") {
  constexpr std::string_view known[] = {"check", "report", "completion", "document", "baseline", "en", "ru"};
  const auto slip_of = [&](std::string_view word) { return closest(word, known, Likeness::slip); };
  CHECK(slip_of("cehck") == "check");
  CHECK(slip_of("chek") == "check");
  CHECK(slip_of("reprot") == "report");
  CHECK(slip_of("repotr") == "report");
  CHECK(slip_of("completoin") == "completion");
  CHECK(slip_of("comlpetoin") == "completion");
  CHECK(slip_of("baselnie") == "baseline");
  CHECK(slip_of("doc") == "document");
  CHECK(slip_of("en") == "en");
  CHECK(slip_of("eng") == "en");
  CHECK(slip_of("complete") == "");
  CHECK(slip_of("import") == "");
  CHECK(slip_of("export") == "");
  CHECK(slip_of("checker") == "");
  CHECK(slip_of("помощь") == "");
  CHECK(slip_of("on") == "");
  constexpr std::string_view numbered[] = {"row.1", "row.2", "2025-2026"};
  CHECK(closest("row.8", numbered, Likeness::slip) == "");
  CHECK(closest("rwo.2", numbered, Likeness::slip) == "row.2");
  CHECK(closest("row.12", numbered, Likeness::slip) == "row.1");
  CHECK(closest("2025-2027", numbered, Likeness::slip) == "");
  CHECK(closest("2025-2062", numbered, Likeness::slip) == "2025-2026");
  CHECK(closest("2024-2025", numbered, Likeness::slip) == "");
}

TEST_CASE("words in Cyrillic are compared by letters, not bytes") {
  constexpr std::string_view known[] = {"наставник", "наставляемый", "куратор", "пара"};
  CHECK(closest("настваник", known) == "наставник");
  CHECK(closest("кураторр", known) == "куратор");
  CHECK(closest("Куратор", known) == "куратор");
  CHECK(closest("пора", known) == "пара");
  CHECK(closest("повар", known) == "");
  CHECK(closest("курат", known) == "куратор");
}

TEST_CASE("the nearer of two near words wins, the first of two equal ones") {
  constexpr std::string_view known[] = {"dates", "data", "date"};
  CHECK(closest("date", known) == "date");
  CHECK(closest("datx", known) == "data");
}

TEST_CASE("a line does not end between a clause or a number and what it is called") {
  CHECK(held_together("по п. 19 и (п. 4), № 5-од") == "по п.\u00a019 и (п.\u00a04), №\u00a05-од");
  CHECK(held_together("cl. 19, No. 5, clause 3") == "cl.\u00a019, No.\u00a05, clause\u00a03");
  CHECK(held_together("и т. п. В 5 «Б» классе, сап. 3") == "и т. п. В 5 «Б» классе, сап. 3");
  CHECK(lines_within("завершена по п. 19 сегодня", 15) == std::vector<std::string>{"завершена по", "п. 19 сегодня"});
  CHECK(lines_within("п. 11.12", 5) == std::vector<std::string>{"п.", "11.12"});
}

}  // namespace
}  // namespace nastavnik
