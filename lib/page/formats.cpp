#include <array>

#include "page/writers.h"

namespace nastavnik::page {

std::span<const Format> formats() {
  static constexpr std::array table{
      Format{"text", {"для чтения на экране", "to read on a screen"}, as_text},
      Format{"markdown",
             {"для вики и писем", "for a wiki or a letter"},
             [](const Page& page, std::size_t) { return as_markdown(page); }},
      Format{"html",
             {"страница для браузера и печати", "a page for a browser and for print"},
             [](const Page& page, std::size_t) { return as_html(page); }},
  };
  return table;
}

}  // namespace nastavnik::page
