// Reports and papers ask the same functions as the rules: what cannot be read is not made up, what a rule allows no report
// forbids.

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "reports/reports.h"
#include "tests/fixture_run.h"

namespace nastavnik {
namespace {

/// What a reader sees, with spaces that may break.
std::string plain(const reports::Cell& cell) {
  constexpr std::string_view hard_space = "\u00a0";
  std::string text = reports::shown(cell, Language::en);
  for (std::size_t at = text.find(hard_space); at != text.npos; at = text.find(hard_space))
    text.replace(at, hard_space.size(), " ");
  return text;
}

/// A report over a clean registry, with changes as the fixtures of rules write them.
struct Told {
  Told(std::string_view name, std::string base, std::string changes, Period days)
      : fixture{.base = std::move(base), .as_of = days.to},
        read(load_case(fixture, {.title = "", .text = std::move(changes)})),
        report(make_report(*reports::find_report(name), {.loaded = *read.loaded, .period = days, .names = false})) {
    CHECK(read.faults == std::vector<std::string>{});
  }

  std::string figure(std::string_view id) const {
    for (const reports::Block& block : report.blocks)
      if (const auto* figures = std::get_if<reports::Figures>(&block))
        for (const reports::Figure& one : figures->figures)
          if (one.id == id) return plain(one.value);
    return "no such figure";
  }
  /// The cells of the row that begins with the words.
  std::string row(std::string_view grid, std::string_view begin) const {
    for (const reports::Block& block : report.blocks)
      if (const auto* table = std::get_if<reports::Grid>(&block); table && table->id == grid)
        for (const reports::GridRow& one : table->rows) {
          std::string text;
          for (const reports::Cell& cell : one.cells) text += plain(cell) + " | ";
          if (text.starts_with(begin)) return text;
        }
    return "no such row";
  }

