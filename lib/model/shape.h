#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.h"
#include "model/notation.h"
#include "model/types.h"

// The fields of records as data: what stands where in a mapping, to be walked through and reached without its type.
// Made from the same `fields` that the reader visits, once for each mapping.

namespace nastavnik {

struct Shape;

/// What a walk through records asks of values.
enum class Sort : unsigned char { other, day, month_day, text, path, mark, mark_link, link, partner, target, topic };

/// Several sorts of values.
using Sorts = unsigned;
template <class... Sort>
constexpr Sorts sorts(Sort... sort) {
  return ((1U << static_cast<unsigned>(sort)) | ...);
}

/// A type of values; each function takes a value of that very type.
struct ValueShape {
  Sort sort = Sort::other;
  std::size_t kind = 0;  ///< of a link: the place of its kind in `Kinds`
  std::size_t presence_at = 0;
  std::size_t span_at = 0;
  Notation (*notation)() = nullptr;
  Problem (*read)(std::string_view text) = nullptr;     ///< what is wrong with a text as such a value
  std::string (*written)(const void* value) = nullptr;  ///< as it stands in a file, without quotes
  At<Prose> (*text)(const void* value) = nullptr;       ///< nothing for what is kept as something else than a text
  void (*clear)(void* value) = nullptr;

  Presence& presence(void* value) const;
  Span& span(void* value) const;
};

/// A type of lists; each function takes a list of that very type.
struct ListShape {
  std::size_t (*size)(const void* list) = nullptr;
  void* (*item)(void* list, std::size_t index) = nullptr;
  void (*keep)(void* list, const std::vector<bool>& kept) = nullptr;
};

/// A field of a mapping, and how it is reached.
struct FieldShape {
  enum class Holds : unsigned char { value, values, mapping, mappings };
  Field field{};
  Holds holds = Holds::value;
  Sorts sorts = 0;  ///< of the values in it, those of its mappings too
  std::size_t at = 0;
  std::size_t presence_at = 0;
  std::size_t span_at = 0;
  std::size_t inner_at = 0;           ///< of a mapping: where its fields are
  std::size_t note_at = 0;            ///< of a noted field
  const ValueShape* value = nullptr;  ///< of a value, or of each in a list
  const ValueShape* note = nullptr;   ///< of `KEY_note`, where one stands beside it
  const ListShape* list = nullptr;
  const Shape* shape = nullptr;           ///< of a mapping, or of each in a list
  const void* preset = nullptr;           ///< what stands for an absent value; nothing where nothing does
  void (*clear)(void* member) = nullptr;  ///< leaves it absent

  bool is_list() const { return holds == Holds::values || holds == Holds::mappings; }
  bool is_mapping() const { return shape != nullptr; }
  /// Of a mapping, or of each in a list; none of a value.
  const std::vector<FieldShape>& fields() const;
  /// How a value is written; nothing of mappings.
  Notation notation() const { return value ? value->notation() : Notation(); }
  std::string preset_written() const;
  /// Of a list of mappings: the keys that tell its items apart, an id where they have one.
  std::vector<std::string_view> apart_by() const;

  // Of the mapping in hand.
  void* member(void* mapping) const;
  void* inner(void* mapping) const;
  void* note_in(void* mapping) const;
  Presence& presence(void* mapping) const;
  Span& span(void* mapping) const;
};

/// What a mapping holds.
struct Shape {
  Text called{};
  const Kind* kind = nullptr;  ///< of a record
  std::size_t span_at = 0;
  std::vector<FieldShape> fields{};
  Sorts sorts = 0;  ///< of the values anywhere in it

  Span span(const void* mapping) const;
  /// The field with the key; nothing where there is none.
  const FieldShape* find(std::string_view key) const;
};

template <class Mapping>
const Shape& shape_of();

/// A kind of record and what it holds.
struct KindShape {
  const Kind* kind = nullptr;
  const Shape* shape = nullptr;
  const std::vector<FieldShape>& fields() const { return shape->fields; }
};

/// All kinds, those with one file first.
std::span<const KindShape> kind_shapes();
/// What stands in the file of a record; nothing where the path is none of a record.
const Shape* shape_at(std::string_view path, bool personal);

/// Visits the values of these sorts that are in the mapping, `visit(field, type, value)`: item by item where they stand in
/// lists, notes behind what they explain.
template <class Visit>
void each_value(const Shape& shape, void* mapping, Sorts wanted, const Visit& visit) {
  for (const FieldShape& field : shape.fields) {
    if ((field.sorts & wanted) == 0) continue;
    const std::size_t size = field.is_list() ? field.list->size(field.member(mapping)) : 0;
    const auto item = [&](std::size_t i) { return field.list->item(field.member(mapping), i); };
    if (field.is_mapping()) {
      for (std::size_t i = 0; i < size; ++i) each_value(*field.shape, item(i), wanted, visit);
      if (!field.is_list() && field.presence(mapping) == Presence::given)
        each_value(*field.shape, field.inner(mapping), wanted, visit);
    } else if ((sorts(field.value->sort) & wanted) != 0) {
      for (std::size_t i = 0; i < size; ++i) visit(field, *field.value, item(i));
      if (!field.is_list()) visit(field, *field.value, field.member(mapping));
    }
    if (field.note && (sorts(field.note->sort) & wanted) != 0) visit(field, *field.note, field.note_in(mapping));
  }
}

/// Leaves in the list only the items that `keeps`, and the list absent where it had items and now has none.
template <class Keeps>
void keep_items(const FieldShape& field, void* mapping, const Keeps& keeps) {
  void* list = field.member(mapping);
  std::vector<bool> kept(field.list->size(list), true);
  bool all = true;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    kept[i] = keeps(field.list->item(list, i));
    all = all && kept[i];
  }
  if (all) return;
  field.list->keep(list, kept);
  Presence& presence = field.presence(mapping);
  if (field.list->size(list) == 0 && presence == Presence::given) presence = Presence::absent;
}

}  // namespace nastavnik
