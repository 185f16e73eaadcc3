#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <sys/stat.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/load.h"
#include "model/notions/programs.h"
#include "rules/catalogue.h"
#include "scratch.h"
#include "source/disk.h"
#include "tests/files.h"
#include "tests/fixture_run.h"
#include "tests/memory_tree.h"
#include "tests/source_root.h"

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

const fs::path base = nastavnik::source_root() / "tests" / "base";

/// A base registry in memory, to be changed.
MemoryTree base_tree(const std::string& name) {
  MemoryTree tree;
  for (const auto& entry : fs::recursive_directory_iterator(base / name)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    tree.put(entry.path().lexically_relative(base / name).generic_string(), {std::istreambuf_iterator<char>(in), {}});
  }
  return tree;
}

std::unique_ptr<Loaded> load_on(const Tree& tree, Date day, unsigned jobs = 1) {
  return load({.tree = tree, .today = Date(2026, 11, 22), .as_of = day, .jobs = jobs});
}

std::string told(const Loaded& loaded) {
  std::string text;
  const Outcome outcome = check(loaded, {});
  for (const Finding& finding : outcome.findings)
    text += fmt::format("{} {}+{} {} {}\n", loaded.sources.path(finding.span), finding.span.begin, finding.span.size,
                        finding.of->id, finding.label.ru);
  for (const Undecided& undecided : outcome.undecided)
    text += fmt::format("? {} {}\n", loaded.sources.path(undecided.span), undecided.of->id);
  return text;
}

const Program& program(const Loaded& loaded, std::string_view id) {
  const Program* found = loaded.registry.all<Program>().find(id);
  REQUIRE(found != nullptr);
  return *found;
}

struct Key {
  std::size_t at = 0;
  std::string text{};
};

/// The keys of the text that are long enough for a letter to be left out.
std::vector<Key> keys_of(const std::string& text) {
  constexpr std::size_t shortest = 4;
  std::vector<Key> keys;
  for (std::size_t colon = text.find(": "); colon != text.npos; colon = text.find(": ", colon + 1)) {
    const std::size_t before = text.find_last_not_of("abcdefghijklmnopqrstuvwxyz_", colon - 1);
    const std::size_t begin = before == text.npos ? 0 : before + 1;
    if (colon - begin >= shortest) keys.push_back({begin, text.substr(begin, colon - begin)});
  }
  return keys;
}

/// What is found in the pair's registry with this text besides the slip in it.
std::string besides_the_slip(const std::string& path, const std::string& text) {
  MemoryTree tree = base_tree("pair");
  tree.put(path, text);
  const Outcome outcome = check(*load_on(tree, Date(2025, 9, 15)), {});
  std::string others;
  for (const Finding& finding : outcome.findings)
    if (finding.of->id != "record-unknown-key") others += fmt::format("{} {}\n", finding.of->id, finding.label.ru);
  return outcome.findings.empty() ? "the slip is not found" : others;
}

}  // namespace

TEST_CASE("a difficulty or a strength of a mentee is taken apart") {
  const auto read = [](const std::string& text) {
    MemoryTree tree = base_tree("pair");
    std::string bytes = test_text("base/pair/programs/2025-003.yaml");
    bytes.replace(bytes.find("p-031/d1"), 8, text);
    tree.put("programs/2025-003.yaml", bytes);
    const auto loaded = load_on(tree, {2025, 9, 15});
    const auto& targets = program(*loaded, "2025-003").activities.items.front().targets;
    if (targets.empty()) return std::string(targets.given() ? "gone" : "broken");
    const Target& target = targets.items.front();
    return fmt::format("{} {}{}", target.person, target.mark, target.given() ? "" : " broken");
  };
  CHECK(read("p-031/d1") == "p-031 d1");
  CHECK(read("p-031/s1") == "p-031 s1");
  CHECK(read("p-031/s12") == "p-031 s12 broken");  // there is no such item
  for (const char* text : {"p-031", "p-031/", "p-031/a1", "d1", "p-031/d", "p-031/d1/s1"})
    CHECK_MESSAGE(read(text) == "broken", text);
}

