#include "edit/diff.h"

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include <dtl/dtl.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace nastavnik {
namespace {

/// A last line without its end is told from one that has it, as `diff` tells it.
std::vector<std::string> told_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == text.npos) lines.back() += "\n\\ No newline at end of file";
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return lines;
}

using Lines = std::vector<std::string>;

std::size_t indentation_of(std::string_view line) { return std::min(line.find_first_not_of(' ', 1), line.size()); }

/// What is around a run of lines that were added, or taken away.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool may_go_up(const Lines& lines) const {
    return begin > 0 && lines[begin - 1].starts_with(' ') &&
           std::string_view(lines[begin - 1]).substr(1) == std::string_view(lines[end - 1]).substr(1);
  }
  bool may_go_down(const Lines& lines) const {
    return end < lines.size() && lines[end].starts_with(' ') &&
           std::string_view(lines[end]).substr(1) == std::string_view(lines[begin]).substr(1);
  }
  void go_up(Lines& lines) { std::swap(lines[--begin].front(), lines[--end].front()); }
  void go_down(Lines& lines) { std::swap(lines[begin++].front(), lines[end++].front()); }
};

/// Of alike lines it cannot be told which came: the run begins where an item does, and not in the middle of one.
void begin_with_item(Run run, Lines& lines) {
  while (run.may_go_up(lines)) run.go_up(lines);
  Run best = run;
  while (run.may_go_down(lines)) {
    run.go_down(lines);
    if (indentation_of(lines[run.begin]) <= indentation_of(lines[best.begin])) best = run;
  }
  while (run.begin != best.begin) run.go_up(lines);
}

bool is_change(const std::string& line) { return line.find_first_of("+-\\") == 0; }

/// The hunks, each run of lines where a person would see it.
std::string with_items_whole(const std::string& hunks) {
  Lines lines;
  for (std::size_t begin = 0; begin < hunks.size();) {
    const std::size_t end = hunks.find('\n', begin);
    lines.push_back(hunks.substr(begin, end - begin));
    begin = end + 1;
  }
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    const char mark = lines[begin].front();
    for (end = begin + 1; end < lines.size() && lines[end].front() == mark;) ++end;
    const bool is_alone = begin > 0 && !is_change(lines[begin - 1]) && (end == lines.size() || !is_change(lines[end]));
    if (is_change(lines[begin]) && is_alone) begin_with_item({begin, end}, lines);
  }
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  dtl::Diff<std::string> diff(told_lines(before), told_lines(after));
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream hunks;
  diff.printUnifiedFormat(hunks);
  return fmt::format("--- {0}\n+++ {0}\n{1}", path, with_items_whole(hunks.str()));
}

}  // namespace nastavnik
