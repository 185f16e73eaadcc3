#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "made_report.h"
#include "rules/citation.h"

using namespace nastavnik;
using namespace nastavnik::made;
using namespace std::string_literals;

namespace {

/// One finding at the words, printed without a summary.
std::string excerpt_of(std::string text, std::string_view words, std::string path = "programs/2025-003.yaml",
                       RenderOptions options = {.quiet = true}, const Requirement& rule = unknown_key) {
  MadeRegistry registry;
  const auto file = registry.file(std::move(path), std::move(text));
  registry.find(rule, registry.at(file, words), {"тут", "here"});
  const auto shown = print("text", registry, options);
  const auto begin = shown.find("  |");
  return shown.substr(begin, shown.find("= исправить") - begin);
}

}  // namespace

TEST_CASE("text shows a finding as the design lays it out") {
  CHECK(print("text", short_program()) == R"(error[P2-2 program-too-short]: программа длится меньше 3 месяцев
  --> programs/2025-003.yaml:4:6
   |
 4 | end: 2025-11-29
   |      ^^^^^^^^^^ самая ранняя дата окончания: 2025-11-30
  ::: programs/2025-003.yaml:3:8  начало программы
   = норма: п. 2 «от 3 месяцев до 1 года»
   = исправить: измените срок программы
   = подробнее: nastavnik explain P2-2

Найдено: 1 нарушение.
Прочитано: 41 запись, 44 файла.
День проверки: 2025-09-15 (as_of в nastavnik.yaml).
Дальше: nastavnik explain P2-2
)");
}

TEST_CASE("text speaks English") {
  CHECK(print("text", short_program(), {.language = Language::en}) ==
        R"(error[P2-2 program-too-short]: the programme is shorter than 3 months
  --> programs/2025-003.yaml:4:6
   |
 4 | end: 2025-11-29
   |      ^^^^^^^^^^ the earliest end: 2025-11-30
  ::: programs/2025-003.yaml:3:8  start of the programme
   = clause: cl. 2 «от 3 месяцев до 1 года»
   = to mend: change the term of the programme
   = more: nastavnik explain P2-2

Found: 1 error.
Read: 41 records in 44 files.
Day of the check: 2025-09-15 (as_of in nastavnik.yaml).
Next: nastavnik explain P2-2
)");
}

TEST_CASE("text names places in two files, and says what is not from the regulation") {
  MadeRegistry registry;
  const auto program = registry.file("programs/2025-003.yaml", std::string(9, '\n') + "due_on: 2025-10-31\n");
  const auto pair = registry.file("pairs/2025-003.yaml", "start: 2025-09-01\n");
  registry.find(late_work, registry.at(program, "2025-10-31")).also = {
      {registry.at(pair, "start"), {"начало пары", "start of the pair"}}, {registry.at(pair, "2025-09-01"), {}}};
  registry.find(pay, registry.at(pair, "2025"));
  CHECK(print("text", registry, {.quiet = true}) == R"(warning[P2-11 activity-late]: мероприятие опаздывает
   --> programs/2025-003.yaml:10:9
    |
 10 | due_on: 2025-10-31
    |         ^^^^^^^^^^
   ::: pairs/2025-003.yaml:1:1  начало пары
   ::: pairs/2025-003.yaml:1:8
    = норма: п. 16.2 «в установленные сроки», строка 5 дорожной карты
    = не из текста положения: вывод из него
    = исправить: отметьте выполнение
    = подробнее: nastavnik explain P2-11

info[TK-3 refusal-too-late]: отказ подан поздно
  --> pairs/2025-003.yaml:1:8
   |
 1 | start: 2025-09-01
   |        ^^^^
   = норма: ст. 351.8 ТК РФ
   = не из текста положения: другой закон
   = исправить: сверьте даты
   = подробнее: nastavnik explain TK-3
)");
}

