#include <algorithm>
#include <filesystem>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "document/choice.h"
#include "document/decisions.h"
#include "document/draft.h"
#include "model/kinds/orders.h"
#include "model/load.h"
#include "model/shape.h"
#include "tests/files.h"
#include "tests/fixture_run.h"
#include "tests/source_root.h"

// An order tells whatever refers to it.

namespace fs = std::filesystem;

namespace nastavnik {
namespace {

using Paths = std::set<std::string>;

std::size_t kind_of_orders() {
  const auto kinds = folder_kinds();
  return static_cast<std::size_t>(std::ranges::find(kinds, &Order::kind) - kinds.begin());
}

/// Where the mapping links to orders: `pairs.mentees[].order`.
void add_links(const Shape& shape, const std::string& path, Paths& paths) {
  for (const FieldShape& field : shape.fields) {
    const std::string place = fmt::format("{}.{}{}", path, field.field.key, field.is_list() ? "[]" : "");
    if (field.is_mapping())
      add_links(*field.shape, place, paths);
    else if (field.value->sort == Sort::link && field.value->kind == kind_of_orders())
      paths.insert(place);
  }
}

Paths linking_places() {
  Paths paths;
  for (const KindShape& kind : kind_shapes()) add_links(*kind.shape, std::string(kind.kind->folder), paths);
  return paths;
}

struct Read {
  Read(const FileTexts& files, Date day) {
    for (const auto& [path, text] : files) tree.put(path, text);
    loaded = load({.tree = tree, .today = day});
  }
  const Registry& registry() const { return loaded->registry; }

