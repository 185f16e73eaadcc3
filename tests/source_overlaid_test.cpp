#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "source/overlaid.h"
#include "tests/memory_tree.h"

namespace nastavnik {
namespace {

std::vector<std::string> names(const Tree& tree, const std::string& folder) {
  std::vector<std::string> all;
  for (const TreeEntry& entry : tree.list(folder)) all.push_back(entry.name + (entry.folder ? "/" : ""));
  return all;
}

std::string bytes(const Tree& tree, const std::string& path) {
  Arena arena;
  const ReadResult read = tree.read(path, arena);
  return read.fault == ReadFault::none ? std::string(read.text) : "(none)";
}

TEST_CASE("files are laid over a tree in any folder, and may be taken away") {
  MemoryTree base;
  base.put("nastavnik.yaml", "format: 1\n");
  base.put("pairs/1.yaml", "a");
  base.put("pairs/2.yaml", "b");
  const OverlaidTree tree(base, {{"pairs/2.yaml", "changed"},
                                 {"pairs/0.yaml", "new"},
                                 {"pairs/1.yaml", std::nullopt},
                                 {"orders/2025/9.yaml", "far"},
                                 {"waivers.yaml", ""}});
  CHECK(names(tree, "") == std::vector<std::string>{"nastavnik.yaml", "orders/", "pairs/", "waivers.yaml"});
  CHECK(names(tree, "pairs") == std::vector<std::string>{"0.yaml", "2.yaml"});
  CHECK(names(tree, "orders") == std::vector<std::string>{"2025/"});
  CHECK(names(tree, "orders/2025") == std::vector<std::string>{"9.yaml"});
  CHECK(bytes(tree, "pairs/2.yaml") == "changed");
  CHECK(bytes(tree, "pairs/1.yaml") == "(none)");
  CHECK(bytes(tree, "orders/2025/9.yaml") == "far");
  CHECK(bytes(tree, "nastavnik.yaml") == "format: 1\n");
  CHECK(tree.has_folder("orders"));
  CHECK(tree.has_folder("orders/2025"));
  CHECK_FALSE(tree.has_folder("order"));
  CHECK_FALSE(tree.has_file("pairs/1.yaml"));
  CHECK(tree.has_file("pairs/0.yaml"));
  CHECK(tree.list("nowhere").fault == ReadFault::missing);
  CHECK(tree.list("orders").fault == ReadFault::none);
}

}  // namespace
}  // namespace nastavnik
