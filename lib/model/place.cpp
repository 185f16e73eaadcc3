#include "model/place.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "source/finding.h"
#include "source/node.h"

namespace nastavnik {
namespace {

/// What names an item of a list, the best first.
constexpr std::string_view naming_keys[] = {"id",    "rule",   "record", "person",   "number",   "code",
                                            "year",  "date",   "from",   "asked_on", "given_on", "decided_on",
                                            "start", "due_on", "kind",   "title"};

bool contains(Span outer, Span inner) {
  return outer.source == inner.source && outer.begin <= inner.begin &&
         outer.begin + outer.size >= inner.begin + inner.size;
}

const Node* value_of(const Node& map, std::string_view key) {
  for (const NodeEntry& entry : map.entries)
    if (entry.key == key && entry.value->kind == Node::Kind::scalar) return entry.value;
  return nullptr;
}

const Node* name_of(const Node& item) {
  if (item.kind == Node::Kind::scalar) return &item;
  for (const std::string_view key : naming_keys)
    if (const Node* named = value_of(item, key)) return named;
  return nullptr;
}

/// Walks from the record down to the smallest value that holds the span.
class Descent {
public:
  Descent(Span span, bool personal) : span_(span), personal_(personal) {}

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
      if (contains(node.items[i]->span, span_)) return enter(*node.items[i], i);
    return nullptr;
  }

  const Node* enter(const NodeEntry& entry) {
    for (std::string* text : {&place_.path, &place_.keys})
      *text += fmt::format("{}{}", text->empty() ? "" : ".", entry.key);
    return entry.value;
  }

  /// Names and contacts are no part of a place; there the items are counted.
  const Node* enter(const Node& item, std::size_t index) {
    const Node* name = personal_ ? nullptr : name_of(item);
    const std::string label = name ? std::string(name->text) : fmt::format("#{}", index + 1);
    place_.path += fmt::format("[{}]", label);
    if (const Node* id = personal_ ? nullptr : value_of(item, "id")) place_.items.emplace_back(id->text);
    return &item;
  }

  Span span_;
  bool personal_;
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
  return root ? Descent(span, sources_.is_personal(span)).from(*root) : PlaceInRecord{};
}

}  // namespace nastavnik
