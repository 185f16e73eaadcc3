#include <pugixml.hpp>

#include "base/embedded.h"
#include "base/printable.h"
#include "page/package.h"
#include "page/word_body.h"
#include "page/word_layout.h"
#include "page/word_properties.h"
#include "page/writers.h"
#include "page/xml.h"

namespace nastavnik {
namespace embedded {
std::span<const Embedded> docx_parts();
}
namespace page {
namespace {

using Node = pugi::xml_node;

constexpr const char* office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string chart_name(std::size_t index) { return fmt::format("charts/chart{}.xml", index + 1); }

void add_section(Node body, const Page& page) {
  Node section = body.append_child("w:sectPr");
  with(section, "w:headerReference", {{"w:type", "default"}, {"r:id", "rId4"}});
  for (const char* type : {"default", "first"})
    with(section, "w:footerReference", {{"w:type", type}, {"r:id", "rId5"}});
  Node size = with(section, "w:pgSz",
                   {{"w:w", page.landscape ? "16838" : "11906"}, {"w:h", page.landscape ? "11906" : "16838"}});
  if (page.landscape) size.append_attribute("w:orient") = "landscape";
  const Margins margins = margins_of(page);
  Node around = section.append_child("w:pgMar");
  for (const auto& [name, millimetres] : {std::pair("w:top", margins.top),
                                          {"w:right", margins.right},
                                          {"w:bottom", margins.bottom},
                                          {"w:left", margins.left},
                                          {"w:header", 10},
                                          {"w:footer", 10},
                                          {"w:gutter", 0}})
    around.append_attribute(name) = twips(millimetres);
  section.append_child("w:titlePg");
}

/// The package of a page: the parts of an empty .docx, and what the page has to say in them.
class WordPages {
public:
  WordPages(const Page& page, bool is_template) : page_(page), is_template_(is_template) {
    for (const Embedded& part : embedded::docx_parts())
      parts_.push_back({std::string(part.path), std::string(part.bytes)});
  }

  std::string written() {
    write_document();
    change("word/footer1.xml", [&](Node root) { add_footer(root); });
    if (page_.language == Language::en) {
      change("docProps/core.xml", [](Node root) { root.child("dc:language").text() = "en-GB"; });
      change("word/styles.xml", [](Node root) {
        root.child("w:docDefaults").child("w:rPrDefault").child("w:rPr").child("w:lang").attribute("w:val") = "en-GB";
      });
    }
    if (!is_template_)
      change("docProps/core.xml", [&](Node root) { tell_properties(root, page_.title, page_.description, page_.day); });
    return packed(parts_, page_.day);
  }

private:
  template <class Change>
  void change(std::string_view name, const Change& edit) {
    for (PackagePart& part : parts_) {
      if (part.name != name) continue;
      pugi::xml_document document;
      document.load_buffer(part.bytes.data(), part.bytes.size(), pugi::parse_default | pugi::parse_declaration);
      edit(document.document_element());
      part.bytes = bytes_of(document);
    }
  }
  /// A placeholder is text to be filled, and made harmless then.
  std::string bytes_of(pugi::xml_document& document) const {
    std::string bytes = page::written(document);
    return is_template_ ? bytes : harmless(bytes);
  }
  void write_document() {
    int relations = 0;
    change("word/_rels/document.xml.rels", [&](Node root) {
      for ([[maybe_unused]] const Node one : root.children()) ++relations;
    });
    pugi::xml_document document;
    Node root = begin(document, "w:document");
    root.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    root.append_attribute("xmlns:r") = office;
    root.append_attribute("xmlns:wp") = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    Node body = root.append_child("w:body");
    WordBody writer(body, page_, relations + 1);
    for (const Block& block : page_.blocks) std::visit(writer, block);
    if (!is_template_) keep_together(body);
    add_section(body, page_);
    parts_.push_back({"word/document.xml", bytes_of(document)});
    add_charts(writer.charts(), relations);
  }
  void add_charts(const std::vector<std::string>& charts, int relations) {
    change("word/_rels/document.xml.rels", [&](Node root) {
      for (std::size_t i = 0; i < charts.size(); ++i)
        with(root, "Relationship",
             {{"Id", fmt::format("rId{}", ++relations)},
              {"Type", fmt::format("{}/chart", office)},
              {"Target", chart_name(i)}});
    });
    change("[Content_Types].xml", [&](Node root) {
      for (std::size_t i = 0; i < charts.size(); ++i)
        with(root, "Override",
             {{"PartName", "/word/" + chart_name(i)},
              {"ContentType", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"}});
    });
    for (std::size_t i = 0; i < charts.size(); ++i) parts_.push_back({"word/" + chart_name(i), charts[i]});
  }
  void add_footer(Node root) const {
    Node run = root.child("w:p").append_child("w:r");
    for (const std::string& line : page_.footer) {
      if (&line != &page_.footer.front()) run.append_child("w:br");
      with(run, "w:t", {{"xml:space", "preserve"}}).text() = line.c_str();
    }
  }

  const Page& page_;
  bool is_template_;
  std::vector<PackagePart> parts_{};
};

}  // namespace

std::string as_docx(const Page& page) { return WordPages(page, false).written(); }

std::string as_docx_template(const Page& page) { return WordPages(page, true).written(); }

}  // namespace page
}  // namespace nastavnik
