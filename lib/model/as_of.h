#pragma once
#include <string_view>
#include <vector>

#include "model/field.h"
#include "model/shape.h"
#include "source/finding.h"

// The registry as it stood on a day: what happened later is taken out before anybody sees the records.

namespace nastavnik {

/// Makes the record what it was at the end of the day; gives back the marks (local ids) that stand in it, later ones too.
/// Links to marks are followed: what links to nothing is reported; what links to an item that is later than the day is
/// absent, and so is a mapping that such an item brought in.
std::vector<std::string_view> settle(const Shape& shape, Record& record, void* mapping, Date day, Findings& findings);

/// Leaves every field of a record broken: the record should be there, but it cannot be read.
void obscure(const Shape& shape, void* mapping, Span place);

}  // namespace nastavnik
