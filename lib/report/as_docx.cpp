#include <algorithm>
#include <array>
#include <pugixml.hpp>

#include "base/text.h"
#include "report/formats.h"
#include "report/package.h"

namespace nastavnik::report {
namespace {

using Node = pugi::xml_node;

constexpr const char* word_names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

struct StringWriter : pugi::xml_writer {
  std::string bytes;
  void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
};

std::string written(const pugi::xml_document& document) {
  StringWriter out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.bytes;
}

/// An empty document with its XML declaration and root.
Node begin(pugi::xml_document& document, const char* root) {
  Node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  declaration.append_attribute("standalone") = "yes";
  return document.append_child(root);
}

Node with(Node parent, const char* name, std::initializer_list<std::pair<const char*, std::string>> attributes = {}) {
  Node node = parent.append_child(name);
  for (const auto& [key, value] : attributes) node.append_attribute(key) = value.c_str();
  return node;
}

Node begin_word(pugi::xml_document& document, const char* root) {
  Node node = begin(document, root);
  node.append_attribute("xmlns:w") = word_names;
  return node;
}

constexpr int twips_in_mm = 57;
std::string mm(int length) { return std::to_string(length * twips_in_mm); }

class BodyWriter {
public:
  BodyWriter(Node body, const ReportStyle& style) : body_(body), style_(style) {}

  void title(const Report& report) {
    paragraph(body_, in(report.title), "Title");
    for (const Words& line : report.subtitle) paragraph(body_, in(line), "Subtitle");
  }
  void operator()(const Heading& heading) { paragraph(body_, in(heading.text), heading.level <= 2 ? "Heading1" : "Heading2"); }
  void operator()(const Paragraph& block) { paragraph(body_, in(block.text), "Normal"); }
  void operator()(const Items& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i) paragraph(body_, fmt::format("{} {}", list.numbered ? fmt::format("{}.", i + 1) : "–", in(list.items[i])), "ListParagraph");
  }
  void operator()(const Figures& block) {
    paragraph(body_, in(block.title), "Caption");
    Node table = begin_table(2);
    for (const Figure& figure : block.figures) {
      Node row = begin_row(table, false);
      cell(row, in(figure.title), false, 3200);
      cell(row, shown(figure.value, style_.language), true, 1800);
    }
    after_table();
    if (!style_.explain_figures) return;
    for (const Figure& figure : block.figures) paragraph(body_, fmt::format("{}: {}. {}", in(figure.title), in(figure.definition), fmt::join(figure.records, ", ")), "Small");
  }
  void operator()(const Grid& grid) {
    paragraph(body_, in(grid.title), "Caption");
    if (grid.rows.empty()) return paragraph(body_, in(grid.when_empty), "Normal");
    Node table = begin_table(grid.columns.size());
    const std::vector<int> widths = widths_of(grid);
    Node head = begin_row(table, true);
    for (std::size_t i = 0; i < widths.size(); ++i) cell(head, in(grid.columns[i].title), grid.columns[i].number, widths[i], true);
    for (const Row& row : grid.rows) {
      Node line = begin_row(table, false);
      for (std::size_t i = 0; i < row.cells.size(); ++i) cell(line, shown(row.cells[i], style_.language), grid.columns[i].number, widths[i]);
    }
    after_table();
  }
  void operator()(const BarChart&) {}  // the table beside it says the same
  void operator()(const Timeline&) {}
  void operator()(const Signatures& block) {
    for (const auto& line : block.lines) paragraph(body_, fmt::format("{}\t____________________\t{}", in(line.office), in(line.name)), "Signature");
  }
  void gaps(const Report& report) {
    if (report.gaps.empty()) return;
    (*this)(Heading{2, {"Чего не хватает в записях", "What the records lack"}});
    for (const Gap& gap : report.gaps) paragraph(body_, fmt::format("– {}: {}", gap.where, in(gap.what)), "ListParagraph");
  }

private:
  std::string in(const Words& words) const { return words.in(style_.language); }

