#include "source/merge.h"

#include <algorithm>

#include "source/requirements.h"

namespace nastavnik {
namespace {

constexpr std::string_view marks[] = {"<<<<<<<", "|||||||", "=======", ">>>>>>>"};

/// Where a line begins that is such a mark; npos where there is none.
std::size_t find_line(std::string_view text, std::string_view mark) {
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
    const bool begins_line = at == 0 || text[at - 1] == '\n';
    if (begins_line && is_merge_mark(text.substr(at, text.find_first_of("\r\n", at) - at))) return at;
  }
  return text.npos;
}

}  // namespace

bool is_merge_mark(std::string_view line) {
  return std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) {
    return line.starts_with(mark) && (line.size() == mark.size() || line[mark.size()] == ' ');
  });
}

bool report_unfinished_merge(std::uint32_t source, std::string_view text, Findings& findings) {
  std::size_t first = text.npos;
  for (const std::string_view mark : marks) first = std::min(first, find_line(text, mark));
  if (first == text.npos) return false;
  const Requirement& row = row_of(YamlRow::unfinished_merge);
  const Span span{source, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(marks[0].size())};
  findings.push_back({.of = &row,
                      .severity = row.severity,
                      .span = span,
                      .label = Text{"отсюда в файле два варианта: ваш и полученный",
                                    "from here the file holds two versions: yours and the one received"}});
  return true;
}

}  // namespace nastavnik
