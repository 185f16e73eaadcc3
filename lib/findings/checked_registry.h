#pragma once
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/words.h"
#include "model/registry.h"
#include "rules/conceal.h"
#include "rules/outcome.h"
#include "source/source.h"

namespace nastavnik {

/// Where the day of a run came from.
enum class DayOrigin : unsigned char { option, registry, clock };

/// One checked registry, ready to be shown.
struct CheckedRegistry {
  std::string root{};  ///< path of the registry as shown to the reader; "." when it is the current directory
  const Sources* sources = nullptr;
  const Outcome* outcome = nullptr;  ///< findings already narrowed to what was asked for
  Date as_of{};
  DayOrigin origin = DayOrigin::clock;
  const Conceal* conceal = nullptr;  ///< nothing where names may be shown
  const Registry* people = nullptr;  ///< whose names may stand beside the places, where a person reads
  /// The command that mends a finding; empty where none does.
  std::function<Words(const Finding&)> command{};
};

struct RenderOptions {
  Language language = Language::ru;
  bool colour = false;
  bool quiet = false;                  ///< findings only, no summary
  bool verbose = false;                ///< the summary says how many rules were checked, too
  bool statistics = false;             ///< findings counted by rule instead of listed one by one
  Severity fail_on = Severity::error;  ///< what makes the exit status 1
  std::string_view version{};          ///< of the program
  std::size_t width = 0;               ///< of the terminal where a person reads it: grades in words, lines within it
  bool unmask = false;                 ///< values of people/ may be shown (never in a machine format)
};

/// A way to print what `check` found.
struct CheckFormat {
  std::string_view name{};
  Text title{};
  void (*render)(std::ostream&, std::span<const CheckedRegistry>, const RenderOptions&) = nullptr;
};

/// text, concise, json, sarif, junit, github, gitlab.
std::span<const CheckFormat> check_formats();

}  // namespace nastavnik
