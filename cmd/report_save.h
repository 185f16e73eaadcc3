#pragma once
#include "cmd/environment.h"
#include "cmd/exit_status.h"
#include "disk/root.h"
#include "reports/reports.h"

namespace nastavnik::cmd {

/// `--save`: the statistics as an item of `years/`. Where the school year has no file yet, the file is made; else the
/// item is printed for the curator to add.
ExitStatus save_statistics(const Root& registry, const reports::ReportRequest& request, bool days_asked,
                           Environment& environment);

}  // namespace nastavnik::cmd
