#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/load.h"
#include "model/place.h"
#include "model/shape_path.h"
#include "source/disk.h"
#include "tests/source_root.h"

namespace nastavnik {
namespace {

/// A value that a record has, with the path that its field stands at.
struct Named {
  std::string path;
  const FieldShape* field;
  const ValueShape* type;
  void* value;
};

void collect(const Shape& shape, void* mapping, const std::string& above, std::vector<Named>& all) {
  for (const FieldShape& field : shape.fields) {
    if (field.presence(mapping) != Presence::given) continue;
    const std::string path = above + std::string(field.field.key);
    void* const member = field.member(mapping);
    const auto labels = field.is_list() ? labels_of(field, mapping) : std::vector<std::string>{};
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const std::string item = path + "[" + labels[i] + "]";
      if (field.is_mapping())
        collect(*field.shape, field.list->item(member, i), item + ".", all);
      else
        all.push_back({item, &field, field.value, field.list->item(member, i)});
    }
    if (field.holds == FieldShape::Holds::mapping) collect(*field.shape, field.inner(mapping), path + ".", all);
    if (field.holds == FieldShape::Holds::value) all.push_back({path, &field, field.value, member});
  }
}

std::unique_ptr<Loaded> example_school() {
  static const DiskTree tree((source_root() / "examples/school").string());
  return load({.tree = tree, .today = Date{2026, 8, 31}, .as_of = Date{2026, 8, 31}});
}

TEST_CASE("every value of the example school has a path of its own that leads back to it") {
  const auto loaded = example_school();
  std::size_t seen = 0;
  for (std::uint32_t source = 0; source < loaded->sources.size(); ++source) {
    const std::string& file = loaded->sources[source].path;
    const Shape* shape = shape_at(file, loaded->sources.is_personal({source, 0, 0}));
    const std::string id = std::filesystem::path(file).stem().string();
    void* const record = shape ? const_cast<void*>(loaded->registry.find(*shape->kind, id)) : nullptr;  // NOLINT
    if (!record) continue;
    std::vector<Named> all;
    collect(*shape, record, "", all);
    std::set<std::string> paths;
    for (const Named& one : all) {
      CAPTURE(one.path);
      CHECK(paths.insert(one.path).second);
      const auto reached = reach(*shape, record, one.path);
      REQUIRE(reached);
      CHECK(reached->field == one.field);
      void* const member = reached->field->member(reached->mapping);
      CHECK((reached->item ? reached->field->list->item(member, *reached->item) : member) == one.value);
      if (!loaded->sources.is_personal(one.type->span(one.value)))
        CHECK(place_in(*loaded, one.type->span(one.value)).path == one.path);
      ++seen;
    }
  }
  CHECK(seen > 3000);
}

TEST_CASE("a path leads to what may be absent, and nowhere where a step is none") {
  const auto loaded = example_school();
  Program program = *loaded->registry.all<Program>().begin();
  const auto to = [&](std::string_view path) { return reach(shape_of<Program>(), &program, path); };
  REQUIRE(to("completion"));
  CHECK(to("end")->field->field.key == "end");
  CHECK_FALSE(to("ende"));
  CHECK_FALSE(to("end[1]"));
  CHECK_FALSE(to("end.date"));
  CHECK_FALSE(to("activities[a99]"));
  CHECK_FALSE(to("activities[a1"));
  CHECK_FALSE(to("activities.title"));
  CHECK_FALSE(to(""));
  CHECK(to("activities[a1].title"));
  CHECK(to("activities")->item == std::nullopt);
  program.activities.items.front().done = {};
  CHECK(to("activities[a1].done"));
  CHECK_FALSE(to("activities[a1].done.date"));
}

TEST_CASE("items that agree in what should tell them apart are counted") {
  CHECK(labels_of({"2025-09-01", "2025-09-01", "", "2025-09-02", "2025-09-01", ""}) ==
        std::vector<std::string>{"2025-09-01", "2025-09-01#2", "#3", "2025-09-02", "2025-09-01#3", "#6"});
}

/// Whether what should tell items of the list apart is there to do so.
void check_apart(const Shape& shape, const std::string& above) {
  for (const FieldShape& field : shape.fields) {
    const std::string path = above + std::string(field.field.key);
    CAPTURE(path);
    if (field.shape) check_apart(*field.shape, path + ".");
    CHECK((field.field.apart_by.empty() || (field.holds == FieldShape::Holds::mappings && !field.shape->find("id"))));
    if (field.holds != FieldShape::Holds::mappings) continue;
    CHECK_FALSE(field.apart_by().empty());
    for (const std::string_view key : field.apart_by()) {
      const FieldShape* by = field.shape->find(key);
      CAPTURE(key);
      CHECK((by && by->holds == FieldShape::Holds::value));
    }
  }
}

TEST_CASE("each list says what tells its items apart") {
  for (const KindShape& kind : kind_shapes()) check_apart(*kind.shape, std::string(kind.kind->folder) + ": ");
}

}  // namespace
}  // namespace nastavnik
