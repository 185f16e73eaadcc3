#include "document/paper.h"

#include <array>
#include <charconv>
#include <stdexcept>

#include "base/ascii.h"

namespace nastavnik {
namespace {

struct Prefix {
  std::string_view mark;
  Style style;
};
constexpr std::array<Prefix, 8> prefixes{{{"# ", Style::title},
                                          {"## ", Style::heading},
                                          {"= ", Style::centred},
                                          {"> ", Style::stamp},
                                          {". ", Style::flush},
                                          {"+ ", Style::numbered},
                                          {"- ", Style::dashed},
                                          {"~ ", Style::note}}};

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

Paragraph paragraph_of(Style style, std::string_view text) {
  Paragraph paragraph{.style = style};
  bool bold = false;
  for (const std::string_view part : split(text, "**")) {
    std::string whole;
    for (const std::string_view line : split(part, "<br>")) {
      if (line.data() != part.data()) whole += '\n';
      whole += line;
    }
    if (!whole.empty()) paragraph.stretches.push_back({std::move(whole), bold, false});
    bold = !bold;
  }
  return paragraph;
}

int number_of(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// `|: 30 40^ 30>` and, for a table that only arranges, `plain`.
PaperTable table_of(std::string_view line) {
  PaperTable table;
  for (const std::string_view word : split(line, " ")) {
    if (word == "plain")
      table.ruled = false;
    else if (!word.empty())
      table.columns.push_back({number_of(word), word.ends_with('^')   ? Align::centre
                                                : word.ends_with('>') ? Align::right
                                                                      : Align::left});
  }
  return table;
}

TableRow row_of(std::string_view line) {
  TableRow row{.header = line.starts_with("|!")};
  line.remove_prefix(row.header ? 2 : 1);
  if (line.ends_with('|')) line.remove_suffix(1);
  for (const std::string_view cell : split(line, "|")) row.cells.push_back(paragraph_of(Style::flush, trimmed(cell)));
  return row;
}

/// Whether the next line of the source goes on with such a paragraph.
bool runs_on(Style style) {
  return style == Style::text || style == Style::flush || style == Style::numbered || style == Style::dashed;
}

class Reader {
public:
  void read(std::string_view line) {
    if (line.starts_with("// ")) return;
    if (line.empty()) return end_paragraph();
    if (line.starts_with("@ ")) return set(line.substr(2));
    if (line == "---") return add(PageBreak{});
    if (line.starts_with("|: ")) return add(table_of(line.substr(3)));
    if (line.starts_with('|')) return add_row(line);
    if (marks_of(line).bare) return add(paragraph_of(Style::text, line));
    for (const Prefix& prefix : prefixes)
      if (line.starts_with(prefix.mark)) return begin(prefix.style, line.substr(prefix.mark.size()));
    if (open_ && runs_on(style_))
      text_ += ' ' + std::string(line);
    else
      begin(Style::text, line);
  }
  Paper finish() {
    end_paragraph();
    return std::move(paper_);
  }

private:
  void set(std::string_view line) {
    if (line == "landscape")
      paper_.landscape = true;
    else if (line.starts_with("title "))
      paper_.title = line.substr(6);
    else
      throw std::logic_error("the source of a paper says: @ " + std::string(line));
  }
  void begin(Style style, std::string_view text) {
    end_paragraph();
    style_ = style;
    text_ = text;
    open_ = true;
  }
  void end_paragraph() {
    if (open_) paper_.blocks.emplace_back(paragraph_of(style_, text_));
    open_ = false;
  }
  void add(PaperBlock block) {
    end_paragraph();
    paper_.blocks.push_back(std::move(block));
  }
  void add_row(std::string_view line) {
    end_paragraph();
    if (paper_.blocks.empty() || !std::holds_alternative<PaperTable>(paper_.blocks.back()))
      throw std::logic_error("a row without its table: " + std::string(line));
    std::get<PaperTable>(paper_.blocks.back()).rows.push_back(row_of(line));
  }

  Paper paper_;
  Style style_ = Style::text;
  std::string text_;
  bool open_ = false;
};

Paragraph filled(const Paragraph& paragraph, const ValueScope& scope, FillReport& report) {
  std::vector<std::string> texts;
  for (const Stretch& stretch : paragraph.stretches) texts.push_back(stretch.text);
  const std::vector<std::vector<Piece>> pieces = filled(texts, scope, report);
  Paragraph result{.style = paragraph.style};
  for (std::size_t i = 0; i < pieces.size(); ++i)
    for (const Piece& piece : pieces[i])
      if (!piece.text.empty()) result.stretches.push_back({piece.text, paragraph.stretches[i].bold, piece.gap});
  return result;
}

TableRow filled(const TableRow& row, const ValueScope& scope, FillReport& report) {
  TableRow result{.header = row.header};
  for (const Paragraph& cell : row.cells) result.cells.push_back(filled(cell, scope, report));
  return result;
}

/// A heading that is a section as a whole: where it shows nothing, its column is left out.
bool is_optional(const Paragraph& heading) {
  const Marks marks = marks_of(heading.text());
  return !marks.opens.empty() && marks.opens == marks.closes;
}

void drop_column(PaperTable& table, std::size_t column) {
  table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
  for (TableRow& row : table.rows)
    if (column < row.cells.size()) row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(column));
}

/// Makes the widths a hundred again.
void spread(std::vector<Column>& columns) {
  int whole = 0, left = 100;
  for (const Column& column : columns) whole += column.width;
  for (Column& column : columns) left -= column.width = column.width * 100 / whole;
  columns.back().width += left;
}

void drop_silent_columns(PaperTable& table, const TableRow& heading) {
  if (!heading.header || table.rows.empty()) return;
  bool dropped = false;
  for (std::size_t i = heading.cells.size(); i-- > 0;) {
    if (!is_optional(heading.cells[i]) || !table.rows.front().cells[i].text().empty()) continue;
    drop_column(table, i);
    dropped = true;
  }
  if (dropped) spread(table.columns);
}

PaperTable filled(const PaperTable& table, const ValueScope& scope, FillReport& report) {
  PaperTable result{.columns = table.columns, .ruled = table.ruled};
  std::vector<Marks> marks;
  for (const TableRow& row : table.rows) marks.push_back(marks_of(row.text()));
  expand(std::move(marks), scope, report,
         [&](std::size_t i, const ValueScope& inner) { result.rows.push_back(filled(table.rows[i], inner, report)); });
  if (!table.rows.empty()) drop_silent_columns(result, table.rows.front());
  return result;
}

PaperBlock filled(const PaperBlock& block, const ValueScope& scope, FillReport& report) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) return filled(*paragraph, scope, report);
  if (const auto* table = std::get_if<PaperTable>(&block)) return filled(*table, scope, report);
  return block;
}

}  // namespace

