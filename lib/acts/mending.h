#pragma once
#include <cstddef>
#include <functional>
#include <string_view>

#include "model/load.h"
#include "source/change.h"
#include "source/finding.h"

namespace nastavnik {

/// What can be mended without asking anybody.
struct Mended {
  Changes changes{};         ///< each of a file as a whole
  std::size_t mended = 0;    ///< findings
  std::size_t doubtful = 0;  ///< findings that could be mended if a person looked at it
};

/// Mends what findings of a check tell how to mend, also what is seen only then; `unsafe` takes what is in doubt, too. Only
/// findings that `takes`. `request` is what the registry was loaded by.
Mended mend(const LoadRequest& request, const Loaded& loaded, bool unsafe,
            const std::function<bool(const Sources&, const Finding&)>& takes);

}  // namespace nastavnik
