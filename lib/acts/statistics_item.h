#pragma once
#include "base/date.h"
#include "model/registry.h"
#include "source/change.h"

namespace nastavnik {

/// The numbers of participants as one more item of `statistics` of the school year (11.12), which P11.12-2 counts again from
/// the records: those of the period, or of its last day.
Change statistics_change(const Registry& registry, const Period& period, bool of_period);

}  // namespace nastavnik
