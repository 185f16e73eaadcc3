#pragma once
#include <cstddef>
#include <vector>

#include "model/load.h"
#include "rules/narrowing.h"
#include "source/change.h"

namespace nastavnik {

/// A record that keeps the form it has.
struct LeftAlone {
  Span file{};
  bool is_faulty = false;  ///< it cannot be read without a fault; else it would read otherwise in the one form
};

/// Records brought into their one form.
struct Formatted {
  Changes changes{};  ///< those that have another
  std::vector<LeftAlone> left_alone{};
  std::size_t records = 0;  ///< all that were asked about
};

/// Keys go where the field table has them. Judges nothing and leaves alone what cannot be read.
Formatted formatted(const Loaded& loaded, const AskedFiles& asked);

}  // namespace nastavnik
