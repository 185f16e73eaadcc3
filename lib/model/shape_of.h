#pragma once
#include <algorithm>
#include <concepts>
#include <string>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "base/date_words.h"
#include "model/ids.h"
#include "model/kinds.h"
#include "model/shape.h"

// How the shapes are made. To be seen only where they are: in intake_*.cpp.

namespace nastavnik {

struct Thresholds;

template <class Member>
std::size_t offset_in(const void* mapping, const Member& member) {
  return static_cast<std::size_t>(reinterpret_cast<const std::byte*>(&member) -  // NOLINT: both lie in the mapping
                                  static_cast<const std::byte*>(mapping));
}

// A value as it stands in a file.

template <class Type>
std::string as_written(const At<Type>& at) {
  if constexpr (std::same_as<Type, ClockTime>)
    return clock_time(*at);
  else if constexpr (std::same_as<Type, Day>)
    return iso(*at);
  else if constexpr (std::same_as<Type, MonthDay>)
    return month_and_day(*at);
  else if constexpr (std::is_enum_v<typename Type::Value>)
    return std::string(code_of(*at));
  else
    return fmt::format("{}", *at);
}
template <class Record>
std::string as_written(const Link<Record>& link) {
  return std::string(link.id);
}
inline std::string as_written(const PartnerLink& link) { return std::string(link.id); }
inline std::string as_written(const Target& target) { return fmt::format("{}/{}", target.person, target.mark); }

// What is special about the types of values.

/// Of everything that is an `At`.
template <class Value>
struct ValueTraits {
  using Type = typename Value::type;
  static constexpr Sort sort() {
    if constexpr (std::same_as<Type, Day>) return Sort::day;
    if constexpr (std::same_as<Type, MonthDay>) return Sort::month_day;
    if constexpr (std::same_as<Type, Line> || std::same_as<Type, Prose>) return Sort::text;
    if constexpr (std::same_as<Type, Path>) return Sort::path;
    if constexpr (std::same_as<Type, TopicCode>) return Sort::topic;
    if constexpr (requires { Type::letter; }) return Sort::mark;
    return Sort::other;
  }
  static constexpr std::size_t kind = 0;
  static Notation notation() { return NotationOf<Type>::get(); }
  static Problem read(std::string_view text) {
    typename Type::Value value{};
    return Type::read(text, value);
  }
};
template <char Letter>
struct ValueTraits<LocalLink<Letter>> {
  static constexpr Sort sort() { return Sort::mark_link; }
  static constexpr std::size_t kind = 0;
  static Notation notation() { return local_link_notation(Letter); }
  static Problem read(std::string_view text) { return read_local_id(text, Letter); }
};
template <class Record>
struct ValueTraits<Link<Record>> {
  static constexpr Sort sort() { return Sort::link; }
  static constexpr std::size_t kind = place_in<Record>(Kinds());
  static Notation notation() { return link_notation(*folder_kinds()[kind]); }
  static Problem read(std::string_view text) { return check_id(text, *folder_kinds()[kind]); }
};
template <>
struct ValueTraits<PartnerLink> {
  static constexpr Sort sort() { return Sort::partner; }
  static constexpr std::size_t kind = 0;
  static Notation notation() { return partner_notation(); }
  static Problem read(std::string_view text) { return ValueTraits<At<Slug>>::read(text); }
};
template <>
struct ValueTraits<Target> {
  static constexpr Sort sort() { return Sort::target; }
  static constexpr std::size_t kind = 0;
  static Notation notation() { return target_notation(); }
  static Problem read(std::string_view text) {
    Target target{};
    return read_target(text, target);
  }
};

template <class Value>
At<Prose> text_of(const Value& value) {
  if constexpr (requires { std::string_view(value.value); })
    return {value.value, value.span, value.presence};
  else
    return {};
}

template <class Value>
const ValueShape& value_shape() {
  static const ValueShape shape = [] {
    const Value any{};
    return ValueShape{.sort = ValueTraits<Value>::sort(),
                      .kind = ValueTraits<Value>::kind,
                      .presence_at = offset_in(&any, any.presence),
                      .span_at = offset_in(&any, any.span),
                      .notation = ValueTraits<Value>::notation,
                      .read = ValueTraits<Value>::read,
                      .written = [](const void* value) { return as_written(*static_cast<const Value*>(value)); },
                      .text = [](const void* value) { return text_of(*static_cast<const Value*>(value)); },
                      .clear = [](void* value) { *static_cast<Value*>(value) = {}; }};
  }();
  return shape;
}

template <class Item>
const ListShape& list_shape() {
  static constexpr ListShape shape{
      .size = [](const void* list) { return static_cast<const List<Item>*>(list)->size(); },
      .item = [](void* list, std::size_t index) -> void* { return &static_cast<List<Item>*>(list)->items[index]; },
      .keep =
          [](void* list, const std::vector<bool>& kept) {
            std::vector<Item>& items = static_cast<List<Item>*>(list)->items;
            std::size_t end = 0;
            for (std::size_t i = 0; i < items.size(); ++i) {
              if (!kept[i]) continue;
              if (end != i) items[end] = std::move(items[i]);
              ++end;
            }
            items.resize(end);
          }};
  return shape;
}

/// Visits the fields of one mapping.
class ShapeMaker {
public:
  /// `presets`: whether the mapping says what stands for absent values.
  ShapeMaker(Shape& shape, const void* mapping, bool presets) : shape_(shape), mapping_(mapping), presets_(presets) {}

