#include <string>

#include <doctest/doctest.h>

#include "base/date.h"
#include "base/words.h"

namespace nastavnik {
namespace {

std::string counted(long long number, const Noun& noun, Language language) {
  return said(Count{number, noun}, language);
}

TEST_CASE("a Russian noun agrees with its number") {
  const auto days = [](long long n) { return counted(n, noun::day, Language::ru); };
  CHECK(days(0) == "0 дней");
  CHECK(days(1) == "1 день");
  CHECK(days(2) == "2 дня");
  CHECK(days(4) == "4 дня");
  CHECK(days(5) == "5 дней");
  CHECK(days(11) == "11 дней");
  CHECK(days(12) == "12 дней");
  CHECK(days(14) == "14 дней");
  CHECK(days(15) == "15 дней");
  CHECK(days(21) == "21 день");
  CHECK(days(22) == "22 дня");
  CHECK(days(100) == "100 дней");
  CHECK(days(101) == "101 день");
  CHECK(days(111) == "111 дней");
  CHECK(days(112) == "112 дней");
  CHECK(days(1001) == "1001 день");
  CHECK(days(-1) == "-1 день");
  CHECK(days(-3) == "-3 дня");
}

TEST_CASE("an English noun is one or many") {
  CHECK(counted(1, noun::person, Language::en) == "1 person");
  CHECK(counted(2, noun::person, Language::en) == "2 people");
  CHECK(counted(0, noun::person, Language::en) == "0 people");
  CHECK(counted(21, noun::day, Language::en) == "21 days");
}

TEST_CASE("a phrase is said in both languages at once") {
  const Words words = say({"нет {}, есть {}", "{} is missing, {} is there"}, "а", "б");
  CHECK(words.ru == "нет а, есть б");
  CHECK(words.en == "а is missing, б is there");
}

TEST_CASE("each language may put the arguments in an order of its own") {
  const Words words = say({"{1}: {0}", "{0}: {1}"}, 1, 2);
  CHECK(words.ru == "2: 1");
  CHECK(words.en == "1: 2");
}

TEST_CASE("arguments know the language they are said in") {
  const Words words = say({"прошло {}, «{}», {}", "{} have passed, “{}”, {}"}, Count{3, noun::month},
                          Text{"пара", "pair"}, Date(2025, 9, 1));
  CHECK(words.ru == "прошло 3 месяца, «пара», 2025-09-01");
  CHECK(words.en == "3 months have passed, “pair”, 2025-09-01");
  CHECK(say({"({})", "({})"}, words).en == "(3 months have passed, “pair”, 2025-09-01)");
}

TEST_CASE("braces and format specs stand") {
  const Words words = say({"{{{}}} {:02X}", "{{{}}} {:04d}"}, "x", 10);
  CHECK(words.ru == "{x} 0A");
  CHECK(words.en == "{x} 0010");
}

TEST_CASE("a text gives the language asked for") {
  constexpr Text text{"да", "yes"};
  CHECK(text.in(Language::ru) == "да");
  CHECK(text.in(Language::en) == "yes");
  CHECK(Words(text).in(Language::en) == "yes");
  CHECK(Text().empty());
  CHECK_FALSE(text.empty());
}

}  // namespace
}  // namespace nastavnik
