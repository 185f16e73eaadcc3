#include "document/paper.h"

#include <array>
#include <charconv>
#include <stdexcept>

#include "base/ascii.h"

namespace nastavnik {

namespace {

struct Prefix {
  std::string_view mark;
  page::Role role;
};
constexpr std::array<Prefix, 8> prefixes{{{"# ", page::Role::title},
                                          {"## ", page::Role::chapter},
                                          {"= ", page::Role::centred},
                                          {"> ", page::Role::stamp},
                                          {". ", page::Role::flush},
                                          {"+ ", page::Role::numbered},
                                          {"- ", page::Role::dashed},
                                          {"~ ", page::Role::note}}};

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

page::Paragraph paragraph_of(page::Role role, std::string_view text) {
  page::Paragraph paragraph{role};
  bool bold = false;
  for (const std::string_view part : split(text, "**")) {
    std::string whole;
    for (const std::string_view line : split(part, "<br>")) {
      if (line.data() != part.data()) whole += '\n';
      whole += line;
    }
    if (!whole.empty()) paragraph.runs.push_back({std::move(whole), bold ? page::Look::bold : page::Look::plain});
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
page::Table table_of(std::string_view line) {
  page::Table table{.kind = page::Table::Kind::form};
  for (const std::string_view word : split(line, " ")) {
    if (word == "plain")
      table.kind = page::Table::Kind::plain;
    else if (!word.empty())
      table.columns.push_back({number_of(word), word.ends_with('^')   ? page::Align::centre
                                                : word.ends_with('>') ? page::Align::right
                                                                      : page::Align::left});
  }
  return table;
}

page::Row row_of(std::string_view line) {
  page::Row row{.header = line.starts_with("|!")};
  line.remove_prefix(row.header ? 2 : 1);
  if (line.ends_with('|')) line.remove_suffix(1);
  for (const std::string_view cell : split(line, "|"))
    row.cells.push_back(paragraph_of(page::Role::flush, trimmed(cell)));
  return row;
}

/// Whether the next line of the source goes on with such a paragraph.
bool runs_on(page::Role role) {
  return role == page::Role::text || role == page::Role::flush || role == page::Role::numbered ||
         role == page::Role::dashed;
}

class Reader {
public:
  void read(std::string_view line) {
    if (line.starts_with("// ")) return;
    if (line.empty()) return end_paragraph();
    if (line.starts_with("@ ")) return set(line.substr(2));
    if (line == "---") return add(page::PageBreak{});
    if (line.starts_with("|: ")) return add(table_of(line.substr(3)));
    if (line.starts_with('|')) return add_row(line);
    if (marks_of(line).bare) return add(paragraph_of(page::Role::text, line));
    for (const Prefix& prefix : prefixes)
      if (line.starts_with(prefix.mark)) return begin(prefix.role, line.substr(prefix.mark.size()));
    if (open_ && runs_on(role_))
      text_ += ' ' + std::string(line);
    else
      begin(page::Role::text, line);
  }
  page::Page finish() {
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
  void begin(page::Role role, std::string_view text) {
    end_paragraph();
    role_ = role;
    text_ = text;
    open_ = true;
  }
  void end_paragraph() {
    if (open_) paper_.blocks.emplace_back(paragraph_of(role_, text_));
    open_ = false;
  }
  void add(page::Block block) {
    end_paragraph();
    paper_.blocks.push_back(std::move(block));
  }
  void add_row(std::string_view line) {
    end_paragraph();
    if (paper_.blocks.empty() || !std::holds_alternative<page::Table>(paper_.blocks.back()))
      throw std::logic_error("a row without its table: " + std::string(line));
    std::get<page::Table>(paper_.blocks.back()).rows.push_back(row_of(line));
  }

  page::Page paper_{.official = true};
  page::Role role_ = page::Role::text;
  std::string text_;
  bool open_ = false;
};

page::Paragraph filled(const page::Paragraph& paragraph, const ValueScope& scope, FillReport& report) {
  std::vector<std::string> texts;
  for (const page::Run& run : paragraph.runs) texts.push_back(run.text);
  const std::vector<std::vector<Piece>> pieces = filled(texts, scope, report);
  page::Paragraph result{.role = paragraph.role};
  for (std::size_t i = 0; i < pieces.size(); ++i)
    for (const Piece& piece : pieces[i])
      if (!piece.text.empty())
        result.runs.push_back({piece.text, piece.gap ? page::Look::missing : paragraph.runs[i].look});
  return result;
}

page::Row filled(const page::Row& row, const ValueScope& scope, FillReport& report) {
  page::Row result{.header = row.header};
  for (const page::Paragraph& cell : row.cells) result.cells.push_back(filled(cell, scope, report));
  return result;
}

/// A heading that is a section as a whole: where it shows nothing, its column is left out.
bool is_optional(const page::Paragraph& heading) {
  const Marks marks = marks_of(heading.text());
  return !marks.opens.empty() && marks.opens == marks.closes;
}

void drop_column(page::Table& table, std::size_t column) {
  table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
  for (page::Row& row : table.rows)
    if (column < row.cells.size()) row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(column));
}

/// Makes the widths a hundred again.
void spread(std::vector<page::Column>& columns) {
  int whole = 0, left = 100;
  for (const page::Column& column : columns) whole += column.width;
  for (page::Column& column : columns) left -= column.width = column.width * 100 / whole;
  columns.back().width += left;
}

void drop_silent_columns(page::Table& table, const page::Row& heading) {
  if (!heading.header || table.rows.empty()) return;
  bool dropped = false;
  for (std::size_t i = heading.cells.size(); i-- > 0;) {
    if (!is_optional(heading.cells[i]) || !table.rows.front().cells[i].text().empty()) continue;
    drop_column(table, i);
    dropped = true;
  }
  if (dropped) spread(table.columns);
}

page::Table filled(const page::Table& table, const ValueScope& scope, FillReport& report) {
  page::Table result{.kind = table.kind, .columns = table.columns};
  std::vector<Marks> marks;
  for (const page::Row& row : table.rows) marks.push_back(marks_of(row.text()));
  expand(std::move(marks), scope, report,
         [&](std::size_t i, const ValueScope& inner) { result.rows.push_back(filled(table.rows[i], inner, report)); });
  if (!table.rows.empty()) drop_silent_columns(result, table.rows.front());
  return result;
}

page::Block filled(const page::Block& block, const ValueScope& scope, FillReport& report) {
  if (const auto* paragraph = std::get_if<page::Paragraph>(&block)) return filled(*paragraph, scope, report);
  if (const auto* table = std::get_if<page::Table>(&block)) return filled(*table, scope, report);
  return block;
}

}  // namespace

page::Page read_paper(std::string_view source) {
  Reader reader;
  for (const std::string_view line : split(source, "\n")) reader.read(line);
  return reader.finish();
}

page::Page filled(const page::Page& paper, const Values& values, FillReport& report) {
  const ValueScope scope{values};
  page::Page result{.official = true, .landscape = paper.landscape};
  const std::vector<std::string> title{paper.title};
  const std::vector<std::vector<Piece>> pieces = filled(title, scope, report);
  for (const Piece& piece : pieces.front()) result.title += piece.text;
  std::vector<Marks> marks;
  for (const page::Block& block : paper.blocks) {
    const auto* paragraph = std::get_if<page::Paragraph>(&block);
    marks.push_back(paragraph ? marks_of(paragraph->text()) : Marks{});
  }
  expand(std::move(marks), scope, report, [&](std::size_t i, const ValueScope& inner) {
    result.blocks.push_back(filled(paper.blocks[i], inner, report));
  });
  return result;
}

std::vector<std::string> placeholders(const page::Page& paper) {
  PlaceholderNames names;
  names.add(paper.title);
  for (const page::Block& block : paper.blocks) {
    if (const auto* paragraph = std::get_if<page::Paragraph>(&block)) names.add(paragraph->text());
    if (const auto* table = std::get_if<page::Table>(&block))
      for (const page::Row& row : table->rows) names.add(row.text());
  }
  return names.take();
}

}  // namespace nastavnik
