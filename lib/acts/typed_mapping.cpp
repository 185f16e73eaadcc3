#include "acts/typed_mapping.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/ascii.h"
#include "base/latin.h"
#include "edit/meaning.h"
#include "edit/parsed_text.h"

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

bool is_mark(const FieldShape& field) { return field.value && field.value->sort == Sort::mark; }

// Marks

std::string mark_of(const Node& item) {
  for (const NodeEntry& entry : item.entries)
    if (entry.key == "id" && entry.value->kind == Node::Kind::scalar) return std::string(entry.value->text);
  return {};
}

/// The next mark of items with such marks; the numbers only grow.
class Marks {
public:
  Marks(const FieldShape& list, const Node* there, const Typing& typing) {
    const FieldShape* id = list.shape->find("id");
    if (!id || !is_mark(*id)) return;
    letter_ = id->notation().example.front();
    if (there) note(*there);
    if (are_of_all_years(list)) note_other_years(list, typing.loaded.sources);
  }

  std::vector<Given> next() {
    if (letter_ == 0) return {};
    return {{{"id"}, yaml_text(fmt::format("{}{}", letter_, ++last_))}};
  }

private:
  /// Answers name the marks of questions, of whatever year.
  static bool are_of_all_years(const FieldShape& list) { return list.field.key == "survey_questions"; }

  void note_other_years(const FieldShape& list, const Sources& sources) {
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
      if (!sources[i].path.starts_with("years/")) continue;
      const ParsedText year(sources[i].text);
      if (!year.root) continue;
      for (const NodeEntry& entry : year.root->entries)
        if (entry.key == list.field.key) note(*entry.value);
    }
  }

  void note(const Node& list) {
    for (const Node* item : list.items) note(mark_of(*item));
  }

  void note(std::string_view mark) {
    unsigned number = 0;
    if (mark.starts_with(letter_)) std::from_chars(mark.data() + 1, mark.data() + mark.size(), number);
    last_ = std::max(last_, number);
  }

  char letter_ = 0;
  unsigned last_ = 0;
};

// Mappings

Given given_by(const InMapping& in, std::string_view word, const Typing& typing) {
  if (is_assignment(word)) {
    const auto [name, value] = sides_of(word);
    const FieldTyped to = field_typed(in, name, typing);
    return {to.keys, value_typed(to, {value}, typing)};
  }
  const FieldShape* only = only_required(*in.shape);
  if (!only)
    throw Refusal{.what = say({"«{}»: к какому полю это относится?", "'{}': of which field is this?"}, word),
                  .hint = Text{"пишите ПОЛЕ=ЗНАЧЕНИЕ", "write FIELD=VALUE"}};
  const FieldTyped to = field_typed(in, only->field.key, typing);
  return {to.keys, value_typed(to, {std::string(word)}, typing)};
}

const Given* given_for(std::string_view key, const std::vector<Given>& given) {
  const auto found =
      std::ranges::find_if(given, [&](const Given& one) { return one.keys == Strings{std::string(key)}; });
  return found == given.end() ? nullptr : &*found;
}

/// The short name that a name gives, where items are told apart by one: «Лицей № 2» is `litsey-2`.
std::vector<Given> named(const Shape& shape, const std::vector<Given>& given) {
  const FieldShape* id = shape.find("id");
  const Given* name = given_for("name", given);
  if (!id || is_mark(*id) || !name) return {};
  const std::string slug = in_latin(name->value.text);
  if (id->value->read(slug)) return {};
  return {{{"id"}, yaml_text(slug)}};
}

/// The mark that comes next, unless another was given.
std::vector<Given> marked(const Shape& shape, std::vector<Given> given, std::vector<Given> mark) {
  if (given_for("id", given)) return given;
  if (mark.empty()) mark = named(shape, given);
  std::ranges::move(mark, std::back_inserter(given));
  return given;
}

YamlValue mapping_typed(const InMapping& in, const Strings& words, std::vector<Given> mark, const Typing& typing) {
  return assembled(*in.shape, marked(*in.shape, given_typed(in, words, typing), std::move(mark)), typing);
}

void require_all(const Shape& shape, const std::vector<KeyAndValue>& keys, const Typing& typing) {
  std::vector<Words> missing;
  const FieldShape* first = nullptr;
  for (const FieldShape& field : shape.fields) {
    const bool is_there = std::ranges::find(keys, field.field.key, &KeyAndValue::key) != keys.end();
    if (is_there || field.field.need != Need::required) continue;
    missing.push_back(called(field.field));
    if (!first) first = &field;
  }
  if (first)
    throw Refusal{.what = say({"«{}»: не хватает: {}", "{}: missing: {}"},
                              shape.kind ? shape.kind->title : shape.called, joined(missing)),
                  .hint = say({"{} — {}", "{}: {}"}, first->field.key, expected(*first, typing)),
                  .is_incomplete = true};
}

