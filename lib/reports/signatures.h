#pragma once
#include "reports/reports.h"

namespace nastavnik::reports {

/// Adds the lines of the curators and of the head on the day of the report.
void add_signatures(const ReportRequest& request, Report& report);

}  // namespace nastavnik::reports
