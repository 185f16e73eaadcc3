#pragma once
#include "cmd/registries.h"

namespace nastavnik::cmd {

/// A registry as a report needs it: judged on a day that suits the days it is about.
struct OpenForReport {
  FoundRegistry found{};
  OpenRegistry registry{};
  Period period{};
  bool asked = false;  ///< the days were named
};

/// Reads the registry one stands in and the days of `--year` or `--period`. A period that is over is reported on from
/// its last day, unless `--as-of` says otherwise. Speaks the registry's language from here on.
OpenForReport open_for_report(const Arguments& arguments, Environment& environment);

}  // namespace nastavnik::cmd