TEST_CASE("the number of threads changes nothing") {
  MemoryTree tree = base_tree("year");
  for (int i = 0; i < 300; ++i) {
    // Every third of them is faulty in one way or another.
    const char* text = i % 3 == 0   ? "number: 1\ndate: 2025-02-30\n"
                       : i % 3 == 1 ? "number: \"1\"\ndate: 2025-02-03\ntitle: О паре\nkinds: [assign_pair]\n"
                                    : "number: \"1";
    tree.put(fmt::format("orders/2025-{}-x.yaml", i), text);
  }
  const std::string one = told(*load_on(tree, Date(2026, 2, 10), 1));
  CHECK(one.size() > 10000);
  for (const unsigned jobs : {2U, 4U, 8U}) CHECK(told(*load_on(tree, Date(2026, 2, 10), jobs)) == one);
}

TEST_CASE("what happened later is not there yet") {
  const MemoryTree tree = base_tree("year");
  const auto before = load_on(tree, Date(2024, 12, 31)), after = load_on(tree, Date(2026, 2, 10));

  SUBCASE("a completion and an amendment") {
    CHECK(program(*after, "2024-001").completion.given());
    CHECK(program(*before, "2024-001").completion.absent());
    CHECK(program(*after, "2024-001").amendments.size() == 1);
    CHECK(program(*before, "2024-001").amendments.empty());
    CHECK(*end_of_term(program(*before, "2024-001"), Date(2024, 12, 31)) !=
          *end_of_term(program(*after, "2024-001"), Date(2026, 2, 10)));
  }
  SUBCASE("an order, and the link to it") {
    const auto eve = load_on(tree, Date(2024, 9, 1));
    CHECK(eve->registry.all<Order>().find("2024-98-od") == nullptr);
    CHECK(eve->registry.all<Order>().standing("2024-98-od") == Standing::hidden);
    const Pair* pair = eve->registry.all<Pair>().find("2024-001");
    REQUIRE(pair != nullptr);
    CHECK(pair->order.absent());
  }
  SUBCASE("nothing is said of links to what came later") {
    const auto eve = load_on(tree, Date(2024, 8, 1));
    for (const Finding& finding : eve->findings) FAIL_CHECK(finding.of->id << " " << finding.label.ru);
  }
}

TEST_CASE("an item that an amendment brought in appears and goes with it") {
  MemoryTree tree = base_tree("pair");
  tree.put("programs/2025-003.yaml",
           "pair: 2025-003\nstart: 2025-09-01\nend: 2026-05-29\n"
           "activities:\n"
           "  - {id: a1, title: Взаимопосещение, cancelled_by: m1}\n"
           "  - {id: a2, title: Спецкурс, added_by: m1}\n"
           "amendments:\n"
           "  - {id: m1, date: 2025-10-01, changes: [plan], reason: Карантин}\n");
  const auto before = load_on(tree, Date(2025, 9, 30)), after = load_on(tree, Date(2025, 10, 1));
  REQUIRE(program(*before, "2025-003").activities.size() == 1);
  CHECK(is_in_plan(program(*before, "2025-003").activities[0]));
  REQUIRE(program(*after, "2025-003").activities.size() == 2);
  CHECK_FALSE(is_in_plan(program(*after, "2025-003").activities[0]));
}

