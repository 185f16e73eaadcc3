#pragma once
#include "cmd/environment.h"
#include "cmd/exit_status.h"
#include "cmd/report_period.h"
#include "reports/reports.h"

namespace nastavnik::cmd {

/// `--save`: the statistics as an item of `years/`. Where the school year has no file yet, the file is made; else the
/// item is printed for the curator to add.
ExitStatus save_statistics(const OpenForReport& open, const reports::ReportRequest& request, Environment& environment);

}  // namespace nastavnik::cmd
