#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "rules/catalogue.h"
#include "rules/clause.h"
#include "rules/editions.h"
#include "tests/source_root.h"

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

constexpr std::string_view first_edition =
    "% Приказ № 1 | Order No. 1\n"
    "% dated 2022-03-25\n"
    "% to 2027-08-31\n"
    "\n"
    "@ 2 Сроки | Terms\n"
    "Программа длится от 3 месяцев.\n"
    "\n"
    "@ 3 Итоги | Results\n"
    "Итоги подводят\n"
    "ежегодно.\n";

constexpr std::string_view second_edition =
    "% Приказ № 2 | Order No. 2\n"
    "% dated 2027-05-01\n"
    "\n"
    "@ 2 Сроки | Terms\n"
    "Программа длится от 4 месяцев.\n"
    "\n"
    "@ 3 Итоги | Results\n"
    "Итоги подводят ежегодно.\n";

std::vector<Edition> two_editions() {
  return {read_edition("a/2022-03-25.txt", first_edition), read_edition("a/2027-09-01.txt", second_edition)};
}

Requirement quoting(std::string_view clauses, std::string_view phrase) {
  Requirement row;
  row.id = "P1-1";
  row.nature = Nature::text;
  row.clauses = clauses;
  row.phrase = phrase;
  return row;
}

}  // namespace

TEST_CASE("an edition says which act it is and when it is in force") {
  const Edition edition = read_edition("a/2022-03-25.txt", first_edition);
  CHECK(edition.id == "a/2022-03-25");
  CHECK(edition.act_ru == "Приказ № 1");
  CHECK(edition.act_en == "Order No. 1");
  CHECK(edition.dated == Date(2022, 3, 25));
  CHECK(edition.in_force.from == Date(2022, 3, 25));
  CHECK(edition.in_force.to == Date(2027, 8, 31));
  CHECK_FALSE(edition.excerpts);
  REQUIRE(edition.clauses.size() == 2);
  CHECK(edition.clauses[1].id == "3");
  CHECK(edition.clauses[1].title_ru == "Итоги");
  CHECK(edition.clauses[1].title_en == "Results");
  CHECK(edition.clauses[1].text == "Итоги подводят\nежегодно.");
}

TEST_CASE("a row is in force as long as its phrase stands in its clause") {
  const std::vector<Edition> law = two_editions();
  const Period before = in_force(quoting("2", "от 3 месяцев"), law),
               after = in_force(quoting("2", "от 4 месяцев"), law);
  CHECK(before.holds({2022, 3, 25}));
  CHECK_FALSE(before.holds({2022, 3, 24}));
  CHECK(before.holds({2027, 8, 31}));
  CHECK_FALSE(before.holds({2027, 9, 1}));
  CHECK_FALSE(after.holds({2027, 8, 31}));
  CHECK(after.holds({2027, 9, 1}));
  const Period both = in_force(quoting("3,2", "подводят ежегодно"), law);
  CHECK(both.from == Date(2022, 3, 25));
  CHECK(both.to == end_of_time);
  CHECK(in_force(quoting("", ""), law).holds({1970, 1, 1}));
}

TEST_CASE("what has been repealed is still asked of what was formed under it, and of nothing else") {
  Requirement row = *find_requirement("P2-2");
  row.clauses = "rkn18";
  row.phrase = "";
  REQUIRE(in_force(row).to == Date(2027, 8, 31));
  row.edition = EditionOf::day_judged;
  CHECK_FALSE(is_judged_on(row, {2021, 8, 31}));
  CHECK(is_judged_on(row, {2021, 9, 1}));
  CHECK(is_judged_on(row, {2027, 8, 31}));
  CHECK_FALSE(is_judged_on(row, {2027, 9, 1}));
  row.edition = EditionOf::forming;
  CHECK_FALSE(is_judged_on(row, {2021, 8, 31}));
  CHECK(is_judged_on(row, {2027, 9, 1}));
}

TEST_CASE("a clause is found in its latest edition") {
  CHECK(find_clause("152fz.9")->edition->in_force.from == Date(2025, 9, 1));
  CHECK(find_clause("2")->edition->id == "nso564/2022-03-25");
  CHECK(find_clause("rkn18")->edition->in_force.to == Date(2027, 8, 31));
  CHECK(find_clause("99") == nullptr);
}

TEST_CASE("editions of one act follow each other, and no clause stands twice in one") {
  std::set<std::string_view> ids;
  const Edition* before = nullptr;
  for (const Edition& edition : editions()) {
    CAPTURE(std::string(edition.id));
    CHECK(ids.insert(edition.id).second);
    CHECK(edition.dated <= edition.in_force.from);
    CHECK(edition.in_force.from <= edition.in_force.to);
    CHECK_FALSE(edition.act_ru.empty());
    CHECK_FALSE(edition.act_en.empty());
    REQUIRE_FALSE(edition.clauses.empty());
    std::set<std::string_view> clauses;
    for (const Clause& clause : edition.clauses) {
      CHECK(clauses.insert(clause.id).second);
      CHECK(clause.edition == &edition);
      CHECK_FALSE(clause.title_ru.empty());
      CHECK_FALSE(clause.title_en.empty());
      CHECK((edition.excerpts || !clause.text.empty()));
    }
    const std::string_view act = edition.id.substr(0, edition.id.find('/'));
    if (before && before->id.starts_with(std::string(act) + "/")) CHECK(before->in_force.from < edition.in_force.from);
    before = &edition;
  }
  CHECK(clauses().size() == 128);
}

// The sums are checked by a program that is not ours.
TEST_CASE("no text of the law has drifted since it was compared") {
  const fs::path folder = fs::temp_directory_path() / fmt::format("nastavnik-law-{}", std::random_device()());
  std::size_t texts = 0;
  for (const Edition& edition : editions()) {
    fs::create_directories(folder / edition.id);
    for (const Clause& clause : edition.clauses) {
      std::ofstream(folder / edition.id / clause.id, std::ios::binary) << clause.text;
      CHECK_MESSAGE(clause.sha256.size() == 64, std::string(clause.id));
      ++texts;
    }
  }
  const fs::path sums = nastavnik::source_root() / "lib/rules/law/SHA256SUMS";
  CHECK(std::system(fmt::format("cd '{}' && sha256sum --check --strict --quiet '{}'", folder.string(), sums.string())
                        .c_str()) == 0);
  std::ifstream in(sums);
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  CHECK(lines == texts);
  fs::remove_all(folder);
}

TEST_CASE("every clause that a row names is in the register, and every pack has the law it stands on") {
  for (const Requirement* row : catalogue()) {
    CAPTURE(std::string(row->id));
    std::string_view list = row->clauses;
    while (!list.empty()) {
      const std::string_view id = list.substr(0, list.find(','));
      CHECK_MESSAGE(find_clause(id) != nullptr, std::string(id));
      list.remove_prefix(std::min(list.size(), id.size() + 1));
    }
    if (pack_of(*row) && !row->clauses.empty()) CHECK(in_force(*row).from >= Date(2007, 1, 26));
  }
}
