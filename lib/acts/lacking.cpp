#include "acts/lacking.h"

#include <algorithm>

#include "acts/typed_mapping.h"
#include "base/ascii.h"
#include "edit/meaning.h"
#include "model/shape.h"

namespace nastavnik {
namespace {

/// One word may be its value.
bool is_typed_at_once(const FieldShape& field) {
  return !field.is_mapping() || (field.is_list() && only_required(*field.shape));
}

/// Whether a finding that makes the change wrong is of the rule that speaks when the field is absent.
bool is_missed(const Field& field, const ChangedFile& file, const Judged& judged) {
  const std::vector<std::string_view> rules = at_commas(field.reported_by);
  for (std::size_t i = 0; i < judged.fresh.size(); ++i) {
    const Finding& finding = judged.fresh[i];
    if (finding.severity != Severity::error || judged.was_veiled[i]) continue;
    if (judged.after->sources.path(finding.span) == file.path && std::ranges::count(rules, finding.of->id) != 0)
      return true;
  }
  return false;
}

}  // namespace

std::vector<const Field*> fields_lacking(const Judged& judged, const Loaded& before) {
  std::vector<const Field*> fields;
  for (const ChangedFile& file : judged.files) {
    const Shape* shape = shape_at(file.path, file.path.starts_with(before.sources.personal_folder()));
    if (!shape) continue;
    const YamlValue was = meaning_of(file.before.value_or("")), is = meaning_of(file.after.value_or(""));
    for (const FieldShape& one : shape->fields)
      if (!value_at(was, one.field.key) && !value_at(is, one.field.key) && is_typed_at_once(one) &&
          is_missed(one.field, file, judged))
        fields.push_back(&one.field);
  }
  return fields;
}

}  // namespace nastavnik