TEST_CASE("carets stand under what they mean, whatever the width of the characters") {
  SUBCASE("Cyrillic takes two bytes and one column") {
    CHECK(excerpt_of("goal: Урок для Ёлки\n", "Ёлки") == R"(  |
 1 | goal: Урок для Ёлки
   |                ^^^^ тут
   )");
  }
  SUBCASE("a tab is widened to the next stop") {
    CHECK(excerpt_of("a:\tb\tвот\n", "вот") == R"(  |
 1 | a:  b   вот
   |         ^^^ тут
   )");
  }
  SUBCASE("wide characters take two columns, combining marks none") {
    CHECK(excerpt_of("a: 漢字 e\u0301 = конец\n", "= конец") == R"(  |
 1 | a: 漢字 )"
                                                                "e\u0301"
                                                                R"( = конец
   |           ^^^^^^^ тут
   )");
    CHECK(excerpt_of("a: 漢字\n", "漢字").find("\n   |    ^^^^ тут") != std::string::npos);
  }
  SUBCASE("CRLF is no part of the line") {
    CHECK(excerpt_of("a: 1\r\nb: два\r\n", "два\r\n") == R"(  |
 2 | b: два
   |    ^^^ тут
   )");
  }
  SUBCASE("of several lines the first is shown") {
    CHECK(excerpt_of("text: >\n  один\n  два\n", ">\n  один\n  два") == R"(  |
 1 | text: >
   |       ^ тут
   )");
  }
  SUBCASE("a byte order mark takes no room") {
    CHECK(excerpt_of("\xEF\xBB\xBFkey: 1\n", "key") == R"(  |
 1 | key: 1
   | ^^^ тут
   )");
  }
}

TEST_CASE("a place with nothing in it still has its caret") {
  MadeRegistry registry;
  const auto empty = registry.file("orders/2025-1.yaml", "");
  const auto ended = registry.file("pairs/2025-003.yaml", "form: pair\nstart:");
  registry.find(unknown_key, {empty, 0, 0}, {"файл пуст", "the file is empty"});
  registry.find(unknown_key, {ended, 17, 0}, {"нет значения", "no value"});
  CHECK(print("text", registry, {.quiet = true}) == R"(error[record-unknown-key]: неизвестный ключ
  --> orders/2025-1.yaml:1:1
   |
 1 |
   | ^ файл пуст
   = исправить: исправьте ключ
   = подробнее: nastavnik explain record-unknown-key

error[record-unknown-key]: неизвестный ключ
  --> pairs/2025-003.yaml:2:7
   |
 2 | start:
   |       ^ нет значения
   = исправить: исправьте ключ
   = подробнее: nastavnik explain record-unknown-key
)");
}

TEST_CASE("the place after the last line break is a line of its own") {
  MadeRegistry registry;
  const auto file = registry.file("pairs/2025-003.yaml", "form: pair\n");
  registry.find(unknown_key, {file, 11, 0});
  CHECK(print("text", registry, {.quiet = true}).find(":2:1\n   |\n 2 |\n   | ^\n") != std::string::npos);
}

TEST_CASE("a long line is cut around what is meant") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "слово" + std::to_string(i) + " ";
  SUBCASE("at its end when the place is near the start") {
    const auto shown = excerpt_of("goal: " + words, "слово2");
    CHECK(shown.find(" 1 | goal: слово0 слово1 слово2 ") != std::string::npos);
    CHECK(shown.find("слово11 слово1…\n   |                     ^^^^^^ тут") != std::string::npos);
  }
  SUBCASE("at both ends when it is in the middle") {
    CHECK(excerpt_of("goal: " + words, "слово20") == R"(  |
 1 | …слово17 слово18 слово19 слово20 слово21 слово22 слово23 слово24 слово25 слово26 слово27 слово28 сл…
   |                          ^^^^^^^ тут
   )");
  }
  SUBCASE("and the carets end with it") {
    const auto shown = excerpt_of("goal: " + words, words);
    CHECK(shown.find("\n   |       " + std::string(92, '^') + " тут") != std::string::npos);
  }
  SUBCASE("in a line of megabytes too") {
    const auto shown = excerpt_of("a: " + std::string(1 << 20, 'x') + "здесь" + std::string(1 << 20, 'y'), "здесь");
    CHECK(shown.find("| …" + std::string(24, 'x') + "здесь" + std::string(69, 'y') + "…\n") != std::string::npos);
    CHECK(shown.find("\n   | " + std::string(25, ' ') + "^^^^^ тут") != std::string::npos);
  }
}

