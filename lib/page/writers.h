#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "page/page.h"

namespace nastavnik::page {

std::string as_text(const Page& page, std::size_t width);
std::string as_markdown(const Page& page);
/// One file that asks for nothing from elsewhere, and prints on A4 pages.
std::string as_html(const Page& page);
std::string as_docx(const Page& page);
/// A .docx to be filled, its placeholders as they are: what holds lines together on a page is up to who fills it.
std::string as_docx_template(const Page& page);

/// What stands at the head of a page of the manual.
struct ManualHead {
  std::string name{};  ///< in capitals
  int section = 1;
  std::string date{};
  std::string program{};  ///< with its version
  std::string manual{};   ///< what the section holds
};

/// A page of the manual: its sections are the headings.
std::string as_roff(const Page& page, const ManualHead& head);

/// A format in which any page can be read: text, markdown, html.
struct Format {
  std::string_view name{};
  Text title{};
  std::string (*write)(const Page& page, std::size_t width) = nullptr;
};
std::span<const Format> formats();

}  // namespace nastavnik::page
