#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "acts/judge.h"
#include "acts/recording.h"
#include "acts/waiving.h"
#include "tests/fixture_run.h"
#include "tests/memory_tree.h"

namespace nastavnik {
namespace {

constexpr Date a_day{2025, 9, 15};

/// A school in order, read; its trees outlive what was judged.
struct ReadSchool {
  explicit ReadSchool(const FileTexts& changed = {}, const std::string& without = {}) {
    FileTexts files = base_files("pair");
    for (const auto& [path, text] : changed) files[path] = text;
    files.erase(without);
    for (const auto& [path, text] : files) tree.put(path, text);
    loaded = load(request());
  }
  ReadSchool(const ReadSchool&) = delete;
  ReadSchool& operator=(const ReadSchool&) = delete;
  LoadRequest request() const { return {.tree = tree, .today = a_day}; }
  Judged judged(const Changes& changes) const { return judge(request(), *loaded, changes); }

  MemoryTree tree;
  std::unique_ptr<Loaded> loaded;
};

std::vector<std::string> ids_of(const Findings& findings) {
  std::vector<std::string> ids;
  for (const Finding& finding : findings) ids.emplace_back(finding.of->id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::string text_after(const Judged& judged, const std::string& path) {
  for (const ChangedFile& file : judged.files)
    if (file.path == path) return file.after.value_or("(taken away)");
  return "(unchanged)";
}

using Ids = std::vector<std::string>;
const std::string program = "programs/2025-003.yaml";

}  // namespace

TEST_CASE("a change that breaks a rule is refused unless it was so, and one that breaks the record always") {
  const ReadSchool school;
  const Judged fine = school.judged({{program, SetValue{{"goal"}, yaml_text("Вести урок уверенно.")}}});
  CHECK(fine.fresh.empty());
  CHECK_FALSE(fine.is_refused(Accepts::nothing));

  const Judged too_short = school.judged({{program, SetValue{{"end"}, yaml_word("2025-10-15")}}});
  CHECK(std::ranges::count(ids_of(too_short.fresh), "P2-2") == 1);
  CHECK(too_short.is_refused(Accepts::nothing));
  CHECK_FALSE(too_short.is_refused(Accepts::what_happened));

  const Judged no_day = school.judged({{program, SetValue{{"end"}, yaml_text("потом")}}});
  CHECK(no_day.is_refused(Accepts::nothing));
  CHECK(no_day.is_refused(Accepts::what_happened));

  const Judged no_yaml = school.judged({{program, WholeFile{"end: \""}}});
  CHECK(no_yaml.is_refused(Accepts::what_happened));
}

TEST_CASE("what was wrong before does not hinder, and what is mended is gone") {
  FileTexts files = base_files("pair");
  std::string& text = files[program];
  text.replace(text.find("end: "), 15, "end: 2025-10-15");
  const ReadSchool school(files);
  const Judged other = school.judged({{program, SetValue{{"goal"}, yaml_text("Вести урок уверенно.")}}});
  CHECK(ids_of(other.fresh) == Ids{});
  CHECK(ids_of(other.gone) == Ids{});
  const Judged mended = school.judged({{program, SetValue{{"end"}, yaml_word("2026-05-29")}}});
  CHECK(std::ranges::count(ids_of(mended.gone), "P2-2") == 1);
  CHECK_FALSE(mended.is_refused(Accepts::nothing));
}

TEST_CASE("what a rule tells of another place word for word is not new") {
  const ReadSchool school({}, "years/2025-2026.yaml");
  const Judged judged = school.judged({{"years/2025-2026.yaml", WholeFile{"x-note: заведён\n"}}});
  CHECK(std::ranges::count(ids_of(judge(school.request(), *school.loaded, {}).outcome.findings), "P10.4-1") == 1);
  CHECK(std::ranges::count(ids_of(judged.outcome.findings), "P10.4-1") == 1);
  CHECK(std::ranges::count(ids_of(judged.fresh), "P10.4-1") == 0);
  CHECK(std::ranges::count(ids_of(judged.gone), "P10.4-1") == 0);
}

TEST_CASE("what could be decided before and no more is told") {
  const ReadSchool school;
  const Judged judged = school.judged({{"people/p-017.yaml", WholeFile{"["}}});
  CHECK_FALSE(judged.in_doubt.empty());
  CHECK(school.judged({{program, SetValue{{"goal"}, yaml_text("Иная цель.")}}}).in_doubt.empty());
}

TEST_CASE("several files of any folder are changed together, also new ones and those taken away") {
  const ReadSchool school;
  const Judged judged =
      school.judged({{"people/p-900.yaml", SetValue{{"full_name"}, yaml_text("Новикова Ольга Ильинична")}},
                     {program, SetValue{{"goal"}, yaml_text("Вести урок уверенно.")}},
                     {"people/p-900.yaml", SetValue{{"birth_date"}, yaml_word("1990-01-02")}},
                     {"publications/section.yaml", WholeFile{}}});
  CHECK(judged.files.size() == 3);
  CHECK(text_after(judged, "publications/section.yaml") == "(taken away)");
  CHECK(text_after(judged, "people/p-900.yaml").starts_with("full_name: Новикова Ольга Ильинична\n"));
  CHECK(judged.after->registry.all<Person>().find("p-900") != nullptr);
  CHECK(school.loaded->registry.all<Person>().find("p-900") == nullptr);
}

TEST_CASE("people who are kept elsewhere are changed there") {
  MemoryTree tree, people;
  for (const auto& [path, text] : base_files("pair"))
    path.starts_with("people/") ? people.put(path.substr(7), text) : tree.put(path, text);
  const LoadRequest request{.tree = tree, .people = &people, .today = a_day};
  const auto loaded = load(request);
  const Judged judged = judge(request, *loaded,
                              {{"people/p-017.yaml", SetValue{{"full_name"}, yaml_text("Ким Вера Ильинична")}},
                               {"people/p-901.yaml", SetValue{{"full_name"}, yaml_text("Ким Олег Ильич")}}});
  REQUIRE(judged.after->registry.all<Person>().find("p-017") != nullptr);
  CHECK(judged.after->registry.all<Person>().find("p-901") != nullptr);
  CHECK(text_after(judged, "people/p-017.yaml").find("Ким Вера Ильинична") != std::string::npos);
}

TEST_CASE("a new key stands where the field table has it") {
  const ReadSchool school(
      FileTexts{{"orders/2025-1-od.yaml", "# приказ\nnumber: \"1-од\"  # номер\nsigned_by: p-001\n"}});
  const Judged judged = school.judged({{"orders/2025-1-od.yaml", SetValue{{"kinds"}, yaml_words({"local_act"})}},
                                       {"orders/2025-1-od.yaml", SetValue{{"title"}, yaml_text("О разном")}},
                                       {"orders/2025-1-od.yaml", SetValue{{"date"}, yaml_word("2025-09-01")}}});
  CHECK(
      text_after(judged, "orders/2025-1-od.yaml") ==
      "# приказ\nnumber: \"1-од\"  # номер\ndate: 2025-09-01\ntitle: О разном\nkinds: [local_act]\nsigned_by: p-001\n");
}

TEST_CASE("bytes are replaced where they were read, whatever comes before them") {
  const ReadSchool school(FileTexts{{"orders/2025-1-od.yaml", "number: 1\ndate: 2025-09-01\nsigned_by: p-001\n"}});
  const Judged judged = school.judged({{"orders/2025-1-od.yaml", ReplaceBytes{8, 9, "\"1-од\""}},
                                       {"orders/2025-1-od.yaml", SetValue{{"title"}, yaml_text("О разном")}},
                                       {"orders/2025-1-od.yaml", ReplaceBytes{16, 26, "2025-09-02"}}});
  CHECK(text_after(judged, "orders/2025-1-od.yaml") ==
        "number: \"1-од\"\ndate: 2025-09-02\ntitle: О разном\nsigned_by: p-001\n");
}

TEST_CASE("what the form of a file does not allow is named, and nothing is judged") {
  const ReadSchool school(FileTexts{{"waivers.yaml", "waivers: [ # никого\n]\n"}});
  const Judged judged =
      school.judged({{"waivers.yaml", InsertItem{{"waivers"}, yaml_mapping({{"rule", yaml_word("P2-2")}})}}});
  REQUIRE(judged.beyond_form.size() == 1);
  CHECK(judged.beyond_form.front().file == "waivers.yaml");
  CHECK(judged.files.empty());
  CHECK_FALSE(judged.after);
}

TEST_CASE("a new record begins with the hint for editors where there is one") {
  const ReadSchool school(
      FileTexts{{".nastavnik/schemas/orders.schema.json", "{}"}, {".nastavnik/schemas/waivers.schema.json", "{}"}});
  const SignedOrder order{"2025-7-od", "7-од", Date(2025, 9, 10), "О разном", {OrderKind::local_act}};
  const Waiving waiving{.rule = find_requirement("P2-2"),
                        .record = "programs/2025-003",
                        .reason = "Переезд",
                        .by = "p-002",
                        .on = a_day,
                        .until = Date(2025, 11, 29)};
  Changes changes = changes_of(order, school.loaded->registry);
  for (Change& change : changes_of(waiving)) changes.push_back(std::move(change));
  const Judged judged = school.judged(changes);
  CHECK(text_after(judged, "orders/2025-7-od.yaml") ==
        "# yaml-language-server: $schema=../.nastavnik/schemas/orders.schema.json\nnumber: \"7-од\"\ndate: 2025-09-10\n"
        "title: О разном\nkinds: [local_act]\nsigned_by: p-001\n");
  CHECK(text_after(judged, "waivers.yaml")
            .starts_with(
                "# yaml-language-server: $schema=.nastavnik/schemas/waivers.schema.json\nwaivers:\n  - rule: P2-2\n"));
}

}  // namespace nastavnik