TEST_CASE("no byte of a record steers the terminal") {
  const auto shown = excerpt_of("a: \x1b[31m\x7f\xff\u202e конец\0 b\n"s, "конец", "programs/\x1b]0;x\a.yaml");
  CHECK(shown == "  |\n 1 | a: \u241B[31m\uFFFD\uFFFD\uFFFD конец\u2400 b\n   |             ^^^^^ тут\n   ");
  CHECK(printable("один\nдва\tтри\r") == "один\u240Aдва три\u240D");
}

TEST_CASE("values of people/ are masked") {
  const std::string person =
      "# Орлова, доб. 12\n"
      "full_name: Орлова Татьяна Викторовна # зовут Таня\n"
      "positions:\n"
      "  - title: директор\n"
      "    subjects:\n"
      "      - химия\n"
      "Орлова: 1\n"
      "p1: 89130000000\n"
      "phone:89130000000\n";
  const auto masked = [&](std::string_view words, const Requirement& rule = unknown_key) {
    const auto shown = excerpt_of(person, words, "people/p-001.yaml", {.quiet = true}, rule);
    return shown.substr(4, shown.rfind('\n') - 4);
  };
  CHECK(masked("# Орлова") == " 1 | # •••\n   | ^^^^^ тут");
  CHECK(masked("Орлова Татьяна Викторовна") == " 2 | full_name: •••\n   |            ^^^ тут");
  CHECK(masked("full_name") == " 2 | full_name: •••\n   | ^^^^^^^^^ тут");
  CHECK(masked("# зовут") == " 2 | full_name: •••\n   |            ^^^ тут");
  CHECK(masked("positions") == " 3 | positions:\n   | ^^^^^^^^^ тут");
  CHECK(masked("директор") == " 4 |   - title: •••\n   |            ^^^ тут");
  CHECK(masked("химия") == " 6 |       - •••\n   |         ^^^ тут");
  CHECK(masked("Орлова: 1") == " 7 | •••\n   | ^^^ тут");
  CHECK(masked("89130000000") == " 8 | •••\n   | ^^^ тут");
  CHECK(masked("phone:") == " 9 | •••\n   | ^^^ тут");
  CHECK(masked("full_name", bad_yaml) == " 2 | •••\n   | ^^^ тут");
  CHECK(masked("full_name", repeated_key) == " 2 | full_name: •••\n   | ^^^^^^^^^ тут");
  CHECK(masked("title", bad_yaml) == " 4 |   •••\n   |   ^^^ тут");

  const auto open = excerpt_of(person, "Татьяна", "people/p-001.yaml", {.quiet = true, .unmask = true});
  CHECK(open.find("full_name: Орлова Татьяна Викторовна # зовут Таня\n") != std::string::npos);
}

TEST_CASE("no format carries a value of people/") {
  MadeRegistry registry;
  const auto file = registry.file("people/p-001.yaml", "full_name: Орлова Татьяна\nphone: 89130000000\n");
  registry.find(unknown_key, registry.at(file, "phone"), {"ключа phone здесь нет", "no key phone here"}).also = {
      {registry.at(file, "Орлова"), {"имя", "name"}}};
  registry.outcome.undecided.push_back({&too_short, registry.at(file, "Татьяна")});
  for (const auto& format : check_formats()) {
    CAPTURE(format.name);
    const auto machine = format.name != "text" && format.name != "concise";
    const auto shown = print(format.name, registry, {.unmask = machine});
    CHECK(shown.find("people/p-001.yaml") != std::string::npos);
    for (const auto* value : {"Орлова", "Татьяна", "8913"}) CHECK(shown.find(value) == std::string::npos);
  }
}

