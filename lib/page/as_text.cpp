#include <algorithm>
#include <numeric>

#include "base/layout.h"
#include "base/printable.h"
#include "base/text.h"
#include "page/writers.h"

namespace nastavnik::page {
namespace {

constexpr std::size_t narrowest = 10;
constexpr std::size_t between = 2;

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  for (const std::string& word : lines_within(text, 1)) longest = std::max(longest, display_width(word));
  return longest;
}

/// Fit for a terminal, on one line.
std::string flat(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return printable(text);
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t taken = display_width(text);
  const std::string space(width > taken ? width - taken : 0, ' ');
  return right ? space + text : text + space;
}

/// A table as text: columns as wide as they must be, the widest ones narrowed until the whole fits; where it cannot, each
/// row is told by itself.
class TextTable {
public:
  TextTable(const Style& style, const std::vector<Column>& columns)
      : style_(style), columns_(columns), widths_(columns.size(), 0), least_(columns.size(), narrowest) {}

  void add(const std::vector<Cell>& cells) {
    std::vector<std::string>& row = rows_.emplace_back();
    for (const Cell& cell : cells) row.push_back(flat(shown(cell, style_.language)));
  }
  std::string drawn() {
    std::vector<std::string> head;
    for (const Column& column : columns_) head.emplace_back(column.title.in(style_.language));
    measure(head);
    for (const auto& row : rows_) measure(row);
    std::string out;
    if (!fit()) {
      for (const auto& row : rows_) tell(head, row, out);
      return out;
    }
    draw(head, out);
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      for (std::size_t n = 0; n < widths_[i]; ++n) out += "─";
      out += i + 1 < widths_.size() ? std::string(between, ' ') : "\n";
    }
    for (const auto& row : rows_) draw(row, out);
    return out;
  }

private:
  void measure(const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths_[i] = std::max(widths_[i], display_width(row[i]));
      least_[i] = std::max(least_[i], longest_word(row[i]));
    }
  }
  /// How much the column could give.
  std::size_t slack(std::size_t column) const { return widths_[column] - std::min(widths_[column], least_[column]); }
  bool fit() {
    std::size_t whole = std::accumulate(widths_.begin(), widths_.end(), between * (widths_.size() - 1));
    for (; whole > style_.width; --whole) {
      std::size_t widest = 0;
      for (std::size_t i = 1; i < widths_.size(); ++i)
        if (slack(i) > 0 && (slack(widest) == 0 || widths_[i] > widths_[widest])) widest = i;
      if (slack(widest) == 0) return false;
      --widths_[widest];
    }
    return true;
  }
  void tell(const std::vector<std::string>& head, const std::vector<std::string>& row, std::string& out) const {
    for (const std::string& line : lines_within(row.front(), style_.width)) out += line + '\n';
    std::vector<std::string> rest;
    for (std::size_t i = 1; i < row.size(); ++i) rest.push_back(fmt::format("{}: {}", head[i], row[i]));
    for (const std::string& line : lines_within(fmt::format("{}", fmt::join(rest, "; ")), style_.width - between))
      out += std::string(between, ' ') + line + '\n';
  }
  void draw(const std::vector<std::string>& row, std::string& out) const {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i)
      height = std::max(height, cells.emplace_back(lines_within(row[i], widths_[i])).size());
    for (std::size_t y = 0; y < height; ++y) {
      std::string line;
      for (std::size_t i = 0; i < cells.size(); ++i)
        line +=
            padded(y < cells[i].size() ? cells[i][y] : "", widths_[i], columns_[i].number) + std::string(between, ' ');
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + '\n';
    }
  }

  const Style& style_;
  const std::vector<Column>& columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> widths_;
  std::vector<std::size_t> least_;
};

std::string repeated(std::string_view sign, std::size_t times) {
  std::string line;
  for (std::size_t i = 0; i < times; ++i) line += sign;
  return line;
}

/// Writes the blocks of a report, one after another.
class TextWriter {
public:
  explicit TextWriter(const Style& style) : style_(style) {}

