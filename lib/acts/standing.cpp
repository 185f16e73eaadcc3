#include "acts/standing.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "acts/entering.h"
#include "acts/typed_field.h"

namespace nastavnik {
namespace {

/// The way to the mapping that stands there.
std::optional<NodePath> path_to(const Node& from, Span place) {
  if (from.span.begin == place.begin && from.span.size == place.size) return NodePath();
  const auto inside = [&](NodeStep step, const Node& node) -> std::optional<NodePath> {
    if (place.begin < node.span.begin || place.begin >= node.span.begin + node.span.size) return std::nullopt;
    std::optional<NodePath> rest = path_to(node, place);
    if (rest) rest->insert(rest->begin(), std::move(step));
    return rest;
  };
  for (const NodeEntry& entry : from.entries)
    if (auto path = inside(std::string(entry.key), *entry.value)) return path;
  for (std::size_t i = 0; i < from.items.size(); ++i)
    if (auto path = inside(i, *from.items[i])) return path;
  return std::nullopt;
}

const Node& node_at(const Node& top, const NodePath& path) {
  const Node* node = &top;
  for (const NodeStep& step : path) {
    const auto* item = std::get_if<std::size_t>(&step);
    node = item ? node->items[*item]
                : std::ranges::find(node->entries, std::get<std::string>(step), &NodeEntry::key)->value;
  }
  return *node;
}

}  // namespace

Change StandsAt::setting(std::string key, YamlValue value) const {
  NodePath to = path;
  to.emplace_back(std::move(key));
  return {file, SetValue{std::move(to), std::move(value)}};
}

StandsAt stands_at(const Loaded& loaded, Span mapping) {
  const RecordFile file(loaded, std::string(loaded.sources.path(mapping)));
  const Node& record = *file.parsed.root;
  // the place of a record is its first line, and nothing inside it stands there
  return {file.path, mapping.begin <= record.span.begin ? NodePath() : path_to(record, mapping).value()};
}

YamlValue written_at(const Loaded& loaded, Span mapping) {
  const StandsAt place = stands_at(loaded, mapping);
  const RecordFile file(loaded, place.file);
  return as_it_stands(node_at(*file.parsed.root, place.path));
}

}  // namespace nastavnik