  MemoryTree tree;
  std::unique_ptr<Loaded> loaded;
};

Draft order_paper(const Read& read, const std::string& order) {
  const DocumentKind& kind = *find_document("order");
  const PaperChoice choice = choose_papers(kind, {.words = {"orders/" + order}}, read.registry());
  REQUIRE_MESSAGE(std::holds_alternative<std::vector<ChosenPaper>>(choice), order);
  const auto& papers = std::get<std::vector<ChosenPaper>>(choice);
  REQUIRE(papers.size() == 1);
  Writing writing(read.registry(), papers.front().subjects, {});
  kind.write(writing);
  return draft(kind, writing, PaperFormat::markdown, {.day = read.registry().day()}, std::nullopt);
}

/// Where in a file records name an order as the one that decided something.
std::vector<std::size_t> references(const std::string& text, const std::string& order) {
  const std::regex pattern("[ _]order: " + order + "(?=[\\n,}])|\\norder: " + order + "(?=\\n)");
  std::vector<std::size_t> found;
  for (std::sregex_iterator one(text.begin(), text.end(), pattern), end; one != end; ++one)
    found.push_back(static_cast<std::size_t>(one->position() + one->length()) - order.size());
  return found;
}

/// Each reference is turned to another order in its turn: the paper of this one says less then. Returns how many there are.
std::size_t check_each_reference(const FileTexts& files, const std::string& order, const std::string& other, Date day) {
  const std::string whole = order_paper(Read(files, day), order).bytes;
  std::size_t count = 0;
  for (const auto& file : files) {
    for (const std::size_t at : references(file.second, order)) {
      FileTexts less = files;
      less[file.first].replace(at, order.size(), other);
      CHECK_MESSAGE(order_paper(Read(less, day), order).bytes != whole, order, " ", file.first, " ", at);
      ++count;
    }
  }
  return count;
}

FileTexts example_school() {
  const fs::path root = source_root() / "examples/school";
  FileTexts files;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (entry.path().extension() == ".yaml")
      files.emplace(fs::relative(entry.path(), root).generic_string(), slurp(entry.path()));
  return files;
}

/// A registry in which one order decides everything that an order can.
FileTexts one_order_for_all() {
  FileTexts files = base_files("pair");
  const auto put = [&](const std::string& path, const std::string& text) { files[path] = text; };
  put("orders/2025-90-od.yaml", "number: 90-од\ndate: 2025-08-25\ntitle: О наставничестве\nkinds: [local_act]\n");
  put("orders/2025-98-od.yaml", R"(number: 98-од
date: 2025-09-01
title: О введении целевой модели наставничества
kinds: [approve_regulation, appoint_curator, assign_pairs]
signed_by: p-001
cancels: [2025-90-od]
rests_on:
  - {text: приказ управления образования района, number: "211", date: 2025-08-26}
  - {text: Решение педагогического совета, date: 2025-08-29}
)");
  put("regulation.yaml", R"(model: nso_564_2022
approved_on: 2025-09-01
effective_from: 2025-09-01
order: 2025-98-od
changes:
  - {date: 2025-09-02, order: 2025-98-od, basis: Новый закон, summary: добавлен пункт 25}
previous:
  - {approved_on: 2023-09-01, order: 2025-98-od, replaced_on: 2025-09-01}
)");
  files["organization.yaml"] = std::regex_replace(files["organization.yaml"], std::regex("2025-95-od"), "2025-98-od");
  files["organization.yaml"] += R"(councils:
  - kind: union
    from: 2025-09-01
    order: 2025-98-od
    members:
      - {person: p-017, role: chair}
local_acts:
  - {title: Порядок выплат, number: 3-ла, date: 2025-09-01, order: 2025-98-od}
)";
  put("years/2025-2026.yaml", R"(roadmap:
  order: 2025-98-od
  items:
    - {id: r1, stage: preparation, content: Приказы, term: сентябрь, responsible: [head]}
incentives:
  - date: 2025-09-02
    text: Дать методический день.
    answer: {date: 2025-09-03, text: Дан методический день.}
    order: 2025-98-od
)");
  put("mentors/p-017.yaml", R"(entered_on: 2025-09-01
appointments:
  - from: 2025-09-01
    order: 2025-98-od
    end:
      date: 2026-05-29
      reason: other
      reason_note: Просьба наставника
      order: 2025-98-od
payments:
  - {from: 2025-09-01, to: 2026-05-29, size: 3000 рублей в месяц, order: 2025-98-od}
)");
  put("pairs/2025-003.yaml", R"(mentor: p-017
mentees:
  - person: p-031
  - {person: p-003, from: 2025-10-01, order: 2025-98-od}
  - {person: p-002, to: 2025-11-03, out_order: 2025-98-od}
role_form: teacher_teacher
order: 2025-98-od
start: 2025-09-01
renewals:
  - {from: 2025-12-01, order: 2025-98-od}
end:
  date: 2026-05-29
  reason: program_ended
  order: 2025-98-od
)");
  files["programs/2025-003.yaml"] += R"(releases:
  - {person: p-031, date: 2025-10-10, activity: a1, reason: открытый урок, order: 2025-98-od, substitutes: [p-017]}
)";
  return files;
}

}  // namespace

TEST_CASE("every place of the records that links to an order is one that an order tells") {
  Paths told;
  for (const DecisionKind& decision : decisions()) {
    std::string_view places = decision.places;
    while (!places.empty()) {
      const std::size_t end = std::min(places.find(','), places.size());
      told.emplace(places.substr(0, end));
      places.remove_prefix(std::min(end + 1, places.size()));
    }
  }
  CHECK(told == linking_places());
}

TEST_CASE("every kind of decision belongs to a paper") {
  for (std::size_t i = 0; i < Codes<OrderKind>::table.size(); ++i) CHECK(!place_of(static_cast<OrderKind>(i)).empty());
}

TEST_CASE("an order that decides everything tells each reference to it, and what it cancels and rests on") {
  const FileTexts files = one_order_for_all();
  const Date day(2026, 8, 31);
  CHECK(check_each_reference(files, "2025-98-od", "2025-90-od", day) ==
        linking_places().size() - 1);  // all but `cancels`
  const std::string paper = order_paper(Read(files, day), "2025-98-od").bytes;
  for (const char* text :
       {"**О введении целевой модели наставничества**", "приказа управления образования района от\u00a026.08.2025",
        "решения педагогического совета от\u00a029.08.2025", "Признать утратившим силу приказ от\u00a025.08.2025",
        "«О наставничестве»", "3000 рублей в месяц", "Дать методический день (предложение от\u00a002.09.2025)",
        "добавлен пункт 25", "Порядок выплат"})
    CHECK_MESSAGE(paper.find(text) != std::string::npos, std::string(text));
}

