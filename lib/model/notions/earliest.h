#pragma once
#include "model/types.h"

namespace nastavnik {

/// Keeps the earlier of two days, with its place; of the same day the place it has.
inline void keep_earliest(const At<Day>*& first, const At<Day>& day) {
  if (!first || *day < **first) first = &day;
}

}  // namespace nastavnik
