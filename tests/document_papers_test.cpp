#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "document/choice.h"
#include "document/draft.h"
#include "model/kinds/orders.h"
#include "model/load.h"
#include "source/disk.h"
#include "tests/files.h"
#include "tests/fixture_run.h"
#include "tests/source_root.h"

// Every paper for the example school. tests/documents/NAME.md is what the newest of each says; UPDATE=1 rewrites them.

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

const fs::path source_dir = nastavnik::source_root();

struct School {
  DiskTree tree{(source_dir / "examples/school").string()};
  std::unique_ptr<Loaded> loaded = load({.tree = tree, .today = Date(2026, 11, 22)});
  const Registry& registry() const { return loaded->registry; }
};

std::vector<std::vector<Subject>> papers_of(const DocumentKind& kind, const Registry& registry) {
  return papers_of(kind, kind.subjects(registry));
}

Draft made(const DocumentKind& kind, const std::vector<Subject>& subjects, const Registry& registry,
           PaperFormat format) {
  Writing writing(registry, subjects, {});
  kind.write(writing);
  return draft(kind, writing, format, {.commit = "0123456789ab", .day = registry.day(), .edition = "приказ № 564"},
               std::nullopt);
}

/// What the reviewed paper is about: the newest that the program would make; of an order with any decisions that with most.
std::vector<Subject> reviewed(const DocumentKind& kind, const Registry& registry) {
  const PaperChoice choice = choose_papers(kind, {.all = true}, registry);
  const auto& papers = std::get<std::vector<ChosenPaper>>(choice);
  if (papers.empty()) return papers_of(kind, registry).back();
  const auto kinds = [&](const ChosenPaper& paper) {
    const Order* order = registry.all<Order>().find(paper.subjects.front().order);
    return order ? order->kinds.size() : 0;
  };
  return kind.of_any_kind ? std::ranges::max_element(papers, {}, kinds)->subjects : papers.back().subjects;
}

}  // namespace

TEST_CASE("each paper can be written for all it may be about, and lacks no placeholder") {
  const School school;
  for (const DocumentKind& kind : documents()) {
    CAPTURE(kind.name);
    const auto papers = papers_of(kind, school.registry());
    CHECK(!papers.empty());
    for (const std::vector<Subject>& subjects : papers) {
      CAPTURE(subjects.front().id);
      for (const PaperFormat format : {PaperFormat::docx, PaperFormat::html, PaperFormat::markdown}) {
        const Draft paper = made(kind, subjects, school.registry(), format);
        CHECK(paper.report.unknown == std::vector<std::string>{});
        CHECK(paper.report.unbalanced == std::vector<std::string>{});
        if (format == PaperFormat::docx)
          CHECK(docx_placeholders(paper.bytes).empty());
        else
          CHECK(paper.bytes.find("{{") == std::string::npos);
        for (const char* twice : {".. ", "..\n", "..<", " ,", " . ", ", ,", ",.", ";;"})
          if (format == PaperFormat::markdown)
            CHECK_MESSAGE(paper.bytes.find(twice) == std::string::npos, std::string(twice));
        for (const Gap& gap : paper.report.gaps) CHECK_MESSAGE(gap.where.find(": ") != std::string::npos, gap.where);
      }
    }
  }
}

TEST_CASE("papers say what was reviewed") {
  const School school;
  const bool update = std::getenv("UPDATE") != nullptr;
  std::set<fs::path> expected;
  for (const DocumentKind& kind : documents()) {
    const std::string text =
        made(kind, reviewed(kind, school.registry()), school.registry(), PaperFormat::markdown).bytes;
    const fs::path path = source_dir / "tests/documents" / (std::string(kind.name) + ".md");
    expected.insert(path);
    if (update) {
      fs::create_directories(path.parent_path());
      std::ofstream(path, std::ios::binary) << text;
    }
    CHECK_MESSAGE(slurp(path) == text, path.string());
  }
  for (const auto& entry : fs::directory_iterator(source_dir / "tests/documents"))
    CHECK_MESSAGE(expected.contains(entry.path()), entry.path().string());
}

