#include "model/place.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "model/load.h"
#include "model/shape_path.h"
#include "source/node.h"

namespace nastavnik {
namespace {

bool contains(Span outer, Span inner) {
  return outer.source == inner.source && outer.begin <= inner.begin &&
         outer.begin + outer.size >= inner.begin + inner.size;
}

const Node* value_of(const Node& map, std::string_view key) {
  for (const NodeEntry& entry : map.entries)
    if (entry.key == key && entry.value->kind == Node::Kind::scalar) return entry.value;
  return nullptr;
}

/// What tells the item apart, as far as the file says it.
std::string told_of(const Node& item, const std::vector<std::string_view>& keys) {
  if (item.kind == Node::Kind::scalar) return std::string(item.text);
  std::string told;
  for (const std::string_view key : keys)
    if (const Node* value = value_of(item, key)) told += (told.empty() ? "" : ",") + std::string(value->text);
  return told;
}

/// The place while it is being found.
class Way {
public:
  explicit Way(bool personal) : personal_(personal) {}

  void enter(std::string_view key) {
    for (std::string* text : {&place_.path, &place_.keys}) *text += fmt::format("{}{}", text->empty() ? "" : ".", key);
  }
  /// Names and contacts are no part of a place; there the items are counted.
  template <class Told>
  void enter_item(std::size_t index, std::size_t count, Told told_of) {
    std::vector<std::string> told(count);
    for (std::size_t i = 0; i < count && !personal_; ++i) told[i] = told_of(i);
    place_.path += fmt::format("[{}]", labels_of(std::move(told)).at(index));
  }
  void pass(std::string id) {
    if (!personal_ && !id.empty()) place_.items.push_back(std::move(id));
  }
  void end_at(std::string value) {
    if (!personal_) place_.value = std::move(value);
  }
  PlaceInRecord place() { return std::move(place_); }

private:
  bool personal_;
  PlaceInRecord place_{};
};

/// Walks from the top of a file down to the smallest value that holds the span.
class FileWalk {
public:
  FileWalk(Span span, bool personal, const Shape* shape) : span_(span), way_(personal), shape_(shape) {}

  PlaceInRecord from(const Node& root) {
    const Node* node = &root;
    while (const Node* inner = step(*node)) node = inner;
    if (node != &root && node->kind == Node::Kind::scalar) way_.end_at(std::string(node->text));
    return way_.place();
  }

private:
  const Node* step(const Node& node) {
    for (const NodeEntry& entry : node.entries)
      if (contains(entry.key_span, span_) || contains(entry.value->span, span_)) return enter(entry);
    for (std::size_t i = 0; i < node.items.size(); ++i)
      if (contains(node.items[i]->span, span_)) return enter(node, i);
    return nullptr;
  }

  const Node* enter(const NodeEntry& entry) {
    way_.enter(entry.key);
    field_ = shape_ ? shape_->find(entry.key) : nullptr;
    shape_ = field_ ? field_->shape : nullptr;
    return entry.value;
  }

  const Node* enter(const Node& list, std::size_t index) {
    const std::vector<std::string_view> keys = field_ ? field_->apart_by() : std::vector<std::string_view>{};
    way_.enter_item(index, list.items.size(), [&](std::size_t i) { return told_of(*list.items[i], keys); });
    const Node& item = *list.items[index];
    if (const Node* id = value_of(item, "id")) way_.pass(std::string(id->text));
    return &item;
  }

  Span span_;
  Way way_;
  const Shape* shape_;                 ///< of the mapping one stands in; nothing where nobody knows it
  const FieldShape* field_ = nullptr;  ///< the last that was entered
};

constexpr Sorts links = sorts(Sort::mark_link, Sort::link, Sort::partner, Sort::target, Sort::topic);

/// The same in the record that has come of the file.
class RecordWalk {
public:
  RecordWalk(const Sources& sources, Span span) : sources_(sources), span_(span), way_(sources.is_personal(span)) {}

  PlaceInRecord from(const Shape& shape, void* record) {
    shape_ = &shape;
    while (record) record = step(record);
    return way_.place();
  }

private:
  /// The mapping in this one to go on in.
  void* step(void* mapping) {
    for (const FieldShape& field : shape_->fields) {
      if (field.note && is_at(*field.note, field.note_in(mapping)))
        return end_at(std::string(field.field.key) + "_note", *field.note, field.note_in(mapping));
      if (!is_in(field, mapping)) continue;
      if (field.holds == FieldShape::Holds::value)
        return end_at(std::string(field.field.key), *field.value, field.member(mapping));
      way_.enter(field.field.key);
      shape_ = field.shape;
      return field.is_list() ? step_into_list(field, mapping) : field.inner(mapping);
    }
    return nullptr;
  }

