#pragma once
#include "report/reports.h"
#include "rules/outcome.h"

namespace nastavnik::report {

/// Adds how many findings there are of each grade.
void add_finding_figures(const Outcome& outcome, Report& report);

/// Each finding with its place, clause and what to do.
Grid table_of_findings(const ReportRequest& request, const Outcome& outcome);

}  // namespace nastavnik::report
