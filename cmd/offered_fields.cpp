#include "cmd/offered_fields.h"

#include <algorithm>

#include "base/text.h"
#include "model/kinds.h"

namespace nastavnik::cmd {
namespace {

bool begins(std::string_view text, std::string_view begun) { return fold(text).starts_with(fold(begun)); }

/// Whether a word of the text begins so.
bool has_begun(std::string_view text, std::string_view begun) {
  return begins(text, begun) || fold(text).find(' ' + fold(begun)) != std::string::npos;
}

/// The field that the keys lead to, items in brackets left out.
const FieldShape* field_in(const Shape& top, std::string_view path) {
  const Shape* shape = &top;
  const FieldShape* field = nullptr;
  while (!path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string_view step = path.substr(0, dot);
    field = shape ? shape->find(step.substr(0, step.find('['))) : nullptr;
    if (!field) return nullptr;
    shape = field->shape;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return field;
}

}  // namespace

Offers offered_fields(std::span<const Shape* const> shapes, std::string_view begun, bool assigned, Language language) {
  const std::size_t inside = begun.rfind('.') + 1;
  const std::string_view before = begun.substr(0, inside), last = begun.substr(inside);
  Offers offers;
  for (const Shape* shape : shapes) {
    const FieldShape* in = before.empty() ? nullptr : field_in(*shape, before.substr(0, inside - 1));
    if (!before.empty()) shape = in ? in->shape : nullptr;
    if (!shape) continue;
    for (const FieldShape& field : shape->fields) {
      const std::string_view title = field.field.title.in(language);
      if (!begins(field.field.key, last) && !begins(title, last)) continue;
      Offer offer{fmt::format("{}{}{}", before, field.field.key, assigned ? "=" : ""), std::string(title)};
      if (std::ranges::find(offers, offer.word, &Offer::word) == offers.end()) offers.push_back(std::move(offer));
    }
  }
  return offers;
}

const FieldShape* field_at(std::span<const Shape* const> shapes, std::string_view path) {
  for (const Shape* shape : shapes)
    if (const FieldShape* field = field_in(*shape, path)) return field;
  return nullptr;
}

Offers offered_answers(const FieldShape& field, std::string_view begun, OfferedRecords& records, Language language) {
  if (field.value && field.value->sort == Sort::link) return records.of_kind(*folder_kinds()[field.value->kind], begun);
  return offered_values(field, begun, language);
}

Offers offered_values(const FieldShape& field, std::string_view begun, Language language) {
  Offers offers;
  const Notation notation = field.notation();
  for (const Code& code : notation.codes)
    if (begins(code.code, begun) || has_begun(code.label.in(language), begun))
      offers.push_back({std::string(code.code), std::string(code.label.in(language))});
  constexpr static Text yes{"да", "yes"}, no{"нет", "no"};
  if (field.value && notation.json == Notation::Json::truth)
    for (const Text& word : {yes, no})
      if (begins(word.in(language), begun)) offers.push_back({std::string(word.in(language)), {}});
  return offers;
}

}  // namespace nastavnik::cmd
