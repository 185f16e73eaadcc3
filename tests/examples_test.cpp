#include <filesystem>

#include <doctest/doctest.h>

#include "tests/run_command.h"
#include "tests/source_root.h"

// The example school is what a reader sees first: it is clean on the last day of each of its years, whatever the clock says.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

struct Checked {
  std::string text;
  cmd::ExitStatus status;
};

Checked check_school(const std::vector<std::string>& more, Date today) {
  std::vector<std::string> words{"check", "--severity", "info", "--fail-on", "info"};
  words.insert(words.end(), more.begin(), more.end());
  const nastavnik::Said said =
      nastavnik::run_command(nastavnik::source_root() / "examples" / "school", words, {.today = today});
  return {said.out + said.err, said.status};
}

std::size_t count_of(const char* folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(nastavnik::source_root() / "examples" / "school" / folder))
    count += entry.path().extension() == ".yaml";
  return count;
}

}  // namespace

TEST_CASE("the example school is clean, ten years from now as today") {
  for (const Date today : {Date(2026, 11, 22), Date(2036, 11, 22)}) {
    const Checked said = check_school({}, today);
    INFO(said.text);
    CHECK(said.status == cmd::ExitStatus::clean);
    CHECK(said.text.find("2026-08-31") != said.text.npos);
  }
}

TEST_CASE("the example school was clean at the end of its first year") {
  const Checked said = check_school({"--as-of", "2025-08-31"}, Date(2026, 11, 22));
  INFO(said.text);
  CHECK(said.status == cmd::ExitStatus::clean);
}

TEST_CASE("the example school is a school") {
  CHECK(count_of("people") >= 25);
  CHECK(count_of("mentors") >= 10);
  CHECK(count_of("mentees") >= 14);
  CHECK(count_of("pairs") >= 12);
  CHECK(count_of("years") == 2);
}
