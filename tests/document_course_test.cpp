#include <string>

#include <doctest/doctest.h>

#include "tests/papers_made.h"

// What papers say of a programme on its way: reports of mentors, amendments.

namespace nastavnik {

TEST_CASE("the mentor of a completed programme reports on its last days, once") {
  const auto completed = [](const std::string& reports) {
    return Changed("pair",
                   "~~ programs/2025-003.yaml ~~\ncompletion: {date: 2026-01-30, ground: plan_completed}\n" + reports,
                   winter);
  };
  const Draft first = paper(completed(""), "mentor-report", "2025-003/new");
  CHECK(says(first, "по 30~января 2026~г."));
  CHECK(says(first, "Что сделано"));
  CHECK(says(first, "Вывод о наставляемом"));
  const Draft last = paper(completed("reports: [{date: 2025-12-01, done: Уроки}]\n"), "mentor-report", "2025-003/new");
  CHECK(says(last, "за период с 2~декабря 2025~г. по 30~января 2026~г."));
  const Changed told = completed("reports: [{date: 2026-01-30, done: Уроки}]\n");
  const auto subjects = subjects_of(*find_document("mentor-report"), told.registry());
  REQUIRE(subjects.size() == 1);
  const Draft recorded = drafted(*find_document("mentor-report"), subjects, told.registry());
  CHECK(says(recorded, "Уроки"));
  CHECK(!says(recorded, "Какие трудности остались"));
  CHECK(!says(recorded, "Вывод о"));
}

TEST_CASE("a report without anything done has no heading for it, and tells of a group in the plural") {
  const Changed group("pair", R"(~~ pairs/2025-003.yaml ~~
mentees:
  - {person: p-031}
  - {person: p-003}
~~ programs/2025-003.yaml ~~
reports: [{date: 2025-09-10, difficulties: Мало времени, conclusion: ready}]
)",
                      autumn);
  const Draft report = paper(group, "mentor-report", "reports/2025-09-10");
  CHECK(!says(report, "Что сделано"));
  CHECK(says(report, "Вывод о наставляемых"));
  CHECK(says(paper(group, "survey", "people/p-031"), "С наставником было удобно"));
  CHECK(says(paper(group, "survey", "people/p-017"), "С наставляемыми было удобно"));
  CHECK(says(paper(Changed("pair", "", autumn), "survey", "people/p-017"), "С наставляемым было удобно"));
}

TEST_CASE("a sheet of amendments says what they concern, and why, in words that agree") {
  const Changed changed("pair", R"(~~ programs/2025-003.yaml ~~
amendments:
  - id: m1
    date: 2025-09-10
    changes: [term, plan]
    new_end: 2026-04-30
    reason: Перенос курсов
    agreed: [{person: p-017, date: 2025-09-10}, {person: p-031, date: 2025-09-10}]
)",
                        autumn);
  const Draft sheet = paper(changed, "amendment", "amendments/m1");
  CHECK(says(sheet, "изменения. Они касаются срока реализации и плана мероприятий."));
  CHECK(says(sheet, "Причина изменений. Перенос курсов."));
}

}  // namespace nastavnik