TEST_CASE("the template of a paper has only placeholders that are known") {
  for (const DocumentKind& kind : documents()) {
    const std::vector<std::string> known = known_placeholders(kind);
    for (const std::string& name : docx_placeholders(docx_template(built_in_paper(kind), {2025, 9, 3})))
      CHECK_MESSAGE(std::find(known.begin(), known.end(), name) != known.end(), name);
  }
}

TEST_CASE("the order lists the pairs that refer to it, each person in the case the sentence asks for") {
  const School school;
  for (const std::vector<Subject>& subjects : papers_of(*find_document("order-pairs"), school.registry())) {
    if (subjects.front().keys.back() != "orders/2026-11-od") continue;
    REQUIRE(subjects.size() == 1);
    const std::string text =
        made(*find_document("order-pairs"), subjects, school.registry(), PaperFormat::markdown).bytes;
    CHECK(text.find("Назначить наставником Баймухаметову Айгуль Маратовну, педагога-психолога,") != std::string::npos);
    CHECK(text.find("Ахметовой\u00a0Г.\u00a0Р., заместителю директора") != std::string::npos);
    CHECK(text.find("Шмидт Л.\u00a0А.<br>учитель музыки") != std::string::npos);
    CHECK(text.find("Югай") == std::string::npos);
  }
}

TEST_CASE("an order on a group says what it decided, not what another did") {
  MemoryTree tree;
  for (const auto& [path, text] : base_files("pair")) tree.put(path, text);
  tree.put("pairs/2025-003.yaml", R"(mentor: p-017
mentees:
  - person: p-031
  - {person: p-002, from: 2025-09-08, order: 2025-97-od}
  - {person: p-003, to: 2025-09-10, out_order: 2025-98-od}
order: 2025-98-od
start: 2025-09-01
)");
  const auto loaded = load({.tree = tree, .today = Date(2025, 9, 15)});
  const auto papers = papers_of(*find_document("order-change-pairs"), loaded->registry);
  REQUIRE(papers.size() == 2);
  const auto text = [&](std::size_t i) {
    return made(*find_document("order-change-pairs"), papers[i], loaded->registry, PaperFormat::markdown).bytes;
  };
  CHECK(text(0).find("№ 97-од") != std::string::npos);
  CHECK(text(0).find("Включить с 8\u00a0сентября") != std::string::npos);
  CHECK(text(0).find("Исключить") == std::string::npos);
  CHECK(text(1).find("№ 98-од") != std::string::npos);
  CHECK(text(1).find("Исключить") != std::string::npos);
  CHECK(text(1).find("Включить") == std::string::npos);
}

TEST_CASE("a paper about a day gone by names who was in office then, and those still there") {
  const School school;
  const auto paper = [&](std::string_view kind, std::string_view id) {
    for (const std::vector<Subject>& subjects : papers_of(*find_document(kind), school.registry()))
      if (subjects.front().id == id)
        return made(*find_document(kind), subjects, school.registry(), PaperFormat::markdown).bytes;
    return std::string();
  };
  CHECK(paper("completion", "2024-481902").find("Н.\u00a0С.\u00a0Рогозина") != std::string::npos);
  CHECK(paper("completion", "2025-739516").find("Г.\u00a0Р.\u00a0Ахметова") != std::string::npos);
  CHECK(paper("completion", "2025-739516").find("Волошина") == std::string::npos);
  CHECK(paper("replacement", "2024-573190-p-290874").find("Рогозиной\u00a0Н.\u00a0С.") != std::string::npos);
  CHECK(paper("resignation", "p-338095").find("Ахметовой\u00a0Г.\u00a0Р.") != std::string::npos);
  const std::string erased = paper("completion", "2024-234607");
  CHECK(erased.find("(персональные данные удалены)") != std::string::npos);
  CHECK(erased.find("удалены),") == std::string::npos);
  CHECK(paper("program", "2024-481902").find("Рогозина Наталья Степановна, заместитель директора") !=
        std::string::npos);
}

}  // namespace nastavnik
