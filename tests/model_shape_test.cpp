#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "model/kinds.h"
#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/shape.h"

namespace nastavnik {
namespace {

const FieldShape& field_of(const Shape& shape, std::string_view key) {
  for (const FieldShape& field : shape.fields)
    if (field.field.key == key) return field;
  FAIL(key);
  return shape.fields.front();
}

template <class T>
At<T> given(typename T::Value value) {
  return {.value = value, .presence = Presence::given};
}

Program example() {
  Program program;
  program.pair.id = "2025-003";
  program.pair.presence = Presence::given;
  program.start = given<Day>(Date{2025, 9, 1});
  program.goal = given<Prose>("Уверенно вести урок");
  program.kinds.items = {{.value = MentoringKind::other, .presence = Presence::given}};
  program.kinds.presence = Presence::given;
  program.kinds.note = given<Line>("по-своему");
  Activity visit;
  visit.id = given<LocalId<'a'>>("a1");
  visit.title = given<Line>("Посещение урока");
  visit.done.presence = Presence::given;
  visit.done.value.date = given<Day>(Date{2025, 10, 1});
  program.activities.items = {visit, visit};
  program.activities.presence = Presence::given;
  return program;
}

std::vector<std::string> written(Program& program, Sorts wanted) {
  std::vector<std::string> all;
  each_value(shape_of<Program>(), &program, wanted, [&](const FieldShape& field, const ValueShape& type, void* value) {
    if (type.presence(value) == Presence::given)
      all.push_back(std::string(field.field.key) + "=" + type.written(value));
  });
  return all;
}

TEST_CASE("a value is reached, and read as it stands in a file, without its type") {
  Program program = example();
  CHECK(written(program, sorts(Sort::day)) ==
        std::vector<std::string>{"start=2025-09-01", "date=2025-10-01", "date=2025-10-01"});
  CHECK(written(program, sorts(Sort::link)) == std::vector<std::string>{"pair=2025-003"});
  CHECK(written(program, sorts(Sort::mark)) == std::vector<std::string>{"id=a1", "id=a1"});
  CHECK(written(program, sorts(Sort::text)) == std::vector<std::string>{"goal=Уверенно вести урок", "kinds=по-своему",
                                                                        "title=Посещение урока",
                                                                        "title=Посещение урока"});
}

TEST_CASE("presence, place and value of a field lie where the table says") {
  Program program = example();
  const Shape& shape = shape_of<Program>();
  CHECK(field_of(shape, "start").presence(&program) == Presence::given);
  CHECK(field_of(shape, "end").presence(&program) == Presence::absent);
  field_of(shape, "start").span(&program) = {1, 2, 3};
  CHECK(program.start.span == Span{1, 2, 3});
  field_of(shape, "start").clear(field_of(shape, "start").member(&program));
  CHECK(program.start.absent());
  const FieldShape& activities = field_of(shape, "activities");
  CHECK(activities.list->size(activities.member(&program)) == 2);
  keep_items(activities, &program, [&](void* item) { return item != &program.activities.items.front(); });
  CHECK(program.activities.size() == 1);
  CHECK(*program.activities.front().title == "Посещение урока");
  keep_items(activities, &program, [](void*) { return false; });
  CHECK(program.activities.absent());
}

/// Goes through a mapping and all that stand in it.
void each_shape(const Shape& shape, const auto& visit) {
  visit(shape);
  for (const FieldShape& field : shape.fields)
    if (field.shape) each_shape(*field.shape, visit);
}

TEST_CASE("every field of every kind is one thing, and a mapping knows what stands in it") {
  CHECK(kind_shapes().size() == 14);
  for (const KindShape& kind : kind_shapes())
    each_shape(*kind.shape, [&](const Shape& shape) {
      std::set<std::string_view> keys;
      Sorts within = 0;
      for (const FieldShape& field : shape.fields) {
        CAPTURE(field.field.key);
        CHECK(keys.insert(field.field.key).second);
        CHECK((field.value == nullptr) == field.is_mapping());
        CHECK((field.list != nullptr) == field.is_list());
        CHECK(field.notation().words.ru.empty() == field.is_mapping());
        within |= field.sorts;
      }
      CHECK(within == shape.sorts);
    });
}

TEST_CASE("only terms and limits have values where nothing is given") {
  std::map<std::string, int> presets;
  for (const KindShape& kind : kind_shapes())
    each_shape(*kind.shape, [&](const Shape& shape) {
      for (const FieldShape& field : shape.fields)
        if (!field.preset_written().empty()) ++presets[std::string(shape.called.en)];
    });
  CHECK(presets.size() == 1);
  const FieldShape& thresholds = field_of(shape_of<Settings>(), "thresholds");
  CHECK(field_of(*thresholds.shape, "mentor_capacity").preset_written() == "3");
  CHECK(field_of(*thresholds.shape, "statistics_due").preset_written() == "09-20, 05-31");
}

}  // namespace
}  // namespace nastavnik
