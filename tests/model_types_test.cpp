#include <array>
#include <rapidcheck.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "model/field.h"
#include "model/ids.h"
#include "model/kinds.h"
#include "model/kinds/codes.h"
#include "model/types.h"

using namespace nastavnik;
using namespace std::string_literals;

namespace {

template <class Type>
Problem problem_of(std::string_view text) {
  typename Type::Value value{};
  return Type::read(text, value);
}

/// The value of a text that must be well formed.
template <class Type>
typename Type::Value value_of(std::string_view text) {
  typename Type::Value value{};
  const Problem problem = Type::read(text, value);
  CHECK_MESSAGE(!problem, text << ": " << (problem ? problem->label.ru : ""));
  return value;
}

/// A problem of the fault, said in both languages, with a label that does not repeat the text.
void check_said(const Problem& problem, ValueFault fault, std::string_view text) {
  REQUIRE_MESSAGE(problem.has_value(), "taken: " << text);
  CHECK_MESSAGE(problem->fault == fault, text);
  for (const Language language : {Language::ru, Language::en}) {
    CHECK_MESSAGE(!problem->label.in(language).empty(), text);
    CHECK_MESSAGE(problem->closer.ru.empty() == problem->closer.en.empty(), text);
    CHECK_MESSAGE(problem->words(true).in(language) == problem->label.in(language), text);
  }
}

template <class Type>
void check_refused(ValueFault fault, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) check_said(problem_of<Type>(text), fault, text);
}

template <class Type>
void check_taken(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) CHECK_MESSAGE(!problem_of<Type>(text), text);
}

template <class Type>
std::string advice(std::string_view text) {
  const Problem problem = problem_of<Type>(text);
  return problem ? problem->words(false).ru : "";
}

std::string letters(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "ж";
  return text;
}

const Kind& kind(std::string_view folder) {
  for (const Kind* one : folder_kinds())
    if (one->folder == folder) return *one;
  throw std::invalid_argument(std::string(folder));
}

}  // namespace

TEST_CASE("a line is one line of at most 300 characters") {
  check_taken<Line>({"а", "no", "012", "1e3", "41-од", "a  b", "a\u00a0b", "c. 5; x: y"});
  CHECK(value_of<Line>("12-с") == "12-с");
  CHECK(!problem_of<Line>(letters(300)));
  check_said(problem_of<Line>(letters(301)), ValueFault::bad_text, "301 letters");
  check_refused<Line>(ValueFault::bad_text, {"", " a", "a ", "a\n", "a\nb", "a\tb", "\u00a0a", "a\u3000", "\u2028a"});
  check_refused<Line>(ValueFault::bad_text, {"a\x01", "a\x7f", "a\u0085b", "\uFEFFa", "a\uFFFE", "\uFFFFa", "и\u0306"});
}

TEST_CASE("prose has lines and loses the line feed of its block") {
  CHECK(value_of<Prose>("а\nб\n") == "а\nб");
  check_taken<Prose>({"a\tb", "a\n\nb", "a", "a\uFFFDb"});
  check_refused<Prose>(ValueFault::bad_text, {"a\uFFFEb", "a\nb\uFFFF"});
  CHECK(!problem_of<Prose>(letters(20000)));
  CHECK(!problem_of<Prose>(letters(20000) + "\n"));
  check_said(problem_of<Prose>(letters(20001)), ValueFault::bad_text, "20001 letters");
  check_refused<Prose>(ValueFault::bad_text, {"", "\n", "a\n\n", " a", "a ", "\ta", "a\rb", "a\x0b", "e\u0301"});
}

TEST_CASE("a day is real, written in full, and of this age") {
  CHECK(value_of<Day>("2025-09-01") == Date(2025, 9, 1));
  check_taken<Day>({"1900-01-01", "2100-12-31", "2024-02-29", "2000-02-29"});
  check_refused<Day>(ValueFault::bad_date,
                     {"", "1899-12-31", "2101-01-01", "1900-02-29", "2025-02-29", "2025-04-31", "2025-00-10",
                      "2025-13-01", "2025-01-00", "2025-1-1", "20250101", "завтра", "2025-09-01 "});
}

TEST_CASE("a day that is not there is answered with what the calendar has") {
  CHECK(advice<Day>("2025-02-30") == "такого дня нет: в феврале 2025 года 28 дней");
  CHECK(advice<Day>("2024-02-30") == "такого дня нет: в феврале 2024 года 29 дней");
  CHECK(advice<Day>("2025-04-31") == "такого дня нет: в апреле 2025 года 30 дней");
  CHECK(advice<Day>("2025-12-32") == "такого дня нет: в декабре 2025 года 31 день");
  CHECK(advice<Day>("2025-13-01") == "такого дня нет: месяцы нумеруются от 01 до 12");
  CHECK(problem_of<Day>("2025-02-30")->closer.en == "there is no such day: February 2025 has 28 days");
  CHECK(problem_of<Day>("2025-02-30")->label.ru == "такого дня нет в календаре");
}

