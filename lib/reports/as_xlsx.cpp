#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/failure.h"
#include "base/printable.h"
#include "base/text.h"
#include "page/package.h"
#include "page/xml.h"
#include "reports/writers.h"

namespace nastavnik::reports {
namespace {

/// A file in memory: the library writes to a path only, and a report may hold names that belong on no disk.
class MemoryFile {
public:
  MemoryFile() : descriptor_(memfd_create("report", MFD_CLOEXEC)) {
    if (descriptor_ < 0)
      throw Failure{{"не удалось собрать таблицу в памяти", "the workbook could not be made in memory"}};
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }
  std::string bytes() const {
    std::string all;
    std::array<char, 65536> part{};
    for (off_t at = 0;;) {
      const ssize_t count = pread(descriptor_, part.data(), part.size(), at);
      if (count <= 0) return all;
      all.append(part.data(), static_cast<std::size_t>(count));
      at += count;
    }
  }

private:
  int descriptor_;
};

constexpr std::size_t longest_cell = 32000;  // Excel takes 32767 characters

std::string fitting(const std::string& words) {
  std::string text = harmless(page::as_xml(words));
  if (characters(text) <= longest_cell) return text;
  text.resize(std::min(text.size(), longest_cell));
  while (invalid_utf8(text)) text.pop_back();
  return text + "…";
}

time_t seconds_of(Date day) {
  const std::chrono::year_month_day ymd = day.ymd();
  return std::chrono::sys_seconds(std::chrono::sys_days(ymd)).time_since_epoch().count();
}

/// A name that Excel takes for a sheet: at most 31 characters, none of `[]:*?/\`, and used once.
class SheetNames {
public:
  std::string make(const std::string& title) {
    std::string name;
    for (const char c : title) name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    for (int number = 1;; ++number) {
      const std::string ending = number == 1 ? "" : fmt::format(" {}", number);
      std::string shorter = name;
      while (characters(shorter) + ending.size() > longest) cut(shorter);
      shorter += ending;
      if (used_.insert(fold(shorter)).second) return shorter;
    }
  }

private:
  static constexpr std::size_t longest = 31;
  static void cut(std::string& text) {
    do text.pop_back();
    while (invalid_utf8(text));
  }
  std::set<std::string> used_;
};

class BookWriter {
public:
  BookWriter(lxw_workbook* book, const Report& report, const Style& style)
      : book_(book), report_(report), style_(style) {
    bold_ = format([](lxw_format* f) { format_set_bold(f); });
    head_ = format([](lxw_format* f) {
      format_set_bold(f);
      format_set_text_wrap(f);
      format_set_bottom(f, LXW_BORDER_THIN);
      format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    });
    wrap_ = format([](lxw_format* f) {
      format_set_text_wrap(f);
      format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    });
    records_ = format([](lxw_format* f) {
      format_set_text_wrap(f);
      format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
      format_set_indent(f, 1);  // apart from the number before
    });
    day_ = format([](lxw_format* f) {
      format_set_num_format(f, "dd.mm.yyyy");
      format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    });
    per_cent_ = format([](lxw_format* f) {
      format_set_num_format(f, "0.0%");
      format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    });
    tenths_ = format([](lxw_format* f) {
      format_set_num_format(f, "0.0");
      format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    });
  }

  void write() {
    set_properties();
    write_figures();
    for (const Block& block : report_.blocks)
      if (const Grid* grid = std::get_if<Grid>(&block)) write_grid(*grid);
    write_charts();
    write_notes();
  }

private:
  static constexpr std::size_t narrowest = 11, widest = 60, records_width = 40;

  template <class Set>
  lxw_format* format(Set set) {
    lxw_format* made = workbook_add_format(book_);
    set(made);
    return made;
  }
  std::string in(const Words& words) const { return page::as_xml(words.in(style_.language)); }
  std::string in(const Text& text) const { return std::string(text.in(style_.language)); }