  Fixture fixture;
  CaseRegistry read;
  reports::Report report;
};

constexpr Period year_24{Date{2024, 9, 1}, Date{2025, 8, 31}};
constexpr Period autumn{Date{2025, 9, 1}, Date{2025, 11, 14}};

TEST_CASE("a programme with an amendment that cannot be read is neither early nor late") {
  const char* changes =
      "~~ programs/2024-001.yaml ~~\namendments:\n  - {id: m1, date: 2025-13-14, changes: [term], reason: Турнир, "
      "new_end: 2025-05-30}\n";
  const Told told("results", "year", changes, year_24);
  CHECK(told.figure("ended_late") == "0.0% (0 of 3)");
  CHECK(told.row("ended_programs", "2024-001").find("no data") != std::string::npos);
}

TEST_CASE("who may have left the bank is not counted in it") {
  const char* changes = "~~ mentors/p-018.yaml ~~\nleft: {date: 2025-13-30, reason: own_wish}\n";
  CHECK(Told("final", "year", "", year_24).figure("mentor_bank") == "2");
  CHECK(Told("final", "year", changes, year_24).figure("mentor_bank") == "1");
}

TEST_CASE("a mentor who leaves later is still in the bank of the page's people") {
  const char* changes = "~~ mentors/p-018.yaml ~~\nleft: {date: 2025-08-31, reason: own_wish}\n";
  CHECK(Told("publication", "year", changes, year_24).row("site_people", "p-018") != "no such row");
}

TEST_CASE("a pair whose end cannot be read is not told to work") {
  const char* changes = "~~ pairs/2025-003.yaml ~~\nend: {date: 2025-13-30, reason: program_ended}\n";
  CHECK(Told("load", "pair", "", autumn).row("load_by_mentor", "p-017").starts_with("p-017 | 1 |"));
  CHECK(Told("load", "pair", changes, autumn).row("load_by_mentor", "p-017").starts_with("p-017 | 0 |"));
}

TEST_CASE("of whom it is not known whether the position was held is neither a teacher nor another") {
  const std::string counted = "~~ organization.yaml ~~\nstaff:\n  - {date: 2025-09-01, teaching: 10}\n";
  const char* unknown =
      "~~ people/p-017.yaml ~~\npositions:\n  - {from: 1996-08-26, to: 2025-13-01, title: учитель, category: "
      "teaching_staff}\n";
  const Told clear("involvement", "pair", counted, autumn), unclear("involvement", "pair", counted + unknown, autumn);
  CHECK(clear.figure("mentor_share") == "10.0% (1 of 10)");
  CHECK(unclear.figure("mentor_share") == "0.0% (0 of 10)");
  CHECK(unclear.figure("not_counted") == "0");
}

TEST_CASE("an item of the roadmap whose move cannot be read is not shown as it was planned") {
  const char* changes =
      "~~ years/2024-2025.yaml ~~\nroadmap:\n  order: 2024-96-od\n  items:\n    - {id: r1, stage: preparation, content: "
      "Приказы, due_on: 2024-10-02, moves: [2024-11-02], responsible: [head]}\n";
  const std::string row = Told("roadmap", "year", changes, year_24).row("roadmap_items", "1.");
  CHECK(row.find("2024-10-02") == std::string::npos);
  CHECK(row.find("no data") != std::string::npos);
}

TEST_CASE("an activity that an amendment not to be found took out is not counted as planned") {
  const char* changes =
      "~~ programs/2024-002.yaml ~~\nactivities:\n  - {id: a1, title: Практикум, due_on: 2024-11-29, responsible: "
      "p-018, done: {date: 2024-11-28}}\n  - {id: a2, title: Проект, due_on: 2025-05-16, responsible: p-033, "
      "cancelled_by: m9}\n";
  CHECK(Told("results", "year", changes, year_24).row("ended_programs", "2024-002").find("(1 of 1)") !=
        std::string::npos);
}

TEST_CASE("a topic of the common list has one title in all reports") {
  const char* changes = "~~ nastavnik.yaml ~~\ntopics:\n  - {code: digital, title: Компьютеры}\n";
  const Told told("statistics", "year", changes, year_24);
  CHECK(told.row("topics", "Компьютеры") == "no such row");
}

TEST_CASE("what a page shows of a teacher by the law on education need not go for want of a consent") {
  const char* without_consent =
      "~~ people/p-017.yaml ~~\nconsents:\n  - {kinds: [pd_processing], given_on: 2024-08-30, form: paper}\n";
  const std::string row = Told("publication", "year", without_consent, year_24).row("site_people", "p-017");
  CHECK(row.find("take down: photograph") != std::string::npos);
  CHECK(row.find("take the name off") == std::string::npos);
}

TEST_CASE(
    "a consent that names other pages lets nothing be shown here; one that lists no data is left to its own rule") {
  const auto row_with = [](const std::string& more) {
    const std::string changes =
        "~~ people/p-017.yaml ~~\nconsents:\n  - {kinds: [pd_dissemination], given_on: "
        "2024-09-05, form: paper" +
        more + "}\n";
    return Told("publication", "year", changes, year_24).row("site_people", "p-017");
  };
  CHECK(row_with(", data: [photo], resources: [https://klyuchevskaya.example.ru/novosti]").find("take down") !=
        std::string::npos);
  CHECK(row_with(", data: [photo]").find("take down") == std::string::npos);
  CHECK(row_with("").find("take down") == std::string::npos);
}

TEST_CASE("the years of the young teachers are called as all school years") {
  const Told told("young-teachers", "year", "", {Date{2025, 9, 1}, Date{2025, 9, 15}});
  CHECK(told.row("retention", "2024/2025") == "no such row");
}

TEST_CASE("who took part in a training is not known: nobody is not trained for that") {
  const Told known("professional-development", "year", "", year_24);
  CHECK(known.figure("trained_in_period") != "no data");
  const Told told(
      "professional-development", "year",
      "~~ years/2024-2025.yaml ~~\nevents:\n  - {date: 2024-10-02, kind: setting_session, title: Сессия, level: "
      "organization}\n~~ mentors/p-017.yaml ~~\ntraining: []\n~~ mentors/p-018.yaml ~~\ntraining: []\n",
      year_24);
  CHECK(told.figure("trained_in_period") == "no data");
  CHECK(told.figure("trained_in_bank") == "no data");
  CHECK(told.figure("training_hours") == "not recorded");
  CHECK(told.row("trainings", "no data").find("Сессия") != std::string::npos);
}

TEST_CASE("hours of a release that nobody has written down are not nought") {
  const auto released = [](const char* hours) {
    return Told(
        "releases", "year",
        fmt::format("~~ programs/2024-001.yaml ~~\nreleases:\n"
                    "  - {{person: p-017, date: 2025-02-03{}, order: 2024-98-od, substitutes: [p-018]}}\n"
                    "  - {{person: p-017, date: 2025-02-04, hours: 2, order: 2030-1-od, substitutes: [p-018]}}\n",
                    hours),
        year_24);
  };
  CHECK(released(", hours: 3").figure("released_hours") == "5");
  CHECK(released("").figure("released_hours") == "2; a part of the hours is not recorded");
  CHECK(released("").row("releases_list", "2025-02-04").find("2030-1-od") == std::string::npos);
}

}  // namespace
/// Three answer at the start and at the end, a fourth on a scale of its own; two say something in words.
const std::string asked_twice = R"(~~ programs/2024-001.yaml ~~
surveys:
  - {date: 2024-10-01, person: p-017, stage: start, answers: [{question: Уверенность, score: 4}]}
  - {date: 2024-10-01, person: p-034, stage: start, answers: [{question: Уверенность, score: 3}]}
  - date: 2025-05-23
    person: p-017
    answers: [{question: Уверенность, score: 8}, {question: Что помогло, text: Терпение}, {question: Итог, grade: хорошо}]
  - date: 2025-05-23
    person: p-034
    answers: [{question: Уверенность, score: 6}, {question: Что помогло, text: Беседы с Соколовой}]
~~ programs/2024-002.yaml ~~
surveys:
  - {date: 2024-10-01, person: p-018, stage: start, answers: [{question: Уверенность, score: 5}]}
  - {date: 2025-04-11, person: p-018, answers: [{question: Уверенность, score: 6}]}
  - date: 2025-04-11
    person: p-032
    scale: {from: 1, to: 5}
    answers: [{question: Уверенность, score: 5}]
)";

