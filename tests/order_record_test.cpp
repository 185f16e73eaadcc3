#include <array>
#include <set>

#include <doctest/doctest.h>

#include "document/choice.h"
#include "model/load.h"
#include "scratch.h"
#include "source/disk.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tests/source_root.h"

// Every kind of order: taken out of the example school, written again by `document … --record`, and checked.

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

struct Recorded {
  std::string paper;
  std::string subject;
  std::string order;
  std::string number;
  std::string date;
};
const std::array<Recorded, 10> orders{{
    {"order", "2024-87-od", "2024-87-od", "87-од", "2024-09-02"},
    {"order", "2024-94-od", "2024-94-od", "94-од", "2024-09-09"},
    {"order", "2025-96-od", "2025-96-od", "96-од", "2025-11-28"},
    {"order", "2026-11-od", "2026-11-od", "11-од", "2026-02-27"},
    {"order-curator", "2025-61-od", "2025-61-od", "61-од", "2025-08-29"},
    {"order-roadmap", "2025-2026", "2025-63-od", "63-од", "2025-09-01"},
    {"order-pairs", "2025-83-od", "2025-83-od", "83-од", "2025-10-03"},
    {"order-end-pairs", "2026-39-od", "2026-39-od", "39-од", "2026-05-29"},
    {"order-release", "2026-22-od", "2026-22-od", "22-од", "2026-04-10"},
    {"order-payment", "2025-20-od", "2025-20-od", "20-од", "2025-03-03"},
}};

Said run(const std::vector<std::string>& words, const fs::path& directory) {
  return run_command(directory, words, {.today = Date(2026, 11, 22)});
}

std::string date_of(const std::string& record) {
  const std::size_t at = record.find("date: ");
  return at == std::string::npos ? "" : record.substr(at + 6, 10);
}

}  // namespace

TEST_CASE("an order of every kind is recorded, and the check accepts the registry with it") {
  std::set<std::string> covered;
  for (const Recorded& one : orders) {
    CAPTURE(one.paper);
    covered.insert(one.paper);
    Scratch scratch;
    fs::copy(nastavnik::source_root() / "examples/school", scratch.path(), fs::copy_options::recursive);
    const fs::path file = scratch.path() / "orders" / (one.order + ".yaml");
    const std::string before = slurp(file);
    REQUIRE(!before.empty());
    fs::remove(file);
    REQUIRE(run({"check", "-q"}, scratch.path()).status == cmd::ExitStatus::findings);
    const Said said = run({"document", one.paper, one.subject, "--record", "--number", one.number, "--date", one.date},
                          scratch.path());
    CHECK_MESSAGE(said.status == cmd::ExitStatus::clean, said.err);
    CHECK(said.out.find("orders/" + one.order + ".yaml") == 0);
    CHECK(date_of(slurp(file)) == date_of(before));
    const Said check = run({"check", "-q", "--format", "concise"}, scratch.path());
    CHECK(check.out == "");
  }
  const DiskTree tree{(nastavnik::source_root() / "examples/school").string()};
  const auto school = load({.tree = tree, .today = Date(2026, 11, 22)});
  const auto tells_one = [&](const DocumentKind& kind) {
    return !std::get<std::vector<ChosenPaper>>(choose_papers(kind, {.all = true}, school->registry)).empty();
  };
  for (const DocumentKind& kind : documents())
    if (kind.group == DocumentGroup::orders && tells_one(kind))
      CHECK_MESSAGE(covered.contains(std::string(kind.name)), kind.name);
}

}  // namespace nastavnik
