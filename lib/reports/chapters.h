#pragma once
#include "reports/reports.h"

namespace nastavnik::report {

// One function a report, each in the file of its name.
ReportKind statistics_report();
ReportKind involvement_report();
ReportKind young_teachers_report();
ReportKind results_report();
ReportKind load_report();
ReportKind quality_report();
ReportKind professional_development_report();
ReportKind roadmap_report();
ReportKind releases_report();
ReportKind completeness_report();
ReportKind publication_report();
ReportKind compliance_report();
ReportKind journal_report();
ReportKind final_report();

}  // namespace nastavnik::report
