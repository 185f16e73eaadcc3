#include <filesystem>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cmd/run.h"
#include "scratch.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tools.h"

// What init makes is a form to fill in. Here it is filled in as its own comments and READMEs say.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

Said nastavnik_says(const fs::path& directory, const std::vector<std::string>& words, Date today = {2025, 9, 15}) {
  return run_command(directory, words, {.today = today, .variables = with_tools});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

/// The form without the number signs before its keys.
std::string filled_in(const std::string& form) {
  std::istringstream lines(form);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t word = line.find_first_not_of("# -");
    const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", word);
    const bool is_key = word != std::string::npos && end > word && end < line.size() && line[end] == ':';
    result += (line.starts_with("# ") && is_key && !line.starts_with("# yaml-") ? line.substr(2) : line) + '\n';
  }
  return result;
}

/// The record that the README of a folder shows.
std::string sample(const fs::path& registry, const std::string& folder) {
  const std::string readme = slurp(registry / folder / "README.md");
  const std::size_t begin = readme.find("```yaml\n");
  REQUIRE(begin != std::string::npos);
  return readme.substr(begin + 8, readme.find("```", begin + 8) - begin - 8);
}

void add_people(const fs::path& registry) {
  const std::string person = sample(registry, "people");
  const auto add = [&](const std::string& id, const std::string& surname, const std::string& category) {
    spill(registry / "people" / (id + ".yaml"),
          replaced(replaced(person, "Фамилия", surname), "teaching_staff", category));
  };
  add("p-204817", "Беляева", "teaching_staff");
  add("p-300572", "Соколова", "head");
  add("p-118340", "Лебедева", "deputy_head");
  add("p-770915", "Ким", "other_staff");
  spill(registry / "people/p-530261.yaml", replaced(replaced(person, "Фамилия", "Орлова"), "2007", "2024"));
}

void add_orders(const fs::path& registry, Date today) {
  const std::string order = sample(registry, "orders");
  const auto add = [&](const std::string& number, const std::string& kinds) {
    spill(registry / "orders" / fmt::format("{}-{}-od.yaml", today.year(), number),
          replaced(replaced(order, "approve_regulation", kinds), "94-од", number + "-од"));
  };
  add("94", "approve_regulation");
  add("95", "appoint_curator");
  add("96", "approve_roadmap");
  add("97", "appoint_mentors");
  add("98", "approve_mentees, assign_pairs");
}

void add_records(const fs::path& registry, Date today) {
  const auto add = [&](const std::string& folder, const std::string& id) {
    spill(registry / folder / (id + ".yaml"), sample(registry, folder));
  };
  const std::string pair = fmt::format("{}-481902", today.year());
  const Period year = school_year(today);
  add("mentors", "p-204817");
  add("mentees", "p-530261");
  add("pairs", pair);
  add("programs", pair);
  add("years", fmt::format("{}-{}", year.from.year(), year.to.year()));
  add("publications", "documents");
  add("practices", "math-club");
}

}  // namespace

TEST_CASE("check says what a new registry lacks, and nothing else") {
  const Scratch scratch;
  CHECK(nastavnik_says(scratch.path(), {"init"}).status == cmd::ExitStatus::clean);
  const Said said = nastavnik_says(scratch.path(), {"check", "--format", "concise", "--quiet"});
  CHECK(said.status == cmd::ExitStatus::findings);
  std::istringstream lines(said.out);
  int findings = 0;
  for (std::string line; std::getline(lines, line); ++findings) {
    INFO(line);
    CHECK((line.starts_with("organization.yaml:") || line.starts_with("regulation.yaml:")));
  }
  CHECK(findings > 0);
  for (const char* wanted : {"(heads)", "(curators)", "«approved_on»"}) CHECK(said.out.find(wanted) != std::string::npos);
}

TEST_CASE("a new registry filled in as it says has no finding on the day it was made") {
  for (const Date today : {Date{2025, 9, 1}, Date{2025, 9, 15}, Date{2026, 1, 1}, Date{2026, 2, 28}, Date{2026, 5, 31},
                           Date{2026, 7, 15}, Date{2026, 8, 30}, Date{2026, 11, 30}, Date{2026, 12, 31}}) {
    INFO(iso(today));
    const Scratch scratch;
    const fs::path& registry = scratch.path();
    CHECK(nastavnik_says(registry, {"init"}, today).status == cmd::ExitStatus::clean);
    for (const char* form : {"organization.yaml", "regulation.yaml", "nastavnik.yaml"})
      spill(registry / form, filled_in(slurp(registry / form)));
    add_people(registry);
    add_orders(registry, today);
    const Said offices = nastavnik_says(registry, {"check"}, today);
    CHECK_MESSAGE(offices.out.starts_with("Нарушений нет."), offices.out);
    add_records(registry, today);
    const Said all = nastavnik_says(registry, {"check"}, today);
    CHECK_MESSAGE(all.out.starts_with("Нарушений нет."), all.out);
  }
}

TEST_CASE("the samples bear the name of the school") {
  const Scratch scratch;
  CHECK(nastavnik_says(scratch.path(), {"init", "--name", "МБОУ «СШ № 7»"}).status == cmd::ExitStatus::clean);
  CHECK(sample(scratch.path(), "orders").find(" работников в МБОУ «СШ № 7»\n") != std::string::npos);
}

TEST_CASE("the example that init copies passes check") {
  const Scratch scratch;
  CHECK(nastavnik_says(scratch.path(), {"init", "--example"}).status == cmd::ExitStatus::clean);
  const Said said = nastavnik_says(scratch.path(), {"check"}, {2026, 9, 1});
  CHECK_MESSAGE(said.status == cmd::ExitStatus::clean, said.out);
}

TEST_CASE("a separate people folder is a repository, and git leaves it alone outside") {
  const Scratch scratch;
  const fs::path& registry = scratch.path();
  REQUIRE(run_tool({"git", "init", "--quiet"}, registry).status == 0);
  CHECK(nastavnik_says(registry, {"init", "--people", "separate"}).status == cmd::ExitStatus::clean);
  CHECK(run_tool({"git", "rev-parse", "--show-prefix"}, registry / "people").both() == "\n");
  CHECK(run_tool({"git", "status", "--porcelain", "people"}, registry).both() == "");
}

TEST_CASE("without git nothing is left of a registry with separate people") {
  const Scratch scratch;
  std::istringstream in;
  std::ostringstream out, err;
  const std::vector<std::string> words{"init", "--people", "separate"};
  const cmd::ExitStatus status = cmd::run(words, {.in = in, .out = out, .err = err, .directory = scratch.path()});
  CHECK(status == cmd::ExitStatus::unreadable);
  CHECK(err.str() == "nastavnik: чтобы хранить папку people отдельно, нужна программа git, а её нет\n");
  CHECK(fs::is_empty(scratch.path()));
}