  template <class Type>
  void operator()(const At<Type>& at, const Field& field) {
    add_value(at, field);
  }
  template <class Enum>
  void operator()(const NotedChoice<Enum>& at, const Field& field) {
    add_note(add_value(static_cast<const At<Choice<Enum>>&>(at), field), at.note);
  }
  template <class Enum>
  void operator()(const NotedChoices<Enum>& list, const Field& field) {
    add_note(add_values(static_cast<const Choices<Enum>&>(list), field), list.note);
  }
  template <class Record>
  void operator()(const Link<Record>& link, const Field& field) {
    add_value(link, field);
  }
  template <char Letter>
  void operator()(const LocalLink<Letter>& link, const Field& field) {
    add_value(link, field);
  }
  void operator()(const PartnerLink& link, const Field& field) { add_value(link, field); }
  template <class Type>
  void operator()(const List<At<Type>>& list, const Field& field) {
    add_values(list, field);
  }
  template <class Record>
  void operator()(const List<Link<Record>>& list, const Field& field) {
    add_values(list, field);
  }
  void operator()(const List<Target>& list, const Field& field) { add_values(list, field); }
  template <class Part>
  void operator()(const List<Part>& list, const Field& field) {
    FieldShape& made = add(list, field, FieldShape::Holds::mappings);
    made.list = &list_shape<Part>();
    add_shape(made, shape_of<Part>());
  }
  template <class Part>
  void operator()(const Block<Part>& block, const Field& field) {
    FieldShape& made = add(block, field, FieldShape::Holds::mapping);
    made.inner_at = offset_in(mapping_, block.value);
    add_shape(made, shape_of<Part>());
  }

private:
  template <class Member>
  FieldShape& add(const Member& member, const Field& field, FieldShape::Holds holds) {
    return shape_.fields.emplace_back(FieldShape{.field = field,
                                                 .holds = holds,
                                                 .at = offset_in(mapping_, member),
                                                 .presence_at = offset_in(mapping_, member.presence),
                                                 .span_at = offset_in(mapping_, member.span),
                                                 .clear = [](void* at) { *static_cast<Member*>(at) = {}; }});
  }
  template <class Value>
  FieldShape& add_value(const Value& value, const Field& field) {
    FieldShape& made = add(value, field, FieldShape::Holds::value);
    describe<Value>(made);
    if (presets_) made.preset = &value;
    return made;
  }
  template <class Item>
  FieldShape& add_values(const List<Item>& list, const Field& field) {
    FieldShape& made = add(list, field, FieldShape::Holds::values);
    describe<Item>(made);
    made.list = &list_shape<Item>();
    if (presets_) made.preset = &list;
    return made;
  }
  template <class Value>
  static void describe(FieldShape& made) {
    made.value = &value_shape<Value>();
    made.sorts = sorts(made.value->sort);
  }
  void add_note(FieldShape& made, const At<Line>& note) const {
    made.note = &value_shape<At<Line>>();
    made.note_at = offset_in(mapping_, note);
    made.sorts |= sorts(made.note->sort);
  }
  static void add_shape(FieldShape& made, const Shape& shape) {
    made.shape = &shape;
    made.sorts = shape.sorts;
  }

  Shape& shape_;
  const void* mapping_;
  bool presets_;
};

template <class Mapping>
const Shape& shape_of() {
  static const Mapping any{};
  static const Shape shape = [] {
    Shape made;
    if constexpr (requires { Mapping::called; }) made.called = Mapping::called;
    if constexpr (std::derived_from<Mapping, Record>) made.kind = &Mapping::kind;
    ShapeMaker maker(made, &any, std::same_as<Mapping, Thresholds>);
    fields(maker, const_cast<Mapping&>(any));  // NOLINT(cppcoreguidelines-pro-type-const-cast): it is only looked at
    if constexpr (requires { any.span; }) made.span_at = offset_in(&any, any.span);
    for (const FieldShape& field : made.fields) made.sorts |= field.sorts;
    return made;
  }();
  return shape;
}

}  // namespace nastavnik