TEST_CASE("a day written another way is answered with the right form") {
  for (const char* text :
       {"2025-9-1", "1.9.2025", "01.09.2025", "2025.09.01", "2025/9/1", "2025-09-01T00:00:00", "01-09-2025"}) {
    CHECK_MESSAGE(advice<Day>(text) == "дата пишется ГГГГ-ММ-ДД: 2025-09-01", text);
    CHECK_MESSAGE(problem_of<Day>(text)->label.ru == "дата пишется ГГГГ-ММ-ДД", text);
  }
  CHECK(advice<Day>("30.02.2025") == "такого дня нет: в феврале 2025 года 28 дней");
  CHECK(advice<Day>("01.09.25") == "дата пишется ГГГГ-ММ-ДД");
  CHECK(advice<Day>("1.9.1850") == "дата пишется ГГГГ-ММ-ДД");
}

TEST_CASE("any day in any of the usual forms is guessed right") {
  CHECK(rc::check("day, form", [] {
    const Date day = Date(1900, 1, 1) + *rc::gen::inRange(0, 73414);
    const int form = *rc::gen::inRange(0, 4);
    const std::string text = form == 0   ? fmt::format("{}.{}.{}", day.day(), day.month(), day.year())
                             : form == 1 ? fmt::format("{:02}/{:02}/{}", day.day(), day.month(), day.year())
                             : form == 2 ? fmt::format("{}/{}/{}", day.year(), day.month(), day.day())
                                         : fmt::format("{}.{:02}.{:02}", day.year(), day.month(), day.day());
    RC_ASSERT(advice<Day>(text) == "дата пишется ГГГГ-ММ-ДД: " + iso(day));
  }));
}

TEST_CASE("masked words tell nothing of a date") {
  CHECK(rc::check("digits and separators", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf("0123456789-./"s));
    const Problem problem = problem_of<Day>(text);
    if (!problem) return;
    const std::string& masked = problem->words(true).ru;
    RC_ASSERT(masked == "дата пишется ГГГГ-ММ-ДД" || masked == "такого дня нет в календаре" ||
              masked == "годы допустимы от 1900 до 2100");
  }));
}

TEST_CASE("a month and a day") {
  CHECK(value_of<MonthDay>("06-01") == std::chrono::month(6) / std::chrono::day(1));
  check_taken<MonthDay>({"02-29", "12-31", "01-01"});
  check_refused<MonthDay>(ValueFault::bad_date,
                          {"", "02-30", "13-01", "00-10", "06-00", "6-1", "0601", "06-31", "2025-06-01"});
  CHECK(advice<MonthDay>("6-1") == "месяц и день пишутся ММ-ДД: 06-01");
  CHECK(advice<MonthDay>("01.06") == "месяц и день пишутся ММ-ДД: 06-01");
}

TEST_CASE("a year has four digits and bounds") {
  CHECK(value_of<YearNumber>("1900") == 1900);
  CHECK(value_of<YearNumber>("2100") == 2100);
  check_refused<YearNumber>(ValueFault::wrong_type, {"", "1899", "2101", "25", "02025", "2025 г.", "20 25"});
}

TEST_CASE("a time of the clock is minutes since midnight") {
  CHECK(value_of<ClockTime>("00:00") == 0);
  CHECK(value_of<ClockTime>("09:30") == 570);
  CHECK(value_of<ClockTime>("23:59") == 1439);
  check_refused<ClockTime>(ValueFault::wrong_type, {"", "24:00", "12:60", "9:30", "09.30", "0930", "09:30:00"});
  CHECK(advice<ClockTime>("9.30") == "время пишется ЧЧ:ММ: \"09:30\"");
}

TEST_CASE("a truth value is true or false alone") {
  CHECK(value_of<Flag>("true"));
  CHECK_FALSE(value_of<Flag>("false"));
  check_refused<Flag>(ValueFault::wrong_type,
                      {"", "True", "FALSE", "yes", "no", "on", "да", "нет", "1", "0", "~", "может быть"});
  for (const char* text : {"yes", "Да", "ON", "1"}) CHECK_MESSAGE(advice<Flag>(text) == "вместо «да» здесь true", text);
  for (const char* text : {"no", "Нет", "off", "0"})
    CHECK_MESSAGE(advice<Flag>(text) == "вместо «нет» здесь false", text);
  for (const char* text : {"True", "FALSE"})
    CHECK_MESSAGE(advice<Flag>(text) == "true и false пишутся строчными буквами", text);
}

