#pragma once
#include <string>

#include "reports/reports.h"

// Formats of reports that keep numbers as numbers; the others are those of any page (page/writers.h).

namespace nastavnik::reports {

std::string as_json(const Page& report, const Style& style);
std::string as_csv(const Page& report, const Style& style);
std::string as_xlsx(const Page& report, const Style& style);

}  // namespace nastavnik::reports
