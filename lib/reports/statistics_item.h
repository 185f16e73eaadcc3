#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/reports.h"

namespace nastavnik::reports {

/// The numbers of participants as `statistics` of a school year (11.12), which P11.12-2 counts again from the records:
/// those of the period where one was asked for, else those of the day.
/// Keys and values, as YAML writes them.
std::vector<std::pair<std::string_view, std::string>> statistics_item(const ReportRequest& request, bool of_period);

}  // namespace nastavnik::reports
