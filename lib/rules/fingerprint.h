#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/place.h"
#include "source/finding.h"
#include "source/source.h"

namespace nastavnik {

/// The address of the record that a span lies in: `programs/2025-003`, `organization`.
std::string address_of(const Sources& sources, Span span);
/// Of all records that were found, those that cannot be read or do not exist yet among them.
std::vector<std::string> addresses_of(const Loaded& loaded);

/// What is known of a finding besides what it says.
struct Traits {
  std::string record{};
  PlaceInRecord place{};
  std::string fingerprint{};
};

/// One of each finding, in their order. A fingerprint is `RULE RECORD FIELD VALUE`, with a number behind it where two
/// would be the same: no line, no message, no date of making; the value is a hash, and none of people/ is among them.
std::vector<Traits> traits_of(const Loaded& loaded, const Findings& findings);

}  // namespace nastavnik
