#include <algorithm>
#include <set>

#include <pugixml.hpp>

#include "base/embedded.h"
#include "base/printable.h"
#include "base/text.h"
#include "page/charts.h"
#include "page/column_widths.h"
#include "page/writers.h"
#include "page/xml.h"

namespace nastavnik {
namespace embedded {
std::span<const Embedded> page_styles();
}
namespace page {
namespace {

using Node = pugi::xml_node;

/// The element of a paragraph and its class.
struct Element {
  const char* name = "p";
  const char* of_class = nullptr;
};

Element element_of(Role role) {
  switch (role) {
    case Role::title: return {"h1"};
    case Role::heading:
    case Role::chapter: return {"h2"};
    case Role::subheading: return {"h3"};
    case Role::quote: return {"blockquote"};
    case Role::sample: return {"pre"};
    case Role::subtitle: return {"p", "subtitle"};
    case Role::centred: return {"p", "centre"};
    case Role::stamp: return {"p", "stamp"};
    case Role::flush: return {"p", "flush"};
    case Role::caption: return {"p", "caption"};
    case Role::note: return {"p", "note"};
    default: return {};
  }
}

Element element_of(Look look) {
  switch (look) {
    case Look::bold: return {"strong"};
    case Look::missing: return {"mark"};
    case Look::code: return {"code"};
    case Look::good: return {"span", "yes"};
    case Look::bad: return {"span", "no"};
    case Look::plain: break;
  }
  return {nullptr};
}

void set(Node node, const char* name, const std::string& value) { node.append_attribute(name) = value.c_str(); }

Node begin(Node parent, const Element& element) {
  Node node = parent.append_child(element.name);
  if (element.of_class) set(node, "class", element.of_class);
  return node;
}

void put_text(Node parent, const std::string& text) { parent.append_child(pugi::node_pcdata).set_value(text.c_str()); }

void put_lines(Node parent, const std::string& text) {
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    put_text(parent, text.substr(start, end - start));
    if (end < text.size()) parent.append_child("br");
    start = end + 1;
  }
}

Node put(Node parent, const char* name, const std::string& text) {
  Node node = parent.append_child(name);
  put_lines(node, text);
  return node;
}

/// `exactly`: whoever copies it gets what stands there.
void put(Node parent, const Runs& runs, bool exactly = false) {
  if (runs.empty()) put_text(parent, "");  // an element that holds nothing is closed all the same
  for (const Run& run : runs) {
    const Element element = element_of(run.look);
    put_lines(element.name ? begin(parent, element) : parent,
              exactly || run.look == Look::code ? run.text : held_together(run.text));
  }
}

bool is_paper_table(const Table& table) { return table.kind == Table::Kind::form || table.kind == Table::Kind::plain; }

class PageWriter {
public:
  PageWriter(Node main, const Page& page) : main_(main), page_(page) {}

  void operator()(const Paragraph& paragraph) {
    if (paragraph.text().empty()) return;
    Node node = begin(main_, element_of(paragraph.role));
    if (std::exchange(new_page_, false)) set(node, "class", "new-page");
    // Numbers stand in the text: a paper is quoted by them, and they go where it is copied to.
    if (paragraph.role == Role::numbered) put_text(node, fmt::format("{}. ", ++number_));
    if (paragraph.role == Role::dashed) put_text(node, "– ");
    put(node, paragraph.runs, paragraph.role == Role::sample);
  }
  void operator()(const Items& list) { items(main_, list); }
  void operator()(const Notice& notice) {
    Node box = begin(main_, {"div", "gaps"});
    put(box, "h2", notice.title);
    items(box, notice.items);
  }
  void operator()(const Table& table) {
    if (table.rows.empty()) return;
    Node node = is_paper_table(table) ? begin_paper_table(table) : begin_table(table);
    const bool based =
        std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return !row.basis.empty(); });
    Node head, body;
    for (const Row& row : table.rows) {
      Node& part = row.header ? head : body;
      if (!part) part = node.append_child(row.header ? "thead" : "tbody");
      Node line = part.append_child("tr");
      for (std::size_t i = 0; i < row.cells.size(); ++i) cell(line, table, row, i);
      if (based && row.header) head_of_basis(line, table);
      if (based && !row.header) explain(begin(line, {"td", page_.unfolded ? nullptr : "how"}), row.basis);
    }
    if (!table.basis.empty()) explain(main_.append_child("div"), table.basis);
  }
  void operator()(const BarChart& chart) { draw(main_, chart, page_.language); }
  void operator()(const Timeline& timeline) { draw(main_, timeline, page_.language); }
  void operator()(const PageBreak&) {
    new_page_ = true;
    number_ = 0;
  }

private:
  std::string in(const Words& words) const { return words.in(page_.language); }

