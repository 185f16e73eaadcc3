#pragma once
#include <string_view>

#include "base/date.h"

namespace nastavnik {

/// What a term comes to that is told in words.
struct ToldTerm {
  enum class Kind {
    dated,
    outside,    ///< no day of the period, «июль» where it ends in May
    as_needed,  ///< «по мере необходимости»: it is never over
    unclear,
  };
  Kind kind = Kind::unclear;
  Date last{};  ///< the last day of what is dated
};

/// A term as plans of schools tell it: «октябрь» is the end of that month, «до 15 октября» the day, «II четверть» and
/// «I полугодие» those of the school year; «с октября», «в течение года» and «ежемесячно» last to the end of the period.
/// What may be meant twice is taken for the later.
ToldTerm told_term(std::string_view words, const Period& within);

}  // namespace nastavnik
