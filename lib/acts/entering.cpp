#include "acts/entering.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acts/typed_mapping.h"
#include "base/ascii.h"
#include "edit/meaning.h"

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

void require_words(const FieldTyped& to, const Strings& words, const Typing& typing) {
  if (std::ranges::any_of(words, [](const std::string& word) { return !trimmed(word).empty(); })) return;
  const Words wanted = expected(*to.field, typing);
  throw Refusal{.what = say({"{}: не указано значение", "{}: there is no value"}, called(to.field->field)),
                .hint = words.empty() || !to.node ? wanted
                                                  : say({"{}; а убрать то, что записано: nastavnik remove",
                                                         "{}; to take out what is there: nastavnik remove"},
                                                        wanted)};
}

[[noreturn]] void refuse(const FieldTyped& to, const Words& why, const Words& hint = {}) {
  throw Refusal{.what = say({"{}: {}", "{}: {}"}, called(to.field->field), why), .hint = hint};
}

const Node* child_of(const Node& node, const NodeStep& step) {
  if (const auto* index = std::get_if<std::size_t>(&step))
    return node.kind == Node::Kind::list ? node.items[*index] : nullptr;
  for (const NodeEntry& entry : node.entries)
    if (entry.key == std::get<std::string>(step) && entry.value->kind != Node::Kind::null) return entry.value;
  return nullptr;
}

/// How many steps of the path lead to something in the file.
std::size_t steps_there(const Node* node, const NodePath& path) {
  std::size_t there = 0;
  while (node && there < path.size()) {
    node = child_of(*node, path[there]);
    if (node) ++there;
  }
  return there;
}

/// What the mapping at the path holds.
const Shape& shape_below(const Shape& top, const NodePath& path) {
  const Shape* shape = &top;
  for (const NodeStep& step : path)
    if (const auto* key = std::get_if<std::string>(&step)) shape = shape->find(*key)->shape;
  return *shape;
}

/// Values for places of one file. What goes into one mapping that is not there yet becomes one change.
class Values {
public:
  Values(const RecordFile& file, const Typing& typing) : file_(file), typing_(typing) {}

  void set(const FieldTyped& to, YamlValue value) {
    const std::size_t there = steps_there(file_.parsed.root, to.path);
    const std::size_t first = std::min(there + 1, to.path.size());
    Strings keys;
    for (std::size_t i = first; i < to.path.size(); ++i) keys.push_back(std::get<std::string>(to.path[i]));
    put(to, NodePath(to.path.begin(), to.path.begin() + static_cast<std::ptrdiff_t>(first)), std::move(keys),
        std::move(value));
  }

  Changes changes() const {
    Changes all;
    for (const Put& put : puts_)
      all.push_back({file_.path, SetValue{put.path, put.inside.empty() ? put.value
                                                                       : assembled(shape_below(*file_.shape, put.path),
                                                                                   put.inside, typing_)}});
    return all;
  }

private:
  struct Put {
    NodePath path{};
    YamlValue value{};
    std::vector<Given> inside{};  ///< of a mapping that is not there yet
  };

  void put(const FieldTyped& to, NodePath path, Strings keys, YamlValue value) {
    auto found = std::ranges::find(puts_, path, &Put::path);
    const bool is_fresh = found == puts_.end();
    if (!is_fresh && (keys.empty() || found->inside.empty())) refuse(to, Text{"указано дважды", "it is given twice"});
    if (is_fresh) found = puts_.insert(puts_.end(), Put{.path = std::move(path)});
    if (keys.empty())
      found->value = std::move(value);
    else
      found->inside.push_back({std::move(keys), std::move(value)});
  }

  const RecordFile& file_;
  const Typing& typing_;
  std::vector<Put> puts_;
};

bool is_whole_list_of_mappings(const FieldTyped& to) {
  return !to.is_note && !to.is_item && to.field->is_list() && to.field->is_mapping();
}

/// An item of a list of values has no key of its own: it goes, and another comes in its place.
Changes replacing(const RecordFile& file, const FieldTyped& to, YamlValue value) {
  NodePath list = to.path;
  list.pop_back();
  if (to.list->items.size() == 1) return {{file.path, SetValue{list, as_list(*to.field, {std::move(value)})}}};
  return {{file.path, RemoveValue{to.path}},
          {file.path, InsertItem{list, std::move(value), std::get<std::size_t>(to.path.back())}}};
}