  /// In fiftieths of a per cent: a column with long texts is wider, none is too narrow to read.
  std::vector<int> widths_of(const Grid& grid) const {
    constexpr std::size_t narrowest = 10, widest = 45;
    std::vector<std::size_t> weights;
    for (const Column& column : grid.columns) weights.push_back(characters(in(column.title)));
    for (const Row& row : grid.rows)
      for (std::size_t i = 0; i < row.cells.size(); ++i) weights[i] = std::max(weights[i], characters(shown(row.cells[i], style_.language)));
    std::size_t sum = 0;
    for (std::size_t& weight : weights) sum += weight = std::clamp(weight, narrowest, widest);
    std::vector<int> widths;
    for (const std::size_t weight : weights) widths.push_back(static_cast<int>(weight * 5000 / sum));
    return widths;
  }
  /// Lines and tabs of the text become those of the paragraph.
  static void run(Node paragraph, const std::string& text, bool bold) {
    Node run = paragraph.append_child("w:r");
    if (bold) run.append_child("w:rPr").append_child("w:b");
    for (std::size_t start = 0; start <= text.size();) {
      const std::size_t end = std::min(text.find_first_of("\n\t", start), text.size());
      Node node = with(run, "w:t", {{"xml:space", "preserve"}});
      node.text() = text.substr(start, end - start).c_str();
      if (end < text.size()) run.append_child(text[end] == '\t' ? "w:tab" : "w:br");
      start = end + 1;
    }
  }
  static void paragraph(Node parent, const std::string& text, const char* style, bool right = false, bool bold = false) {
    Node node = parent.append_child("w:p");
    Node properties = node.append_child("w:pPr");
    with(properties, "w:pStyle", {{"w:val", style}});
    if (right) with(properties, "w:jc", {{"w:val", "right"}});
    run(node, text, bold);
  }
  Node begin_table(std::size_t columns) {
    Node table = body_.append_child("w:tbl");
    Node properties = table.append_child("w:tblPr");
    with(properties, "w:tblW", {{"w:w", "5000"}, {"w:type", "pct"}});
    Node borders = properties.append_child("w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) with(borders, side, {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", "808080"}});
    Node grid = table.append_child("w:tblGrid");
    for (std::size_t i = 0; i < columns; ++i) with(grid, "w:gridCol", {{"w:w", std::to_string(static_cast<std::size_t>(180 * twips_in_mm) / columns)}});
    return table;
  }
  static Node begin_row(Node table, bool heads) {
    Node row = table.append_child("w:tr");
    Node properties = row.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (heads) properties.append_child("w:tblHeader");
    return row;
  }
  static void cell(Node row, const std::string& text, bool right, int width, bool bold = false) {
    Node node = row.append_child("w:tc");
    with(node.append_child("w:tcPr"), "w:tcW", {{"w:w", std::to_string(width)}, {"w:type", "pct"}});
    paragraph(node, text, "TableText", right, bold);
  }
  void after_table() { paragraph(body_, "", "Small"); }

  Node body_;
  const ReportStyle& style_;
};