std::string Paragraph::text() const {
  std::string all;
  for (const Stretch& stretch : stretches) all += stretch.text;
  return all;
}

std::string TableRow::text() const {
  std::string all;
  for (const Paragraph& cell : cells) all += cell.text() + '\n';
  return all;
}

Paper read_paper(std::string_view source) {
  Reader reader;
  for (const std::string_view line : split(source, "\n")) reader.read(line);
  return reader.finish();
}

Paper filled(const Paper& paper, const Values& values, FillReport& report) {
  const ValueScope scope{values};
  Paper result{.landscape = paper.landscape};
  const std::vector<std::string> title{paper.title};
  const std::vector<std::vector<Piece>> pieces = filled(title, scope, report);
  for (const Piece& piece : pieces.front()) result.title += piece.text;
  std::vector<Marks> marks;
  for (const PaperBlock& block : paper.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    marks.push_back(paragraph ? marks_of(paragraph->text()) : Marks{});
  }
  expand(std::move(marks), scope, report, [&](std::size_t i, const ValueScope& inner) {
    result.blocks.push_back(filled(paper.blocks[i], inner, report));
  });
  return result;
}

std::vector<std::string> placeholders(const Paper& paper) {
  PlaceholderNames names;
  names.add(paper.title);
  for (const PaperBlock& block : paper.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) names.add(paragraph->text());
    if (const auto* table = std::get_if<PaperTable>(&block))
      for (const TableRow& row : table->rows) names.add(row.text());
  }
  return names.take();
}

}  // namespace nastavnik