TEST_CASE("an order that renews a pair tells from when, and whom of the group it still assigns") {
  FileTexts files = base_files("pair");
  files["orders/2026-70-od.yaml"] =
      "number: 70-од\ndate: 2026-01-12\ntitle: О закреплении группы\nkinds: [assign_pairs]\nsigned_by: p-001\n";
  files["pairs/2025-003.yaml"] = std::regex_replace(files["pairs/2025-003.yaml"], std::regex("\nstart: "),
                                                    "\nrenewals:\n  - {order: 2026-70-od, from: 2026-01-13}\nstart: ");
  const std::string paper = order_paper(Read(files, Date(2026, 1, 31)), "2026-70-od").bytes;
  CHECK(paper.find("13.01.2026") != std::string::npos);
  CHECK(paper.find("15.09.2025 –") == std::string::npos);
}

TEST_CASE("an order that ends a pair says that it ended early, on whose initiative, and rests on the statements") {
  const std::string mutual =
      "completion:\n  date: 2025-11-28\n  ground: by_initiative\n  initiator: mutual\n"
      "  circumstance: health\n  statements:\n    - {person: p-017, date: 2025-11-20}\n"
      "    - {person: p-031, date: 2025-11-21}\n";
  const auto paper_of = [](const std::string& completion) {
    FileTexts files = base_files("pair");
    files["orders/2025-96-od.yaml"] =
        "number: 96-од\ndate: 2025-11-28\ntitle: О прекращении пары\nkinds: [end_pairs]\nsigned_by: p-001\n";
    files["pairs/2025-003.yaml"] += "end: {date: 2025-11-28, reason: program_ended, order: 2025-96-od}\n";
    files["programs/2025-003.yaml"] += completion;
    return order_paper(Read(files, Date(2026, 1, 31)), "2025-96-od").bytes;
  };
  const auto has = [](const std::string& paper, const char* text) { return paper.find(text) != std::string::npos; };
  const std::string early = paper_of(mutual);
  CHECK(has(early, "программа завершена досрочно, по обоюдному решению участников (п.\u00a019.2)"));
  CHECK(has(early, "обстоятельства: уважительные"));
  CHECK(!has(early, "здоровье"));
  CHECK(has(early, "20.11.2025;"));
  CHECK(has(early, "21.11.2025."));
  CHECK(!has(early, "с письменного согласия"));
  const std::string by_curator =
      paper_of("completion: {date: 2025-11-28, ground: by_curator, initiator: curator, side: mentor}\n");
  CHECK(has(by_curator, "по инициативе куратора (п.\u00a019.3): недолжное исполнение"));
  CHECK(!has(by_curator, "Основание:"));
  const std::string in_full = paper_of("completion: {date: 2025-11-28, ground: plan_completed}\n");
  CHECK(has(in_full, "программа завершена |"));
  CHECK(!has(in_full, "досрочно"));
}

TEST_CASE("an order rests on the petition for another mentor and the minutes that proposed the pair") {
  const Read school(example_school(), Date(2026, 11, 22));
  const std::string paper = order_paper(school, "2024-131-od").bytes;
  const auto at = [&](const char* text) { return paper.find(text); };
  CHECK(at("ходатайство о замене наставника") != std::string::npos);
  CHECK(at("ходатайство о замене наставника") == paper.rfind("ходатайство о замене наставника"));
  CHECK(at("протокол от\u00a027.11.2024 №\u00a03") != std::string::npos);
  CHECK(at("Освободить") < at("Прекратить работу"));
  CHECK(at("Прекратить работу") < at("Назначить наставником"));
}

