#include <algorithm>
#include <numeric>

#include "base/layout.h"
#include "base/printable.h"
#include "base/text.h"
#include "page/charts.h"
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

/// Fit for a terminal, its line breaks kept.
std::string lines_of(std::string_view text) {
  std::string lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines += (start == 0 ? "" : "\n") + printable(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

std::string repeated(std::string_view sign, std::size_t times) {
  std::string line;
  for (std::size_t i = 0; i < times; ++i) line += sign;
  return line;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t taken = display_width(text);
  const std::string space(width > taken ? width - taken : 0, ' ');
  return right ? space + text : text + space;
}

using Cells = std::vector<std::string>;

Cells cells_of(const Row& row) {
  Cells cells;
  for (const Paragraph& cell : row.cells) cells.push_back(flat(cell.text()));
  return cells;
}

/// A table as text: columns as wide as they must be, the widest ones narrowed until the whole fits; where it cannot, the
/// spare ones are left out, and where that does not help, each row is told by itself.
class TextTable {
public:
  TextTable(const Table& table, std::size_t width)
      : table_(table), width_(width), columns_(table.columns), least_(table.columns.size(), narrowest) {
    for (const Row& row : table.rows) rows_.push_back(cells_of(row));
    measure();
  }
  std::string drawn() {
    const std::vector<Cells> whole = rows_;
    bool fits = fit();
    while (!fits && leave_out_spare()) fits = fit();
    if (!fits) rows_ = whole;
    std::string out;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (fits) draw(rows_[i], out);
      if (fits && table_.rows[i].header) draw_rule(out);
      if (!fits && !table_.rows[i].header) tell(rows_[i], out);
    }
    if (!fits) left_out_.clear();
    return out;
  }
  /// The headings of the columns that had no room.
  const std::vector<std::string>& left_out() const { return left_out_; }

private:
  void measure() {
    widest_.assign(columns_.size(), 0);
    for (const Cells& row : rows_)
      for (std::size_t i = 0; i < row.size(); ++i) {
        widest_[i] = std::max(widest_[i], display_width(row[i]));
        least_[i] = std::max(least_[i], longest_word(row[i]));
      }
  }
  template <class List>
  static void take_out(List& list, std::size_t at) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
  }
  /// The last of the columns that may go; none where there is none left.
  bool leave_out_spare() {
    const auto last =
        std::find_if(columns_.rbegin(), columns_.rend(), [](const Column& column) { return column.spare; });
    if (last == columns_.rend() || rows_.empty()) return false;
    const auto at = static_cast<std::size_t>(columns_.rend() - last) - 1;
    left_out_.insert(left_out_.begin(), rows_.front()[at]);
    take_out(columns_, at);
    take_out(widest_, at);
    take_out(least_, at);
    for (Cells& row : rows_) take_out(row, at);
    return true;
  }
  /// How much the column could give.
  std::size_t slack(std::size_t column) const { return widths_[column] - std::min(widths_[column], least_[column]); }
  bool fit() {
    widths_ = widest_;
    std::size_t whole = std::accumulate(widths_.begin(), widths_.end(), between * (widths_.size() - 1));
    for (; whole > width_; --whole) {
      std::size_t widest = 0;
      for (std::size_t i = 1; i < widths_.size(); ++i)
        if (slack(i) > 0 && (slack(widest) == 0 || widths_[i] > widths_[widest])) widest = i;
      if (slack(widest) == 0) return false;
      --widths_[widest];
    }
    return true;
  }
  void tell(const Cells& row, std::string& out) const {
    const bool headed = table_.rows.front().header;
    std::vector<std::string> rest;
    for (std::size_t i = 1; i < row.size(); ++i)
      if (row[i] != "—") rest.push_back(headed ? fmt::format("{}: {}", rows_.front()[i], row[i]) : row[i]);
    out += wrapped(row.front(), 0, width_);
    if (!rest.empty()) out += wrapped(fmt::format("{}", fmt::join(rest, "; ")), between, width_);
  }
  void draw_rule(std::string& out) const {
    for (std::size_t i = 0; i < widths_.size(); ++i)
      out += repeated("─", widths_[i]) + (i + 1 < widths_.size() ? std::string(between, ' ') : "\n");
  }
  void draw(const Cells& row, std::string& out) const {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i)
      height = std::max(height, cells.emplace_back(lines_within(row[i], widths_[i])).size());
    for (std::size_t y = 0; y < height; ++y) {
      std::string line;
      for (std::size_t i = 0; i < cells.size(); ++i)
        line += padded(y < cells[i].size() ? cells[i][y] : "", widths_[i], columns_[i].align == Align::right) +
                std::string(between, ' ');
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + '\n';
    }
  }

  const Table& table_;
  std::size_t width_;
  std::vector<Column> columns_;
  std::vector<Cells> rows_{};
  std::vector<std::size_t> widest_{};  ///< what the words of each column would take
  std::vector<std::size_t> least_;
  std::vector<std::size_t> widths_{};
  std::vector<std::string> left_out_{};
};

class TextWriter {
public:
  TextWriter(const Page& page, std::size_t width) : page_(page), width_(width) {}

