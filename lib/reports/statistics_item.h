#pragma once

#include "reports/reports.h"
#include "source/yaml_value.h"

namespace nastavnik::reports {

/// The numbers of participants as `statistics` of a school year (11.12), which P11.12-2 counts again from the records:
/// those of the period where one was asked for, else those of the day.
YamlValue statistics_item(const ReportRequest& request, bool of_period);

}  // namespace nastavnik::reports
