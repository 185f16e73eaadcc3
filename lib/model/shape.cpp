#include "model/shape.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "model/kinds.h"

namespace nastavnik {
namespace {

template <class T>
T& at(void* begin, std::size_t offset) {
  return *reinterpret_cast<T*>(static_cast<std::byte*>(begin) + offset);  // NOLINT: the table knows what stands there
}

template <class... Single, class... Kind>
std::array<KindShape, sizeof...(Single) + sizeof...(Kind)> shapes_of(Types<Single...>, Types<Kind...>) {
  return {KindShape{shape_of<Single>().kind, &shape_of<Single>()}...,
          KindShape{shape_of<Kind>().kind, &shape_of<Kind>()}...};
}

}  // namespace

Presence& ValueShape::presence(void* value) const { return at<Presence>(value, presence_at); }
Span& ValueShape::span(void* value) const { return at<Span>(value, span_at); }

const std::vector<FieldShape>& FieldShape::fields() const {
  static const std::vector<FieldShape> none;
  return shape ? shape->fields : none;
}

std::string FieldShape::preset_written() const {
  if (!preset) return {};
  if (holds == Holds::value) return value->written(preset);
  std::string all;
  void* const items = const_cast<void*>(preset);  // NOLINT: nothing is written to it
  for (std::size_t i = 0; i < list->size(preset); ++i)
    all += (all.empty() ? "" : ", ") + value->written(list->item(items, i));
  return all;
}

std::vector<std::string_view> FieldShape::apart_by() const {
  if (!shape) return {};
  if (shape->find("id")) return {"id"};
  return at_commas(field.apart_by);
}

void* FieldShape::member(void* mapping) const { return static_cast<std::byte*>(mapping) + at; }
void* FieldShape::inner(void* mapping) const { return static_cast<std::byte*>(mapping) + inner_at; }
void* FieldShape::note_in(void* mapping) const { return static_cast<std::byte*>(mapping) + note_at; }
Presence& FieldShape::presence(void* mapping) const { return nastavnik::at<Presence>(mapping, presence_at); }
Span& FieldShape::span(void* mapping) const { return nastavnik::at<Span>(mapping, span_at); }

Span Shape::span(const void* mapping) const {
  return nastavnik::at<Span>(const_cast<void*>(mapping), span_at);  // NOLINT: it is only looked at
}

const FieldShape* Shape::find(std::string_view key) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const FieldShape& field) { return field.field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

const Shape* shape_at(std::string_view path, bool personal) {
  if (personal) return &shape_of<Person>();
  const std::string_view folder = path.substr(0, path.find('/'));
  for (const KindShape& kind : kind_shapes())
    if (kind.kind->folder == folder && kind.kind->single() == (folder == path)) return kind.shape;
  return nullptr;
}

std::span<const KindShape> kind_shapes() {
  static const auto all = shapes_of(SingleKinds{}, Kinds{});
  return all;
}

}  // namespace nastavnik
