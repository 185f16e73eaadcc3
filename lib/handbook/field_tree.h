#pragma once
#include <vector>

#include "model/field.h"
#include "model/notation.h"

namespace nastavnik {

/// A field as a value, with the fields of its mapping.
struct FieldNode {
  enum class Holds : unsigned char { value, values, mapping, mappings };
  Field field{};
  Holds holds = Holds::value;
  Notation notation{};  ///< of a value, or of each in a list
  bool noted = false;   ///< `KEY_note` stands beside it
  Text called{};        ///< one mapping of a list
  std::vector<FieldNode> fields{};

  bool is_list() const { return holds == Holds::values || holds == Holds::mappings; }
  bool is_mapping() const { return holds == Holds::mapping || holds == Holds::mappings; }
};

/// A kind of record with all its fields.
struct KindTree {
  const Kind* kind = nullptr;
  std::vector<FieldNode> fields{};
};

/// All kinds, those with one file first. Made by visiting the same functions that read the records.
std::vector<KindTree> kind_trees();

}  // namespace nastavnik
