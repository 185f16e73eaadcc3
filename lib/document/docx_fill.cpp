#include <algorithm>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "document/docx_columns.h"
#include "document/docx_package.h"
#include "document/docx_text.h"
#include "document/renderings.h"
#include "document/template_faults.h"
#include "page/word_layout.h"
#include "page/word_properties.h"
#include "page/xml.h"

namespace nastavnik {
namespace {

constexpr const char* properties_part = "docProps/core.xml";

bool is(pugi::xml_node node, std::string_view name) { return node.name() == name; }

void set_text(pugi::xml_node node, const std::string& text) {
  node.text() = text.c_str();
  if (!node.attribute("xml:space")) node.append_attribute("xml:space");
  node.attribute("xml:space") = "preserve";
}

/// Puts a piece behind a node of a run; its line breaks become those of Word.
pugi::xml_node put_lines(pugi::xml_node run, pugi::xml_node after, const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  for (bool first = true; std::getline(lines, line); first = false) {
    const auto put = [&](const char* name) {
      return after ? run.insert_child_after(name, after) : run.append_child(name);
    };
    if (!first) after = put("w:br");
    after = put("w:t");
    set_text(after, line);
  }
  return after;
}

void highlight(pugi::xml_node run) {
  pugi::xml_node properties = run.child("w:rPr");
  if (!properties) properties = run.prepend_child("w:rPr");
  if (!properties.child("w:highlight")) {
    // The schema wants the children in its order; these are what follows the highlight.
    pugi::xml_node next;
    for (const char* name : {"w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em",
                             "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath"})
      if (!next) next = properties.child(name);
    const pugi::xml_node mark =
        next ? properties.insert_child_before("w:highlight", next) : properties.append_child("w:highlight");
    pugi::xml_node(mark).append_attribute("w:val") = "yellow";
  }
}

/// A run of its own for a mark, formatted as the run that the placeholder stood in.
pugi::xml_node run_like(pugi::xml_node run, pugi::xml_node before) {
  pugi::xml_node made = run.parent().insert_child_before("w:r", before);
  if (pugi::xml_node properties = run.child("w:rPr")) made.append_copy(properties);
  return made;
}

/// Puts pieces in place of a text; marks get runs of their own, and what stands before the text keeps its place.
void put_pieces(pugi::xml_node text, const std::vector<Piece>& pieces) {
  pugi::xml_node run = text.parent();
  pugi::xml_node front = run_like(run, run);
  for (pugi::xml_node child = run.first_child(); child != text;) {
    const pugi::xml_node next = child.next_sibling();
    if (!is(child, "w:rPr")) front.append_move(child);
    child = next;
  }
  for (const Piece& piece : pieces) {
    pugi::xml_node made = run_like(run, run);
    if (piece.gap) highlight(made);
    put_lines(made, made.last_child(), piece.text);
  }
  run.remove_child(text);
}

bool is_plain(const std::vector<Piece>& pieces) {
  return pieces.empty() ||
         (pieces.size() == 1 && !pieces.front().gap && pieces.front().text.find('\n') == std::string::npos);
}

/// Fills the XML of one part of a package.
class PartFiller {
public:
  explicit PartFiller(FillReport& report) : report_(report) {}

  /// Fills what stands in a body, a cell, a header: paragraphs and tables one after another.
  void fill_sequence(pugi::xml_node parent, const ValueScope& scope) {
    std::vector<pugi::xml_node> items;
    std::vector<Marks> marks;
    for (pugi::xml_node child : parent.children()) {
      if (is(child, "w:sectPr") || is(child, "w:tcPr")) continue;
      items.push_back(child);
      marks.push_back(is(child, "w:p") ? without_row(marks_of(text_of_paragraph(child))) : Marks{});
    }
    replace(parent, items, std::move(marks), scope,
            [this](pugi::xml_node node, const ValueScope& inner) { fill_block(node, inner); });
    if (is(parent, "w:tc") && !parent.child("w:p")) parent.append_child("w:p");
  }

private:
  /// The marks that repeat the row stand in its first and last cells, and mean nothing there.
  Marks without_row(Marks marks) const {
    const auto is_of_row = [&](const std::string& name) {
      return std::find(row_.begin(), row_.end(), name) != row_.end();
    };
    if (marks.opens == marks.closes) return marks;
    if (is_of_row(marks.opens)) marks.opens.clear();
    if (is_of_row(marks.closes)) marks.closes.clear();
    return marks;
  }

  template <class Fill>
  void replace(pugi::xml_node parent, const std::vector<pugi::xml_node>& items, std::vector<Marks> marks,
               const ValueScope& scope, const Fill& fill) {
    if (items.empty()) return;
    pugi::xml_node place = parent.insert_child_after("place", items.back());
    expand(std::move(marks), scope, report_,
           [&](std::size_t i, const ValueScope& inner) { fill(parent.insert_copy_before(items[i], place), inner); });
    for (const pugi::xml_node& item : items) parent.remove_child(item);
    parent.remove_child(place);
  }

