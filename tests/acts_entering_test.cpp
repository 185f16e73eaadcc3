#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acts/changed_files.h"
#include "acts/entering.h"
#include "source/yaml.h"
#include "tests/fixture_run.h"
#include "tests/memory_tree.h"

// Every field of every kind can be set, changed and removed by typed words, and the file holds exactly that.

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

constexpr Date a_day{2025, 9, 15};

/// A school by which words are read.
const Loaded& a_school() {
  static const MemoryTree tree = [] {
    MemoryTree files;
    for (const auto& [path, text] : base_files("pair")) files.put(path, text);
    files.put("practices/open-lesson.yaml", "title: Открытый урок\n");
    files.put("people/p-044.yaml", "full_name: Белова Анна Ивановна\n");
    files.put("organization.yaml", base_files("pair").at("organization.yaml") +
                                       "partners:\n  - {id: teachers-college, name: Педагогический колледж}\n");
    return files;
  }();
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

/// A word as a person types it, and what then stands in the file.
struct Typed {
  std::string word{};
  std::string written{};
};

Typed link_to(const ValueShape& type, bool other) {
  const std::string_view folder = folder_kinds()[type.kind]->folder;
  if (folder == "people" || folder == "mentors" || folder == "mentees")
    return other ? Typed{"p-031", "p-031"} : folder == "people" ? Typed{"Беловой", "p-044"} : Typed{"p-017", "p-017"};
  if (folder == "orders") return other ? Typed{"№ 95-од", "2025-95-od"} : Typed{"94-од", "2025-94-od"};
  if (folder == "publications") return {"section", "section"};
  if (folder == "practices") return {"open-lesson", "open-lesson"};
  if (folder == "years") return {"2025-2026", "2025-2026"};
  return {"2025-003", "2025-003"};
}

Typed code_of(const std::vector<Named>& codes, bool other) {
  const Named& code = other ? codes.back() : codes.front();
  return {other ? code.key : code.title.ru, code.key};
}

Typed number_in(const Notation& notation, bool other) {
  const std::string number = std::to_string(other ? notation.most : notation.least);
  return {number, number};
}

/// Of a text that the type takes as it stands.
Typed text_for(const ValueShape& type, bool other) {
  for (const char* text : {"Ведёт кружок: «Шаг», по средам", "scans/prikaz.pdf", "https://school.example.ru/a,b",
                           "1234567890", "1234567890123", "multigrade", "P2-2", "end", "programs/2025-003", "a1"})
    if (!type.read(text)) return other && type.sort == Sort::text ? Typed{"no", "no"} : Typed{text, text};
  return {type.notation().example, type.notation().example};
}

Typed typed_for(const ValueShape& type, bool other, const Registry& registry) {
  const Notation notation = type.notation();
  if (type.sort == Sort::day) return other ? Typed{"1 сентября 2025", "2025-09-01"} : Typed{"29.08.2025", "2025-08-29"};
  if (type.sort == Sort::month_day) return other ? Typed{"1 июня", "06-01"} : Typed{"31.12", "12-31"};
  if (type.sort == Sort::link) return link_to(type, other);
  if (type.sort == Sort::partner) return {"Педагогический колледж", "teachers-college"};
  if (type.sort == Sort::target) return other ? Typed{"p-031/s1", "p-031/s1"} : Typed{"p-031/d1", "p-031/d1"};
  if (type.sort == Sort::mark || type.sort == Sort::mark_link)
    return {notation.example.substr(0, 1) + (other ? "12" : "3"), notation.example.substr(0, 1) + (other ? "12" : "3")};
  if (const auto codes = codes_of(type, registry); !codes.empty()) return code_of(codes, other);
  if (notation.json == Notation::Json::truth) return other ? Typed{"нет", "false"} : Typed{"да", "true"};
  if (notation.json == Notation::Json::integer) return number_in(notation, other);
  if (notation.example == "09:30") return other ? Typed{"17.05", "17:05"} : Typed{"9:30", "09:30"};
  return text_for(type, other);
}

// Records that have nothing but the way to a field

/// A mapping that is there, whatever else it lacks.
YamlValue there(std::vector<KeyAndValue> keys = {}) {
  keys.insert(keys.begin(), {"x-there", yaml_word("1")});
  return yaml_mapping(std::move(keys));
}

/// One field of a kind, and the mappings that lead to it.
struct Way {
  const KindShape* kind = nullptr;
  std::vector<const FieldShape*> through{};
  const FieldShape* field = nullptr;

  std::string file() const {
    const std::string folder(kind->kind->folder);
    return kind->kind->single() ? folder : fmt::format("{}/{}.yaml", folder, kind->kind->id_example);
  }
  std::string record() const {
    YamlValue mapping = there();
    for (std::size_t i = through.size(); i-- > 0;) {
      if (through[i]->is_list()) mapping = yaml_items({std::move(mapping)});
      mapping = there({{std::string(through[i]->field.key), std::move(mapping)}});
    }
    return yaml_block(mapping, 0, "\n") + "\n";
  }
  std::string path(bool by_title = false) const {
    std::string path;
    for (const FieldShape* step : through) path += fmt::format("{}{}.", step->field.key, step->is_list() ? "[#1]" : "");
    return path + std::string(by_title ? field->field.title.ru : field->field.key);
  }
  NodePath nodes() const {
    NodePath path;
    for (const FieldShape* step : through) {
      path.emplace_back(std::string(step->field.key));
      if (step->is_list()) path.emplace_back(std::size_t{0});
    }
    path.emplace_back(std::string(field->field.key));
    return path;
  }
};

void each_way(const KindShape& kind, const Shape& shape, std::vector<const FieldShape*>& through,
              const std::function<void(const Way&)>& visit) {
  for (const FieldShape& field : shape.fields) {
    visit({&kind, through, &field});
    if (!field.is_mapping()) continue;
    through.push_back(&field);
    each_way(kind, *field.shape, through, visit);
    through.pop_back();
  }
}

void each_field(const std::function<void(const Way&)>& visit) {
  for (const KindShape& kind : kind_shapes()) {
    std::vector<const FieldShape*> through;
    each_way(kind, *kind.shape, through, visit);
  }
}

const Node* node_at(const ParsedText& parsed, const NodePath& path) {
  const Node* node = parsed.root;
  for (const NodeStep& step : path) {
    if (!node) return nullptr;
    if (const auto* index = std::get_if<std::size_t>(&step)) {
      node = *index < node->items.size() ? node->items[*index] : nullptr;
      continue;
    }
    const auto entry = std::ranges::find(node->entries, std::get<std::string>(step), &NodeEntry::key);
    node = entry == node->entries.end() ? nullptr : entry->value;
  }
  return node;
}

/// Values of a list, or the one value; nothing where there is none.
Strings values_at(const std::string& text, const NodePath& path) {
  const ParsedText parsed(text);
  REQUIRE(parsed.read);
  const Node* node = node_at(parsed, path);
  Strings values;
  if (node && node->kind == Node::Kind::scalar) values.emplace_back(node->text);
  if (node && node->kind == Node::Kind::list)
    for (const Node* item : node->items) values.emplace_back(item->text);
  return values;
}

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