  void set_properties() {
    std::string title = in(report_.title);
    std::string notes;
    for (const Words& line : report_.footer) notes += in(line) + "\n";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.comments = notes.data();
    properties.created = seconds_of(report_.day);
    workbook_set_properties(book_, &properties);
  }
  lxw_worksheet* sheet(const std::string& title, std::string* name_used = nullptr) {
    const std::string name = names_.make(title);
    if (name_used) *name_used = name;
    lxw_worksheet* made = workbook_add_worksheet(book_, name.c_str());
    worksheet_set_landscape(made);
    worksheet_set_paper(made, 9);  // A4
    worksheet_fit_to_pages(made, 1, 0);
    return made;
  }
  void text(lxw_worksheet* on, lxw_row_t row, lxw_col_t column, const std::string& words, lxw_format* as) {
    worksheet_write_string(on, row, column, fitting(words).c_str(), as);
  }
  void cell(lxw_worksheet* on, lxw_row_t row, lxw_col_t column, const Cell& value) {
    if (const auto* number = std::get_if<long long>(&value))
      worksheet_write_number(on, row, column, static_cast<double>(*number), wrap_);
    else if (const auto* share = std::get_if<Share>(&value); share && share->whole != 0)
      worksheet_write_number(on, row, column, static_cast<double>(share->part) / static_cast<double>(share->whole),
                             per_cent_);
    else if (const auto* average = std::get_if<Average>(&value); average && average->count != 0)
      worksheet_write_number(on, row, column, static_cast<double>(average->sum) / static_cast<double>(average->count),
                             tenths_);
    else if (const auto* day = std::get_if<Date>(&value))
      date(on, row, column, *day);
    else
      text(on, row, column, shown(value, style_.language), wrap_);
  }
  void date(lxw_worksheet* on, lxw_row_t row, lxw_col_t column, Date day) {
    lxw_datetime when{day.year(), static_cast<int>(day.month()), static_cast<int>(day.day()), 0, 0, 0};
    worksheet_write_datetime(on, row, column, &when, day_);
  }
  void head(lxw_worksheet* on, const std::vector<std::string>& titles) {
    for (std::size_t i = 0; i < titles.size(); ++i) text(on, 0, static_cast<lxw_col_t>(i), titles[i], head_);
    worksheet_freeze_panes(on, 1, 0);
    worksheet_repeat_rows(on, 0, 0);
  }
  void write_figures() {
    lxw_worksheet* on = sheet(in(Text{"Показатели", "Figures"}));
    head(on, {in(Text{"Раздел", "Part"}), in(Text{"Показатель", "Figure"}), in(Text{"Значение", "Value"}),
              in(Text{"Из них", "Part of"}), in(Text{"Из скольких", "Of"}),
              in(Text{"Как посчитано", "How it is counted"}), in(Text{"Записи", "Records"})});
    worksheet_set_column(on, 0, 1, 36, nullptr);
    worksheet_set_column(on, 2, 4, 12, nullptr);
    worksheet_set_column(on, 5, 6, widest, nullptr);
    lxw_row_t row = 1;
    for (const Block& block : report_.blocks)
      if (const Figures* figures = std::get_if<Figures>(&block))
        for (const Figure& figure : figures->figures) write_figure(on, row++, in(figures->title), figure);
  }
  void write_figure(lxw_worksheet* on, lxw_row_t row, const std::string& part, const Figure& figure) {
    text(on, row, 0, part, wrap_);
    text(on, row, 1, in(figure.title), wrap_);
    cell(on, row, 2, figure.value);
    if (const auto* share = std::get_if<Share>(&figure.value)) {
      worksheet_write_number(on, row, 3, static_cast<double>(share->part), wrap_);
      worksheet_write_number(on, row, 4, static_cast<double>(share->whole), wrap_);
    }
    const std::string definition = in(figure.definition), records = fmt::format("{}", fmt::join(figure.records, ", "));
    set_lines(on, row, std::max(lines_in(definition, widest), lines_in(records, widest)));
    text(on, row, 5, definition, wrap_);
    text(on, row, 6, records, wrap_);
  }
  /// In letters: as wide as the texts, but for very long ones; the head needs room for its arrow.
  std::vector<std::size_t> widths_of(const Grid& grid) const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      std::size_t most = characters(in(grid.columns[i].title)) + 3;
      for (const GridRow& row : grid.rows) most = std::max(most, characters(shown(row.cells[i], style_.language)) + 1);
      widths.push_back(std::clamp(most, narrowest, widest));
    }
    return widths;
  }
  static std::size_t lines_in(const std::string& text, std::size_t width) { return characters(text) / width + 1; }
  /// Excel finds the height of a row by itself, LibreOffice does not.
  static void set_lines(lxw_worksheet* on, lxw_row_t row, std::size_t lines) {
    constexpr std::size_t most = 27;  // a row cannot be higher
    if (lines > 1) worksheet_set_row(on, row, 15.0 * static_cast<double>(std::min(lines, most)), nullptr);
  }
  void write_grid(const Grid& grid) {
    lxw_worksheet* on = sheet(in(grid.title));
    std::vector<std::string> titles;
    for (const GridColumn& column : grid.columns) titles.push_back(in(column.title));
    titles.push_back(in(Text{"Записи", "Records"}));
    head(on, titles);
    const std::vector<std::size_t> widths = widths_of(grid);
    for (std::size_t i = 0; i < widths.size(); ++i)
      worksheet_set_column(on, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), static_cast<double>(widths[i]),
                           nullptr);
    worksheet_set_column(on, static_cast<lxw_col_t>(widths.size()), static_cast<lxw_col_t>(widths.size()),
                         records_width, nullptr);
    lxw_row_t row = 1;
    for (const GridRow& cells : grid.rows) {
      const std::string records = fmt::format("{}", fmt::join(cells.records, ", "));
      std::size_t lines = lines_in(records, records_width);
      for (std::size_t i = 0; i < cells.cells.size(); ++i) {
        cell(on, row, static_cast<lxw_col_t>(i), cells.cells[i]);
        lines = std::max(lines, lines_in(shown(cells.cells[i], style_.language), widths[i]));
      }
      set_lines(on, row, lines);
      text(on, row++, static_cast<lxw_col_t>(cells.cells.size()), records, records_);
    }
    if (grid.rows.empty()) text(on, 1, 0, in(grid.when_empty), wrap_);
    if (row > 1) worksheet_autofilter(on, 0, 0, row - 1, static_cast<lxw_col_t>(grid.columns.size() - 1));
  }
  void write_charts() {
    for (const Block& block : report_.blocks) {
      if (const BarChart* chart = std::get_if<BarChart>(&block)) write_bars(*chart);
      if (const Timeline* line = std::get_if<Timeline>(&block)) write_terms(*line);
    }
  }
  /// The numbers of a chart, and the chart beside them.
  void write_bars(const BarChart& chart) {
    std::string name;
    lxw_worksheet* on = sheet(fmt::format("{} ·", in(chart.title)), &name);
    text(on, 0, 0, "", head_);
    worksheet_set_column(on, 0, 0, 36, nullptr);
    lxw_chart* made = begin_chart(chart.title, chart.stacked);
    const auto last = static_cast<lxw_row_t>(chart.categories.size());
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
      text(on, static_cast<lxw_row_t>(i + 1), 0, in(chart.categories[i]), wrap_);
    for (std::size_t n = 0; n < chart.series.size(); ++n) {
      const auto column = static_cast<lxw_col_t>(n + 1);
      text(on, 0, column, in(chart.series[n].title), head_);
      for (std::size_t i = 0; i < chart.series[n].values.size(); ++i)
        worksheet_write_number(on, static_cast<lxw_row_t>(i + 1), column,
                               static_cast<double>(chart.series[n].values[i]), wrap_);
      add_series(made, name, column, last);
    }
    worksheet_insert_chart(on, 0, static_cast<lxw_col_t>(chart.series.size() + 2), made);
  }
  /// Days before the start, not drawn, and the days of the term on top of them.
  void write_terms(const Timeline& line) {
    std::string name;
    lxw_worksheet* on = sheet(fmt::format("{} ·", in(line.title)), &name);
    const std::array<std::string, 4> titles{in(Text{"Программа", "Programme"}),
                                            in(Text{"Дней до начала", "Days before the start"}),
                                            in(Text{"Дней", "Days"}), in(Text{"Начало", "Start"})};
    for (std::size_t i = 0; i < titles.size(); ++i) text(on, 0, static_cast<lxw_col_t>(i), titles[i], head_);
    worksheet_set_column(on, 0, 3, 20, nullptr);
    lxw_row_t row = 1;
    for (const Term& term : line.terms) {
      text(on, row, 0, in(term.label), wrap_);
      worksheet_write_number(on, row, 1, term.planned.from - line.shown.from, wrap_);
      worksheet_write_number(on, row, 2, (term.ended ? term.reached : term.planned.to) - term.planned.from + 1, wrap_);
      date(on, row++, 3, term.planned.from);
    }
    lxw_chart* made = begin_chart(line.title, true);
    const auto last = static_cast<lxw_row_t>(line.terms.size());
    lxw_chart_fill none{};
    none.none = LXW_TRUE;
    chart_series_set_fill(add_series(made, name, 1, last), &none);
    add_series(made, name, 2, last);
    worksheet_insert_chart(on, 0, 5, made);
  }
  lxw_chart* begin_chart(const Words& title, bool stacked) {
    lxw_chart* made = workbook_add_chart(book_, stacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR);
    chart_title_set_name(made, in(title).c_str());
    chart_axis_set_reverse(made->y_axis);
    return made;
  }
  static lxw_chart_series* add_series(lxw_chart* chart, const std::string& name, lxw_col_t column, lxw_row_t last) {
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, name.c_str(), 1, 0, last, 0);
    chart_series_set_values(series, name.c_str(), 1, column, last, column);
    chart_series_set_name_range(series, name.c_str(), 0, column);
    return series;
  }
  void write_notes() {
    lxw_worksheet* on = sheet(in(Text{"Об отчёте", "About the report"}));
    worksheet_set_column(on, 0, 0, 60, nullptr);
    worksheet_set_column(on, 1, 1, 60, nullptr);
    lxw_row_t row = 0;
    text(on, row++, 0, in(report_.title), bold_);
    for (const Words& line : report_.subtitle) text(on, row++, 0, in(line), wrap_);
    for (const Words& line : report_.footer) text(on, row++, 0, in(line), wrap_);
    if (report_.gaps.empty()) return;
    text(on, ++row, 0, in(Text{"Чего не хватает в записях", "What the records lack"}), bold_);
    for (const Gap& gap : report_.gaps) {
      text(on, ++row, 0, gap.where, wrap_);
      text(on, row, 1, in(gap.what), wrap_);
    }
  }

  lxw_workbook* book_;
  const Report& report_;
  const Style& style_;
  SheetNames names_;
  lxw_format* bold_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* wrap_ = nullptr;
  lxw_format* records_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_format* per_cent_ = nullptr;
  lxw_format* tenths_ = nullptr;
};

/// The library works with files of its own, which the disk may not take.
Words reason_of(lxw_error error) {
  if (error == LXW_ERROR_ZIP_FILE_OPERATION || error == LXW_ERROR_CREATING_TMPFILE ||
      error == LXW_ERROR_CREATING_XLSX_FILE)
    return {"временному файлу не хватило места или он больше, чем разрешено",
            "a temporary file found no space or is larger than allowed"};
  return {lxw_strerror(error), lxw_strerror(error)};
}

}  // namespace

std::string as_xlsx(const Report& report, const Style& style) {
  const MemoryFile file;
  lxw_workbook* book = workbook_new(file.path().c_str());
  BookWriter(book, report, style).write();
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
    throw Failure{say({"не удалось собрать таблицу: {}", "the workbook could not be made: {}"}, reason_of(error))};
  return packed(unpacked(file.bytes()), report.day);
}

}  // namespace nastavnik::reports