TEST_CASE("those who answered at the start and at the end show what has grown, each on the scale of the survey") {
  const Told told("quality", "year", asked_twice, year_24);
  CHECK(told.figure("growth") == "2.7");
  CHECK(told.figure("score") == "7.5");  // 8, 6 and 6 of 10, 5 of 1 to 5
  CHECK(told.row("growth_by_question", "Уверенность") == "Уверенность | 3 | 4.0 | 6.7 | 2.7 | 0 | 10 | ");
  CHECK(told.row("questions", "Уверенность | 3").starts_with("Уверенность | 3 | 6.7 |"));
  CHECK(told.row("questions", "Уверенность | 1").find("not shown") != std::string::npos);
}

TEST_CASE("scores that got lower are below nought") {
  std::string lower = asked_twice;
  for (const char* score : {"score: 8", "score: 6"})
    for (std::size_t at = lower.find(score); at != lower.npos; at = lower.find(score)) lower.replace(at, 8, "score: 2");
  CHECK(Told("quality", "year", lower, year_24).figure("growth") == "-2.0");
}

TEST_CASE("who alone answered once is not given away by those who answered twice") {
  const std::string once =
      asked_twice + "  - {date: 2025-04-11, person: p-033, answers: [{question: Уверенность, score: 1}]}\n";
  const std::string row = Told("quality", "year", once, year_24).row("growth_by_question", "Уверенность");
  CHECK(row.find("4.0") == std::string::npos);
  CHECK(row.find("2.7") == std::string::npos);
  CHECK(row.find("fewer than") == std::string::npos);
  CHECK(row.find("not shown, lest a single answer be disclosed") != std::string::npos);
}

