#pragma once
#include <string>

#include "page/page.h"

namespace nastavnik::page {

std::string as_text(const Page& report, const Style& style);
std::string as_markdown(const Page& report, const Style& style);
std::string as_html(const Page& report, const Style& style);
std::string as_docx(const Page& report, const Style& style);

}  // namespace nastavnik::page
