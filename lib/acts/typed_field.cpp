#include "acts/typed_field.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/failure.h"
#include "base/text.h"
#include "model/kinds.h"
#include "model/shape_path.h"

namespace nastavnik {
namespace {

const Node* value_of(const Node* map, std::string_view key) {
  if (!map || map->kind != Node::Kind::map) return nullptr;
  const auto found = std::ranges::find(map->entries, key, &NodeEntry::key);
  return found == map->entries.end() ? nullptr : found->value;
}

std::string_view text_of(const Node* node) {
  return node && node->kind == Node::Kind::scalar ? node->text : std::string_view();
}

// Fields

/// The fields of a mapping, notes behind what they explain.
std::vector<Named> fields_of(const Shape& shape) {
  std::vector<Named> all;
  for (const FieldShape& field : shape.fields) {
    all.push_back({std::string(field.field.key), field.field.title});
    if (field.note)
      all.push_back({fmt::format("{}_note", field.field.key), say({"{}: пояснение", "{}: note"}, field.field.title)});
  }
  return all;
}

Words what_of(const Shape& shape) { return shape.kind ? shape.kind->title : shape.called; }

Words which_there_are(const std::vector<Named>& fields) {
  constexpr std::size_t most = 16;
  if (fields.size() > most)
    return Text{"какие есть: nastavnik manual records", "which there are: nastavnik manual records"};
  std::vector<std::size_t> every(fields.size());
  for (std::size_t i = 0; i < every.size(); ++i) every[i] = i;
  return say({"поля: {}", "fields: {}"}, listed(every, fields));
}

[[noreturn]] void refuse_unknown(const Shape& shape, std::string_view word, const std::vector<Named>& fields) {
  const std::string_view near = nearest(word, fields);
  const auto found = std::ranges::find(fields, near, &Named::key);
  throw Refusal{.what = say({"«{}»: нет поля «{}»", "{}: there is no field '{}'"}, what_of(shape), word),
                .hint = found == fields.end() ? which_there_are(fields)
                                              : say({"возможно, имелось в виду: {} — {}", "did you mean {}: {}?"},
                                                    found->key, found->title)};
}

/// A word that fits a field and its note means the field.
void drop_notes(std::vector<std::size_t>& found, const std::vector<Named>& fields) {
  const std::vector<std::size_t> all = found;
  std::erase_if(found, [&](std::size_t note) {
    return std::ranges::any_of(all, [&](std::size_t i) { return fields[note].key == fields[i].key + "_note"; });
  });
}

const Named& field_named(const Shape& shape, std::string_view word, const std::vector<Named>& fields) {
  std::vector<std::size_t> found = named_by(word, fields);
  drop_notes(found, fields);
  if (found.empty()) refuse_unknown(shape, word, fields);
  if (found.size() > 1)
    throw Refusal{.what = say({"«{}» подходит к нескольким полям: {}", "'{}' fits several fields: {}"}, word,
                              listed(found, fields)),
                  .hint = Text{"назовите одно", "name one of them"}};
  return fields[found.front()];
}

/// What stands before the item or the next field: «мероприятия» of «мероприятия[a1].срок».
std::string_view first_name(std::string_view words) { return trimmed(words.substr(0, words.find_first_of(".["))); }

// Items

/// What tells an item of mappings apart, as far as the file says it.
std::string told_of(const FieldShape& list, const Node& item) {
  if (!list.is_mapping()) return std::string(text_of(&item));
  std::string told;
  for (const std::string_view key : list.apart_by())
    if (const std::string_view text = text_of(value_of(&item, key)); !text.empty())
      told += fmt::format("{}{}", told.empty() ? "" : ",", text);
  return told;
}

bool has_value(const FieldShape& field, const Node& item, std::string_view part, const Typing& typing) {
  const Node* value = value_of(&item, field.field.key);
  const auto is_meant = [&](const Node* one) {
    return !text_of(one).empty() && means(*field.value, part, text_of(one), typing);
  };
  if (field.is_mapping() || !value) return false;
  return value->kind == Node::Kind::list ? std::ranges::any_of(value->items, is_meant) : is_meant(value);
}

/// Whether each part of the label is a value of one of these fields of the item.
bool fits(const FieldShape& list, const Node& item, std::string_view label, bool any_field, const Typing& typing) {
  if (!list.is_mapping()) return means(*list.value, label, text_of(&item), typing);
  const std::vector<std::string_view> keys = list.apart_by();
  const auto counts = [&](const FieldShape& field) {
    return any_field || std::ranges::find(keys, field.field.key) != keys.end();
  };
  const std::vector<std::string_view> parts = any_field ? std::vector{label} : at_commas(label);
  return std::ranges::all_of(parts, [&](std::string_view part) {
    return std::ranges::any_of(
        list.fields(), [&](const FieldShape& field) { return counts(field) && has_value(field, item, part, typing); });
  });
}

std::optional<std::size_t> numbered(std::string_view label) {
  if (!label.starts_with('#')) return std::nullopt;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(label.data() + 1, label.data() + label.size(), number);
  return error == std::errc() && end == label.data() + label.size() ? std::optional(number) : std::nullopt;
}

/// A list of mappings may stand as its only item.
std::vector<const Node*> items_of(const FieldTyped& list) {
  if (!list.node) return {};
  if (list.node->kind == Node::Kind::list) return {list.node->items.begin(), list.node->items.end()};
  if (list.field->field.may_be_one && list.node->kind == Node::Kind::map) return {list.node};
  return {};
}

/// The items that the label may mean, by their places.
std::vector<std::size_t> meant_by(const FieldTyped& list, std::string_view label, const Typing& typing) {
  const std::vector<const Node*> items = items_of(list);
  if (const auto number = numbered(label))
    return *number >= 1 && *number <= items.size() ? std::vector{*number - 1} : std::vector<std::size_t>();
  std::vector<std::string> told;
  for (const Node* item : items) told.push_back(told_of(*list.field, *item));
  std::vector<std::size_t> found;
  const auto take = [&](const auto& is_meant) {
    for (std::size_t i = 0; i < items.size() && !label.empty(); ++i)
      if (is_meant(i)) found.push_back(i);
    return !found.empty();
  };
  const std::vector<std::string> labels = labels_of(told);
  if (take([&](std::size_t i) { return told[i] == label; }) ||
      take([&](std::size_t i) { return labels[i] == label; }) ||
      take([&](std::size_t i) { return fits(*list.field, *items[i], label, false, typing); }) ||
      take(
          [&](std::size_t i) { return list.field->is_mapping() && fits(*list.field, *items[i], label, true, typing); }))
    return found;
  return {};
}

/// «#1 (p-031,2025-09-01), #2 (p-033)»; of people/ the numbers alone, where nothing of it may be told.
Words places(const FieldTyped& list, const std::vector<std::size_t>& which, const Typing& typing) {
  const std::vector<const Node*> items = items_of(list);
  std::vector<Words> all;
  for (const std::size_t i : which) {
    const std::string told = list.personal && !typing.names ? "" : told_of(*list.field, *items[i]);
    const std::string one = told.empty() ? fmt::format("#{}", i + 1) : fmt::format("#{} ({})", i + 1, told);
    all.emplace_back(one, one);
  }
  return joined(all);
}

[[noreturn]] void refuse_no_item(const FieldTyped& list, std::string_view label, const Typing& typing) {
  throw Refusal{.what = say({"{}: нет пункта «{}»", "{}: there is no item '{}'"}, called(list.field->field), label),
                .hint = items_of(list).empty() ? Words(Text{"там ещё ничего нет; добавить: nastavnik add",
                                                            "there is nothing yet; to add: nastavnik add"})
                                               : say({"есть: {}", "there are: {}"}, items_told(list, typing))};
}

FieldTyped item_at(const FieldTyped& list, std::size_t index) {
  FieldTyped item = list;
  item.is_item = true;
  item.list = list.node;
  if (list.node->kind == Node::Kind::list) item.path.emplace_back(index);
  item.node = items_of(list)[index];
  return item;
}

FieldTyped one_of(const FieldTyped& list, const std::vector<std::size_t>& found, std::string_view label,
                  const Typing& typing) {
  if (found.empty()) refuse_no_item(list, label, typing);
  if (found.size() == 1) return item_at(list, found.front());
  throw Refusal{.what = say({"{}: пунктов «{}» несколько: {}", "{}: several items are '{}': {}"},
                            called(list.field->field), label, places(list, found, typing)),
                .hint = say({"назовите место в списке, например {}[#{}]", "name the place in the list, as {}[#{}]"},
                            list.key(), found.front() + 1),
                .is_incomplete = true};
}

// The way

/// The label in brackets that the words begin with, and what is behind it.
std::string_view bracketed(std::string_view& words) {
  if (words.find(']') == words.npos)
    throw Refusal{.what = say({"«{}»: скобка не закрыта", "'{}': the bracket is not closed"}, words)};
  const std::size_t end = std::min(words.find("]."), words.size() - 1);
  const std::string_view label = trimmed(words.substr(1, end - 1));
  words.remove_prefix(std::min(end + 1, words.size()));
  return label;
}

/// An item as a step of its own: as many steps as mean one, since labels have dots. Nothing where none do.
std::optional<FieldTyped> item_as_step(const FieldTyped& list, std::string_view& words, const Typing& typing) {
  for (std::size_t end = words.size(); end != words.npos && end > 0; end = words.rfind('.', end - 1)) {
    const std::string_view label = trimmed(words.substr(0, end));
    const std::vector<std::size_t> found = meant_by(list, label, typing);
    if (found.empty()) continue;
    words.remove_prefix(end);
    return one_of(list, found, label, typing);
  }
  return std::nullopt;
}

/// The only item need not be named.
FieldTyped only_item(const FieldTyped& list, std::string_view words, const Typing& typing) {
  const bool names_field = list.field->is_mapping() && has_field(*list.field->shape, words);
  if (items_of(list).size() == 1 && names_field) return item_at(list, 0);
  refuse_no_item(list, first_name(words), typing);
}

FieldTyped field_in(const InMapping& in, std::string_view name) {
  const std::vector<Named> fields = fields_of(*in.shape);
  const std::string& key = field_named(*in.shape, name, fields).key;
  FieldTyped found{.path = in.path, .personal = in.personal};
  found.field = in.shape->find(key);
  if (!found.field) {
    found.is_note = true;
    found.field = in.shape->find(std::string_view(key).substr(0, key.rfind('_')));
  }
  found.path.emplace_back(key);
  found.node = value_of(in.node, key);
  return found;
}

void skip_dot(std::string_view& words) {
  if (words.starts_with('.')) words.remove_prefix(1);
}

}  // namespace

RecordFile::RecordFile(std::string path_in, bool is_personal, std::optional<std::string_view> text)
    : path(std::move(path_in)),
      shape(shape_at(path, is_personal)),
      personal(is_personal),
      is_there(text.has_value()),
      parsed(text.value_or(std::string_view())) {
  if (is_there && !parsed.read)
    throw Refusal{.what = say({"{} не читается", "{} cannot be read"}, path),
                  .hint = Text{"в какой строке ошибка: nastavnik check; исправить её: nastavnik edit",
                               "the line of the fault: nastavnik check; to mend it: nastavnik edit"}};
}

static std::optional<std::string_view> text_at(const Loaded& loaded, std::string_view path) {
  for (std::uint32_t source = 0; source < loaded.sources.size(); ++source)
    if (loaded.sources[source].path == path) return loaded.sources[source].text;
  return std::nullopt;
}

static void refuse_unreadable(const Loaded& loaded, std::string_view path) {
  for (const Finding& finding : loaded.findings)
    if (finding.of->id == "file-unreadable" && loaded.sources.path(finding.span) == path)
      throw Failure(say({"{}: {}", "{}: {}"}, path, finding.label));
}

RecordFile::RecordFile(const Loaded& loaded, std::string path_in)
    : RecordFile(path_in, path_in.starts_with(loaded.sources.personal_folder()), text_at(loaded, path_in)) {
  refuse_unreadable(loaded, path);
}

const Shape& shape_of_kind(const Kind& kind) {
  return *std::ranges::find(kind_shapes(), kind.folder, [](const KindShape& one) { return one.kind->folder; })->shape;
}

InMapping top_of(const RecordFile& file) { return {file.shape, file.parsed.root, {}, file.personal}; }

bool has_field(const Shape& shape, std::string_view words) {
  return !named_by(first_name(words), fields_of(shape)).empty();
}

Words items_told(const FieldTyped& list, const Typing& typing) {
  std::vector<std::size_t> every(items_of(list).size());
  for (std::size_t i = 0; i < every.size(); ++i) every[i] = i;
  return places(list, every, typing);
}

FieldTyped item_typed(const FieldTyped& list, std::string_view label, const Typing& typing) {
  return one_of(list, meant_by(list, label, typing), label, typing);
}

FieldTyped field_typed(const InMapping& from, std::string_view words, const Typing& typing) {
  InMapping in = from;
  std::vector<std::string> keys;
  for (;;) {
    const std::size_t end = std::min(words.find_first_of(".["), words.size());
    FieldTyped found = field_in(in, first_name(words));
    words.remove_prefix(end);
    keys.push_back(std::get<std::string>(found.path.back()));
    found.keys = keys;
    const bool in_brackets = words.starts_with('[');
    skip_dot(words);
    if (words.empty()) return found;
    if (in_brackets) {
      found = item_typed(found, bracketed(words), typing);
    } else if (found.field->is_list() && !found.is_note) {
      const auto step = item_as_step(found, words, typing);
      found = step ? *step : only_item(found, words, typing);
    }
    skip_dot(words);
    if (words.empty()) return found;
    if (!found.leads_to_mapping())
      throw Refusal{.what = say({"{}: внутри нет полей", "{}: there are no fields in it"}, called(found.field->field))};
    in = found.inside();
  }
}

}  // namespace nastavnik
