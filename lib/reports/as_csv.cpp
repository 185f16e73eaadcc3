#include <algorithm>

#include "base/printable.h"
#include "reports/writers.h"

namespace nastavnik::reports {
namespace {

/// One table of all figures and cells: a line for each, so that the columns are the same for every report. Excel opens
/// it as it stands: with a byte order mark, and in Russian with semicolons and decimal commas.
class CsvWriter {
public:
  explicit CsvWriter(Language language) : language_(language) {}

  void head() { line({"table", "row", "column", "title", "value", "part", "whole", "records"}); }
  /// A line for each row, its columns headed by their ids.
  void as_it_is(const Grid& grid) {
    std::vector<std::string> fields;
    for (const GridColumn& column : grid.columns) fields.emplace_back(column.id);
    line(fields);
    for (const GridRow& row : grid.rows) {
      fields.clear();
      for (const Cell& cell : row.cells) fields.push_back(is_dash(cell) ? std::string() : value_of(cell));
      line(fields);
    }
  }

  template <class Other>
  void operator()(const Other&) {}  // what is no number stands in the other formats
  void operator()(const Figures& block) {
    for (const Figure& figure : block.figures)
      cell(block.id, 1, figure.id, figure.title.in(language_), figure.value, figure.records);
  }
  void operator()(const Grid& grid) {
    for (std::size_t i = 0; i < grid.rows.size(); ++i)
      for (std::size_t n = 0; n < grid.columns.size(); ++n)
        cell(grid.id, i + 1, grid.columns[n].id, grid.columns[n].title.in(language_), grid.rows[i].cells[n],
             n == 0 ? grid.rows[i].records : Addresses());
  }
  void gaps(const Report& report) {
    for (std::size_t i = 0; i < report.gaps.size(); ++i)
      line({"gaps", std::to_string(i + 1), "gap", report.gaps[i].where, report.gaps[i].what.in(language_), "", "", ""});
  }
  void footer(const Report& report) {
    for (std::size_t i = 0; i < report.footer.size(); ++i)
      line({"footer", std::to_string(i + 1), "note", "", report.footer[i].in(language_), "", "", ""});
  }
  std::string take() { return std::move(out_); }

private:
  void cell(std::string_view table, std::size_t row, std::string_view column, const std::string& title,
            const Cell& cell, const Addresses& records) {
    std::string value, part, whole;
    if (const auto* share = std::get_if<Share>(&cell)) {
      value = share->whole == 0 ? "" : one_decimal(share->part * 100, share->whole, language_);
      part = std::to_string(share->part);
      whole = std::to_string(share->whole);
    } else if (const auto* average = std::get_if<Average>(&cell)) {
      value = average->count == 0 ? "" : one_decimal(average->sum, average->count, language_);
      part = std::to_string(average->sum);
      whole = std::to_string(average->count);
    } else {
      value = value_of(cell);
    }
    line({std::string(table), std::to_string(row), std::string(column), title, value, part, whole,
          fmt::format("{}", fmt::join(records, " "))});
  }
  std::string value_of(const Cell& cell) const {
    const auto* day = std::get_if<Date>(&cell);
    return day ? iso(*day) : shown(cell, language_);
  }
  void line(const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i != 0) out_ += separator();
      field(fields[i]);
    }
    out_ += "\r\n";
  }
  char separator() const { return language_ == Language::ru ? ';' : ','; }
  /// A text that a spreadsheet would take for a formula gets an apostrophe, which it shows nowhere.
  void field(const std::string& words) {
    const std::string text = harmless(words);
    constexpr std::string_view begins_a_formula = "=+-@\t\r";
    const std::string safe =
        !text.empty() && begins_a_formula.find(text[0]) != std::string_view::npos ? "'" + text : text;
    if (safe.find_first_of("\",;\r\n") == std::string::npos) {
      out_ += safe;
      return;
    }
    out_ += '"';
    for (const char c : safe) out_ += c == '"' ? std::string("\"\"") : std::string(1, c);
    out_ += '"';
  }

  Language language_;
  std::string out_ = "\xEF\xBB\xBF";
};

const Grid* only_table(const Report& report) {
  if (!report.one_table) return nullptr;
  for (const Block& block : report.blocks)
    if (const auto* grid = std::get_if<Grid>(&block)) return grid;
  return nullptr;
}

}  // namespace

std::string as_csv(const Report& report, const Style& style) {
  CsvWriter writer(style.language);
  if (const Grid* table = only_table(report)) {
    writer.as_it_is(*table);
    return writer.take();
  }
  writer.head();
  for (const Block& block : report.blocks) std::visit(writer, block);
  writer.gaps(report);
  writer.footer(report);
  return writer.take();
}

}  // namespace nastavnik::reports