TEST_CASE("a whole number lies within its bounds") {
  using Hours = Whole<1, 12>;
  CHECK(value_of<Hours>("1") == 1);
  CHECK(value_of<Hours>("12") == 12);
  CHECK(value_of<Whole<0, 10>>("0") == 0);
  check_refused<Hours>(ValueFault::wrong_type,
                       {"", "0", "13", "-1", "+2", "02", "2.0", "1e1", "0x2", "два", "99999999999999999999", "2 3"});
  CHECK(advice<Hours>("5 часов") == "число пишется без слов: 5");
  for (const char* text : {"012", "12.0", "+12", "0xc", "0o14", "1.2e1"}) {
    CHECK_MESSAGE(advice<Hours>(text) == "целое число пишется одними цифрами: 12", text);
  }
  for (const char* text : {"2.5", "13", "13.0", "0x10", "-2", "1e9", "0x", "nan"}) {
    CHECK_MESSAGE(advice<Hours>(text) == "нужно целое число от 1 до 12", text);
  }
  CHECK(advice<Hours>("13").find("от 1 до 12") != std::string::npos);
  int untouched = 7;
  CHECK(Hours::read("13", untouched).has_value());
  CHECK(untouched == 7);
}

TEST_CASE("an address is http or https") {
  check_taken<Url>({"https://a", "http://school.example.ru/x?y=1#z", "https://пример.рф/страница"});
  check_refused<Url>(ValueFault::wrong_type,
                     {"", "https://", "https:///x", "ftp://a", "a.ru", "https://a b", "https://a\u00a0b", "HTTPS://a"});
  CHECK(advice<Url>("school.example.ru/x") == "адрес пишется целиком: https://school.example.ru/x");
  CHECK(!problem_of<Url>("https://" + letters(1992)));
  check_said(problem_of<Url>("https://" + letters(1993)), ValueFault::bad_text, "2001 characters");
}

TEST_CASE("a path stays inside the registry") {
  check_taken<Path>({"a", "scans/prikaz 112.pdf", ".hidden/x", "..a/b", "...", "Сканы/приказ.pdf"});
  check_refused<Path>(ValueFault::wrong_type, {"", "/a", "a/", "a//b", "..", "../a", "a/../b", ".", "./a", "a/.",
                                               "a\\b", "C:/a", " a", "a/ b", "a\x01"});
  CHECK(advice<Path>("scans\\a.pdf") == "путь внутри реестра пишется так: scans/a.pdf");
  CHECK(advice<Path>("./scans/a.pdf") == "путь внутри реестра пишется так: scans/a.pdf");
  CHECK(!problem_of<Path>(letters(300)));
  check_said(problem_of<Path>(letters(301)), ValueFault::bad_text, "301 letters");
}

TEST_CASE("codes and short names") {
  check_taken<OwnCode>({"a", "multigrade", "a1_b"});
  check_refused<OwnCode>(ValueFault::bad_id, {"", "1a", "_a", "A", "a-b", "тема"});
  check_taken<Slug>({"a", "0", "math-club", "a1-2b"});
  check_refused<Slug>(ValueFault::bad_id, {"", "-a", "a-", "a--b", "A", "a_b", "a b"});
  CHECK(!problem_of<Slug>(std::string(60, 'a')));
  check_said(problem_of<Slug>(std::string(61, 'a')), ValueFault::bad_id, "61 letters");
  check_taken<RuleId>({"P2-2", "P10.5-1", "S-01", "yaml-syntax"});
  check_refused<RuleId>(ValueFault::bad_id, {"", "P2 2", "П2-2"});
}

TEST_CASE("digits are counted") {
  check_taken<Digits<10>>({"5400000003", "0000000000"});
  check_refused<Digits<10>>(ValueFault::wrong_type, {"", "540000000", "54000000031", "54 0000003", "540000000x"});
  CHECK(advice<Digits<13>>("1") == "нужно ровно 13 цифр, без пробелов и других знаков");
}

TEST_CASE("marks of items") {
  check_taken<LocalId<'a'>>({"a1", "a10", "a999"});
  check_refused<LocalId<'a'>>(ValueFault::bad_id, {"", "a", "a0", "a01", "m1", "1", "A1", "а1", "a1b"});
  for (const char* text : {"а1", "A1", "1"})
    CHECK_MESSAGE(advice<LocalId<'a'>>(text).starts_with("вероятно, a1"), text);
  check_taken<FieldPath>({"end", "activities.done.date", "x_1"});
  check_refused<FieldPath>(ValueFault::bad_id, {"", ".", "end.", ".end", "a..b", "End", "1a", "a b", "activities[a1]"});
  check_taken<ItemMark>({"a1", "m2", "d3", "s4", "r5"});
  check_refused<ItemMark>(ValueFault::bad_id, {"", "x1", "a", "a0"});
}

