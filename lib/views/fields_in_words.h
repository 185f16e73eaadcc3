#pragma once
#include <vector>

#include "model/shape.h"
#include "views/asked.h"

namespace nastavnik::views {

/// The title of a field that has a value: without what it says of a missing one («нет — пара формируется»), of when it is
/// filled in, and of what should not be written there.
Words title_of_given(const Text& title);

/// What the record says, field by field: the titles of the field table and values in words. Of what is absent nothing.
std::vector<reports::Block> fields_in_words(const Asked& asked, const Shape& shape, const Record& record);

}  // namespace nastavnik::views
