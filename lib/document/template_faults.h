#pragma once
#include <string_view>
#include <vector>

#include "base/words.h"
#include "document/docx_package.h"

// What cannot be right in a template whatever fills it: braces without their partners, sections that do not nest.

namespace nastavnik {

/// Each with the beginning of its paragraph; at most so many, the last of them counting the rest.
std::vector<Words> template_faults(const WordPackage& package);

}  // namespace nastavnik
