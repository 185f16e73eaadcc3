#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/typed_value.h"
#include "edit/parsed_text.h"
#include "model/shape.h"
#include "source/change.h"

// Words that a person types → a field of a record, by the file as it stands: what is later than the day judged counts, too.

namespace nastavnik {

/// A file that is to be changed, and what it holds; one that is not there holds nothing.
struct RecordFile {
  /// Throws Refusal where the file is there and cannot be read.
  RecordFile(const Loaded& loaded, std::string path);

  std::string path{};  ///< in the registry
  const Shape* shape = nullptr;
  bool personal = false;
  bool is_there = false;
  ParsedText parsed;

private:
  RecordFile(std::string path, bool personal, std::optional<std::string_view> text);
};

/// A mapping where one stands: the record, or what a path led to.
struct InMapping {
  const Shape* shape = nullptr;
  const Node* node = nullptr;  ///< nothing where it is not there
  NodePath path{};
  bool personal = false;
};

InMapping top_of(const RecordFile& file);

/// What a record of the kind holds.
const Shape& shape_of_kind(const Kind& kind);

/// A field that was named: of a mapping, or an item of a list.
struct FieldTyped {
  const FieldShape* field = nullptr;
  bool is_note = false;             ///< the note of the field, and not the field itself
  bool is_item = false;             ///< one item of the list that the field holds
  NodePath path{};                  ///< to the value or the item
  const Node* node = nullptr;       ///< what stands there; nothing where nothing does
  const Node* list = nullptr;       ///< of an item: what stands at the field
  std::vector<std::string> keys{};  ///< the path without the items
  bool personal = false;

  std::string key() const { return keys.back(); }
  /// Of one value: its type.
  const ValueShape& type() const { return is_note ? *field->note : *field->value; }
  /// The mapping that one can go on in; of no other field.
  InMapping inside() const { return {field->shape, node, path, personal}; }
  bool leads_to_mapping() const { return !is_note && field->is_mapping() && (is_item || !field->is_list()); }
};

/// The field that the words name: keys or titles with dots between them, items of lists in brackets or as a step by what tells
/// them apart, `activities[a1].done.date`, «мероприятия.a1.срок», `#2`. Throws Refusal where there is no such field or item,
/// or several are meant.
FieldTyped field_typed(const InMapping& from, std::string_view words, const Typing& typing);

/// Whether the first step of the words names a field of the mapping.
bool has_field(const Shape& shape, std::string_view words);

/// The item of the list that the words mean. Throws Refusal.
FieldTyped item_typed(const FieldTyped& list, std::string_view label, const Typing& typing);

/// The items of the list with their places: «#1 (p-031,2025-09-01), #2 (p-033)»; of people/ the places alone, where nothing of it
/// may be told.
Words items_told(const FieldTyped& list, const Typing& typing);

}  // namespace nastavnik