  void* step_into_list(const FieldShape& field, void* mapping) {
    void* const list = field.member(mapping);
    const std::size_t count = field.list->size(list);
    for (std::size_t i = 0; i < count; ++i) {
      void* const item = field.list->item(list, i);
      if (!contains(field.is_mapping() ? shape_->span(item) : field.value->span(item), span_)) continue;
      way_.enter_item(i, count, [&](std::size_t other) { return told_of(field, field.list->item(list, other)); });
      if (!field.is_mapping()) return end_at({}, *field.value, item);
      if (const FieldShape* id = shape_->find("id"))
        way_.pass(written(*id->value, id->member(item), shape_->span(item)));
      return item;
    }
    return nullptr;
  }

  void* end_at(const std::string& key, const ValueShape& type, void* value) {
    if (!key.empty()) way_.enter(key);
    const bool given = type.presence(value) == Presence::given;
    way_.end_at(given ? type.written(value) + break_behind(type.span(value)) : raw(type.span(value)));
    return nullptr;
  }

  bool is_in(const FieldShape& field, void* mapping) const {
    if (field.holds == FieldShape::Holds::value) return is_at(*field.value, field.member(mapping));
    if (!contains(field.span(mapping), span_)) return false;
    return field.is_list() ? field.list->size(field.member(mapping)) != 0 : field.presence(mapping) == Presence::given;
  }

  /// What is said to be broken because it is not there has the place of something else; a link that stands there does not.
  bool is_at(const ValueShape& type, void* value) const {
    if (!contains(type.span(value), span_)) return false;
    const Presence presence = type.presence(value);
    if (presence == Presence::given) return true;
    const bool is_link = (sorts(type.sort) & links) != 0;
    return is_link && presence != Presence::absent && type.written(value).size() > 1;
  }

  std::string told_of(const FieldShape& list, void* item) const {
    if (!list.is_mapping()) return written(*list.value, item, {});
    std::string told;
    for (const std::string_view key : list.apart_by()) {
      const FieldShape& by = *list.shape->find(key);
      const std::string one = written(*by.value, by.member(item), list.shape->span(item));
      if (!one.empty()) told += (told.empty() ? "" : ",") + one;
    }
    return told;
  }

  /// As it stands in the file; nothing where it does not.
  std::string written(const ValueShape& type, void* value, Span mapping) const {
    const Presence presence = type.presence(value);
    if (presence == Presence::given) return type.written(value);
    const Span span = type.span(value);
    if (presence == Presence::absent || span == mapping || is_key(span)) return {};
    return raw(span);
  }

  bool is_key(Span span) const {
    std::string_view behind = sources_[span.source].text.substr(span.begin + span.size);
    behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
    return behind.starts_with(':');
  }

  /// The line break that ends a block of lines in the file, and that the record leaves out.
  const char* break_behind(Span span) const {
    const std::string_view text = sources_.text(span);
    const bool is_block = text.size() > 1 && (text.front() == '|' || text.front() == '>') && text[1] != '-';
    return is_block ? "\n" : "";
  }

  std::string raw(Span span) const {
    std::string_view text = sources_.text(span);
    if (text.size() > 1 && (text.front() == '"' || text.front() == '\'')) text = text.substr(1, text.size() - 2);
    return std::string(text);
  }

  const Sources& sources_;
  Span span_;
  Way way_;
  const Shape* shape_ = nullptr;  ///< of the mapping one stands in
};

/// The id of the record that the file holds.
std::string_view stem_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

}  // namespace

PlaceInRecord place_in(const Node& root, Span span, const Shape* shape, bool personal) {
  return FileWalk(span, personal, shape).from(root);
}

PlaceInRecord place_in(const Loaded& loaded, Span span) {
  if (const auto found = loaded.places.find(span); found != loaded.places.end()) return found->second;
  const std::string_view path = loaded.sources.path(span);
  const Shape* shape = shape_at(path, loaded.sources.is_personal(span));
  const void* record = shape ? loaded.registry.find(*shape->kind, stem_of(path)) : nullptr;
  if (!record) return {};
  return RecordWalk(loaded.sources, span).from(*shape, const_cast<void*>(record));  // NOLINT: it is only looked at
}

}  // namespace nastavnik
