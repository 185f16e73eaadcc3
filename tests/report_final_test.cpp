#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include "page/package.h"
#include "reports/reports.h"
#include "reports/writers.h"
#include "rules/catalogue.h"
#include "source/disk.h"
#include "tests/fixture_run.h"
#include "tests/source_root.h"

// The final report is signed by a head: what must not stand on that paper, and what must.

namespace nastavnik {
namespace {

using reports::Report;

Report final_of(const Loaded& loaded, const Period& year) {
  return make_report(*reports::find_report("final"), {.loaded = loaded, .period = year, .names = true});
}

/// Every text of the document that somebody reads: paragraphs, charts, what is read aloud of a drawing.
void collect(const pugi::xml_node& node, std::string& text) {
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata) text += std::string(child.value()) + '\n';
    for (const char* name : {"descr", "title"}) text += std::string(child.attribute(name).value()) + '\n';
    collect(child, text);
  }
}

std::string words_of_docx(const Report& report) {
  std::string text;
  for (const PackagePart& part : unpacked(as_docx(report, {}))) {
    if (!part.name.starts_with("word/") || part.name.find(".rels") != std::string::npos) continue;
    pugi::xml_document document;
    REQUIRE(document.load_buffer(part.bytes.data(), part.bytes.size()));
    collect(document, text);
  }
  return text;
}

std::vector<std::string> found_in(const std::string& text, const std::string& pattern) {
  const std::regex wanted(pattern);
  return {std::sregex_token_iterator(text.begin(), text.end(), wanted), std::sregex_token_iterator()};
}

/// Ids of people and of records, files, ids of rules, dates as machines write them.
std::vector<std::string> out_of_place(const std::string& text) {
  std::vector<std::string> found = found_in(
      text,
      R"(p-\d+|[a-z_]+\.yaml|(pairs|programs|people|mentors|mentees|years|orders)/|\d{4}-\d\d-\d\d|\d{4}-\d{3,})");
  for (const Requirement* rule : catalogue())
    for (std::size_t at = text.find(rule->id); at != std::string::npos; at = text.find(rule->id, at + 1))
      found.emplace_back(rule->id);
  return found;
}

const reports::Figure* figure(const Report& report, std::string_view id) {
  for (const reports::Block& block : report.blocks)
    if (const auto* figures = std::get_if<reports::Figures>(&block))
      for (const reports::Figure& one : figures->figures)
        if (one.id == id) return &one;
  return nullptr;
}

std::string shown_figure(const Report& report, std::string_view id) {
  const reports::Figure* found = figure(report, id);
  return found ? shown(found->value, Language::ru) : "";
}

bool lacks(const Report& report, std::string_view where) {
  return std::any_of(report.gaps.begin(), report.gaps.end(),
                     [&](const reports::Gap& gap) { return gap.where == where; });
}

constexpr Period year_24{Date{2024, 9, 1}, Date{2025, 8, 31}};

/// The year of the clean registry, with changes as the fixtures of rules write them.
struct ChangedYear {
  explicit ChangedYear(std::string changes)
      : fixture{.base = "year", .as_of = Date{2025, 8, 31}},
        read(load_case(fixture, {.title = "", .text = std::move(changes)})),
        report(final_of(*read.loaded, year_24)) {
    CHECK(read.faults == std::vector<std::string>{});
  }
  Fixture fixture;
  CaseRegistry read;
  Report report;
};

void require_fit_to_sign(const Report& report) {
  CHECK(out_of_place(words_of_docx(report)) == std::vector<std::string>{});
  CHECK(out_of_place(as_html(report, {})) == std::vector<std::string>{});
  CHECK(out_of_place(as_text(report, {})) == std::vector<std::string>{});
  CHECK(out_of_place(as_markdown(report, {})) == std::vector<std::string>{});
}

TEST_CASE("the final report of the example school is fit to be signed") {
  const DiskTree school((source_root() / "examples/school").string());
  for (const int year : {2024, 2025}) {
    const Period days{Date{year, 9, 1}, Date{year + 1, 8, 31}};
    const auto loaded = load({.tree = school, .today = days.to, .as_of = days.to});
    const Report report = final_of(*loaded, days);
    require_fit_to_sign(report);
    const std::string text = words_of_docx(report);
    CHECK(text.find(fmt::format("за {}/{} учебный год", year, (year + 1) % 100)) != std::string::npos);
    CHECK(text.find("«__» _________ 20__ г.") != std::string::npos);
    CHECK(text.find("Чего не хватает") == std::string::npos);
  }
}

