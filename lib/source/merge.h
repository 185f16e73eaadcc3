#pragma once
#include <cstdint>
#include <string_view>

#include "source/finding.h"

namespace nastavnik {

/// Whether the line is a mark that git leaves between two versions: «<<<<<<< HEAD», «=======» …
bool is_merge_mark(std::string_view line);

/// Reports the first such mark of a file; whether there was one.
bool report_unfinished_merge(std::uint32_t source, std::string_view text, Findings& findings);

}  // namespace nastavnik
