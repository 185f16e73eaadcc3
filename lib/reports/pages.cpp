#include "page/writers.h"
#include "reports/writers.h"

namespace nastavnik::reports {
namespace {

using page::Align, page::Look, page::Page, page::Role, page::Runs, page::Table;

Look look_of(const Cell& cell) {
  if (std::holds_alternative<Unsaid>(cell)) return Look::missing;
  if (std::holds_alternative<Failed>(cell)) return Look::bad;
  const Mark* mark = std::get_if<Mark>(&cell);
  return !mark ? Look::plain : *mark == Mark::yes ? Look::good : *mark == Mark::no ? Look::bad : Look::plain;
}

/// Puts the blocks of a report on a page.
class Setter {
public:
  Setter(Page& page, bool based) : page_(page), based_(based) {}

  void operator()(const Heading& heading) {
    if (heading.on_new_page) page_.add(page::PageBreak{});
    page_.add(heading.level <= 2 ? Role::heading : Role::subheading, in(heading.text));
  }
  void operator()(const Passage& block) { page_.add(Role::text, in(block.text)); }
  void operator()(const Points& list) {
    page::Items items{.numbered = list.numbered};
    for (const Words& item : list.items) items.items.push_back({{in(item)}});
    page_.add(std::move(items));
  }
  void operator()(const Figures& block) {
    const Text what = block.of_fields ? Text{"Поле", "Field"} : Text{"Показатель", "Figure"};
    Table table{Table::Kind::listing, in(block.title), {{}, {0, block.of_fields ? Align::left : Align::right}}};
    table.rows.push_back(page::row_of({in(what), in(Text{"Значение", "Value"})}, true));
    for (const Figure& figure : block.figures)
      table.rows.push_back(row({figure.title, figure.value}, figure.definition, figure.records));
    page_.add(std::move(table));
  }
  void operator()(const Grid& grid) {
    if (grid.rows.empty()) {
      if (!grid.title.empty()) page_.add(Role::caption, in(grid.title));
      return page_.add(Role::flush, in(grid.when_empty));
    }
    Table table{Table::Kind::grid, in(grid.title)};
    std::vector<std::string> titles;
    for (const GridColumn& column : grid.columns) {
      table.columns.push_back({0, column.number ? Align::right : Align::left, column.spare});
      titles.push_back(in(column.title));
    }
    table.rows.push_back(page::row_of(titles, true));
    for (const GridRow& one : grid.rows) table.rows.push_back(row(one.cells, {}, one.records));
    if (based_) table.basis.definition = in(grid.definition);
    page_.add(std::move(table));
  }
  void operator()(const BarChart& chart) { page_.add(chart); }
  void operator()(const Timeline& timeline) { page_.add(timeline); }
  void operator()(const Signatures& block) {
    Table table{Table::Kind::plain, {}, {{18}, {24}, {34}, {24}}};
    for (const auto& line : block.lines) {
      page::Row& row = table.rows.emplace_back();
      for (const std::string& words : {in(line.office), std::string(20, '_'), in(line.name), in(blank_day)})
        row.cells.push_back({Role::signature, {{words}}});
    }
    page_.add(std::move(table));
  }
  void gaps(const std::vector<Gap>& gaps) {
    page::Notice notice{in(Text{"Чего не хватает в записях", "What the records lack"})};
    for (const Gap& gap : gaps)
      notice.items.items.push_back({{gap.where, Look::code}, {fmt::format(": {}", in(gap.what))}});
    page_.add(std::move(notice));
  }

private:
  std::string in(const Words& words) const { return words.in(page_.language); }
  page::Row row(const std::vector<Cell>& cells, const Words& definition, const Addresses& records) const {
    page::Row row;
    for (const Cell& cell : cells) row.cells.push_back({Role::flush, {{shown(cell, page_.language), look_of(cell)}}});
    if (based_) row.basis = {in(definition), records};
    return row;
  }

  Page& page_;
  bool based_;  ///< it is said what the numbers rest on
};

}  // namespace

Page page_of(const Report& report, const Style& style) {
  Page page{.title = report.title.in(style.language),
            .language = style.language,
            .day = report.day,
            .landscape = report.landscape,
            .unfolded = style.explain_figures};
  page.add(Role::title, page.title);
  for (const Words& line : report.subtitle) page.add(Role::subtitle, line.in(style.language));
  Setter setter(page, style.explain_figures || !report.to_sign);
  for (const Block& block : report.blocks) std::visit(setter, block);
  if (!report.gaps.empty() && !report.to_sign) setter.gaps(report.gaps);
  for (const Words& line : report.footer) page.footer.push_back(line.in(style.language));
  for (const std::string& line : page.footer) page.description += line + ". ";
  return page;
}

std::string as_text(const Report& report, const Style& style) {
  Page page = page_of(report, style);
  const auto is_title = [](const page::Block& block) {
    const auto* paragraph = std::get_if<page::Paragraph>(&block);
    return paragraph && paragraph->role == Role::title;
  };
  if (report.one_table) std::erase_if(page.blocks, is_title);
  return page::as_text(page, style.width);
}
std::string as_markdown(const Report& report, const Style& style) { return page::as_markdown(page_of(report, style)); }
std::string as_html(const Report& report, const Style& style) { return page::as_html(page_of(report, style)); }

std::string as_docx(const Report& report, const Style& style) {
  Page page = page_of(report, style);
  page.footer.clear();
  return page::as_docx(page);
}

}  // namespace nastavnik::reports
