#pragma once
#include "reports/reports.h"

namespace nastavnik::reports {

/// Adds participants, pairs and programmes of each school year up to the day, as a table and a chart.
void add_years_compared(const ReportRequest& request, Report& report);

}  // namespace nastavnik::reports
