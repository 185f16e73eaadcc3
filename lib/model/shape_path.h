#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/shape.h"

// Where in a record a value stands, in words: `activities[a1].done.date`. The way there and back.

namespace nastavnik {

/// What a path leads to: a field of a mapping, and where it leads to one item of a list, which.
struct Reached {
  const FieldShape* field = nullptr;
  void* mapping = nullptr;
  std::optional<std::size_t> item{};
};

/// What the path leads to from the top of a record; nothing where a key is none, an item is not there, or a mapping on the
/// way is absent. The last field may be absent.
std::optional<Reached> reach(const Shape& shape, void* record, std::string_view path);

/// The items of a list as paths name them: by what tells them apart, `#2` behind it where an item before has the same; by
/// their numbers where nothing tells them apart.
std::vector<std::string> labels_of(const FieldShape& list, void* mapping);

/// The same of what tells each item apart; nothing of an item of which nothing is told.
std::vector<std::string> labels_of(std::vector<std::string> told);

}  // namespace nastavnik