TEST_CASE("the summary says what the result rests on") {
  MadeRegistry registry = short_program();
  registry.find(late_work, {0, 0, 4});
  registry.find(late_work, {0, 0, 4});
  registry.find(pay, {0, 0, 4});
  registry.outcome.undecided = {{&too_short, {0, 0, 4}}, {&too_short, {0, 6, 1}}, {&pay, {0, 7, 1}}};
  registry.outcome.overrides = {{&late_work, Severity::info, "План ведём в журнале"}};
  registry.outcome.unreadable = true;
  registry.outcome.faulty_settings = true;
  registry.origin = DayOrigin::option;
  const auto text = print("text", registry, {.verbose = true});
  CHECK(text.substr(text.find("Найдено")) == R"(Найдено: 1 нарушение, 2 предупреждения, 1 совет.
Прочитано: 41 запись, 44 файла; проверено 61 правило.
Настройки (nastavnik.yaml, waivers.yaml) с ошибками: остальное не проверялось.
Часть файлов прочитать не удалось: итог неполон.
Ещё 3 проверки отложены: нужных сведений не видно.
Не решено: 3 случая (P2-2 × 2, TK-3): нужные сведения испорчены или не видны; первое место: programs/2025-003.yaml:1:1.
Строгость изменена: P2-11 activity-late warning → info: План ведём в журнале
День проверки: 2025-09-15 (из параметра --as-of).
Дальше: nastavnik explain P2-2
)");
  const auto english = print("text", registry, {.language = Language::en});
  CHECK(english.substr(english.find("Found")) == R"(Found: 1 error, 2 warnings, 1 piece of advice.
Read: 41 records in 44 files.
The settings (nastavnik.yaml, waivers.yaml) are faulty: nothing else was checked.
Some files could not be read: the result is incomplete.
Besides, 3 checks are put off: what they ask about cannot be seen. The first place: programs/2025-003.yaml:1:1.
Severity changed: P2-11 activity-late warning → info: План ведём в журнале
Day of the check: 2025-09-15 (from the option --as-of).
Next: nastavnik explain P2-2
)");
}

TEST_CASE("a clean registry gets one line") {
  MadeRegistry registry;
  registry.origin = DayOrigin::clock;
  const auto line = "Нарушений нет. Прочитано: 41 запись, 44 файла. День проверки: 2025-09-15 (сегодня).\n"s;
  const auto with_rules =
      "Нарушений нет. Прочитано: 41 запись, 44 файла; проверено 61 правило. День проверки: 2025-09-15 (сегодня).\n"s;
  CHECK(print("text", registry) == line);
  CHECK(print("concise", registry) == line);
  CHECK(print("text", registry, {.verbose = true}) == with_rules);
  CHECK(print("concise", registry, {.verbose = true}) == with_rules);
  CHECK(print("concise", registry, {.language = Language::en, .verbose = true}) ==
        "All is well. Read: 41 records in 44 files; 61 rules checked. Day of the check: 2025-09-15 (today).\n");
  CHECK(print("github", registry) == with_rules);
  registry.outcome.overrides = {{&late_work, Severity::silent, "Нет плана"}};
  CHECK(print("text", registry) == line + "Строгость изменена: P2-11 activity-late warning → silent: Нет плана\n");
}

TEST_CASE("nothing found is not called well where not everything was seen") {
  MadeRegistry registry;
  registry.file("nastavnik.yaml", "format: 1\n");
  SUBCASE("undecided") { registry.outcome.undecided = {{&too_short, {0, 0, 1}}}; }
  SUBCASE("unreadable") { registry.outcome.unreadable = true; }
  SUBCASE("no records") { registry.outcome.records = 0; }
  for (const auto* format : {"text", "concise", "github"}) {
    CHECK(print(format, registry).find("Нарушений нет") == std::string::npos);
  }
}

