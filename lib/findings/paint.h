#pragma once
#include <string>
#include <string_view>

#include "source/finding.h"

namespace nastavnik {

/// Colours for a terminal; without them every text comes back as it is.
class Paint {
public:
  explicit Paint(bool on) : on_(on) {}
  std::string by_severity(Severity severity, std::string_view text) const;
  std::string strong(std::string_view text) const;
  std::string gutter(std::string_view text) const;
  std::string good(std::string_view text) const;

private:
  bool on_;
};

}  // namespace nastavnik
