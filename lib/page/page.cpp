#include "page/page.h"

#include <cstdlib>
#include <string_view>

namespace nastavnik::page {

std::string text_of(const Runs& runs) {
  std::string all;
  for (const Run& run : runs) all += run.text;
  return all;
}

std::string Paragraph::text() const { return text_of(runs); }

std::string Row::text() const {
  std::string all;
  for (const Paragraph& cell : cells) all += cell.text() + '\n';
  return all;
}

Row row_of(const std::vector<std::string>& cells, bool header) {
  Row row{.header = header};
  for (const std::string& cell : cells) row.cells.push_back({Role::flush, cell.empty() ? Runs() : Runs{{cell}}});
  return row;
}

void Page::add_paragraphs(std::string_view text) {
  constexpr std::string_view between = "\n\n";
  for (std::size_t end = text.find(between); end != text.npos; end = text.find(between)) {
    add(Role::text, std::string(text.substr(0, end)));
    text.remove_prefix(end + between.size());
  }
  add(Role::text, std::string(text));
}

Margins margins_of(const Page& page) {
  if (!page.official) return {};
  return page.landscape ? Margins{30, 20, 10, 20} : Margins{20, 10, 20, 30};
}

std::string one_decimal(long long dividend, long long divisor, Language language) {
  const long long tenths = (std::abs(dividend) * 20 + divisor) / (divisor * 2);
  const bool russian = language == Language::ru;
  const std::string_view minus = dividend >= 0 || tenths == 0 ? "" : russian ? "−" : "-";
  return fmt::format("{}{}{}{}", minus, tenths / 10, russian ? "," : ".", tenths % 10);
}

}  // namespace nastavnik::page