/// What is given for the key: the value, or the values inside.
std::optional<YamlValue> taken(const std::string& key, const FieldShape* field, const std::vector<Given>& given,
                               const Typing& typing) {
  std::vector<Given> inside;
  const Given* whole = nullptr;
  for (const Given& one : given) {
    if (one.keys.front() != key) continue;
    const bool twice = whole || (one.keys.size() == 1 && !inside.empty());
    if (twice)
      throw Refusal{.what =
                        say({"{} указано дважды", "{} is given twice"}, fmt::format("{}", fmt::join(one.keys, ".")))};
    if (one.keys.size() == 1)
      whole = &one;
    else
      inside.push_back({Strings(one.keys.begin() + 1, one.keys.end()), one.value});
  }
  if (whole) return whole->value;
  return inside.empty() ? std::nullopt : std::optional(assembled(*field->shape, inside, typing));
}

YamlValue without_mark(YamlValue item) {
  std::erase_if(item.keys, [](const KeyAndValue& one) { return one.key == "id"; });
  return item;
}

/// Of items given at once: one that says what another does was named twice.
std::vector<YamlValue> once_each(const FieldShape& list, std::vector<YamlValue> items, const Typing& typing) {
  for (auto one = items.begin(); one != items.end() && !typing.insists; ++one)
    for (auto other = items.begin(); other != one; ++other)
      if (means_the_same(without_mark(*other), without_mark(*one)))
        throw Refusal{
            .what = say({"{}: один и тот же пункт назван дважды: #{} и #{}",
                         "{}: the very same item is named twice: #{} and #{}"},
                        called(list.field), other - items.begin() + 1, one - items.begin() + 1),
            .hint = Text{"если их и правда два, добавьте --as-is", "if there really are two of them, add --as-is"},
            .may_insist = true};
  return items;
}

}  // namespace

const FieldShape* only_required(const Shape& shape) {
  const FieldShape* only = nullptr;
  for (const FieldShape& field : shape.fields) {
    if (field.field.need != Need::required || is_mark(field)) continue;
    if (only) return nullptr;
    only = &field;
  }
  return only;
}

bool is_assignment(std::string_view word) { return word.find('=') != word.npos && !word.starts_with('='); }

std::pair<std::string, std::string> sides_of(std::string_view assignment) {
  const std::size_t sign = assignment.find('=');
  return {std::string(trimmed(assignment.substr(0, sign))), std::string(trimmed(assignment.substr(sign + 1)))};
}

YamlValue assembled(const Shape& shape, const std::vector<Given>& given, const Typing& typing) {
  std::vector<KeyAndValue> keys;
  for (const FieldShape& field : shape.fields) {
    const std::string key(field.field.key), note = key + "_note";
    if (auto value = taken(key, &field, given, typing)) keys.push_back({key, std::move(*value)});
    if (!field.note) continue;
    if (auto value = taken(note, nullptr, given, typing)) keys.push_back({note, std::move(*value)});
  }
  require_all(shape, keys, typing);
  return yaml_mapping(std::move(keys));
}

std::vector<Given> given_typed(const InMapping& in, const Strings& words, const Typing& typing) {
  std::vector<Given> given;
  for (const std::string& word : words) given.push_back(given_by(in, word, typing));
  return given;
}

std::vector<YamlValue> items_assembled(const FieldShape& list, const Node* there,
                                       const std::vector<std::vector<Given>>& items, const Typing& typing) {
  Marks marks(list, there, typing);
  std::vector<YamlValue> all;
  for (const std::vector<Given>& item : items)
    all.push_back(assembled(*list.shape, marked(*list.shape, item, marks.next()), typing));
  return once_each(list, std::move(all), typing);
}

YamlValue value_typed(const FieldTyped& to, const Strings& words, const Typing& typing) {
  const FieldShape& field = *to.field;
  if (to.leads_to_mapping()) return mapping_typed({field.shape, nullptr, {}, to.personal}, words, {}, typing);
  if (field.is_mapping() && !to.is_note) return as_list(field, mappings_typed(to, words, typing));
  if (field.is_list() && !to.is_note && !to.is_item) return as_list(field, values_typed(field, words, typing));
  return value_typed(to.type(), field.field, fmt::format("{}", fmt::join(words, " ")), typing);
}

std::vector<YamlValue> mappings_typed(const FieldTyped& list, const Strings& words, const Typing& typing) {
  const InMapping in{list.field->shape, nullptr, {}, list.personal};
  Marks marks(*list.field, list.node, typing);
  if (std::ranges::any_of(words, is_assignment)) return {mapping_typed(in, words, marks.next(), typing)};
  const FieldShape* only = only_required(*in.shape);
  const bool at_once = only && only->holds == FieldShape::Holds::value && !is_free_text(*only->value);
  std::vector<YamlValue> all;
  for (const std::string& word : words) {
    Strings parts{word};
    if (at_once) {
      parts.clear();
      for (const std::string_view part : at_commas(word)) parts.emplace_back(part);
    }
    for (const std::string& part : parts) all.push_back(mapping_typed(in, {part}, marks.next(), typing));
  }
  return once_each(*list.field, std::move(all), typing);
}

}  // namespace nastavnik
