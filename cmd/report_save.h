#pragma once
#include "cmd/environment.h"
#include "cmd/exit_status.h"
#include "cmd/open.h"
#include "reports/reports.h"

namespace nastavnik::cmd {

/// `--save`: the statistics as the last item of `statistics` in the file of the school year, which is made where there is
/// none; a dry run shows what would be added. Where the file has a form that cannot be added to, the item is printed for the
/// curator to add.
ExitStatus save_statistics(const Open& open, const reports::ReportRequest& request, bool days_asked, bool dry_run,
                           Environment& environment);

}  // namespace nastavnik::cmd