std::string document_part(const Report& report, const ReportStyle& style) {
  pugi::xml_document document;
  Node root = begin_word(document, "w:document");
  root.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  Node body = root.append_child("w:body");
  BodyWriter writer(body, style);
  writer.title(report);
  for (const Block& block : report.blocks) std::visit(writer, block);
  writer.gaps(report);
  Node section = body.append_child("w:sectPr");
  with(section, "w:footerReference", {{"w:type", "default"}, {"r:id", "rId2"}});
  with(section, "w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}});
  with(section, "w:pgMar", {{"w:top", mm(20)}, {"w:right", mm(10)}, {"w:bottom", mm(20)}, {"w:left", mm(20)}, {"w:header", mm(10)}, {"w:footer", mm(10)}, {"w:gutter", "0"}});
  return written(document);
}

/// A paragraph style of the report.
struct Style {
  const char* id;
  const char* name;
  int half_points;
  bool bold;
  int before;  ///< twips
  int after;
  const char* align;
  int outline;  ///< level of a heading; -1: none
};

constexpr std::array paragraph_styles{
    Style{"Normal", "Normal", 24, false, 0, 120, "both", -1},       Style{"Title", "Title", 32, true, 0, 120, "center", -1},
    Style{"Subtitle", "Subtitle", 24, false, 0, 60, "center", -1},  Style{"Heading1", "heading 1", 28, true, 360, 120, "left", 0},
    Style{"Heading2", "heading 2", 26, true, 240, 120, "left", 1},  Style{"Caption", "caption", 24, true, 180, 60, "left", -1},
    Style{"ListParagraph", "List Paragraph", 24, false, 0, 60, "both", -1}, Style{"TableText", "Table Text", 20, false, 0, 0, "left", -1},
    Style{"Small", "Small", 18, false, 0, 60, "left", -1},          Style{"Signature", "Signature", 24, false, 360, 120, "left", -1},
};

void add_style(Node styles, const Style& style) {
  Node node = with(styles, "w:style", {{"w:type", "paragraph"}, {"w:styleId", style.id}});
  if (std::string_view(style.id) == "Normal") node.append_attribute("w:default") = "1";
  with(node, "w:name", {{"w:val", style.name}});
  if (std::string_view(style.id) != "Normal") with(node, "w:basedOn", {{"w:val", "Normal"}});
  Node paragraph = node.append_child("w:pPr");
  if (style.outline >= 0 || std::string_view(style.id) == "Caption") paragraph.append_child("w:keepNext");
  if (std::string_view(style.id) == "Signature") {
    Node tabs = paragraph.append_child("w:tabs");
    for (const int stop : {60, 115}) with(tabs, "w:tab", {{"w:val", "left"}, {"w:pos", mm(stop)}});
  }
  with(paragraph, "w:spacing", {{"w:before", std::to_string(style.before)}, {"w:after", std::to_string(style.after)}});
  if (std::string_view(style.id) == "ListParagraph") with(paragraph, "w:ind", {{"w:left", mm(10)}, {"w:hanging", mm(5)}});
  with(paragraph, "w:jc", {{"w:val", style.align}});
  if (style.outline >= 0) with(paragraph, "w:outlineLvl", {{"w:val", std::to_string(style.outline)}});
  Node run = node.append_child("w:rPr");
  if (style.bold) run.append_child("w:b");
  with(run, "w:sz", {{"w:val", std::to_string(style.half_points)}});
}

std::string styles_part(Language language) {
  pugi::xml_document document;
  Node styles = begin_word(document, "w:styles");
  Node run = styles.append_child("w:docDefaults").append_child("w:rPrDefault").append_child("w:rPr");
  with(run, "w:rFonts", {{"w:ascii", "Times New Roman"}, {"w:hAnsi", "Times New Roman"}, {"w:cs", "Times New Roman"}});
  with(run, "w:lang", {{"w:val", language == Language::ru ? "ru-RU" : "en-GB"}});
  for (const Style& style : paragraph_styles) add_style(styles, style);
  return written(document);
}

/// The number of the page alone: a paper to be signed tells of its records in the properties.
std::string footer_part() {
  pugi::xml_document document;
  Node paragraph = begin_word(document, "w:ftr").append_child("w:p");
  with(paragraph.append_child("w:pPr"), "w:jc", {{"w:val", "center"}});
  with(paragraph, "w:fldSimple", {{"w:instr", " PAGE "}}).append_child("w:r").append_child("w:t").text() = "1";
  return written(document);
}

std::string properties_part(const Report& report, Language language) {
  pugi::xml_document document;
  Node root = begin(document, "cp:coreProperties");
  root.append_attribute("xmlns:cp") = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
  root.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
  root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
  root.append_child("dc:title").text() = report.title.in(language).c_str();
  std::string notes;
  for (const Words& line : report.footer) notes += line.in(language) + ". ";
  root.append_child("dc:description").text() = notes.c_str();
  Node created = with(root, "dcterms:created", {{"xsi:type", "dcterms:W3CDTF"}});
  created.text() = (iso(report.day) + "T00:00:00Z").c_str();
  return written(document);
}

struct Relation {
  const char* type;
  const char* target;
};

std::string relations_part(std::initializer_list<Relation> relations) {
  pugi::xml_document document;
  Node root = begin(document, "Relationships");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/relationships";
  int number = 0;
  for (const Relation& relation : relations) with(root, "Relationship", {{"Id", fmt::format("rId{}", ++number)}, {"Type", relation.type}, {"Target", relation.target}});
  return written(document);
}

std::string types_part() {
  pugi::xml_document document;
  Node root = begin(document, "Types");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/content-types";
  with(root, "Default", {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
  with(root, "Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  with(root, "Override", {{"PartName", "/word/document.xml"}, {"ContentType", word + "document.main+xml"}});
  with(root, "Override", {{"PartName", "/word/styles.xml"}, {"ContentType", word + "styles+xml"}});
  with(root, "Override", {{"PartName", "/word/footer1.xml"}, {"ContentType", word + "footer+xml"}});
  with(root, "Override", {{"PartName", "/docProps/core.xml"}, {"ContentType", "application/vnd.openxmlformats-package.core-properties+xml"}});
  return written(document);
}

}  // namespace

std::string report_as_docx(const Report& report, const ReportStyle& style) {
  const std::vector<PackagePart> parts{
      {"[Content_Types].xml", types_part()},
      {"_rels/.rels", relations_part({{"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "word/document.xml"}, {"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"}})},
      {"docProps/core.xml", properties_part(report, style.language)},
      {"word/_rels/document.xml.rels", relations_part({{"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles", "styles.xml"}, {"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer", "footer1.xml"}})},
      {"word/document.xml", document_part(report, style)},
      {"word/footer1.xml", footer_part()},
      {"word/styles.xml", styles_part(style.language)},
  };
  return packed(parts, report.day);
}

}  // namespace nastavnik::report
