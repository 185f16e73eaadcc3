#pragma once
#include <vector>

#include "model/shape.h"
#include "views/asked.h"

namespace nastavnik::views {

/// What the record says, field by field: the titles of the field table and values in words. Of what is absent nothing.
std::vector<reports::Block> fields_in_words(const Asked& asked, const Shape& shape, const Record& record);

}  // namespace nastavnik::views