TEST_CASE("several registries have one summary") {
  const MadeRegistry one = short_program("schools/a"), two = short_program("./schools/б/");
  CheckedRegistry reports[] = {one.report(), two.report()};
  const auto same = print("text", reports);
  CHECK(same.find("--> schools/a/programs/2025-003.yaml:4:6\n") != std::string::npos);
  CHECK(same.find("::: schools/б/programs/2025-003.yaml:3:8  начало") != std::string::npos);
  CHECK(same.substr(same.find("Найдено")) == R"(Найдено: 2 нарушения.
Прочитано: 82 записи, 88 файлов.
День проверки: 2025-09-15 (as_of в nastavnik.yaml).
Дальше: nastavnik explain P2-2
)");
  reports[1].as_of = Date{2026, 1, 1};
  reports[1].origin = DayOrigin::clock;
  CHECK(print("text", reports)
            .find("День проверки: schools/a — 2025-09-15 (as_of в nastavnik.yaml); "
                  "./schools/б/ — 2026-01-01 (сегодня).\n") != std::string::npos);
}

TEST_CASE("concise gives a line to a finding") {
  MadeRegistry registry = short_program("a");
  registry.find(unknown_key, {0, 0, 4});
  CHECK(print("concise", registry, {.quiet = true}) ==
        "a/programs/2025-003.yaml:4:6: error: программа длится меньше 3 месяцев: "
        "самая ранняя дата окончания: 2025-11-30 [P2-2]\n"
        "a/programs/2025-003.yaml:1:1: error: неизвестный ключ [record-unknown-key]\n");
  const auto told = print("concise", registry);
  CHECK(told.substr(told.find("Найдено")) ==
        "Найдено: 2 нарушения. Прочитано: 41 запись, 44 файла. "
        "День проверки: 2025-09-15 (as_of в nastavnik.yaml).\n");
}

TEST_CASE("statistics count by rule instead of listing") {
  MadeRegistry registry = short_program();
  for (int i = 0; i < 10; ++i) registry.find(late_work, {0, 0, 4});
  registry.find(late_work, {0, 0, 4}).severity = Severity::error;
  registry.find(pay, {0, 0, 4});
  const auto* table =
      "11  P2-11  activity-late      1 нарушение, 10 предупреждений\n"
      " 1  P2-2   program-too-short  1 нарушение\n"
      " 1  TK-3   refusal-too-late   1 совет\n";
  CHECK(print("text", registry, {.quiet = true, .statistics = true}) == table);
  CHECK(print("concise", registry, {.quiet = true, .statistics = true}) == table);
  CHECK(print("text", registry, {.statistics = true}).find("\n\nНайдено: 2 нарушения, 10 предупреждений, 1 совет.\n") !=
        std::string::npos);
  const auto json = nlohmann::json::parse(print("json", registry, {.statistics = true}))["statistics"];
  CHECK(json["total"] == 13);
  CHECK(json["rules"][0] ==
        nlohmann::json::parse(R"({"rule": "P2-11", "name": "activity-late", "total": 11, "errors": 1, "warnings": 10,
                                  "infos": 0})"));
}

