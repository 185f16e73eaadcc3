#include "acts/formatting.h"

#include <algorithm>

#include <fmt/format.h>

#include "edit/canonical.h"
#include "model/shape.h"
#include "source/requirements.h"

namespace nastavnik {
namespace {

std::vector<std::string> keys_at(const Shape* shape, std::span<const std::string_view> path) {
  for (const std::string_view key : path) {
    const FieldShape* field = shape ? shape->find(key) : nullptr;
    shape = field ? field->shape : nullptr;
  }
  std::vector<std::string> keys;
  if (!shape) return keys;
  for (const FieldShape& field : shape->fields) {
    keys.emplace_back(field.field.key);
    if (field.note) keys.push_back(fmt::format("{}_note", field.field.key));
  }
  return keys;
}

/// Whether something is wrong with the YAML of the file.
bool is_faulty(const Findings& findings, std::uint32_t source) {
  const std::span<const Requirement> rows = yaml_requirements();
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.span.source == source && finding.of >= rows.data() && finding.of < rows.data() + rows.size();
  });
}

}  // namespace

Formatted formatted(const Loaded& loaded, const AskedFiles& asked) {
  Formatted result;
  for (std::uint32_t source = 0; source < loaded.sources.size(); ++source) {
    const Source& file = loaded.sources[source];
    const Span whole{source, 0, 0};
    const Shape* shape = shape_at(file.path, loaded.sources.is_personal(whole));
    if (!shape || !asked.hold(whole)) continue;
    ++result.records;
    const auto text = file.text.data() ? canonical(file.text, [&](auto path) { return keys_at(shape, path); })
                                       : std::optional<std::string>();
    if (!text)
      result.left_alone.push_back({whole, !file.text.data() || is_faulty(loaded.findings, source)});
    else if (*text != file.text)
      result.changes.push_back({file.path, WholeFile{*text}});
  }
  return result;
}

}  // namespace nastavnik
