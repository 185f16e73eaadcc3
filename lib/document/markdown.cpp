#include <cctype>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/printable.h"
#include "document/renderings.h"

namespace nastavnik {
namespace {

bool is_within_word(std::string_view text, std::size_t i) {
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  return i > 0 && i + 1 < text.size() && is_letter(text[i - 1]) && is_letter(text[i + 1]);
}

/// Signs that Markdown would take for its own: all strokes of a ruled blank, but not those within an address.
std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool sign = c == '\\' || c == '*' || c == '`' || c == '[' || c == ']' || c == '<' || c == '|' || c == '#' ||
                      c == '&' || (c == '_' && !is_within_word(text, i));
    if (sign) result += '\\';
    result += c;
  }
  return result;
}

std::string line_of(const Paragraph& paragraph, std::string_view line_break) {
  std::string result;
  for (const Stretch& stretch : paragraph.stretches) {
    const std::string_view mark = stretch.bold || stretch.gap ? "**" : "";
    result += fmt::format("{0}{1}{0}", mark, escaped(stretch.text));
  }
  for (std::size_t at = result.find('\n'); at != std::string::npos; at = result.find('\n', at + line_break.size()))
    result.replace(at, 1, line_break);
  return result;
}

std::string block(const PaperTable& table) {
  std::string result;
  std::string rule = "|";
  for (const Column& column : table.columns)
    rule += column.align == Align::left ? " --- |" : column.align == Align::right ? " ---: |" : " :---: |";
  const bool has_header = !table.rows.empty() && table.rows.front().header;
  if (!has_header) result = '|' + std::string(table.columns.size(), '|') + '\n' + rule + '\n';
  for (const TableRow& row : table.rows) {
    result += '|';
    for (const Paragraph& cell : row.cells) result += ' ' + line_of(cell, "<br>") + " |";
    result += '\n';
    if (&row == &table.rows.front() && has_header) result += rule + '\n';
  }
  return result + '\n';
}

/// A table that only arranges is a line: Markdown has no other way to say it.
std::string lines(const PaperTable& table) {
  std::string result;
  for (const TableRow& row : table.rows) {
    std::string line;
    for (const Paragraph& cell : row.cells)
      if (const std::string text = line_of(cell, " "); !text.empty()) line += (line.empty() ? "" : " — ") + text;
    if (!line.empty()) result += line + "\n\n";
  }
  return result;
}

std::string_view prefix(Style style) {
  switch (style) {
    case Style::title: return "# ";
    case Style::heading: return "## ";
    case Style::stamp: return "> ";
    case Style::dashed: return "- ";
    default: return "";
  }
}

/// A number at the beginning of a line would begin a list of Markdown's own.
std::string guarded(std::string line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) line.insert(digits, 1, '\\');
  if (line.starts_with("- ") || line.starts_with("+ ")) line.insert(0, 1, '\\');
  return line;
}

}  // namespace

std::string markdown(const Paper& paper, const Provenance& provenance) {
  std::string result;
  int number = 0;
  for (const PaperBlock& block_ : paper.blocks) {
    if (const auto* table = std::get_if<PaperTable>(&block_)) {
      result += table->ruled ? block(*table) : lines(*table);
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block_)) {
      const std::string text = guarded(line_of(*paragraph, "\\\n"));
      if (text.empty()) continue;
      const std::string counted = paragraph->style == Style::numbered ? fmt::format("{}\\. ", ++number) : "";
      result += fmt::format("{}{}{}\n\n", prefix(paragraph->style), counted, text);
    } else {
      result += "---\n\n";
      number = 0;
    }
  }
  if (provenance.draft) result += "---\n\n" + escaped(said(provenance)) + '\n';
  while (result.ends_with("\n\n")) result.pop_back();
  return harmless(result);
}

}  // namespace nastavnik
