#include "model/place.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "model/shape_path.h"
#include "source/finding.h"
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

/// Walks from the record down to the smallest value that holds the span.
class Descent {
public:
  Descent(Span span, bool personal, const Shape* shape) : span_(span), personal_(personal), shape_(shape) {}

  PlaceInRecord from(const Node& root) {
    const Node* node = &root;
    while (const Node* inner = step(*node)) node = inner;
    if (node != &root && node->kind == Node::Kind::scalar && !personal_) place_.value = node->text;
    return place_;
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
    for (std::string* text : {&place_.path, &place_.keys})
      *text += fmt::format("{}{}", text->empty() ? "" : ".", entry.key);
    field_ = shape_ ? shape_->find(entry.key) : nullptr;
    shape_ = field_ ? field_->shape : nullptr;
    return entry.value;
  }

  /// Names and contacts are no part of a place; there the items are counted.
  const Node* enter(const Node& list, std::size_t index) {
    std::vector<std::string> told(list.items.size());
    const std::vector<std::string_view> keys = field_ ? field_->apart_by() : std::vector<std::string_view>{};
    if (!personal_)
      std::transform(list.items.begin(), list.items.end(), told.begin(),
                     [&](const Node* item) { return told_of(*item, keys); });
    place_.path += fmt::format("[{}]", labels_of(std::move(told)).at(index));
    const Node& item = *list.items[index];
    if (const Node* id = personal_ ? nullptr : value_of(item, "id")) place_.items.emplace_back(id->text);
    return &item;
  }

  Span span_;
  bool personal_;
  const Shape* shape_;                 ///< of the mapping one stands in; nothing where nobody knows it
  const FieldShape* field_ = nullptr;  ///< the last that was entered
  PlaceInRecord place_{};
};

}  // namespace

const Node* PlaceFinder::root_of(std::uint32_t source) {
  if (is_read_ && read_ == source) return root_;
  nodes_.release();
  Findings known;  // they were reported when the record was read
  root_ = parse(source, sources_, arena_, nodes_, known);
  read_ = source;
  is_read_ = true;
  return root_;
}

PlaceInRecord PlaceFinder::at(Span span) {
  const Node* root = root_of(span.source);
  const bool personal = sources_.is_personal(span);
  return root ? Descent(span, personal, shape_at(sources_.path(span), personal)).from(*root) : PlaceInRecord{};
}

}  // namespace nastavnik
