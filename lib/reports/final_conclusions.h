#pragma once
#include "reports/reports.h"

namespace nastavnik::reports {

/// Adds part 10 of the final report: the year in figures, what the school itself concludes and proposes, and what checks,
/// monitoring, surveys and explanations say of difficulties.
void add_conclusions(const ReportRequest& request, Report& report);

/// The file of the school year: `years/2025-2026.yaml`.
std::string file_of(const Period& year);

}  // namespace nastavnik::reports
