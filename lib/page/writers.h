#pragma once
#include <string>

#include "page/page.h"

namespace nastavnik::report {

std::string report_as_text(const Report& report, const ReportStyle& style);
std::string report_as_markdown(const Report& report, const ReportStyle& style);
std::string report_as_html(const Report& report, const ReportStyle& style);
std::string report_as_json(const Report& report, const ReportStyle& style);
std::string report_as_csv(const Report& report, const ReportStyle& style);
std::string report_as_xlsx(const Report& report, const ReportStyle& style);
std::string report_as_docx(const Report& report, const ReportStyle& style);

}  // namespace nastavnik::report