  void title(const Page& report) {
    const std::string text = in(report.title);
    out_ += text + '\n' + repeated("═", display_width(text)) + '\n';
    for (const Words& line : report.subtitle) paragraph(in(line));
  }
  void operator()(const Heading& heading) {
    const std::string text = in(heading.text);
    out_ += '\n' + text + '\n' + repeated(heading.level <= 2 ? "─" : "·", display_width(text)) + '\n';
  }
  void operator()(const Paragraph& block) {
    out_ += '\n';
    paragraph(in(block.text));
  }
  void operator()(const Items& list) {
    out_ += '\n';
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const std::string mark = list.numbered ? fmt::format("{}. ", i + 1) : "• ";
      const auto lines = lines_within(in(list.items[i]), style_.width - display_width(mark));
      for (std::size_t n = 0; n < lines.size(); ++n)
        out_ += (n == 0 ? mark : std::string(display_width(mark), ' ')) + lines[n] + '\n';
    }
  }
  void operator()(const Figures& block) {
    caption(block.title);
    std::size_t width = 0;
    for (const Figure& figure : block.figures) width = std::max(width, display_width(in(figure.title)));
    for (const Figure& figure : block.figures) {
      out_ +=
          fmt::format("  {}  {}\n", padded(in(figure.title), width, false), flat(shown(figure.value, style_.language)));
      if (style_.explain_figures) explain(figure.definition, figure.records);
    }
  }
  void operator()(const Grid& grid) {
    caption(grid.title);
    if (grid.rows.empty()) return paragraph(in(grid.when_empty));
    if (style_.explain_figures) explain(grid.definition, {});
    TextTable table(style_, grid.columns);
    for (const Row& row : grid.rows) table.add(row.cells);
    out_ += table.drawn();
    if (!style_.explain_figures) return;
    for (const Row& row : grid.rows) explain(say({"{}", "{}"}, shown(row.cells.front(), style_.language)), row.records);
  }
  void operator()(const BarChart& chart) {
    caption(chart.title);
    long long most = 1;
    for (const Series& series : chart.series)
      for (const long long value : series.values) most = std::max(most, value);
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
      for (const Series& series : chart.series) {
        if (series.values[i] == 0) continue;
        const std::string label = chart.series.size() == 1
                                      ? in(chart.categories[i])
                                      : fmt::format("{}, {}", in(chart.categories[i]), in(series.title));
        out_ += fmt::format("  {} {}  {}\n", repeated("█", static_cast<std::size_t>(series.values[i] * 30 / most)),
                            series.values[i], label);
      }
  }
  void operator()(const Timeline&) {}  // the table beside it says the same
  void operator()(const Signatures& block) {
    out_ += '\n';
    for (const auto& line : block.lines)
      out_ += fmt::format("{}  ____________________  {}  {}\n", in(line.office), in(line.name), in(blank_day));
  }
  void gaps(const Page& report) {
    if (report.gaps.empty() || report.to_sign) return;
    (*this)(Heading{2, {"Чего не хватает в записях", "What the records lack"}});
    std::vector<Words> items;
    for (const Gap& gap : report.gaps) items.push_back(say({"{}: {}", "{}: {}"}, gap.where, gap.what));
    (*this)(Items{items});
  }
  std::string finish(const Page& report) {
    out_ += '\n' + repeated("─", 20) + '\n';
    for (const Words& line : report.footer) paragraph(in(line));
    return std::move(out_);
  }

private:
  std::string in(const Words& words) const { return flat(words.in(style_.language)); }
  void paragraph(const std::string& text, std::size_t indent = 0) {
    for (const std::string& line : lines_within(text, style_.width - indent))
      out_ += std::string(indent, ' ') + line + '\n';
  }
  void caption(const Words& words) { out_ += '\n' + in(words) + '\n'; }
  void explain(const Words& definition, const Addresses& records) {
    if (!definition.empty()) paragraph(in(definition), 6);
    if (!records.empty())
      paragraph(fmt::format("{} {}", Text{"записи:", "records:"}.in(style_.language), fmt::join(records, ", ")), 6);
  }

  const Style& style_;
  std::string out_;
};

}  // namespace

std::string as_text(const Page& report, const Style& style) {
  TextWriter writer(style);
  writer.title(report);
  for (const Block& block : report.blocks) std::visit(writer, block);
  writer.gaps(report);
  return harmless(writer.finish(report));
}

}  // namespace nastavnik::page
