#pragma once
#include "source/finding.h"

namespace nastavnik {

/// The rows of the chapter on waivers, in their order; two of them are found where findings are set aside.
enum class WaiverFault : unsigned char { unused, outlives_year, not_allowed, stale_line };

const Requirement& row_of(WaiverFault fault);

}  // namespace nastavnik