TEST_CASE("a plan carried out before the last day is on time, a programme given up is not") {
  const ChangedYear year("");
  CHECK(shown_figure(year.report, "fulfilled") == "33,3\u00a0% (1\u00a0из\u00a03)");
  CHECK(shown_figure(year.report, "ended_early") == "66,7\u00a0% (2\u00a0из\u00a03)");
  const ChangedYear day_early(
      "~~ programs/2024-001.yaml ~~\nend: 2025-05-24\nxx amendments xx\n"
      "completion:\n  date: 2025-05-23\n  ground: plan_completed\n");
  CHECK(shown_figure(day_early.report, "ended_on_time") == "33,3\u00a0% (1\u00a0из\u00a03)");
  const ChangedYear given_up(
      "~~ programs/2024-001.yaml ~~\nend: 2025-05-24\nxx amendments xx\n"
      "completion:\n  date: 2025-05-23\n  ground: by_curator\n  side: mentor\n");
  CHECK(shown_figure(given_up.report, "ended_on_time") == "0,0\u00a0% (0\u00a0из\u00a03)");
  CHECK(shown_figure(given_up.report, "ended_early") == "100,0\u00a0% (3\u00a0из\u00a03)");
}

TEST_CASE("a replaced mentor and a group ended by the curator leave the report fit to be signed") {
  const ChangedYear year(
      "~~ programs/2024-002.yaml ~~\ncompletion:\n  date: 2025-04-11\n  ground: by_curator\n  side: mentee\n"
      "  circumstance: improper_performance\n  explanation: Группа перестала собираться после каникул.\n"
      "curator_checks:\n  - {date: 2025-03-20, finding: Занятий не было месяц., action: Завершить программу.}\n"
      "~~ programs/2024-003.yaml ~~\ncompletion:\n  date: 2025-04-18\n  ground: by_initiative\n  initiator: mentor\n"
      "  circumstance: mentor_replaced\n  explanation: Наставник перешёл в другую смену.\n");
  require_fit_to_sign(year.report);
  const std::string text = words_of_docx(year.report);
  for (const char* said : {"Группа перестала собираться после каникул.", "Занятий не было месяц.",
                           "Завершить программу.", "Наставник перешёл в другую смену."})
    CHECK(text.find(said) != std::string::npos);
}

/// What stands as a title right above the block, without its number: «6. Вовлечённость педагогов».
std::string without_number(const std::string& heading) {
  return std::regex_replace(heading, std::regex(R"(^(\d+|Приложение \d+)\. )"), "");
}

const Words* title_of(const reports::Block& block) {
  if (const auto* figures = std::get_if<reports::Figures>(&block)) return &figures->title;
  if (const auto* grid = std::get_if<reports::Grid>(&block)) return &grid->title;
  const auto* chart = std::get_if<reports::BarChart>(&block);
  return chart ? &chart->title : nullptr;
}

TEST_CASE("no table is called what the heading above it says already") {
  const ChangedYear year("");
  for (const reports::ReportKind& kind : reports::reports()) {
    const Report report = make_report(kind, {.loaded = *year.read.loaded, .period = year_24, .names = true});
    std::string above = report.title.in(Language::ru);
    for (const reports::Block& block : report.blocks) {
      const Words* title = title_of(block);
      if (title) CHECK_MESSAGE(title->ru != above, kind.name);
      const auto* heading = std::get_if<reports::Heading>(&block);
      if (title || heading) above = heading ? without_number(heading->text.ru) : title->ru;
    }
  }
}

TEST_CASE("the head signs under the post held on the day, an acting head as such") {
  CHECK(as_text(ChangedYear("").report, {}).find("Директор  ____") != std::string::npos);
  CHECK(as_text(ChangedYear("~~ people/p-001.yaml ~~\npositions: []\n").report, {})
            .find("Руководитель организации  ____") != std::string::npos);
  const ChangedYear acting(
      "~~ organization.yaml ~~\nheads:\n  - {person: p-001, from: 2018-08-20}\n"
      "  - {person: p-002, from: 2025-08-01, acting: true}\n");
  CHECK(as_text(acting.report, {}).find("Исполняющий обязанности директора  ____________________  Гущина") !=
        std::string::npos);
}

