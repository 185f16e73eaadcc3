#include <cctype>

#include "base/ascii.h"
#include "base/printable.h"
#include "page/writers.h"

namespace nastavnik::page {
namespace {

bool is_within_word(std::string_view text, std::size_t i) {
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  return i > 0 && i + 1 < text.size() && is_letter(text[i - 1]) && is_letter(text[i + 1]);
}

/// Signs that Markdown would take for its own: all strokes of a ruled blank, but not those within an address.
std::string escaped(std::string_view text) {
  constexpr std::string_view signs = "\\*`[]<|#&~";
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (signs.find(text[i]) != signs.npos || (text[i] == '_' && !is_within_word(text, i))) result += '\\';
    result += text[i];
  }
  return result;
}

std::string line_of(const Runs& runs, std::string_view line_break) {
  std::string result;
  for (const Run& run : runs) {
    const bool strong = run.look == Look::bold || run.look == Look::missing;
    const std::string_view mark = strong ? "**" : run.look == Look::code ? "`" : "";
    result += fmt::format("{0}{1}{0}", mark, run.look == Look::code ? run.text : escaped(run.text));
  }
  for (std::size_t at = result.find('\n'); at != std::string::npos; at = result.find('\n', at + line_break.size()))
    result.replace(at, 1, line_break);
  return result;
}

/// What stands at the beginning of a line would begin a list or a quotation of Markdown's own.
std::string guarded(std::string line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) line.insert(digits, 1, '\\');
  if (line.starts_with("- ") || line.starts_with("+ ") || line.starts_with('>')) line.insert(0, 1, '\\');
  return line;
}

std::string_view prefix(Role role) {
  switch (role) {
    case Role::title: return "# ";
    case Role::heading:
    case Role::chapter: return "## ";
    case Role::subheading: return "### ";
    case Role::stamp:
    case Role::quote: return "> ";
    case Role::dashed: return "- ";
    default: return "";
  }
}

class MarkdownWriter {
public:
  void operator()(const Paragraph& paragraph) {
    if (paragraph.role == Role::sample) return add(fmt::format("```\n{}\n```", paragraph.text()));
    const std::string text = line_of(paragraph.runs, "\\\n");
    if (text.empty()) return;
    if (paragraph.role == Role::caption) return add(fmt::format("**{}**", text));
    const std::string_view sign = prefix(paragraph.role);
    const std::string counted = paragraph.role == Role::numbered ? fmt::format("{}\\. ", ++number_) : "";
    add(fmt::format("{}{}{}", sign, counted, sign.starts_with('#') ? text : guarded(text)));
  }
  void operator()(const Items& list) {
    std::string lines;
    for (std::size_t i = 0; i < list.items.size(); ++i)
      lines += fmt::format("{}{} {}", i == 0 ? "" : "\n", list.numbered ? fmt::format("{}.", i + 1) : "-",
                           line_of(list.items[i], " "));
    add(lines);
  }
  void operator()(const Notice& notice) {
    (*this)(Paragraph{Role::heading, {{notice.title}}});
    (*this)(notice.items);
  }
  void operator()(const Table& table) {
    if (table.kind == Table::Kind::plain) return add_lines(table);
    if (!table.title.empty()) (*this)(Paragraph{Role::caption, {{table.title}}});
    add_table(table);
  }
  void operator()(const BarChart&) {}  // the table beside it says the same
  void operator()(const Timeline&) {}
  void operator()(const PageBreak&) {
    add("---");
    number_ = 0;
  }
  std::string finish(const Page& page) {
    if (!page.footer.empty()) add("---");
    for (const std::string& line : page.footer) add(escaped(line));
    return harmless(out_);
  }
  /// What the numbers of a table rest on.
  void explain(const Table& table) {
    std::string lines;
    const auto add_basis = [&](const std::string& of, const Basis& basis) {
      if (basis.empty()) return;
      lines += fmt::format("{}- {}", lines.empty() ? "" : "\n", escaped(of));
      if (!basis.definition.empty()) lines += fmt::format(": {}", escaped(basis.definition));
      for (std::size_t i = 0; i < basis.records.size(); ++i)
        lines += fmt::format("{}`{}`", i == 0 ? "; " : ", ", basis.records[i]);
    };
    add_basis(table.title, table.basis);
    for (const Row& row : table.rows) add_basis(row.cells.front().text(), row.basis);
    if (!lines.empty()) add(lines);
  }

private:
  /// Blocks have an empty line between them.
  void add(const std::string& block) { out_ += fmt::format("{}{}\n", out_.empty() ? "" : "\n", block); }
  void add_table(const Table& table) {
    std::string lines, rule = "|";
    for (const Column& column : table.columns)
      rule += column.align == Align::left ? " --- |" : column.align == Align::right ? " ---: |" : " :---: |";
    if (table.rows.empty() || !table.rows.front().header)
      lines = fmt::format("|{}\n{}\n", std::string(table.columns.size(), '|'), rule);
    for (const Row& row : table.rows) {
      lines += '|';
      for (const Paragraph& cell : row.cells) lines += fmt::format(" {} |", line_of(cell.runs, "<br>"));
      lines += '\n';
      if (row.header && &row == &table.rows.front()) lines += rule + '\n';
    }
    lines.pop_back();
    add(lines);
  }
  /// A table that only arranges is a line: Markdown has no other way to say it.
  void add_lines(const Table& table) {
    for (const Row& row : table.rows) {
      std::string line;
      for (const Paragraph& cell : row.cells)
        if (const std::string text = line_of(cell.runs, " "); !text.empty()) line += (line.empty() ? "" : " — ") + text;
      if (!line.empty()) add(line);
    }
  }

  std::string out_;
  int number_ = 0;
};

}  // namespace

std::string as_markdown(const Page& page) {
  MarkdownWriter writer;
  for (const Block& block : page.blocks) {
    std::visit(writer, block);
    const Table* table = std::get_if<Table>(&block);
    if (table && page.unfolded) writer.explain(*table);
  }
  return writer.finish(page);
}

}  // namespace nastavnik::page
