#pragma once

#include "reports/reports.h"
#include "source/change.h"

namespace nastavnik::reports {

/// The numbers of participants as one more item of `statistics` of the school year (11.12), which P11.12-2 counts again from
/// the records: those of the period where one was asked for, else those of the day.
Change statistics_change(const ReportRequest& request, bool of_period);

}  // namespace nastavnik::reports
