#include <pugixml.hpp>

#include "base/embedded.h"
#include "document/renderings.h"
#include "page/package.h"
#include "page/xml.h"

namespace nastavnik {
namespace embedded {
std::span<const Embedded> docx_parts();
}
namespace {

constexpr const char* namespace_of_w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr int text_width = 9638;             // in twentieths of a point: A4 less margins of 30 and 10 mm
constexpr int landscape_text_width = 14570;  // A4 lying, less margins of 20 and 20 mm

const char* style_id(Style style) {
  switch (style) {
    case Style::title: return "Title";
    case Style::heading: return "Heading1";
    case Style::centred: return "Centred";
    case Style::stamp: return "Stamp";
    case Style::text: return "BodyText";
    case Style::flush: return "Flush";
    case Style::numbered: return "Numbered";
    case Style::dashed: return "Dashed";
    case Style::note: return "Note";
  }
  return "Normal";
}

void add_value(pugi::xml_node parent, const char* name, const char* value) {
  parent.append_child(name).append_attribute("w:val") = value;
}

/// The text of a run, its line breaks as Word has them.
void add_text(pugi::xml_node run, const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  for (bool first = true; std::getline(lines, line); first = false) {
    if (!first) run.append_child("w:br");
    pugi::xml_node node = run.append_child("w:t");
    node.append_attribute("xml:space") = "preserve";
    node.text() = line.c_str();
  }
}

void add_runs(pugi::xml_node parent, const Paragraph& paragraph, bool bold) {
  for (const Stretch& stretch : paragraph.stretches) {
    pugi::xml_node run = parent.append_child("w:r");
    if (bold || stretch.bold) run.append_child("w:rPr").append_child("w:b");
    add_text(run, stretch.text);
  }
}

void add(pugi::xml_node body, const Paragraph& paragraph, bool landscape) {
  pugi::xml_node node = body.append_child("w:p");
  pugi::xml_node properties = node.append_child("w:pPr");
  add_value(properties, "w:pStyle", style_id(paragraph.style));
  if (landscape && paragraph.style == Style::stamp) properties.append_child("w:ind").append_attribute("w:left") = 9600;
  add_runs(node, paragraph, false);
}

void add_borders(pugi::xml_node properties, bool ruled) {
  pugi::xml_node borders = properties.append_child("w:tblBorders");
  for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
    pugi::xml_node border = borders.append_child(side);
    border.append_attribute("w:val") = ruled ? "single" : "none";
    border.append_attribute("w:sz") = ruled ? 4 : 0;
    border.append_attribute("w:space") = 0;
    border.append_attribute("w:color") = "auto";
  }
}

void add_width(pugi::xml_node parent, const char* name, int width) {
  pugi::xml_node node = parent.append_child(name);
  node.append_attribute("w:w") = width;
  node.append_attribute("w:type") = "dxa";
}

void add_cell(pugi::xml_node row, const Paragraph& cell, const Column& column, int width, bool ruled, bool header) {
  pugi::xml_node node = row.append_child("w:tc");
  add_width(node.append_child("w:tcPr"), "w:tcW", width * column.width / 100);
  pugi::xml_node paragraph = node.append_child("w:p");
  pugi::xml_node properties = paragraph.append_child("w:pPr");
  add_value(properties, "w:pStyle", ruled ? "Cell" : "Flush");
  const bool centred = column.align == Align::centre || header;
  if (centred || column.align == Align::right) add_value(properties, "w:jc", centred ? "center" : "right");
  add_runs(paragraph, cell, header);
}

void add(pugi::xml_node body, const PaperTable& table, int width) {
  pugi::xml_node node = body.append_child("w:tbl");
  pugi::xml_node properties = node.append_child("w:tblPr");
  add_width(properties, "w:tblW", width);
  add_borders(properties, table.ruled);
  add_value(properties, "w:tblLayout", "fixed");
  properties.child("w:tblLayout").attribute("w:val").set_name("w:type");
  pugi::xml_node grid = node.append_child("w:tblGrid");
  for (const Column& column : table.columns)
    grid.append_child("w:gridCol").append_attribute("w:w") = width * column.width / 100;
  for (const TableRow& row : table.rows) {
    pugi::xml_node line = node.append_child("w:tr");
    pugi::xml_node row_properties = line.append_child("w:trPr");
    row_properties.append_child("w:cantSplit");
    if (row.header) row_properties.append_child("w:tblHeader");
    for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i)
      add_cell(line, row.cells[i], table.columns[i], width, table.ruled, row.header);
  }
}

void add_page_break(pugi::xml_node body) {
  body.append_child("w:p").append_child("w:r").append_child("w:br").append_attribute("w:type") = "page";
}

void add_page(pugi::xml_node body, bool landscape) {
  pugi::xml_node section = body.append_child("w:sectPr");
  const auto refer = [&](const char* element, const char* type, const char* id) {
    pugi::xml_node reference = section.append_child(element);
    reference.append_attribute("w:type") = type;
    reference.append_attribute("r:id") = id;
  };
  refer("w:headerReference", "default", "rId4");
  refer("w:footerReference", "default", "rId5");
  refer("w:footerReference", "first", "rId5");
  pugi::xml_node size = section.append_child("w:pgSz");
  size.append_attribute("w:w") = landscape ? 16838 : 11906;
  size.append_attribute("w:h") = landscape ? 11906 : 16838;
  if (landscape) size.append_attribute("w:orient") = "landscape";
  pugi::xml_node margins = section.append_child("w:pgMar");
  margins.append_attribute("w:top") = landscape ? 1701 : 1134;
  margins.append_attribute("w:right") = landscape ? 1134 : 567;
  margins.append_attribute("w:bottom") = landscape ? 567 : 1134;
  margins.append_attribute("w:left") = landscape ? 1134 : 1701;
  for (const char* name : {"w:header", "w:footer"}) margins.append_attribute(name) = 567;
  margins.append_attribute("w:gutter") = 0;
  section.append_child("w:titlePg");
}

std::string document_xml(const Paper& paper) {
  pugi::xml_document document;
  pugi::xml_node root = page::begin(document, "w:document");
  root.append_attribute("xmlns:w") = namespace_of_w;
  root.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  pugi::xml_node body = root.append_child("w:body");
  const int width = paper.landscape ? landscape_text_width : text_width;
  for (const PaperBlock& block : paper.blocks) {
    if (const auto* table = std::get_if<PaperTable>(&block)) {
      // Word takes two tables without a paragraph between for one, with the borders of the last.
      if (std::string_view(body.last_child().name()) == "w:tbl") add(body, Paragraph{.style = Style::flush}, false);
      add(body, *table, width);
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block))
      add(body, *paragraph, paper.landscape);
    else
      add_page_break(body);
  }
  add_page(body, paper.landscape);
  return page::written(document);
}

}  // namespace

std::string docx_template(const Paper& paper, Date day) {
  std::vector<PackagePart> parts;
  for (const Embedded& part : embedded::docx_parts())
    parts.push_back({std::string(part.path), std::string(part.bytes)});
  parts.push_back({"word/document.xml", document_xml(paper)});
  return packed(parts, day);
}

}  // namespace nastavnik