TEST_CASE("an order on pay names itself, not its own number, where it appoints the mentor") {
  const Read school(example_school(), Date(2026, 11, 22));
  const std::string paper = order_paper(school, "2025-67-od").bytes;
  CHECK(paper.find("настоящий приказ,<br>соглашение") != std::string::npos);
  CHECK(paper.find("приказ от\u00a003.09.2025") == std::string::npos);
}

TEST_CASE("an order without a recorded title is called by what it decides") {
  FileTexts files = example_school();
  std::string& order = files["orders/2024-87-od.yaml"];
  order = std::regex_replace(order, std::regex("\ntitle: [^\n]*"), "");
  const std::string paper = order_paper(Read(files, Date(2026, 11, 22)), "2024-87-od").bytes;
  CHECK(
      paper.find("«Большеталицкая СОШ», назначении куратора реализации программ наставничества и утверждении дорожной "
                 "карты по наставничеству**") != std::string::npos);
}

TEST_CASE("an order that only cancels says what, and those concerned read it; without any there is no sheet") {
  FileTexts files = base_files("pair");
  files["orders/2025-99-od.yaml"] =
      "number: 99-од\ndate: 2025-10-03\ntitle: Об отмене\nkinds: [local_act]\nsigned_by: p-001\ncancels: [2025-98-od]\n";
  const Date day(2025, 11, 15);
  const Draft paper = order_paper(Read(files, day), "2025-99-od");
  CHECK(paper.bytes.find("Иной локальный акт") == std::string::npos);
  CHECK(paper.bytes.find("Признать утратившим силу приказ") != std::string::npos);
  CHECK(paper.bytes.find("ознакомлены") != std::string::npos);
  CHECK(
      std::ranges::none_of(paper.report.gaps, [](const Gap& gap) { return gap.where != "organization.yaml: place"; }));
  files["orders/2025-90-od.yaml"] =
      "number: 90-од\ndate: 2025-08-25\ntitle: О наставничестве\nkinds: [local_act]\nsigned_by: p-001\n";
  files["orders/2025-99-od.yaml"] =
      "number: 99-од\ndate: 2025-10-03\ntitle: Об отмене\nkinds: [local_act]\nsigned_by: p-001\ncancels: [2025-90-od]\n";
  CHECK(order_paper(Read(files, day), "2025-99-od").bytes.find("ознакомлены") == std::string::npos);
}

TEST_CASE("what an order decides of which nothing is told is marked") {
  FileTexts files = base_files("pair");
  files["orders/2025-99-od.yaml"] =
      "number: 99-од\ndate: 2025-09-03\ntitle: О выплатах\nkinds: [payment]\nsigned_by: p-001\n";
  const Draft paper = order_paper(Read(files, Date(2025, 9, 15)), "2025-99-od");
  CHECK(paper.bytes.find("Оплата наставничества: ") != std::string::npos);
  REQUIRE(!paper.report.gaps.empty());
  CHECK(std::ranges::any_of(paper.report.gaps, [](const Gap& gap) { return gap.where == "mentors: payments, order"; }));
}

TEST_CASE("each order of the example school has a paper that tells all that refers to it and lacks nothing") {
  const FileTexts files = example_school();
  const Date day(2026, 11, 22);
  const Read school(files, day);
  std::size_t orders = 0;
  const std::string first(school.registry().all<Order>().begin()->id);
  for (const Order& order : school.registry().all<Order>()) {
    const Draft paper = order_paper(school, std::string(order.id));
    CHECK_MESSAGE(paper.bytes.find(*order.title) != std::string::npos, order.id);
    for (const Gap& gap : paper.report.gaps) CHECK_MESSAGE(false, order.id, " ", gap.where, " ", gap.what.ru);
    const std::string other = order.id == first ? "2025-41-od" : first;
    check_each_reference(files, std::string(order.id), other, day);
    ++orders;
  }
  CHECK(orders > 0);
}

}  // namespace nastavnik