TEST_CASE("json says where and what for programs") {
  MadeRegistry registry = short_program("schools/a");
  registry.outcome.undecided = {{&pay, {0, 0, 4}}};
  registry.outcome.overrides = {{&late_work, Severity::info, "План ведём в журнале"}};
  registry.find(late_work, registry.at(0, "goal: Урок\nstart"));
  const auto json = nlohmann::json::parse(print("json", registry));
  CHECK(json["format"] == "nastavnik-check");
  CHECK(json["version"] == 1);
  CHECK(!json.contains("statistics"));
  REQUIRE(json["runs"].size() == 1);
  const auto& run = json["runs"][0];
  CHECK(run["root"] == "schools/a");
  CHECK(run["as_of"] == "2025-09-15");
  CHECK(run["origin"] == "registry");
  CHECK(run["summary"] == nlohmann::json::parse(R"({"files": 44, "records": 41, "rules": 61, "errors": 1,
      "warnings": 1, "infos": 0, "waived": 0, "old": 0, "undecided": 1, "unreadable": false, "faulty_settings": false})"));
  CHECK(run["overrides"] ==
        nlohmann::json::parse(R"([{"rule": "P2-11", "severity": "info", "reason": "План ведём в журнале"}])"));
  CHECK(run["undecided"] == nlohmann::json::parse(R"([{"rule": "TK-3", "path": "programs/2025-003.yaml", "line": 1,
      "column": 1, "end_line": 1, "end_column": 5}])"));
  REQUIRE(run["findings"].size() == 2);
  CHECK(run["findings"][0] == nlohmann::json::parse(R"({
    "rule": "P2-2", "name": "program-too-short", "severity": "error", "nature": "formalised", "clauses": ["2"],
    "title": "программа длится меньше 3 месяцев", "message": "самая ранняя дата окончания: 2025-11-30",
    "record": "programs/2025-003", "path": "programs/2025-003.yaml",
    "from_text": true, "implied": [], "line": 4, "column": 6, "end_line": 4, "end_column": 16,
    "related": [{"path": "programs/2025-003.yaml", "line": 3, "column": 8, "end_line": 3, "end_column": 18,
                 "message": "начало программы"}]})"));
  CHECK(run["findings"][1]["clauses"] == nlohmann::json::parse(R"(["16.2", "row.5"])"));
  CHECK(run["findings"][1]["from_text"] == false);
  CHECK(run["findings"][1]["end_line"] == 3);
  CHECK(run["findings"][1]["end_column"] == 6);
  const auto english = nlohmann::json::parse(print("json", registry, {.language = Language::en}));
  CHECK(english["language"] == "en");
  CHECK(english["runs"][0]["findings"][0]["title"] == "the programme is shorter than 3 months");
}

TEST_CASE("json is well formed whatever the bytes") {
  MadeRegistry registry("\xff"s);
  const auto file = registry.file("programs/\xd0\0\n\".yml"s, "a: \0\xfe\n"s);
  registry.find(unknown_key, {file, 0, 7}, {"\xff\0"s, "\xff"});
  const auto json = nlohmann::json::parse(print("json", registry));
  CHECK(json["runs"][0]["root"] == "\uFFFD");
  CHECK(json["runs"][0]["findings"][0]["path"] == "programs/\uFFFD\0\n\".yml"s);
  CHECK(json["runs"][0]["findings"][0]["record"].is_null());
  CHECK(json["runs"][0]["findings"][0]["message"] == "\uFFFD\0"s);
}

TEST_CASE("github gets commands, the gravest first") {
  MadeRegistry registry("./schools/a,b:c");
  const auto file = registry.file("programs/100%.yaml", "goal: Урок\nend: 1\n");
  registry.find(pay, registry.at(file, "Урок"), {"100%\r\nи больше: да, да", "100%"});
  registry.find(late_work, registry.at(file, "Урок\nend"));
  registry.find(too_short, registry.at(file, "1")).also = {{registry.at(file, "end"), {"окончание", "end"}}};
  CHECK(print("github", registry, {.quiet = true}) ==
        "::error file=schools/a%2Cb%3Ac/programs/100%25.yaml,line=2,col=6,endLine=2,endColumn=7,"
        "title=P2-2 program-too-short::программа длится меньше 3 месяцев%0A"
        "schools/a,b:c/programs/100%25.yaml:2:1  окончание%0Aнорма: п. 2 «от 3 месяцев до 1 года»%0A"
        "исправить: измените срок программы%0Aподробнее: nastavnik explain P2-2\n"
        "::warning file=schools/a%2Cb%3Ac/programs/100%25.yaml,line=1,endLine=2,"
        "title=P2-11 activity-late::мероприятие опаздывает%0A"
        "норма: п. 16.2 «в установленные сроки», строка 5 дорожной карты%0A"
        "не из текста положения: вывод из него%0A"
        "исправить: отметьте выполнение%0Aподробнее: nastavnik explain P2-11\n"
        "::notice file=schools/a%2Cb%3Ac/programs/100%25.yaml,line=1,col=7,endLine=1,endColumn=11,"
        "title=TK-3 refusal-too-late::отказ подан поздно: 100%25\u240D%0Aи больше: да, да%0A"
        "норма: ст. 351.8 ТК РФ%0Aне из текста положения: другой закон%0A"
        "исправить: сверьте даты%0Aподробнее: nastavnik explain TK-3\n");
}