TEST_CASE("who answered on another scale at the start is counted, though not in the growth") {
  std::string other = asked_twice;
  const std::string_view first = "person: p-018, stage: start,";
  other.replace(other.find(first), first.size(), "person: p-018, stage: start, scale: {from: 1, to: 5},");
  const Told told("quality", "year", other, year_24);
  CHECK(told.figure("surveys_of_other_scale") == "1");
  CHECK(told.row("growth_by_question", "Уверенность").starts_with("Уверенность | 2 |"));
  CHECK(Told("quality", "year", asked_twice, year_24).figure("surveys_of_other_scale") == "no such figure");
}

TEST_CASE("questions that differ by case or the sign at the end are one") {
  std::string other = asked_twice;
  const std::string_view last = "person: p-018, answers: [{question: Уверенность,";
  for (const char* question : {"уверенность", "Уверенность.", "«Уверенность»", "УВЕРЕННОСТЬ!"}) {
    std::string same = other;
    same.replace(same.find(last), last.size(), std::string("person: p-018, answers: [{question: ") + question + ",");
    const Told told("quality", "year", same, year_24);
    CHECK(told.row("growth_by_question", "Уверенность") == "Уверенность | 3 | 4.0 | 6.7 | 2.7 | 0 | 10 | ");
    CHECK(told.row("questions", "Уверенность | 3").starts_with("Уверенность | 3 | 6.7 |"));
  }
}

TEST_CASE("answers in words are shown without names, and few of them not at all") {
  const Told few("quality", "year", asked_twice, year_24);
  CHECK(few.row("answers_in_words", "Что помогло") == "Что помогло | not shown: fewer than 3 answers | ");
  CHECK(few.row("grades", "Итог") == "Итог | not shown: fewer than 3 answers | 1 | ");
  const Told enough("quality", "year", "~~ nastavnik.yaml ~~\nthresholds: {survey_min_answers: 1}\n" + asked_twice,
                    year_24);
  CHECK(enough.row("answers_in_words", "Что помогло") == "Что помогло | Беседы с ••• | ");
  CHECK(enough.row("grades", "Итог") == "Итог | хорошо | 1 | ");
  CHECK(Told("final", "year", asked_twice, year_24).row("answers_in_words", "") == "no such row");
}

TEST_CASE("what a survey does not say of its scale and stage is what it was before") {
  const Told told("quality", "year",
                  "~~ programs/2024-001.yaml ~~\nsurveys:\n  - {date: 2025-05-23, person: p-017, answers: [{question: "
                  "Цель, score: 7}]}\n",
                  year_24);
  CHECK(told.figure("growth") == "no such figure");
  CHECK(told.row("questions", "Цель").ends_with("| 0 | 10 | "));
}

TEST_CASE("meetings are counted by pair and month, and minutes that nobody wrote down are not nought") {
  const char* changes = R"(~~ pairs/2024-001.yaml ~~
meetings:
  - {date: 2024-10-08, form: visit, duration: 40}
  - {date: 2024-10-22, form: talk, duration: 20}
  - {date: 2024-11-12, form: visit}
)";
  const Told told("meetings", "year", changes, year_24);
  CHECK(told.figure("meetings") == "3");
  CHECK(told.figure("lesson_visits") == "2");
  CHECK(told.row("meetings_by_month", "2024-001 | 10/2024") == "2024-001 | 10/2024 | 2 | 60 | 1 | ");
  CHECK(told.row("meetings_by_month", "2024-001 | 11/2024") == "2024-001 | 11/2024 | 1 | not recorded | 1 | ");
}

}  // namespace nastavnik