  void operator()(const Paragraph& paragraph) {
    const std::string text = flat(paragraph.text());
    if (text.empty()) return;
    const bool close = std::exchange(under_caption_, paragraph.role == Role::caption);
    if (paragraph.role == Role::sample) return sample(lines_of(paragraph.text()));
    switch (paragraph.role) {
      case Role::title: return underlined(text, "═");
      case Role::heading:
      case Role::chapter: return underlined(text, "─");
      case Role::subheading: return underlined(text, "·");
      case Role::subtitle: return add(text, 0, true);
      case Role::quote: return add(text, 2, true);
      case Role::stamp: return add(text, width_ / 2);
      case Role::numbered: return add(fmt::format("{}. {}", ++number_, text));
      case Role::dashed: return add("– " + text);
      default: add(text, 0, close);
    }
  }
  void operator()(const Items& list) {
    part();
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const std::string mark = list.numbered ? fmt::format("{}. ", i + 1) : "• ";
      const std::string lines = wrapped(flat(text_of(list.items[i])), display_width(mark), width_);
      out_ += mark + lines.substr(std::min(display_width(mark), lines.size() - 1));
    }
  }
  void operator()(const Notice& notice) {
    underlined(flat(notice.title), "─");
    (*this)(notice.items);
  }
  void operator()(const Table& table) {
    part();
    if (!table.title.empty()) add(flat(table.title), 0, true);
    if (table.kind == Table::Kind::plain) return arranged(table);
    if (table.kind == Table::Kind::listing) return table.columns.size() == 2 ? listed(table) : told(table);
    explain(table.basis);
    TextTable text(table, width_);
    out_ += text.drawn();
    if (!text.left_out().empty())
      add(fmt::format("{} {}", Text{"не поместилось:", "no room for:"}.in(page_.language),
                      fmt::join(text.left_out(), ", ")),
          0, true);
    for (const Row& row : table.rows) {
      if (page_.unfolded && !row.basis.empty()) add(flat(row.cells.front().text()), aside, true);
      explain(row.basis);
    }
  }
  void operator()(const BarChart& chart) {
    part();
    add(in(chart.title), 0, true);
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
  void operator()(const PageBreak&) { number_ = 0; }
  std::string finish() {
    if (!page_.footer.empty()) out_ += '\n' + repeated("─", 20) + '\n';
    for (const std::string& line : page_.footer) add(flat(line), 0, true);
    return harmless(out_);
  }

private:
  static constexpr std::size_t aside = 6;  ///< where it stands what a number rests on

  std::string in(const Words& words) const { return flat(words.in(page_.language)); }
  void part() {
    if (!out_.empty()) out_ += '\n';
  }
  void add(const std::string& text, std::size_t indent = 0, bool close = false) {
    if (!close) part();
    out_ += wrapped(text, indent, width_);
  }
  void underlined(const std::string& text, std::string_view sign) {
    part();
    out_ += text + '\n' + repeated(sign, display_width(text)) + '\n';
  }
  /// As it stands: its own indents say something.
  void sample(std::string lines) {
    for (std::size_t at = 0; at != lines.npos; at = lines.find('\n', at)) lines.insert(at == 0 ? 0 : ++at, "  ");
    out_ += lines + '\n';
  }
  /// Words in one column, what is said of them in the other.
  void listed(const Table& table) {
    std::size_t widest = 0;
    for (const Row& row : table.rows) {
      const std::size_t width = display_width(flat(row.cells[0].text()));
      if (!row.header && width * 3 <= width_ * 2) widest = std::max(widest, width);
    }
    for (const Row& row : table.rows) {
      if (row.header) continue;
      const Described entry{padded(flat(row.cells[0].text()), widest, false), lines_of(row.cells[1].text())};
      out_ += columns({&entry, 1}, 2, width_, widest);
      explain(row.basis);
    }
  }
  /// Row by row: its first cell, and what the others say of it under their headings.
  void told(const Table& table) {
    const Cells heads = cells_of(table.rows.front());
    for (const Row& row : table.rows) {
      if (row.header) continue;
      const Cells cells = cells_of(row);
      std::vector<Described> said;
      for (std::size_t i = 1; i < cells.size(); ++i)
        if (!cells[i].empty()) said.push_back({heads[i], cells[i]});
      out_ += wrapped(cells[0], 0, width_) + columns(said, 2, width_) + (&row == &table.rows.back() ? "" : "\n");
    }
  }
  /// A table that only arranges is a line.
  void arranged(const Table& table) {
    for (const Row& row : table.rows) out_ += fmt::format("{}\n", fmt::join(cells_of(row), "  "));
  }
  void explain(const Basis& basis) {
    if (!page_.unfolded) return;
    if (!basis.definition.empty()) add(flat(basis.definition), aside, true);
    if (!basis.records.empty())
      add(fmt::format("{} {}", Text{"записи:", "records:"}.in(page_.language), fmt::join(basis.records, ", ")), aside,
          true);
  }

  const Page& page_;
  std::size_t width_;
  std::string out_{};
  int number_ = 0;
  bool under_caption_ = false;
};

}  // namespace

std::string as_text(const Page& page, std::size_t width) {
  TextWriter writer(page, width);
  for (const Block& block : page.blocks) std::visit(writer, block);
  return writer.finish();
}

}  // namespace nastavnik::page