TEST_CASE("what is said of one file has a bound, and the rest is counted") {
  MemoryTree tree = base_tree("pair");
  std::string keys = "title: Как помочь\n", links = "title: Как помочь\nprograms:\n";
  for (std::size_t i = 0; i < 10'000; ++i) {
    keys += fmt::format("k{}: x\nk{}: y\n", i, i);
    links += fmt::format("  - 2025-{}\n", 10'000 + i);
  }
  tree.put("practices/keys.yaml", keys);
  tree.put("practices/links.yaml", links);
  const auto loaded = load_on(tree, Date(2025, 9, 15));
  std::map<std::string, std::pair<std::size_t, std::size_t>>
      told;  // of a row in a file: findings, and all they stand for
  for (const Finding& finding : loaded->findings) {
    auto& [findings, all] = told[fmt::format("{} {}", loaded->sources.path(finding.span), finding.of->id)];
    ++findings;
    all += 1 + finding.more;
  }
  using Numbers = std::pair<std::size_t, std::size_t>;
  CHECK(told["practices/keys.yaml record-unknown-key"] == Numbers{most_alike, 10'000});
  CHECK(told["practices/keys.yaml yaml-duplicate-key"] == Numbers{most_alike, 10'000});
  CHECK(told["practices/links.yaml S-02"] == Numbers{most_alike, 10'000});
  tell_the_rest(loaded->findings);

  for (const Finding& finding : loaded->findings) {
    if (finding.more == 0) continue;
    CHECK(finding.label.ru.ends_with("; и ещё таких в этом файле: 9900"));
    CHECK(finding.label.en.ends_with("; and 9900 more like it in this file"));
  }
}

TEST_CASE("of more unknown keys than are looked at any may be meant for any field") {
  for (const bool many : {false, true}) {
    MemoryTree tree;
    tree.put("nastavnik.yaml", "format: 1\n");
    std::string pair = "mentor: p-017\nmentees: [{person: p-031}]\n";
    for (int i = 0; i < (many ? 150 : 50); ++i) pair += fmt::format("colour{}: 1\n", i);
    tree.put("pairs/2025-003.yaml", pair);
    const auto loaded = load({.tree = tree, .today = Date{2025, 9, 15}});
    const Pair& read = *loaded->registry.all<Pair>().begin();
    CHECK(read.order.presence == (many ? Presence::broken : Presence::absent));
    CHECK(read.mentees.given());
  }
}

TEST_CASE("a file that cannot be read leaves its name behind") {
  MemoryTree tree = base_tree("pair");
  SUBCASE("broken YAML") { tree.put("orders/2025-98-od.yaml", "number: \"98"); }
  SUBCASE("no permission") { tree.spoil("orders/2025-98-od.yaml", ReadFault::denied); }
  const auto loaded = load_on(tree, Date(2025, 9, 15));
  CHECK(loaded->findings.size() == 1);
  CHECK(loaded->registry.all<Order>().standing("2025-98-od") == Standing::broken);
  const Pair* pair = loaded->registry.all<Pair>().find("2025-003");
  REQUIRE(pair != nullptr);
  CHECK(pair->order.presence == Presence::unknown);
}

TEST_CASE("people kept elsewhere") {
  MemoryTree tree = base_tree("pair");
  const MemoryTree whole = tree;
  MemoryTree people;
  for (const char* id : {"p-001", "p-002", "p-003", "p-017", "p-031"}) {
    Arena arena;
    people.put(fmt::format("{}.yaml", id), std::string(whole.read(fmt::format("people/{}.yaml", id), arena).text));
    tree.remove(fmt::format("people/{}.yaml", id));
  }
  const auto apart = load_on(tree, Date(2025, 9, 15));
  CHECK(apart->findings.empty());
  CHECK_FALSE(apart->registry.all<Person>().seen());
  CHECK(apart->registry.all<Pair>().find("2025-003")->mentor.presence == Presence::unknown);

  const auto together =
      load({.tree = tree, .people = &people, .today = Date(2026, 11, 22), .as_of = Date(2025, 9, 15)});
  CHECK(together->findings.empty());
  CHECK(together->registry.all<Person>().size() == 5);
  CHECK(together->registry.all<Pair>().find("2025-003")->mentor.given());
}

TEST_CASE("a folder of people that holds nothing is out of sight: a submodule that was not fetched") {
  MemoryTree tree = base_tree("pair");
  for (const char* id : {"p-001", "p-002", "p-003", "p-017", "p-031"}) tree.remove(fmt::format("people/{}.yaml", id));
  tree.put("people/.gitkeep", "");
  const auto loaded = load_on(tree, Date(2025, 9, 15));
  CHECK(loaded->findings.empty());
  CHECK_FALSE(loaded->registry.all<Person>().seen());
  CHECK(loaded->registry.all<Pair>().find("2025-003")->mentor.presence == Presence::unknown);
}

TEST_CASE("a folder of people with nobody in it yet knows nobody") {
  MemoryTree tree = base_tree("pair");
  for (const char* id : {"p-001", "p-002", "p-003", "p-017", "p-031"}) tree.remove(fmt::format("people/{}.yaml", id));
  tree.put("people/README.md", "Здесь люди.\n");
  const auto loaded = load_on(tree, Date(2025, 9, 15));
  CHECK(loaded->registry.all<Person>().seen());
  CHECK(loaded->findings.size() > 5);
  for (const Finding& finding : loaded->findings) CHECK(finding.of->id == "S-02");
}

TEST_CASE("what has the name of a file or folder of the registry and is none is told, not taken for absent") {
  const auto spoilt = [](const std::string& name, auto put) {
    const Scratch scratch;
    fs::copy(base / "pair", scratch.path(), fs::copy_options::recursive);
    fs::remove_all(scratch.path() / name);
    put(scratch.path() / name);
    const auto loaded = load_on(DiskTree(scratch.path().string()), {2025, 9, 15});
    CHECK_MESSAGE(loaded->unreadable, name);
    std::string told;
    for (const Finding& finding : loaded->findings)
      if (finding.of->id == "file-unreadable")
        told += fmt::format("{}: {}", loaded->sources.path(finding.span), finding.label.ru);
    return told;
  };
  const auto pipe = [](const fs::path& path) { REQUIRE(mkfifo(path.c_str(), 0644) == 0); };
  const auto outwards = [](const fs::path& path) { fs::create_symlink("/etc", path); };
  const auto nowhere = [](const fs::path& path) { fs::create_symlink("nothing", path); };
  for (const std::string name : {"calendar.yaml", "regulation.yaml", "organization.yaml", "baseline.txt"}) {
    CHECK(spoilt(name, pipe) == name + ": это не обычный файл (канал, устройство или папка)");
    CHECK(spoilt(name, [](const fs::path& path) { fs::create_directory(path); }) ==
          name + ": это не обычный файл (канал, устройство или папка)");
    CHECK(spoilt(name, outwards) == name + ": ссылка ведёт за пределы реестра");
    CHECK(spoilt(name, nowhere) == name + ": файла нет (ссылка в пустоту или его только что удалили)");
  }
  for (const std::string name : {"orders", "people", "practices"}) {
    CHECK(spoilt(name, pipe) == name + ": на этом месте должна быть папка с записями");
    CHECK(spoilt(name, [](const fs::path& path) { std::ofstream(path) << "x"; }) ==
          name + ": на этом месте должна быть папка с записями");
    CHECK(spoilt(name, outwards) == name + ": ссылка ведёт за пределы реестра");
    CHECK(spoilt(name, nowhere) == name + ": файла нет (ссылка в пустоту или его только что удалили)");
  }
}

TEST_CASE("a slip in a key is the only finding, whatever the field") {
  std::set<std::string> tried;
  for (const auto& entry : fs::recursive_directory_iterator(base / "pair")) {
    const std::string path = entry.path().lexically_relative(base / "pair").generic_string();
    if (!path.ends_with(".yaml") || path == "nastavnik.yaml") continue;  // with faulty settings nothing else is judged
    const std::string text = slurp(entry.path());
    for (const Key& key : keys_of(text)) {
      if (!tried.insert(path.substr(0, path.find('/')) + ' ' + key.text).second) continue;
      std::string slipped = text;
      slipped.erase(key.at + key.text.size() / 2, 1);
      CHECK_MESSAGE(besides_the_slip(path, slipped) == "", path, ": ", key.text);
    }
  }
  CHECK(tried.size() > 50);
}
