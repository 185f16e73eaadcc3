#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "disk/root.h"
#include "model/kinds/settings.h"
#include "scratch.h"

namespace fs = std::filesystem;
using namespace nastavnik;

static_assert(Settings::kind.folder == registry_mark);

namespace {

/// A registry in the folder `school` of a folder of its own.
class SchoolOnDisk : public Scratch {
public:
  SchoolOnDisk() {
    fs::create_directories(root() / "pairs");
    std::ofstream(root() / registry_mark) << "format: 1\n";
    std::ofstream(root() / "pairs/2025-003.yaml") << "mentor: p-017\n";
  }
  fs::path root() const { return path() / "school"; }
};

}  // namespace

TEST_CASE("a registry begins at the nearest folder with its mark") {
  const SchoolOnDisk school;
  CHECK(root_above(school.root()) == school.root());
  CHECK(root_above(school.root() / "pairs") == school.root());
  CHECK(root_above(school.root() / "no/such/folder") == school.root());
  CHECK(root_above(school.path()).empty());
  std::ofstream(school.root() / "pairs" / registry_mark) << "format: 1\n";
  CHECK(root_above(school.root() / "pairs") == school.root() / "pairs");
}

TEST_CASE("a place is told from the root on") {
  const SchoolOnDisk school;
  const auto below = [&](const fs::path& path) { return place_on_disk(school.root() / path).below; };
  CHECK(below("pairs") == "pairs");
  CHECK(below("pairs/") == "pairs");
  CHECK(below("./pairs/../pairs/2025-003.yaml") == "pairs/2025-003.yaml");
  CHECK(below("") == "");
  CHECK(below(".") == "");
  CHECK(below("pairs/..") == "");
  CHECK(place_on_disk(school.root() / "pairs/2025-003.yaml").root == school.root());
}

TEST_CASE("a place that is not there, or in no registry, is told apart") {
  const SchoolOnDisk school;
  const PlaceOnDisk missing = place_on_disk(school.root() / "programs");
  CHECK_FALSE(missing.exists);
  CHECK(missing.path == school.root() / "programs");
  CHECK_FALSE(place_on_disk(school.root() / std::string(300, 'a')).exists);
  const PlaceOnDisk outside = place_on_disk(school.path());
  CHECK(outside.exists);
  CHECK(outside.root.empty());
  fs::create_symlink("nowhere", school.root() / "pairs/dangling.yaml");
  const PlaceOnDisk dangling = place_on_disk(school.root() / "pairs/dangling.yaml");
  CHECK(dangling.exists);
  CHECK(dangling.below == "pairs/dangling.yaml");
}

TEST_CASE("a root is told relative to where one stands, unless that is longer") {
  const auto shown = [](const char* directory, const char* root) { return root_seen_from(directory, root).shown; };
  CHECK(shown("/home/school", "/home/school") == ".");
  CHECK(shown("/home", "/home/school") == "school");
  CHECK(shown("/home/school/pairs", "/home/school") == "..");
  CHECK(shown("/a/b/c/d/e", "/srv") == "/srv");
}