TEST_CASE("github is told when rules were left undecided") {
  MadeRegistry registry;
  registry.file("nastavnik.yaml", "format: 1\n");
  registry.outcome.undecided = {{&too_short, {0, 0, 1}}};
  CHECK(print("github", registry)
            .starts_with("::warning title=nastavnik::Нарушений не найдено, но проверено не всё. "
                         "Ещё 1 проверка отложена: нужных сведений не видно. "));
}

TEST_CASE("what one finding breaks besides is told with it") {
  MadeRegistry registry = short_program();
  registry.outcome.findings[0].joined = {&late_work, &pay, &unknown_key};
  CHECK(print("text", registry)
            .find("   = норма: п. 2 «от 3 месяцев до 1 года»\n"
                  "   = заодно не соблюдено: п. 16.2, строка 5 дорожной карты (P2-11); "
                  "ст. 351.8 ТК РФ (TK-3); record-unknown-key\n") != std::string::npos);
  CHECK(print("text", registry, {.language = Language::en})
            .find("   = broken by the same: cl. 16.2, row 5 of the roadmap (P2-11); ") != std::string::npos);
  CHECK(print("concise", registry).find(" [P2-2, P2-11, TK-3, record-unknown-key]\n") != std::string::npos);
  CHECK(print("github", registry).find("%0Aзаодно не соблюдено: п. 16.2, строка 5") != std::string::npos);
  const auto finding = nlohmann::json::parse(print("json", registry))["runs"][0]["findings"][0];
  CHECK(finding["clauses"] == nlohmann::json::parse(R"(["2", "16.2", "row.5", "tk351.8"])"));
  CHECK(finding["implied"] == nlohmann::json::parse(R"(["P2-11", "TK-3", "record-unknown-key"])"));
}

TEST_CASE("colour is there when asked for and nowhere else") {
  const auto registry = short_program();
  for (const auto& format : check_formats()) {
    CAPTURE(format.name);
    CHECK(print(format.name, registry).find('\x1b') == std::string::npos);
  }
  CHECK(print("text", registry, {.colour = true})
            .starts_with("\x1b[1m\x1b[31merror[P2-2 program-too-short]\x1b[0m: \x1b[1mпрограмма"));
  CHECK(print("concise", registry, {.colour = true}).find(": \x1b[1m\x1b[31merror\x1b[0m: ") != std::string::npos);
  for (const auto* machine : {"json", "sarif", "junit", "github", "gitlab"}) {
    CHECK(print(machine, registry, {.colour = true}) == print(machine, registry));
  }
}

TEST_CASE("colour changes nothing but colour") {
  auto coloured = print("text", short_program(), {.colour = true});
  for (auto begin = coloured.find('\x1b'); begin != std::string::npos; begin = coloured.find('\x1b')) {
    coloured.erase(begin, coloured.find('m', begin) - begin + 1);
  }
  CHECK(coloured == print("text", short_program()));
}

TEST_CASE("clauses are cited in words") {
  const auto russian = [](std::string_view id) { return clause_words(id).ru; };
  CHECK(russian("10.5") == "п. 10.5");
  CHECK(russian("row.5") == "строка 5 дорожной карты");
  CHECK(russian("appendix") == "приложение (дорожная карта)");
  CHECK(russian("order.2") == "п. 2 приказа № 564");
  CHECK(russian("tk351.8") == "ст. 351.8 ТК РФ");
  CHECK(russian("152fz.10.1") == "ст. 10.1 закона № 152-ФЗ");
  CHECK(russian("rkn18") == "приказ Роскомнадзора № 18");
  CHECK(russian("order779") == "приказ Минпросвещения № 779");
  CHECK(clause_words("19.2").en == "cl. 19.2");
  CHECK(clause_words("row.7").en == "row 7 of the roadmap");
  CHECK(clause_words("152fz.9").en == "Federal Law No. 152-FZ, art. 9");
  CHECK(clause_ids("2, 16.2,row.1") == std::vector<std::string_view>{"2", "16.2", "row.1"});
  CHECK(clause_ids("-").empty());
}
