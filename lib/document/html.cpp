#include <fmt/format.h>

#include "base/embedded.h"
#include "base/printable.h"
#include "document/renderings.h"
#include "page/xml.h"

namespace nastavnik {
namespace embedded {
std::span<const Embedded> page_styles();
}
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : page::as_xml(text)) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else if (c == '\n')
      result += "<br>";
    else
      result += c;
  }
  return result;
}

std::string line_of(const Paragraph& paragraph) {
  std::string result;
  for (const Stretch& stretch : paragraph.stretches) {
    const std::string text = escaped(stretch.text);
    if (stretch.gap)
      result += "<mark>" + text + "</mark>";
    else
      result += stretch.bold ? "<strong>" + text + "</strong>" : text;
  }
  return result;
}

std::string_view class_of(Align align) {
  return align == Align::left ? "" : align == Align::right ? " class=\"right\"" : " class=\"centre\"";
}

std::string row_of(const TableRow& row, const std::vector<Column>& columns) {
  std::string result = "<tr>";
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string_view align = i < columns.size() ? class_of(columns[i].align) : "";
    result += row.header ? fmt::format("<th scope=\"col\">{}</th>", line_of(row.cells[i]))
                         : fmt::format("<td{}>{}</td>", align, line_of(row.cells[i]));
  }
  return result + "</tr>\n";
}

std::string columns_of(const std::vector<Column>& columns) {
  std::string result = "<colgroup>";
  for (const Column& column : columns) result += fmt::format("<col class=\"w{}\">", column.width);
  return result + "</colgroup>\n";
}

std::string block(const PaperTable& table) {
  if (table.rows.empty()) return {};
  std::string head, body;
  for (const TableRow& row : table.rows) (row.header ? head : body) += row_of(row, table.columns);
  std::string result = table.ruled ? "<table>\n" : "<table class=\"plain\" role=\"presentation\">\n";
  result += columns_of(table.columns);
  if (!head.empty()) result += "<thead>\n" + head + "</thead>\n";
  return result + "<tbody>\n" + body + "</tbody>\n</table>\n";
}

std::string block(const Paragraph& paragraph, int& number) {
  const std::string text = line_of(paragraph);
  if (text.empty()) return {};
  switch (paragraph.style) {
    case Style::title: return fmt::format("<h1>{}</h1>\n", text);
    case Style::heading: return fmt::format("<h2>{}</h2>\n", text);
    case Style::centred: return fmt::format("<p class=\"centre\">{}</p>\n", text);
    case Style::stamp: return fmt::format("<p class=\"stamp\">{}</p>\n", text);
    case Style::flush: return fmt::format("<p class=\"flush\">{}</p>\n", text);
    case Style::numbered: return fmt::format("<p>{}. {}</p>\n", ++number, text);
    case Style::dashed: return fmt::format("<p>– {}</p>\n", text);
    case Style::note: return fmt::format("<p class=\"note\">{}</p>\n", text);
    case Style::text: break;
  }
  return fmt::format("<p>{}</p>\n", text);
}

/// The widths that the tables of the paper use.
std::string widths(const Paper& paper) {
  std::string result;
  for (const PaperBlock& block_ : paper.blocks) {
    const auto* table = std::get_if<PaperTable>(&block_);
    if (!table) continue;
    for (const Column& column : table->columns) {
      const std::string rule = fmt::format(".w{0} {{ width: {0}%; }}\n", column.width);
      if (result.find(rule) == std::string::npos) result += rule;
    }
  }
  return result;
}

}  // namespace

std::string html(const Paper& paper, const Provenance& provenance) {
  std::string body;
  int number = 0;
  for (const PaperBlock& block_ : paper.blocks) {
    if (const auto* table = std::get_if<PaperTable>(&block_))
      body += block(*table);
    else if (const auto* paragraph = std::get_if<Paragraph>(&block_))
      body += block(*paragraph, number);
    else {
      body += "<hr class=\"page\">\n";
      number = 0;
    }
  }
  const std::string footer =
      provenance.draft ? fmt::format("<footer>{}</footer>\n", escaped(said(provenance))) : std::string();
  return harmless(fmt::format(
      "<!DOCTYPE html>\n<html lang=\"ru\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"description\" content=\"{}\">\n<title>{}</title>\n<style>\n{}{}{}</style>\n</head>\n<body>\n<main>\n"
      "{}</main>\n{}</body>\n</html>\n",
      escaped(said(provenance)), escaped(paper.title), embedded::page_styles().front().bytes,
      paper.landscape ? "@page { size: A4 landscape; }\n" : "", widths(paper), body, footer));
}

}  // namespace nastavnik
