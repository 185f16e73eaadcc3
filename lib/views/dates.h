#pragma once
#include "model/shape.h"
#include "views/asked.h"

namespace nastavnik::views {

/// The dates that the record tells, in order, each with the title of its field and what it belongs to.
reports::Grid dates_in(const Asked& asked, const Shape& shape, const Record& record);

}  // namespace nastavnik::views
