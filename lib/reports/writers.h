#pragma once
#include <string>

#include "reports/reports.h"

// Formats of reports: those of any page, and those that keep numbers as numbers.

namespace nastavnik::reports {

std::string as_text(const Report& report, const Style& style);
std::string as_markdown(const Report& report, const Style& style);
std::string as_html(const Report& report, const Style& style);
/// To sign on paper: where it comes from stands in the properties of the file alone.
std::string as_docx(const Report& report, const Style& style);
std::string as_json(const Report& report, const Style& style);
std::string as_csv(const Report& report, const Style& style);
std::string as_xlsx(const Report& report, const Style& style);

}  // namespace nastavnik::reports
