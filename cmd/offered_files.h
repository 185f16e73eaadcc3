#pragma once
#include <string_view>

#include "cmd/offers.h"

namespace nastavnik::cmd {

/// The files, or the folders alone, whose path begins so, as seen from the current folder. A folder ends in «/».
Offers offered_files(std::string_view begun, bool folders, const Environment& environment);

}  // namespace nastavnik::cmd