  void fill_block(pugi::xml_node node, const ValueScope& scope) {
    if (is(node, "w:p"))
      fill_paragraph(node, scope);
    else if (is(node, "w:tbl"))
      fill_table(node, scope);
    else if (is(node, "w:sdt"))
      fill_sequence(node.child("w:sdtContent"), scope);
  }

  void fill_table(pugi::xml_node table, const ValueScope& scope) {
    std::vector<pugi::xml_node> rows;
    std::vector<Marks> marks;
    for (pugi::xml_node row : table.children("w:tr")) {
      rows.push_back(row);
      marks.push_back(marks_of(text_of_paragraph(row)));
    }
    const std::vector<bool> optional = optional_columns(table);
    const std::vector<std::string> outer = row_;
    for (const Marks& row : marks)
      for (const std::string& name : {row.opens, row.closes})
        if (!name.empty()) row_.push_back(name);
    replace(table, rows, std::move(marks), scope, [this](pugi::xml_node row, const ValueScope& inner) {
      for (pugi::xml_node cell : row.children("w:tc")) fill_sequence(cell, inner);
    });
    row_ = outer;
    drop_silent_columns(table, optional);
    // Word takes no table without rows.
    if (!table.child("w:tr")) table.parent().remove_child(table);
  }

  void fill_paragraph(pugi::xml_node paragraph, const ValueScope& scope) {
    std::vector<pugi::xml_node> texts;
    collect_texts(paragraph, texts);
    std::vector<std::string> stretches;
    for (const pugi::xml_node& text : texts) stretches.emplace_back(text.text().get());
    const std::vector<std::vector<Piece>> pieces = filled(stretches, scope, report_);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (is_plain(pieces[i]))
        set_text(texts[i], pieces[i].empty() ? "" : pieces[i].front().text);
      else
        put_pieces(texts[i], pieces[i]);
    }
    fill_boxes(paragraph, scope);
  }

  void fill_boxes(pugi::xml_node node, const ValueScope& scope) {
    for (pugi::xml_node child : node.children()) {
      if (is(child, "w:txbxContent"))
        fill_sequence(child, scope);
      else
        fill_boxes(child, scope);
    }
  }

  FillReport& report_;
  std::vector<std::string> row_{};  ///< sections that rows of the tables one is in open or close
};

std::string properties_xml(const PackagePart& part, const std::string& title, const Provenance& provenance) {
  pugi::xml_document document = parsed(part);
  pugi::xml_node properties = document.child("cp:coreProperties");
  if (!properties) return part.bytes;
  page::tell_properties(properties, title, said(provenance), provenance.day);
  return page::written(document);
}

/// A draft says so even where the template has no place for it.
void append_draft(pugi::xml_node body, const std::string& text) {
  pugi::xml_node last = body.child("w:sectPr");
  pugi::xml_node paragraph = last ? body.insert_child_before("w:p", last) : body.append_child("w:p");
  set_text(paragraph.append_child("w:r").append_child("w:t"), text);
}

}  // namespace

std::string filled_docx(std::string_view docx, const std::string& title, const Values& values,
                        const Provenance& provenance, FillReport& report) {
  WordPackage package = word_package(docx);
  report.faults = template_faults(package);
  if (!report.faults.empty()) return {};
  Values of_draft;
  of_draft.set("draft", provenance.draft ? said(provenance) : "");
  const ValueScope outer{of_draft};
  const ValueScope scope{values, &outer};
  bool says_draft = !provenance.draft;
  for (const PackagePart& part : package.parts)
    says_draft = says_draft || (package.texts.contains(part.name) && part.bytes.find("{{draft}}") != std::string::npos);
  PartFiller filler(report);
  for (PackagePart& part : package.parts) {
    if (part.name == properties_part) part.bytes = properties_xml(part, title, provenance);
    if (!package.texts.contains(part.name)) continue;
    pugi::xml_document document = parsed(part);
    const pugi::xml_node root = document.document_element();
    const pugi::xml_node body = is(root, "w:document") ? root.child("w:body") : root;
    filler.fill_sequence(body, scope);
    if (part.name == package.main) page::keep_together(body);
    if (part.name == package.main && !says_draft) append_draft(body, said(provenance));
    part.bytes = page::written(document);
  }
  return packed(package.parts, provenance.day);
}

namespace {

void collect_placeholders(pugi::xml_node node, PlaceholderNames& names) {
  for (pugi::xml_node child : node.children()) {
    if (is(child, "w:p")) names.add(text_of_paragraph(child));
    collect_placeholders(child, names);
  }
}

}  // namespace

std::vector<std::string> docx_placeholders(std::string_view docx) {
  PlaceholderNames found;
  const WordPackage package = word_package(docx);
  for (const PackagePart& part : package.parts)
    if (package.texts.contains(part.name)) collect_placeholders(parsed(part).root(), found);
  std::vector<std::string> names = found.take();
  std::erase(names, "draft");
  return names;
}

}  // namespace nastavnik
