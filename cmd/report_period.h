#pragma once
#include <optional>

#include "base/periods.h"
#include "cmd/command.h"

namespace nastavnik::cmd {

/// The school year of `--year`. Throws UsageError where it is none.
std::optional<Period> asked_year(const Arguments& arguments);

/// The days of `--year` or `--period`. Throws UsageError where they are none.
std::optional<Period> asked_days(const Arguments& arguments);

/// The days that a report is about: those asked for as far as the day judged, else the school year up to it. Throws
/// UsageError where they begin later.
Period days_reported(const std::optional<Period>& asked, Date day);

}  // namespace nastavnik::cmd
