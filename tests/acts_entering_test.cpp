#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acts/changed_files.h"
#include "acts/entering.h"
#include "tests/every_field.h"
#include "tests/memory_tree.h"

// Every field of every kind can be set, changed and removed by typed words, and the file holds exactly that.

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

constexpr Date a_day{2025, 9, 15};

/// A school by which words are read.
const Loaded& a_school() {
  static const MemoryTree tree(school_to_enter());
  static const auto loaded = load({.tree = tree, .today = a_day});
  return *loaded;
}

/// A record while it is being changed.
class School {
public:
  School(const std::string& path, const std::string& text) {
    tree_.put("nastavnik.yaml", "format: 1\n");
    tree_.put(path, text);
    read();
  }

  Typing typing() const { return {.loaded = a_school(), .year_follows = true, .names = true}; }
  RecordFile file(const std::string& path) const { return {*loaded_, path}; }
  std::string text(const std::string& path) const { return texts_.contains(path) ? texts_.at(path) : std::string(); }

  void make(const std::function<Changes(const Typing&)>& act) {
    Changes changes;
    try {
      changes = act(typing());
    } catch (const Refusal& refusal) {
      FAIL(refusal.what.ru, "; ", refusal.hint.ru);
    }
    const Edited made = edited(tree_, *loaded_, changes);
    REQUIRE(made.beyond_form.empty());
    for (const ChangedFile& file : made.files) {
      texts_[file.path] = file.after.value_or("");
      tree_.put(file.path, texts_[file.path]);
    }
    read();
  }
  void set(const std::string& path, const std::string& field, const Strings& words) {
    make([&](const Typing& typing) { return setting(file(path), field, words, typing); });
  }
  void add(const std::string& path, const std::string& list, const Strings& words) {
    make([&](const Typing& typing) { return adding(file(path), list, words, typing); });
  }
  void remove(const std::string& path, const std::string& field, const Strings& items = {}) {
    make([&](const Typing& typing) { return removing(file(path), field, items, typing); });
  }

private:
  void read() { loaded_ = load({.tree = tree_, .today = a_day}); }

  MemoryTree tree_;
  std::map<std::string, std::string> texts_;
  std::unique_ptr<Loaded> loaded_;
};

void enter_value(const Way& way, const std::string& path) {
  const std::string file = way.file();
  School school(file, way.record());
  const Typed first = typed_for(*way.field->value, false, school.typing().registry());
  const Typed other = typed_for(*way.field->value, true, school.typing().registry());
  school.set(file, path, {first.word});
  CHECK(values_at(school.text(file), way.nodes()) == Strings{first.written});
  school.set(file, path, {other.word});
  if (first.written != other.written) CHECK(values_at(school.text(file), way.nodes()) == Strings{other.written});
  school.remove(file, path);
  CHECK(school.text(file) == way.record());
}

void enter_values(const Way& way) {
  const std::string file = way.file(), path = way.path();
  School school(file, way.record());
  const Typed first = typed_for(*way.field->value, false, school.typing().registry());
  const Typed other = typed_for(*way.field->value, true, school.typing().registry());
  school.set(file, path, {first.word});
  CHECK(values_at(school.text(file), way.nodes()) == Strings{first.written});
  if (first.written != other.written) {
    school.add(file, path, {other.word});
    CHECK(values_at(school.text(file), way.nodes()) == Strings{first.written, other.written});
    school.remove(file, path, {first.word});
    CHECK(values_at(school.text(file), way.nodes()) == Strings{other.written});
  }
  school.remove(file, path);
  CHECK(school.text(file) == way.record());
}

}  // namespace

TEST_CASE("every value of every kind can be set, changed and removed") {
  std::size_t fields = 0;
  each_field([&](const Way& way) {
    if (way.field->is_mapping()) return;
    INFO(way.file(), ": ", way.path());
    if (way.field->is_list())
      enter_values(way);
    else
      enter_value(way, way.path());
    ++fields;
  });
  CHECK(fields > 300);
}

TEST_CASE("every field is named by its title as by its key") {
  each_field([&](const Way& way) {
    INFO(way.file(), ": ", way.path(true));
    const School school(way.file(), way.record());
    const RecordFile file = school.file(way.file());
    for (const bool by_title : {false, true}) {
      const FieldTyped found = field_typed(top_of(file), way.path(by_title), school.typing());
      CHECK(found.path == way.nodes());
      CHECK_FALSE(found.is_item);
    }
  });
}

}  // namespace nastavnik