  static void items(Node parent, const Items& list) {
    Node items = parent.append_child(list.numbered ? "ol" : "ul");
    for (const Runs& item : list.items) put(items.append_child("li"), item);
  }
  static std::string classes_of(const Table& table) {
    std::string classes = table.rows.size() <= whole_table + 1 ? "table whole" : "table";
    if (is_crowded(table)) classes += " crowded";
    if (table.columns.size() > 9) classes += " widest";
    if (table.kind == Table::Kind::listing && table.columns.size() > 2) classes += " told";
    return classes;
  }
  Node begin_table(const Table& table) {
    Node box = main_.append_child("section");
    set(box, "class", classes_of(table));
    // A place on a page to go to has a name of its own, or is none.
    if (!table.title.empty() && named_.insert(table.title).second) set(box, "aria-label", table.title);
    set(box, "tabindex", "0");
    Node node = box.append_child("table");
    if (!table.title.empty()) put(node, "caption", table.title);
    return node;
  }
  Node begin_paper_table(const Table& table) {
    Node node = main_.append_child("table");
    const bool arranges = table.kind == Table::Kind::plain;
    std::string classes = arranges ? "plain" : "form";
    if (arranges && table.rows.front().cells.front().role == Role::signature) classes += " signature";
    if (std::exchange(new_page_, false)) classes += " new-page";
    set(node, "class", classes);
    if (arranges) set(node, "role", "presentation");
    Node columns = node.append_child("colgroup");
    for (const Column& column : table.columns)
      set(columns.append_child("col"), "class", fmt::format("w{}", column.width));
    return node;
  }
  void cell(Node line, const Table& table, const Row& row, std::size_t i) const {
    const bool heads = !row.header && i == 0 && !is_paper_table(table);
    Node node = line.append_child(row.header || heads ? "th" : "td");
    if (row.header || heads) set(node, "scope", row.header ? "col" : "row");
    const Align align = i < table.columns.size() ? table.columns[i].align : Align::left;
    if (align == Align::centre) set(node, "class", "centre");
    if (align == Align::right) set(node, "class", is_paper_table(table) ? "right" : "number");
    put(node, row.cells[i].runs);
  }
  /// What opens on a screen stays off the paper, unless it was asked for.
  void head_of_basis(Node line, const Table& table) const {
    const bool defined =
        std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return !row.basis.definition.empty(); });
    Node node = put(line, "th", in(defined ? Text{"Как посчитано", "How it is counted"} : Text{"Записи", "Records"}));
    set(node, "scope", "col");
    if (!page_.unfolded) set(node, "class", "how");
  }
  void explain(Node parent, const Basis& basis) {
    if (basis.empty()) return put_text(parent, "—");
    Node details = parent.append_child("details");
    if (page_.unfolded) set(details, "open", "");
    const Words how = basis.definition.empty() ? say({"записей: {}", "records: {}"}, basis.records.size())
                                               : Words("как посчитано", "how it is counted");
    put(details, "summary", in(how));
    if (!basis.definition.empty()) put(details, "p", basis.definition);
    if (basis.records.empty()) return;
    Node list = details.append_child("p");
    for (std::size_t i = 0; i < basis.records.size(); ++i) {
      if (i != 0) put_text(list, ", ");
      put(list, "code", basis.records[i]);
    }
  }

  Node main_;
  const Page& page_;
  bool new_page_ = false;
  int number_ = 0;
  std::set<std::string> named_{};
};

/// What the sheet cannot know: how the page lies, and the widths that its tables use.
std::string rules_of(const Page& page) {
  const Margins margins = margins_of(page);
  std::string rules =
      fmt::format("@page {{ size: A4{}; margin: {}mm {}mm {}mm {}mm; }}\n", page.landscape ? " landscape" : "",
                  margins.top, margins.right, margins.bottom, margins.left);
  std::set<int> widths;
  for (const Block& block : page.blocks)
    if (const auto* table = std::get_if<Table>(&block); table && is_paper_table(*table))
      for (const Column& column : table->columns) widths.insert(column.width);
  for (const int width : widths) rules += fmt::format(".w{0} {{ width: {0}%; }}\n", width);
  return rules;
}

void write_head(Node html, const Page& page) {
  Node head = html.append_child("head");
  set(head.append_child("meta"), "charset", "utf-8");
  const auto meta = [&](const char* name, const std::string& content) {
    Node node = head.append_child("meta");
    set(node, "name", name);
    set(node, "content", content);
  };
  meta("viewport", "width=device-width, initial-scale=1");
  if (!page.description.empty()) meta("description", page.description);
  put(head, "title", page.title);
  put_text(head.append_child("style"), std::string(embedded::page_styles().front().bytes) + rules_of(page));
}

}  // namespace

std::string as_html(const Page& page) {
  pugi::xml_document document;
  document.append_child(pugi::node_doctype).set_value("html");
  Node html = document.append_child("html");
  set(html, "lang", page.language == Language::ru ? "ru" : "en");
  write_head(html, page);
  Node body = begin(html, {"body", page.official ? "official" : nullptr});
  PageWriter writer(body.append_child("main"), page);
  for (const Block& block : page.blocks) std::visit(writer, block);
  if (!page.footer.empty()) {
    Node footer = body.append_child("footer");
    for (const std::string& line : page.footer) put(footer, "p", line);
  }
  return harmless(written(document, pugi::format_raw | pugi::format_no_declaration)) + '\n';
}

}  // namespace page
}  // namespace nastavnik
