#pragma once
#include <span>

#include "source/finding.h"

namespace nastavnik {

/// What the text of a file is held to before a record is read from it.
enum class YamlRow : unsigned char {
  syntax,
  encoding,
  duplicate_key,
  alias,
  tag,
  documents,
  depth,
  empty,
  unfinished_merge
};

const Requirement& row_of(YamlRow row);

/// The rows of the catalogue that `parse` and the encoding check may report.
std::span<const Requirement> yaml_requirements();
/// Whether the row is one of them.
bool is_of_yaml(const Requirement& row);

}  // namespace nastavnik
