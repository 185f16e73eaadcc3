#pragma once
#include "report/reports.h"

namespace nastavnik::report {

// One function a report, each in the file of its name.
ReportKind statistics_report();

}  // namespace nastavnik::report
