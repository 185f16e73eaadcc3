#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "document/choice.h"
#include "model/kinds/orders.h"
#include "model/load.h"
#include "source/disk.h"
#include "tests/source_root.h"

namespace nastavnik {
namespace {

using Why = NoChoice::Why;

struct School {
  DiskTree tree{(source_root() / "examples/school").string()};
  std::unique_ptr<Loaded> loaded = load({.tree = tree, .today = Date(2026, 11, 22)});

  PaperChoice choice(const char* kind, const PaperWish& wish) const {
    const DocumentKind* found = find_document(kind);
    REQUIRE(found);
    return choose_papers(*found, wish, loaded->registry);
  }
  /// The ids of the subjects, those of one paper with `+` between.
  std::string chosen(const char* kind, const PaperWish& wish) const {
    const PaperChoice choice = this->choice(kind, wish);
    REQUIRE(std::holds_alternative<std::vector<ChosenPaper>>(choice));
    std::string text;
    for (const ChosenPaper& paper : std::get<std::vector<ChosenPaper>>(choice)) {
      CHECK(paper.kind == find_document(kind));
      for (const Subject& subject : paper.subjects)
        text += (&subject != &paper.subjects.front() ? "+" : text.empty() ? "" : " ") + subject.id;
    }
    return text;
  }
  NoChoice refusal(const char* kind, const PaperWish& wish) const {
    const PaperChoice choice = this->choice(kind, wish);
    REQUIRE(std::holds_alternative<NoChoice>(choice));
    return std::get<NoChoice>(choice);
  }
};

}  // namespace

TEST_CASE("a paper is chosen by an address, an id or a name") {
  const School school;
  for (const char* word : {"programs/2025-150794", "./programs/2025-150794.yaml", "2025-150794", "pairs/2025-150794"})
    CHECK(school.chosen("program", {.words = {word}}) == "2025-150794");
  for (const char* word : {"p-907421", "mentors/p-907421", "Югай", "Югая Сергея", ".ufq"})
    CHECK(school.chosen("consent-data", {.words = {word}}) == "p-907421");
}

TEST_CASE("words of one folder are one or the other, words of two are both") {
  const School school;
  CHECK(school.chosen("consent-data", {.words = {"p-907421", "p-264839"}, .all = true}) == "p-264839 p-907421");
  CHECK(school.chosen("consent-participation", {.words = {"p-264839", "2026-517369"}}) == "2026-517369-p-264839");
  CHECK(school.refusal("consent-participation", {.words = {"p-907421", "2026-517369"}}).why == Why::nothing);
}

TEST_CASE("a word that means nothing, or several things, is refused") {
  const School school;
  const NoChoice none = school.refusal("program", {.words = {"2026-999999"}});
  CHECK(none.why == Why::not_one);
  CHECK(none.word == "2026-999999");
  CHECK(none.meant.records.empty());
  const NoChoice several = school.refusal("consent-data", {.words = {"Марины", "Мар"}});
  CHECK(several.why == Why::not_one);
  CHECK(several.word == "Мар");
  CHECK(several.meant.records.size() > 1);
  CHECK(school.refusal("program", {.pairs = {"2099-001"}}).why == Why::not_one_pair);
}

TEST_CASE("where nothing is told, what is new is meant, else it is asked which") {
  const School school;
  CHECK(school.refusal("program", {}).why == Why::not_told);
  CHECK(school.refusal("program", {}).subjects.size() > 1);
  CHECK(school.refusal("order-pairs", {}).why == Why::not_told);
  CHECK(school.chosen("regulation", {}) == "");
  CHECK(school.chosen("replacement", {.pairs = {"new"}, .all = true}) == "");
  CHECK(school.refusal("replacement", {.pairs = {"new"}}).why == Why::no_new_pairs);
}

TEST_CASE("an item of a list is chosen by its mark or its day, alone or behind its record") {
  const School school;
  CHECK(school.chosen("amendment", {.words = {"2025-150794"}}) == "2025-150794-m1");
  for (const char* word : {"2025-150794/m1", "programs/2025-150794/m1"})
    CHECK(school.chosen("amendment", {.words = {word}}) == "2025-150794-m1");
  CHECK(school.chosen("amendment", {.words = {"2025-150794", "m1"}}) == "2025-150794-m1");
  CHECK(school.refusal("amendment", {.words = {"m1"}}).why == Why::not_told);
  CHECK(school.refusal("order-relieve", {.words = {"2024-11-29"}}).order == "2024-131-od");
  CHECK(school.chosen("replacement", {.words = {"2024-573190/2024-11-18"}}) == "2024-573190-p-290874");
  for (const DocumentKind& kind : documents()) {
    const std::vector<Subject> all = subjects_of(kind, school.loaded->registry);
    for (const Subject& subject : all) CHECK_MESSAGE((all.size() == 1 || !subject.keys.empty()), kind.name);
  }
}

TEST_CASE("petitions are handed in by those in office and in working pairs; those on record are printed again") {
  const School school;
  CHECK(school.refusal("resignation", {.words = {"p-530748"}}).why == Why::not_of_kind);
  CHECK(school.chosen("resignation", {.words = {"p-338095"}}) == "p-338095");
  CHECK(school.chosen("replacement", {.all = true}) ==
        "2024-573190-p-290874 2026-517369-p-451386 2026-517369-p-508924");
  CHECK(school.refusal("replacement", {.words = {"2024-128866"}}).why == Why::not_of_kind);
}

TEST_CASE("one order is not made of what several have decided") {
  const School school;
  const NoChoice refusal = school.refusal("order-pairs", {.pairs = {"2024-128866", "2026-517369"}});
  CHECK(refusal.why == Why::several_orders);
  CHECK(refusal.subjects.size() == 2);
  CHECK(school.chosen("order-pairs", {.pairs = {"2024-128866", "2026-517369"}, .numbered = true}) ==
        "2024-128866+2026-517369");
  CHECK(school.chosen("order-pairs", {.pairs = {"2024-128866", "2025-862340"}, .all = true}) ==
        "2024-128866 2025-862340");
}

TEST_CASE("a paper of an order tells the whole order, or is refused") {
  const School school;
  CHECK(school.chosen("order-end-pairs", {.words = {"2026-39-od"}}) ==
        school.chosen("order-end-pairs", {.words = {"2025-284471", "2026-39-od"}}));
  const NoChoice more = school.refusal("order-pairs", {.words = {"2025-5-od"}});
  CHECK(more.why == Why::decides_more);
  CHECK(more.order == "2025-5-od");
  CHECK(school.chosen("order-pairs", {.pairs = {"2026-517369"}, .all = true}) == "");
  for (const char* word : {"2026-11-od", "orders/2026-11-od", "2026-517369"})
    CHECK(school.chosen("order", {.words = {word}}).starts_with("p-264839+2026-517369+"));
  CHECK(school.refusal("order", {.words = {"2024-128866"}}).why == Why::several_orders);
}

TEST_CASE("all papers of a group tell each order once") {
  const School school;
  std::multiset<std::string> told;
  for (const DocumentKind& kind : documents()) {
    if (kind.group != DocumentGroup::orders) continue;
    const PaperChoice choice = choose_papers(kind, {.all = true, .of_group = true}, school.loaded->registry);
    for (const ChosenPaper& paper : std::get<std::vector<ChosenPaper>>(choice))
      if (!paper.subjects.front().order.empty()) told.emplace(paper.subjects.front().order);
  }
  for (const Order& order : school.loaded->registry.all<Order>())
    CHECK_MESSAGE(told.count(std::string(order.id)) == 1, order.id);
}

}  // namespace nastavnik
