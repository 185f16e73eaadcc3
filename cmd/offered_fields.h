#pragma once
#include <span>
#include <string_view>

#include "cmd/offered_records.h"
#include "cmd/offers.h"
#include "model/shape.h"

namespace nastavnik::cmd {

/// The fields of records like these, by the beginning of the key or of the title; inside a field that has fields, behind a
/// dot. `assigned`: with the sign of equality behind.
Offers offered_fields(std::span<const Shape* const> shapes, std::string_view begun, bool assigned, Language language);

/// The field that the keys lead to in one of them; nothing where none has it.
const FieldShape* field_at(std::span<const Shape* const> shapes, std::string_view path);

/// What the field may hold, by how it begins: records, codes, yes and no.
Offers offered_answers(const FieldShape& field, std::string_view begun, OfferedRecords& records, Language language);

/// Codes, yes and no, by the beginning of the code or of its words.
Offers offered_values(const FieldShape& field, std::string_view begun, Language language);

}  // namespace nastavnik::cmd
