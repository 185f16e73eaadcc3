#pragma once
#include <cstddef>
#include <string>

#include "page/page.h"

namespace nastavnik::page {

std::string as_text(const Page& page, std::size_t width);
std::string as_markdown(const Page& page);
/// One file that asks for nothing from elsewhere, and prints on A4 pages.
std::string as_html(const Page& page);
std::string as_docx(const Page& page);
/// A .docx to be filled, its placeholders as they are: what holds lines together on a page is up to who fills it.
std::string as_docx_template(const Page& page);

}  // namespace nastavnik::page