void set_inside(const FieldTyped& mapping, const Strings& words, Values& values, const Typing& typing) {
  for (const std::string& word : words) {
    if (!is_assignment(word))
      refuse(mapping, say({"«{}»: пишите ПОЛЕ=ЗНАЧЕНИЕ", "'{}': write FIELD=VALUE"}, word),
             expected(*mapping.field, typing));
    const auto [name, value] = sides_of(word);
    const FieldTyped to = field_typed(mapping.inside(), name, typing);
    require_words(to, {value}, typing);
    values.set(to, value_typed(to, {value}, typing));
  }
}

// Adding

YamlValue without_mark(YamlValue item) {
  std::erase_if(item.keys, [](const KeyAndValue& one) { return one.key == "id"; });
  return item;
}

/// Two items that say the same are mostly one that was entered twice.
void refuse_same_item(const FieldTyped& list, const YamlValue& item) {
  if (!list.node) return;
  const std::vector<const Node*> items =
      list.node->kind == Node::Kind::list ? std::vector<const Node*>(list.node->items.begin(), list.node->items.end())
                                          : std::vector{list.node};
  for (std::size_t i = 0; i < items.size(); ++i)
    if (means_the_same(without_mark(meaning_of(*items[i])), without_mark(item)))
      throw Refusal{
          .what = say({"{}: точно такой пункт там уже есть: #{}", "{}: there is the very same item already: #{}"},
                      called(list.field->field), i + 1),
          .hint = Text{"если их и правда два, добавьте --as-is", "if there really are two of them, add --as-is"},
          .may_insist = true};
}

void refuse_what_is_there(const FieldTyped& list, const std::vector<YamlValue>& values) {
  std::set<std::string_view> known;
  if (list.node)
    for (const Node* item : list.node->items) known.insert(item->text);
  for (const YamlValue& value : values)
    if (!known.insert(value.text).second) refuse(list, say({"«{}» там уже есть", "'{}' is there already"}, value.text));
}

Changes added(const RecordFile& file, const FieldTyped& list, std::vector<YamlValue> items) {
  if (!list.node || list.node->kind == Node::Kind::null)
    return {{file.path, SetValue{list.path, as_list(*list.field, std::move(items))}}};
  if (list.node->kind == Node::Kind::map) {
    items.insert(items.begin(), as_it_stands(*list.node));
    return {{file.path, SetValue{list.path, yaml_items(std::move(items))}}};
  }
  Changes changes;
  for (YamlValue& item : items) changes.push_back({file.path, InsertItem{list.path, std::move(item)}});
  return changes;
}

// Removing

void refuse_absent(const FieldTyped& to) {
  if (!to.node)
    refuse(to, Text{"в записи этого нет, убирать нечего", "the record has none, there is nothing to remove"});
}

/// A key that the field table does not know is taken out as it stands.
const NodeEntry* unknown_key(const RecordFile& file, std::string_view key) {
  if (!file.parsed.root || file.shape->find(key)) return nullptr;
  const auto& entries = file.parsed.root->entries;
  const auto found = std::ranges::find(entries, key, &NodeEntry::key);
  return found == entries.end() ? nullptr : &*found;
}

/// The last item first, so that those before it keep their places.
Changes without_items(const RecordFile& file, const FieldTyped& list, const Strings& items, const Typing& typing) {
  std::set<std::size_t, std::greater<>> places;
  for (const std::string& word : items) {
    const FieldTyped item = item_typed(list, word, typing);
    if (item.path == list.path) return {{file.path, RemoveValue{list.path}}};
    places.insert(std::get<std::size_t>(item.path.back()));
  }
  Changes changes;
  for (const std::size_t place : places) {
    NodePath path = list.path;
    path.emplace_back(place);
    changes.push_back({file.path, RemoveValue{std::move(path)}});
  }
  return changes;
}

}  // namespace

void require_settable(const FieldTyped& to) {
  if (is_whole_list_of_mappings(to) && to.node && to.node->kind != Node::Kind::null)
    refuse(to, Text{"здесь список, и в нём уже есть пункты", "this is a list, and it has items already"},
           say({"добавить пункт: nastavnik add; изменить один: {0}[#1].ПОЛЕ",
                "to add an item: nastavnik add; to change one: {0}[#1].FIELD"},
               to.key()));
}

bool replaces_list(const FieldTyped& to) {
  return !to.is_note && !to.is_item && to.field->is_list() && !to.field->is_mapping() && to.node &&
         to.node->kind == Node::Kind::list && !to.node->items.empty();
}

