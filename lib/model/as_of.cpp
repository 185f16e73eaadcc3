#include "model/as_of.h"

#include <algorithm>

#include "model/requirements.h"

namespace nastavnik {
namespace {

constexpr Sorts days = sorts(Sort::day), marks = sorts(Sort::mark), mark_links = sorts(Sort::mark_link);

bool keep_until(const Shape& shape, void* mapping, Date day);

bool is_later(const FieldShape& field, const void* value, Date day) {
  const auto& at = *static_cast<const At<Day>*>(value);
  return at.given() && field.field.when_ != When::planned && *at > day;
}

/// Takes out of the mapping what did not exist at the end of the day. Whether the mapping itself existed.
bool prune(const FieldShape& field, void* mapping, Date day) {
  void* member = field.member(mapping);
  switch (field.holds) {
    case FieldShape::Holds::value:
      if (!is_later(field, member, day)) return true;
      field.clear(member);
      return field.field.when_ != When::opens;
    case FieldShape::Holds::values:
      keep_items(field, mapping, [&](void* item) { return !is_later(field, item, day); });
      return true;
    case FieldShape::Holds::mapping:
      if (field.presence(mapping) == Presence::given && !keep_until(*field.shape, field.inner(mapping), day))
        field.clear(member);
      return true;
    case FieldShape::Holds::mappings:
      keep_items(field, mapping, [&](void* item) { return keep_until(*field.shape, item, day); });
  }
  return true;
}

bool keep_until(const Shape& shape, void* mapping, Date day) {
  bool existed = true;
  for (const FieldShape& field : shape.fields)
    if ((field.sorts & days) != 0) existed = prune(field, mapping, day) && existed;
  return existed;
}

/// The marks that stand in a record.
struct Marks {
  std::vector<std::string_view> all{};
  bool unclear = false;  ///< a list of marked items cannot be read as a whole: a mark that is not found may stand there

  bool hold(std::string_view mark) const { return std::find(all.begin(), all.end(), mark) != all.end(); }
};

bool is_marked(const Shape& item) {
  return std::any_of(item.fields.begin(), item.fields.end(),
                     [](const FieldShape& field) { return field.value && field.value->sort == Sort::mark; });
}

bool has_unclear_list(const Shape& shape, void* mapping);

bool is_unclear(const FieldShape& field, void* mapping) {
  if ((field.sorts & marks) == 0 || !field.is_mapping()) return false;
  const bool broken = field.presence(mapping) == Presence::broken;
  if (!field.is_list()) return !broken && has_unclear_list(*field.shape, field.inner(mapping));
  if (broken && is_marked(*field.shape)) return true;
  void* const list = field.member(mapping);
  for (std::size_t i = 0; i < field.list->size(list); ++i)
    if (has_unclear_list(*field.shape, field.list->item(list, i))) return true;
  return false;
}

bool has_unclear_list(const Shape& shape, void* mapping) {
  return std::any_of(shape.fields.begin(), shape.fields.end(),
                     [&](const FieldShape& field) { return is_unclear(field, mapping); });
}

Marks marks_in(const Shape& shape, void* mapping) {
  Marks found{.unclear = has_unclear_list(shape, mapping)};
  each_value(shape, mapping, marks, [&](const FieldShape&, const ValueShape& type, void* value) {
    if (const At<Prose> mark = type.text(value); mark.given()) found.all.push_back(*mark);
  });
  return found;
}

/// Follows the links to marks of a record.
class MarkLinker {
public:
  MarkLinker(const Marks& all, const Marks& visible, Findings& findings)
      : all_(all), visible_(visible), findings_(findings) {}

  /// Whether what brought the mapping in exists.
  bool keep(const Shape& shape, void* mapping) const {
    bool stays = true;
    for (const FieldShape& field : shape.fields)
      if ((field.sorts & mark_links) != 0) stays = link(field, mapping) && stays;
    return stays;
  }

private:
  bool link(const FieldShape& field, void* mapping) const {
    if (field.holds == FieldShape::Holds::value) return follow(field, field.member(mapping));
    if (field.holds == FieldShape::Holds::mappings)
      keep_items(field, mapping, [&](void* item) { return keep(*field.shape, item); });
    else if (field.is_mapping() && field.presence(mapping) == Presence::given)
      keep(*field.shape, field.inner(mapping));
    return true;
  }

  bool follow(const FieldShape& field, void* value) const {
    const At<Prose> link = field.value->text(value);
    if (!link.given() || visible_.hold(*link)) return true;
    if (all_.hold(*link)) {
      field.clear(value);
      return !field.field.opens_with_link;
    }
    field.value->presence(value) = all_.unclear ? Presence::unknown : Presence::broken;
    if (!all_.unclear) report_dangling(link.span);
    return true;
  }

  void report_dangling(Span span) const {
    const Requirement& row = row_of(Structure::dangling_link);
    findings_.push_back(
        {.of = &row,
         .severity = row.severity,
         .span = span,
         .label = Text{"в этой записи нет пункта с такой меткой", "this record has no item with such a mark"}});
  }

  const Marks& all_;
  const Marks& visible_;
  Findings& findings_;
};

}  // namespace

std::vector<std::string_view> settle(const Shape& shape, Record& record, void* mapping, Date day, Findings& findings) {
  const bool links = (shape.sorts & mark_links) != 0;
  Marks all = marks_in(shape, mapping);
  record.hidden = !keep_until(shape, mapping, day);
  if (links) MarkLinker(all, marks_in(shape, mapping), findings).keep(shape, mapping);
  return std::move(all.all);
}

void obscure(const Shape& shape, void* mapping, Span place) {
  for (const FieldShape& field : shape.fields) {
    field.presence(mapping) = Presence::broken;
    field.span(mapping) = place;
  }
}

}  // namespace nastavnik