TEST_CASE("what the school itself concludes is printed, and missed where it is not recorded") {
  const ChangedYear without("");
  CHECK(lacks(without.report, "years/2024-2025.yaml: report: conclusions"));
  CHECK(lacks(without.report, "years/2024-2025.yaml: report: difficulties"));
  CHECK(lacks(without.report, "years/2024-2025.yaml: report: proposals"));
  const ChangedYear with(
      "~~ years/2024-2025.yaml ~~\nreport:\n  date: 2025-06-20\n  author: p-002\n"
      "  conclusions: [Система работает.]\n  difficulties: [Мало наставников.]\n  proposals: [Обучить двоих.]\n");
  const std::string text = words_of_docx(with.report);
  for (const char* said : {"1. Система работает.", "1. Мало наставников.", "1. Обучить двоих."})
    CHECK(text.find(said) != std::string::npos);
  CHECK_FALSE(lacks(with.report, "years/2024-2025.yaml: report: conclusions"));
}

TEST_CASE("mentors tell which difficulties remain, and nobody tells of somebody's health") {
  const ChangedYear year(R"(~~ programs/2024-002.yaml ~~
reports:
  - {date: 2025-03-14, author: p-018, difficulties: Не хватает времени на разбор}
completion:
  date: 2025-04-11
  ground: by_initiative
  initiator: mutual
  circumstance: health
  explanation: Операция на колене
)");
  const std::string text = words_of_docx(year.report);
  CHECK(text.find("Не хватает времени на разбор") != std::string::npos);
  CHECK(text.find("уважительные обстоятельства") != std::string::npos);
  CHECK(text.find("Операция") == std::string::npos);
}

TEST_CASE("all that is lacking is named, not the first of it") {
  const ChangedYear year(
      "~~ organization.yaml ~~\ncurators: []\nheads: []\nstaff: []\n~~ years/2024-2025.yaml ~~\nmonitoring: []\n");
  for (const char* where : {"organization.yaml: curators", "organization.yaml: heads", "organization.yaml: staff",
                            "years/2024-2025.yaml: monitoring"})
    CHECK_MESSAGE(lacks(year.report, where), where);
}

TEST_CASE("a table of noughts and an empty chart are left out") {
  const ChangedYear year("");
  CHECK(figure(year.report, "waiting") != nullptr);
  const auto has = [&](std::string_view id) {
    return std::any_of(year.report.blocks.begin(), year.report.blocks.end(), [&](const reports::Block& block) {
      const auto* figures = std::get_if<reports::Figures>(&block);
      const auto* chart = std::get_if<reports::BarChart>(&block);
      return (figures && figures->id == id) || (chart && chart->id == id);
    });
  };
  CHECK(has("in_period"));
  CHECK_FALSE(has("on_day"));
  CHECK_FALSE(has("load_chart"));
}

TEST_CASE("who was trained, for how long and where it stands do not contradict one another") {
  const ChangedYear by_event("");
  CHECK(shown_figure(by_event.report, "trained_in_period") == "100,0\u00a0% (2\u00a0из\u00a02)");
  CHECK(shown_figure(by_event.report, "trained_in_bank") == "2");
  const std::string text = words_of_docx(by_event.report);
  CHECK(text.find("записей об обучении нет") == std::string::npos);
  CHECK(text.find("Установочная сессия наставников") != std::string::npos);
  const ChangedYear none(
      "~~ years/2024-2025.yaml ~~\nevents: []\n~~ mentors/p-017.yaml ~~\ntraining: []\n"
      "~~ mentors/p-018.yaml ~~\ntraining: []\n");
  CHECK(shown_figure(none.report, "trained_in_period") == "0,0\u00a0% (0\u00a0из\u00a02)");
  CHECK(words_of_docx(none.report).find("записей об обучении нет") != std::string::npos);
}

TEST_CASE("the signatures stay with the last words before them") {
  const ChangedYear year("");
  pugi::xml_document document;
  for (const PackagePart& part : unpacked(as_docx(year.report, {})))
    if (part.name == "word/document.xml") REQUIRE(document.load_buffer(part.bytes.data(), part.bytes.size()));
  const auto signed_here = document.select_node("//w:tbl[.//w:pStyle/@w:val='Signature']").node();
  REQUIRE(signed_here);
  CHECK(signed_here.previous_sibling().child("w:pPr").child("w:keepNext"));
  CHECK(signed_here.child("w:tr").select_node(".//w:keepNext").node());
}

}  // namespace
}  // namespace nastavnik
