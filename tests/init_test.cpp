#include <filesystem>
#include <sstream>

#include <doctest/doctest.h>

#include "cmd/run.h"
#include "scratch.h"
#include "tests/files.h"
#include "tools.h"

// What init makes is a form to fill in. Here it is filled in as its own comments and READMEs say.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

struct Said {
  std::string out;
  std::string err;
  cmd::ExitStatus status;
};

Said nastavnik_says(const fs::path& directory, const std::vector<std::string>& words, Date today = {2025, 9, 15}) {
  std::istringstream in;
  std::ostringstream out, err;
  const cmd::ExitStatus status = cmd::run(
      words, {.in = in, .out = out, .err = err, .directory = directory, .today = today, .variables = with_tools});
  return {out.str(), err.str(), status};
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
  for (const char* teacher : {"p-204817", "p-530261"})
    spill(registry / "people" / (std::string(teacher) + ".yaml"), person);
  const auto office = [&](const std::string& id, const std::string& category) {
    spill(registry / "people" / (id + ".yaml"), replaced(person, "teaching_staff", category));
  };
  office("p-300572", "head");
  office("p-118340", "deputy_head");
  office("p-770915", "other_staff");
}

void add_orders(const fs::path& registry) {
  const std::string order = sample(registry, "orders");
  const auto add = [&](const std::string& number, const std::string& kinds) {
    spill(registry / "orders" / ("2025-" + number + "-od.yaml"),
          replaced(replaced(order, "approve_regulation", kinds), "94-од", number + "-од"));
  };
  add("94", "approve_regulation");
  add("95", "appoint_curator");
  add("96", "approve_roadmap");
  add("97", "appoint_mentors");
  add("98", "approve_mentees, assign_pairs");
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
}

TEST_CASE("a new registry filled in as it says passes check") {
  const Scratch scratch;
  const fs::path& registry = scratch.path();
  CHECK(nastavnik_says(registry, {"init"}).status == cmd::ExitStatus::clean);
  for (const char* form : {"organization.yaml", "regulation.yaml", "nastavnik.yaml"})
    spill(registry / form, filled_in(slurp(registry / form)));
  add_people(registry);
  add_orders(registry);
  const Said offices = nastavnik_says(registry, {"check"});
  CHECK_MESSAGE(offices.status == cmd::ExitStatus::clean, offices.out);
  spill(registry / "mentors/p-204817.yaml", sample(registry, "mentors"));
  spill(registry / "mentees/p-530261.yaml", sample(registry, "mentees"));
  spill(registry / "pairs/2025-481902.yaml", sample(registry, "pairs"));
  spill(registry / "programs/2025-481902.yaml", sample(registry, "programs"));
  spill(registry / "years/2025-2026.yaml", sample(registry, "years"));
  spill(registry / "publications/documents.yaml", sample(registry, "publications"));
  const Said all = nastavnik_says(registry, {"check"});
  CHECK_MESSAGE(all.status == cmd::ExitStatus::clean, all.out);
  CHECK(all.out.find("error[") == std::string::npos);
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
  CHECK(err.str() == "nastavnik: для --people separate нужна программа git, а её нет\n");
  CHECK(fs::is_empty(scratch.path()));
}
