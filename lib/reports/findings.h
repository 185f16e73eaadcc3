#pragma once
#include "reports/reports.h"
#include "rules/outcome.h"

namespace nastavnik::reports {

/// Adds how many findings there are of each grade, and how many are set aside and do not count.
void add_finding_figures(const Outcome& outcome, Report& report);

/// Adds each finding with its place, clause and what to do; each one set aside with the reason, by whom and until when; and
/// the severities that the school has changed.
void add_findings(const ReportRequest& request, const Outcome& outcome, Report& report);

/// What is set aside: the decision behind it, never left out and never counted.
Grid table_of_set_aside(const ReportRequest& request, const std::vector<const SetAside*>& set_aside);

}  // namespace nastavnik::reports
