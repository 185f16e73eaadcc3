#include "base/printable.h"
#include "page/writers.h"

namespace nastavnik::page {
namespace {

/// Text that Markdown takes for nothing but text, on one line.
std::string plain(std::string_view text) {
  constexpr std::string_view meaningful = "\\`*_[]<>|#~&";
  std::string out;
  for (const char c : text) {
    if (meaningful.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out;
}

class MarkdownWriter {
public:
  explicit MarkdownWriter(const Style& style) : style_(style) {}

  void title(const Page& report) {
    out_ += fmt::format("# {}\n", in(report.title));
    for (const Words& line : report.subtitle) paragraph(in(line));
  }
  void operator()(const Heading& heading) {
    out_ += fmt::format("\n{} {}\n", std::string(static_cast<std::size_t>(heading.level), '#'), in(heading.text));
  }
  void operator()(const Paragraph& block) { paragraph(in(block.text)); }
  void operator()(const Items& list) {
    out_ += '\n';
    for (std::size_t i = 0; i < list.items.size(); ++i)
      out_ += fmt::format("{} {}\n", list.numbered ? fmt::format("{}.", i + 1) : "-", in(list.items[i]));
  }
  void operator()(const Figures& block) {
    caption(block.title);
    head({{"figure", {"Показатель", "Figure"}}, {"value", {"Значение", "Value"}, true}});
    for (const Figure& figure : block.figures) row({figure.title, figure.value});
    if (!style_.explain_figures) return;
    out_ += '\n';
    for (const Figure& figure : block.figures) explain(figure.title, figure.definition, figure.records);
  }
  void operator()(const Grid& grid) {
    caption(grid.title);
    if (grid.rows.empty()) return paragraph(in(grid.when_empty));
    head(grid.columns);
    for (const Row& cells : grid.rows) row(cells.cells);
    if (!style_.explain_figures) return;
    out_ += '\n';
    explain(grid.title, grid.definition, {});
    for (const Row& cells : grid.rows)
      explain(say({"{}", "{}"}, shown(cells.cells.front(), style_.language)), {}, cells.records);
  }
  void operator()(const BarChart&) {}  // the table beside it says the same
  void operator()(const Timeline&) {}
  void operator()(const Signatures& block) {
    for (const auto& line : block.lines)
      paragraph(fmt::format("{} {} {} {}", in(line.office), plain("_____________"), in(line.name), in(blank_day)));
  }
  void gaps(const Page& report) {
    if (report.gaps.empty() || report.to_sign) return;
    (*this)(Heading{2, {"Чего не хватает в записях", "What the records lack"}});
    out_ += '\n';
    for (const Gap& gap : report.gaps) out_ += fmt::format("- `{}`: {}\n", gap.where, in(gap.what));
  }
  std::string finish(const Page& report) {
    out_ += "\n---\n";
    for (const Words& line : report.footer) paragraph(in(line));
    return std::move(out_);
  }

private:
  std::string in(const Words& words) const { return plain(words.in(style_.language)); }
  void paragraph(const std::string& text) { out_ += '\n' + text + '\n'; }
  void caption(const Words& words) { paragraph(fmt::format("**{}**", in(words))); }
  void head(const std::vector<Column>& columns) {
    out_ += "\n|";
    for (const Column& column : columns) out_ += fmt::format(" {} |", in(column.title));
    out_ += "\n|";
    for (const Column& column : columns) out_ += column.number ? " ---: |" : " --- |";
    out_ += '\n';
  }
  void row(const std::vector<Cell>& cells) {
    out_ += '|';
    for (const Cell& cell : cells) out_ += fmt::format(" {} |", plain(shown(cell, style_.language)));
    out_ += '\n';
  }
  void explain(const Words& title, const Words& definition, const Addresses& records) {
    if (definition.empty() && records.empty()) return;
    out_ += fmt::format("- {}", in(title));
    if (!definition.empty()) out_ += fmt::format(": {}", in(definition));
    for (std::size_t i = 0; i < records.size(); ++i) out_ += fmt::format("{}`{}`", i == 0 ? "; " : ", ", records[i]);
    out_ += '\n';
  }

  const Style& style_;
  std::string out_;
};

}  // namespace

std::string as_markdown(const Page& report, const Style& style) {
  MarkdownWriter writer(style);
  writer.title(report);
  for (const Block& block : report.blocks) std::visit(writer, block);
  writer.gaps(report);
  return harmless(writer.finish(report));
}

}  // namespace nastavnik::page
