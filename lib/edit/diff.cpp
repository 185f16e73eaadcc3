#include "edit/diff.h"

#include <sstream>
#include <vector>

#include <dtl/dtl.hpp>
#include <fmt/format.h>

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

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  dtl::Diff<std::string> diff(told_lines(before), told_lines(after));
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream hunks;
  diff.printUnifiedFormat(hunks);
  return fmt::format("--- {0}\n+++ {0}\n{1}", path, hunks.str());
}

}  // namespace nastavnik
