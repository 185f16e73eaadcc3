#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"

namespace nastavnik {

/// The last day of a term that is told in words, as in plans of schools: «октябрь» is the end of that month, «до 15 октября»
/// the day, «II четверть» and «I полугодие» those of the school year, «в течение года» and «ежемесячно» the end of the
/// period. What may be meant twice is taken for the later. Nothing where the words name no day of the period.
std::optional<Date> last_day_in_words(std::string_view words, const Period& within);

}  // namespace nastavnik
