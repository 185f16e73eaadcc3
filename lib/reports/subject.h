#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/registry.h"

namespace nastavnik::reports {

/// Ids of the pairs and people that the word means: an address (`pairs/2025-003`, `programs/2025-003` for its pair), an
/// id, else a part of the name.
std::vector<std::string> find_subjects(const Registry& registry, std::string_view word);

}  // namespace nastavnik::reports
