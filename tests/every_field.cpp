#include "tests/every_field.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "acts/entering.h"
#include "edit/parsed_text.h"
#include "source/yaml.h"
#include "tests/fixture_run.h"

namespace nastavnik {
namespace {

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

/// «Другое» is no other code: it wants a note beside it.
Typed code_of(const std::vector<Named>& codes, bool other) {
  const bool is_noted = codes.size() > 1 && codes.back().key == "other";
  const Named& code = other ? codes[codes.size() - (is_noted ? 2 : 1)] : codes.front();
  return {other ? code.key : code.title.ru, code.key};
}

Typed number_in(const Notation& notation, bool other) {
  const std::string number = std::to_string(other ? notation.most : notation.least);
  return {number, number};
}

/// Of a text that the type takes as it stands.
Typed text_for(const ValueShape& type, bool other) {
  static constexpr std::array<std::pair<const char*, const char*>, 10> texts{{
      {"Ведёт кружок: «Шаг», по средам", "no"},
      {"scans/prikaz.pdf", "scans/list.pdf"},
      {"https://school.example.ru/a,b", "https://school.example.ru/c"},
      {"P2-2", "P2-1"},
      {"1234567890", "1234567891"},
      {"1234567890123", "1234567890124"},
      {"multigrade", "small_school"},
      {"end", "start"},
      {"programs/2025-003", "pairs/2025-003"},
      {"a1", "a2"},
  }};
  for (const auto& [one, another] : texts) {
    if (type.read(one)) continue;
    const std::string text = other && !type.read(another) ? another : one;
    return {text, text};
  }
  return {type.notation().example, type.notation().example};
}

// Records that have nothing but the way to a field

/// A mapping that is there, whatever else it lacks.
YamlValue there(std::vector<KeyAndValue> keys = {}) {
  keys.insert(keys.begin(), {"x-there", yaml_word("1")});
  return yaml_mapping(std::move(keys));
}

/// What may not be before another day is later.
YamlValue demanded_value(const FieldShape& field, const Registry& registry) {
  const std::string written = typed_for(*field.value, !field.field.not_before.empty(), registry).written;
  if (field.is_list()) return yaml_words({written});
  return field.value->sort == Sort::text ? yaml_text(written) : yaml_word(written);
}

/// What the mapping must have, but for the field that is on the way.
std::vector<KeyAndValue> demanded(const Shape& shape, const FieldShape* on_way, const Registry& registry) {
  std::vector<KeyAndValue> keys;
  for (const FieldShape& field : shape.fields) {
    if (&field == on_way || field.field.need != Need::required) continue;
    YamlValue value =
        field.is_mapping() ? there(demanded(*field.shape, nullptr, registry)) : demanded_value(field, registry);
    if (field.is_mapping() && field.is_list()) value = yaml_items({std::move(value)});
    keys.push_back({std::string(field.field.key), std::move(value)});
  }
  return keys;
}

using Beside = std::function<std::vector<KeyAndValue>(const Shape&, const FieldShape*)>;

/// The mappings on the way, with what stands beside it in each.
std::string text_of(const Way& way, const Beside& beside) {
  const auto shape_of = [&](std::size_t depth) -> const Shape& {
    return depth == 0 ? *way.kind->shape : *way.through[depth - 1]->shape;
  };
  YamlValue mapping = there(beside(shape_of(way.through.size()), way.field->is_mapping() ? way.field : nullptr));
  for (std::size_t i = way.through.size(); i-- > 0;) {
    const FieldShape& step = *way.through[i];
    if (step.is_list()) mapping = yaml_items({std::move(mapping)});
    std::vector<KeyAndValue> keys = beside(shape_of(i), &step);
    keys.push_back({std::string(step.field.key), std::move(mapping)});
    mapping = there(std::move(keys));
  }
  return yaml_block(mapping, 0, "\n") + "\n";
}

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

}  // namespace

std::map<std::string, std::string> school_to_enter() {
  const FileTexts& pair = base_files("pair");
  std::map<std::string, std::string> files(pair.begin(), pair.end());
  files["practices/open-lesson.yaml"] = "title: Открытый урок\n";
  files["people/p-044.yaml"] = "full_name: Белова Анна Ивановна\n";
  files["organization.yaml"] += "partners:\n  - {id: teachers-college, name: Педагогический колледж}\n";
  return files;
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

std::string Way::file() const {
  const std::string folder(kind->kind->folder);
  return kind->kind->single() ? folder : fmt::format("{}/{}.yaml", folder, kind->kind->id_example);
}

std::string Way::record() const {
  return text_of(*this, [](const Shape&, const FieldShape*) { return std::vector<KeyAndValue>(); });
}

std::string Way::whole_record(const Registry& registry) const {
  return text_of(*this, [&](const Shape& shape, const FieldShape* but) { return demanded(shape, but, registry); });
}

std::string Way::path(bool by_title) const {
  std::string path;
  for (const FieldShape* step : through) path += fmt::format("{}{}.", step->field.key, step->is_list() ? "[#1]" : "");
  return path + std::string(by_title ? field->field.title.ru : field->field.key);
}

NodePath Way::nodes() const {
  NodePath path;
  for (const FieldShape* step : through) {
    path.emplace_back(std::string(step->field.key));
    if (step->is_list()) path.emplace_back(std::size_t{0});
  }
  path.emplace_back(std::string(field->field.key));
  return path;
}

void each_field(const std::function<void(const Way&)>& visit) {
  for (const KindShape& kind : kind_shapes()) {
    std::vector<const FieldShape*> through;
    each_way(kind, *kind.shape, through, visit);
  }
}

std::vector<std::string> values_at(const std::string& text, const NodePath& path) {
  const ParsedText parsed(text);
  REQUIRE(parsed.read);
  const Node* node = node_at(parsed, path);
  std::vector<std::string> values;
  if (node && node->kind == Node::Kind::scalar) values.emplace_back(node->text);
  if (node && node->kind == Node::Kind::list)
    for (const Node* item : node->items) values.emplace_back(item->text);
  return values;
}

}  // namespace nastavnik
