#pragma once
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "source/yaml_value.h"

// What is to be changed in the files of a registry, as a value: whoever proposes a change neither edits nor writes.

namespace nastavnik {

/// A key of a mapping, or the number of an item of a list.
using NodeStep = std::variant<std::string, std::size_t>;
/// From the top of a record to a value.
using NodePath = std::vector<NodeStep>;

/// A value put where the path leads, with what is missing on the way.
struct SetValue {
  NodePath path{};
  YamlValue value{};
};

/// An item put into a list, which may be absent.
struct InsertItem {
  static constexpr std::size_t at_the_end = std::numeric_limits<std::size_t>::max();
  NodePath list{};
  YamlValue item{};
  std::size_t index = at_the_end;
};

/// What the path leads to taken out.
struct RemoveValue {
  NodePath path{};
};

/// A run of bytes of the text as it was read replaced: for what is wrong with the form of a text.
struct ReplaceBytes {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string bytes{};
};

/// The file as a whole; without bytes it is taken away.
struct WholeFile {
  std::optional<std::string> bytes{};
};

/// One change of one file, which is named by its path in the registry.
struct Change {
  std::string file{};
  std::variant<SetValue, InsertItem, RemoveValue, ReplaceBytes, WholeFile> what{};
};

using Changes = std::vector<Change>;

}  // namespace nastavnik
