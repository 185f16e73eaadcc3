#pragma once
#include <vector>

#include "acts/judge.h"
#include "model/field.h"

namespace nastavnik {

/// Fields that the changed records lack, and did before, because of which they would be in error: a command that sets them
/// as well would not be refused for that.
std::vector<const Field*> fields_lacking(const Judged& judged, const Loaded& before);

}  // namespace nastavnik