TEST_CASE("the address of a record") {
  check_taken<RecordAddress>({"programs/2025-003", "organization", "people/p-017", "years/2025-2026", "nastavnik"});
  check_refused<RecordAddress>(ValueFault::bad_id, {"", "programs", "programs/", "programs/p-017", "program/2025-003",
                                                    "programs/2025-003.yaml", "years/2025-2027", "organization.yaml"});
  CHECK(advice<RecordAddress>("program/2025-003") == "адрес записи пишется так: programs/2025-003");
  CHECK(advice<RecordAddress>("programs/2025-003.yaml") == "адрес записи пишется так: programs/2025-003");
}

TEST_CASE("the ids of each kind") {
  const auto check = [](const Kind& kind, std::initializer_list<std::string_view> good,
                        std::initializer_list<std::string_view> bad) {
    for (const auto id : good) CHECK_MESSAGE(!check_id(id, kind), kind.folder << " " << id);
    for (const auto id : bad) check_said(check_id(id, kind), ValueFault::bad_id, id);
  };
  check(kind("people"), {"p-017", "p-123456789"}, {"", "p-17", "p-1234567890", "P-017", "р-017", "p-01a", "017"});
  check(kind("programs"), {"2025-003", "1999-123456789"},
        {"", "2025-03", "1899-003", "2025003", "2025-1234567890", "2025-00a"});
  check(kind("orders"), {"2025-112-od", "2025-43-1", "2025-7"},
        {"", "2025-", "2025-112-", "2025-112-од", "2025--1", "112-od", "2025-A"});
  check(kind("years"), {"2025-2026", "1999-2000"}, {"", "2025", "2025-2027", "2026-2025", "2025/2026", "2025-26"});
  check(kind("practices"), {"math-club", "a"}, {"", "Math", "math_club"});
}

TEST_CASE("an id typed in Cyrillic look-alikes is answered with the Latin one") {
  CHECK(check_id("р-017", kind("people"))->words(false).ru.starts_with("вероятно, p-017 (латиницей)"));
  CHECK(check_id("people/p-017.yaml", kind("people"))->words(false).ru.starts_with("вероятно, p-017"));
}

TEST_CASE("a code is of its list, or is answered with the nearest") {
  CHECK(value_of<Choice<ConsentForm>>("oral") == ConsentForm::oral);
  CHECK(value_of<Choice<Ground>>("by_curator") == Ground::by_curator);
  check_refused<Choice<ConsentForm>>(ValueFault::unknown_code, {"", "Paper", "papre", "other", "на бумаге"});
  CHECK(problem_of<Choice<ConsentForm>>("xyz")->label.ru ==
        "допустимо: paper — на бумаге, с подписью; electronic — электронный документ; "
        "oral — устно (только для помощника, 13.1)");
  CHECK(problem_of<Choice<ConsentForm>>("xyz")->closer.empty());
  for (const char* text : {"педагог-педагог", "педагог – педагог", "Педагог — педагог", "«педагог–педагог»"})
    CHECK_MESSAGE(advice<Choice<RoleForm>>(text).starts_with("вероятно, teacher_teacher — «педагог – педагог»;"), text);
  for (const char* text : {"papre", "Paper", "на бумаге", "На бумаге, с подписью", "на бумаге с подписью"}) {
    CHECK_MESSAGE(advice<Choice<ConsentForm>>(text).starts_with("вероятно, paper — на бумаге, с подписью;"), text);
  }
  CHECK(advice<Choice<ConsentForm>>("устно").starts_with("вероятно, oral"));
}

TEST_CASE("a topic is of the list or the school's own") {
  constexpr std::array<std::string_view, 1> own{"multigrade"};
  CHECK(!check_topic("digital", own));
  CHECK(!check_topic("multigrade", own));
  check_said(check_topic("multigrade", {}), ValueFault::unknown_code, "multigrade");
  CHECK(check_topic("multigrad", own)->words(false).ru.starts_with("вероятно, multigrade;"));
  CHECK(check_topic("xyz", own)->label.ru.ends_with("; свои темы добавляют в nastavnik.yaml"));
  CHECK(check_topic("digitla", own)->words(false).ru.starts_with("вероятно, digital — цифровая среда;"));
}
