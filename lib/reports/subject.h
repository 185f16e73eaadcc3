#pragma once
#include <string_view>

#include "model/find.h"

namespace nastavnik::reports {

/// The pair (`pairs/ID`) or the person (`people/ID`) that a journal is asked about; a programme stands for its pair.
Meant find_subject(const Registry& registry, std::string_view word);

}  // namespace nastavnik::reports
