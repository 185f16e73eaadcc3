#pragma once
#include <string_view>
#include <vector>

#include "source/span.h"

namespace nastavnik {

struct Settings;

/// A value of nastavnik.yaml in the place of which an earlier one counts.
struct ChangedSetting {
  Span span{};  ///< where it stands, or where it would
  std::string_view key{};
};

/// Puts the terms and limits of earlier settings, and where it is asked for their day, in the place of those that differ.
std::vector<ChangedSetting> keep_earlier(Settings& settings, const Settings& earlier, bool day_too);

}  // namespace nastavnik
