#include "model/shape_path.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace nastavnik {
namespace {

/// What tells the item apart, as far as it is given: `p-031,2025-09-01`.
std::string told_of(const std::vector<const FieldShape*>& by, void* item) {
  std::string told;
  for (const FieldShape* field : by)
    if (field && field->presence(item) == Presence::given)
      told += (told.empty() ? "" : ",") + field->value->written(field->member(item));
  return told;
}

std::string told_of_value(const FieldShape& list, void* item) {
  return list.value->presence(item) == Presence::given ? list.value->written(item) : std::string();
}

/// Takes the first step off the path: `activities[a1]` of `activities[a1].done`. A label may hold dots.
std::string_view step_off(std::string_view& path) {
  const std::size_t bracket = path.find('['), dot = path.find('.');
  std::size_t end = dot;
  if (bracket < dot) end = std::min(path.find("].", bracket), path.size() - 1) + 1;
  const std::string_view step = path.substr(0, std::min(end, path.size()));
  path.remove_prefix(std::min(step.size() + 1, path.size()));
  return step;
}

std::optional<Reached> step_into(const Shape& shape, void* mapping, std::string_view step) {
  const std::size_t bracket = std::min(step.find('['), step.size());
  const FieldShape* field = shape.find(step.substr(0, bracket));
  if (!field || (bracket < step.size() && !field->is_list())) return std::nullopt;
  if (bracket == step.size()) return Reached{field, mapping};
  if (!step.ends_with(']')) return std::nullopt;
  const std::vector<std::string> labels = labels_of(*field, mapping);
  const auto found = std::find(labels.begin(), labels.end(), step.substr(bracket + 1, step.size() - bracket - 2));
  if (found == labels.end()) return std::nullopt;
  return Reached{field, mapping, static_cast<std::size_t>(found - labels.begin())};
}

/// The mapping that has been reached; nothing where it is none or absent.
void* mapping_of(const Reached& reached) {
  if (!reached.field->is_mapping()) return nullptr;
  if (reached.item) return reached.field->list->item(reached.field->member(reached.mapping), *reached.item);
  if (reached.field->is_list() || reached.field->presence(reached.mapping) != Presence::given) return nullptr;
  return reached.field->inner(reached.mapping);
}

}  // namespace

std::vector<std::string> labels_of(std::vector<std::string> told) {
  std::map<std::string, std::size_t> times;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const std::size_t time = ++times[told[i]];
    if (told[i].empty())
      told[i] = fmt::format("#{}", i + 1);
    else if (time > 1)
      told[i] += fmt::format("#{}", time);
  }
  return told;
}

std::vector<std::string> labels_of(const FieldShape& list, void* mapping) {
  std::vector<const FieldShape*> by;
  for (const std::string_view key : list.apart_by()) by.push_back(list.shape->find(key));
  std::vector<std::string> told;
  void* const items = list.member(mapping);
  for (std::size_t i = 0; i < list.list->size(items); ++i) {
    void* const item = list.list->item(items, i);
    told.push_back(list.is_mapping() ? told_of(by, item) : told_of_value(list, item));
  }
  return labels_of(std::move(told));
}

std::optional<Reached> reach(const Shape& shape, void* record, std::string_view path) {
  const Shape* in = &shape;
  void* mapping = record;
  std::optional<Reached> reached;
  while (mapping && !path.empty()) {
    reached = step_into(*in, mapping, step_off(path));
    if (!reached || path.empty()) return reached;
    in = reached->field->shape;
    mapping = mapping_of(*reached);
  }
  return std::nullopt;
}

}  // namespace nastavnik
