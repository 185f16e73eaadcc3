#include <array>

#include <pugixml.hpp>

#include "base/printable.h"
#include "base/text.h"
#include "page/package.h"
#include "page/word_body.h"
#include "page/writers.h"
#include "page/xml.h"

namespace nastavnik::page {
namespace {

using Node = pugi::xml_node;

constexpr const char* word_names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

Node begin_word(pugi::xml_document& document, const char* root) {
  Node node = begin(document, root);
  node.append_attribute("xmlns:w") = word_names;
  return node;
}

/// The charts are numbered after the styles and the footer.
constexpr int first_chart = 3;

struct Body {
  std::string document{};
  std::vector<std::string> charts{};
};

Body document_part(const Page& report, const Style& style) {
  pugi::xml_document document;
  Node root = begin_word(document, "w:document");
  root.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  root.append_attribute("xmlns:wp") = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
  Node body = root.append_child("w:body");
  WordBody writer(body, style, first_chart);
  writer.title(report);
  for (const Block& block : report.blocks) std::visit(writer, block);
  writer.gaps(report);
  Node section = body.append_child("w:sectPr");
  with(section, "w:footerReference", {{"w:type", "default"}, {"r:id", "rId2"}});
  with(section, "w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}});
  with(section, "w:pgMar",
       {{"w:top", mm(20)},
        {"w:right", mm(10)},
        {"w:bottom", mm(20)},
        {"w:left", mm(20)},
        {"w:header", mm(10)},
        {"w:footer", mm(10)},
        {"w:gutter", "0"}});
  return {harmless(written(document)), writer.charts()};
}

/// A paragraph style of the report.
struct ParagraphStyle {
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
    ParagraphStyle{"Normal", "Normal", 24, false, 0, 120, "both", -1},
    ParagraphStyle{"Title", "Title", 32, true, 0, 120, "center", -1},
    ParagraphStyle{"Subtitle", "Subtitle", 24, false, 0, 60, "center", -1},
    ParagraphStyle{"Heading1", "heading 1", 28, true, 360, 120, "left", 0},
    ParagraphStyle{"Heading2", "heading 2", 26, true, 240, 120, "left", 1},
    ParagraphStyle{"Caption", "caption", 24, true, 180, 60, "left", -1},
    ParagraphStyle{"ListParagraph", "List Paragraph", 24, false, 0, 60, "both", -1},
    ParagraphStyle{"TableText", "Table Text", 20, false, 0, 0, "left", -1},
    ParagraphStyle{"TableSmall", "Table Small", 17, false, 0, 0, "left", -1},
    ParagraphStyle{"Chart", "Chart", 24, false, 0, 120, "left", -1},
    ParagraphStyle{"Small", "Small", 18, false, 0, 60, "left", -1},
    ParagraphStyle{"Signature", "Signature", 22, false, 360, 0, "left", -1},
};

void add_style(Node styles, const ParagraphStyle& style) {
  Node node = with(styles, "w:style", {{"w:type", "paragraph"}, {"w:styleId", style.id}});
  if (std::string_view(style.id) == "Normal") node.append_attribute("w:default") = "1";
  with(node, "w:name", {{"w:val", style.name}});
  if (std::string_view(style.id) != "Normal") with(node, "w:basedOn", {{"w:val", "Normal"}});
  Node paragraph = node.append_child("w:pPr");
  if (style.outline >= 0 || std::string_view(style.id) == "Caption") paragraph.append_child("w:keepNext");
  with(paragraph, "w:spacing", {{"w:before", std::to_string(style.before)}, {"w:after", std::to_string(style.after)}});
  if (std::string_view(style.id) == "ListParagraph")
    with(paragraph, "w:ind", {{"w:left", mm(10)}, {"w:hanging", mm(5)}});
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
  for (const ParagraphStyle& style : paragraph_styles) add_style(styles, style);
  return harmless(written(document));
}

/// The number of the page alone: a paper to be signed tells of its records in the properties.
std::string footer_part() {
  pugi::xml_document document;
  Node paragraph = begin_word(document, "w:ftr").append_child("w:p");
  with(paragraph.append_child("w:pPr"), "w:jc", {{"w:val", "center"}});
  with(paragraph, "w:fldSimple", {{"w:instr", " PAGE "}}).append_child("w:r").append_child("w:t").text() = "1";
  return harmless(written(document));
}

std::string properties_part(const Page& report, Language language) {
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
  return harmless(written(document));
}

struct Relation {
  std::string type{};
  std::string target{};
};

std::string chart_name(std::size_t index) { return fmt::format("charts/chart{}.xml", index + 1); }

std::string relations_part(const std::vector<Relation>& relations) {
  pugi::xml_document document;
  Node root = begin(document, "Relationships");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/relationships";
  int number = 0;
  for (const Relation& relation : relations)
    with(root, "Relationship",
         {{"Id", fmt::format("rId{}", ++number)}, {"Type", relation.type}, {"Target", relation.target}});
  return harmless(written(document));
}

std::string types_part(std::size_t charts) {
  pugi::xml_document document;
  Node root = begin(document, "Types");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/content-types";
  with(root, "Default",
       {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
  with(root, "Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  with(root, "Override", {{"PartName", "/word/document.xml"}, {"ContentType", word + "document.main+xml"}});
  with(root, "Override", {{"PartName", "/word/styles.xml"}, {"ContentType", word + "styles+xml"}});
  with(root, "Override", {{"PartName", "/word/footer1.xml"}, {"ContentType", word + "footer+xml"}});
  with(root, "Override",
       {{"PartName", "/docProps/core.xml"},
        {"ContentType", "application/vnd.openxmlformats-package.core-properties+xml"}});
  for (std::size_t i = 0; i < charts; ++i)
    with(root, "Override",
         {{"PartName", "/word/" + chart_name(i)},
          {"ContentType", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"}});
  return harmless(written(document));
}

}  // namespace

std::string as_docx(const Page& report, const Style& style) {
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const Body body = document_part(report, style);
  std::vector<Relation> relations{{office + "styles", "styles.xml"}, {office + "footer", "footer1.xml"}};
  for (std::size_t i = 0; i < body.charts.size(); ++i) relations.push_back({office + "chart", chart_name(i)});
  std::vector<PackagePart> parts{
      {"[Content_Types].xml", types_part(body.charts.size())},
      {"_rels/.rels",
       relations_part({{office + "officeDocument", "word/document.xml"},
                       {"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                        "docProps/core.xml"}})},
      {"docProps/core.xml", properties_part(report, style.language)},
      {"word/_rels/document.xml.rels", relations_part(relations)},
      {"word/document.xml", body.document},
      {"word/footer1.xml", footer_part()},
      {"word/styles.xml", styles_part(style.language)},
  };
  for (std::size_t i = 0; i < body.charts.size(); ++i) parts.push_back({"word/" + chart_name(i), body.charts[i]});
  return packed(parts, report.day);
}

}  // namespace nastavnik::page
