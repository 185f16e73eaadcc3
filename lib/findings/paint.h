#pragma once
#include <string>
#include <string_view>

#include "base/printable.h"
#include "source/finding.h"

namespace nastavnik {

/// A text that a terminal may be given, with its colours.
struct Painted {
  std::string text{};
};

/// Colours for a terminal; without them a text is only made fit for one.
class Paint {
public:
  explicit Paint(bool on) : on_(on) {}
  Painted by_severity(Severity severity, std::string_view text) const;
  Painted strong(std::string_view text) const;
  Painted gutter(std::string_view text) const;
  Painted good(std::string_view text) const;

private:
  bool on_;
};

/// The one way into a line for a terminal: what was not painted has not been made fit yet.
inline const std::string& fit(const Painted& painted) { return painted.text; }
inline std::string fit(std::string_view text) { return printable(text); }

}  // namespace nastavnik