YamlValue as_it_stands(const Node& node) {
  if (node.kind == Node::Kind::list) {
    std::vector<YamlValue> items;
    const bool are_words = std::ranges::all_of(
        node.items, [](const Node* item) { return item->kind == Node::Kind::scalar && item->plain; });
    for (const Node* item : node.items) items.push_back(as_it_stands(*item));
    YamlValue list = are_words ? yaml_words({}) : yaml_items({});
    list.list = std::move(items);
    return list;
  }
  if (node.kind == Node::Kind::map) {
    std::vector<KeyAndValue> keys;
    for (const NodeEntry& entry : node.entries) keys.push_back({std::string(entry.key), as_it_stands(*entry.value)});
    return yaml_mapping(std::move(keys));
  }
  return node.plain ? yaml_word(node.text) : yaml_text(node.text);
}

Changes setting(const RecordFile& file, std::string_view field, const Strings& words, const Typing& typing) {
  const FieldTyped to = field_typed(top_of(file), field, typing);
  require_words(to, words, typing);
  require_settable(to);
  if (to.is_item && !to.field->is_mapping()) return replacing(file, to, value_typed(to, words, typing));
  Values values(file, typing);
  if (to.leads_to_mapping() && (to.node || std::ranges::any_of(words, is_assignment)))
    set_inside(to, words, values, typing);
  else
    values.set(to, value_typed(to, words, typing));
  return values.changes();
}

Changes setting(const RecordFile& file, const Strings& assignments, const Typing& typing) {
  Values values(file, typing);
  for (const std::string& word : assignments) {
    if (!is_assignment(word))
      throw Refusal{.what = say({"«{}»: пишите ПОЛЕ=ЗНАЧЕНИЕ", "'{}': write FIELD=VALUE"}, word)};
    const auto [name, value] = sides_of(word);
    const FieldTyped to = field_typed(top_of(file), name, typing);
    require_words(to, {value}, typing);
    require_settable(to);
    if (to.is_item) refuse(to, Text{"пункт списка меняют отдельно", "an item of a list is changed by itself"});
    values.set(to, value_typed(to, {value}, typing));
  }
  return values.changes();
}

Changes setting(const RecordFile& file, const std::vector<std::pair<std::string, YamlValue>>& values,
                const Typing& typing) {
  Values all(file, typing);
  for (const auto& [name, value] : values) {
    const FieldTyped to = field_typed(top_of(file), name, typing);
    require_settable(to);
    if (to.is_item && !to.field->is_mapping()) return replacing(file, to, value);
    all.set(to, value);
  }
  return all.changes();
}

FieldTyped list_typed(const RecordFile& file, std::string_view list, const Typing& typing) {
  const FieldTyped to = field_typed(top_of(file), list, typing);
  if (to.is_note || to.is_item || !to.field->is_list())
    refuse(to, Text{"это не список, добавлять некуда", "this is no list that could be added to"},
           Text{"задать значение: nastavnik set", "to set a value: nastavnik set"});
  return to;
}

Changes adding(const RecordFile& file, const FieldTyped& list, std::vector<YamlValue> items, const Typing& typing) {
  if (!list.field->is_mapping()) refuse_what_is_there(list, items);
  if (list.field->is_mapping() && !typing.insists)
    for (const YamlValue& item : items) refuse_same_item(list, item);
  return added(file, list, std::move(items));
}

Changes adding(const RecordFile& file, std::string_view list, const Strings& words, const Typing& typing) {
  const FieldTyped to = list_typed(file, list, typing);
  require_words(to, words, typing);
  return adding(file, to,
                to.field->is_mapping() ? mappings_typed(to, words, typing) : values_typed(*to.field, words, typing),
                typing);
}

Changes removing(const RecordFile& file, std::string_view field, const Strings& items, const Typing& typing) {
  if (items.empty() && unknown_key(file, field)) return {{file.path, RemoveValue{{std::string(field)}}}};
  const FieldTyped to = field_typed(top_of(file), field, typing);
  refuse_absent(to);
  if (items.empty()) return {{file.path, RemoveValue{to.path}}};
  if (to.is_note || to.is_item || !to.field->is_list())
    refuse(to, Text{"это не список, пунктов в нём нет", "this is no list, it has no items"});
  return without_items(file, to, to.field->is_mapping() ? items : parted(*to.field, items, typing), typing);
}

}  // namespace nastavnik
