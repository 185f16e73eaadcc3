#include "handbook/roff.h"

#include <algorithm>

#include <fmt/format.h>

namespace nastavnik::roff {

std::string escaped(std::string_view text) {
  std::string roff;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) roff += "\\&";
    line_begins = c == '\n';
    switch (c) {
      case '\\': roff += "\\e"; break;
      case '-': roff += "\\-"; break;
      case '\'': roff += "\\(aq"; break;
      case '`': roff += "\\(ga"; break;
      case '^': roff += "\\(ha"; break;
      case '~': roff += "\\(ti"; break;
      case '"': roff += "\\(dq"; break;
      default: roff += c;
    }
  }
  return roff;
}

std::string paragraphs(std::string_view text, std::string_view between) {
  std::string roff;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const bool paragraph_ends = text.substr(end).starts_with("\n\n");
    roff += escaped(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + (paragraph_ends ? 2 : 1), text.size()));
    if (!text.empty()) roff += paragraph_ends ? fmt::format("{}\n", between) : ".br\n";
  }
  return roff;
}

std::string section(std::string_view title, const std::string& body) {
  return body.empty() ? "" : fmt::format(".SH \"{}\"\n{}", escaped(title), body);
}

std::string subsection(std::string_view title) { return fmt::format(".SS \"{}\"\n", escaped(title)); }

std::string tagged(std::string_view tag, std::string_view text) {
  return fmt::format(".TP\n\\fB{}\\fR\n{}", escaped(tag), paragraphs(text, ".IP"));
}

std::string in_columns(std::string_view tag, std::string_view text, int width) {
  return fmt::format(".TP {}n\n\\fB{}\\fR\n{}", width, escaped(tag), paragraphs(text, ".IP"));
}

}  // namespace nastavnik::roff
