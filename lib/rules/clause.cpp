#include "rules/clause.h"

#include <vector>

#include "base/embedded.h"

namespace nastavnik {

namespace embedded {
std::span<const Embedded> regulation_text();
}

namespace {

std::vector<Clause> read(std::string_view text) {
  std::vector<Clause> found;
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    const std::string_view block = text.substr(0, end);
    text = end == text.npos ? std::string_view() : text.substr(end + 2);
    const std::size_t first_line = block.find('\n');
    const std::string_view head = block.substr(2, first_line - 2);
    const std::size_t space = head.find(' '), bar = head.find(" | ");
    std::string_view body = block.substr(first_line + 1);
    while (body.ends_with('\n')) body.remove_suffix(1);
    found.push_back({head.substr(0, space), head.substr(space + 1, bar - space - 1), head.substr(bar + 3), body});
  }
  return found;
}

std::string without_breaks(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) folded += c;
    else if (!folded.empty() && folded.back() != ' ') folded += ' ';
  }
  return folded;
}

}  // namespace

std::span<const Clause> clauses() {
  static const std::vector<Clause> all = [] {
    const Embedded& file = embedded::regulation_text().front();
    return read(file.bytes);
  }();
  return all;
}

const Clause* find_clause(std::string_view id) {
  for (const Clause& clause : clauses())
    if (clause.id == id) return &clause;
  return nullptr;
}

bool quotes(const Clause& clause, std::string_view phrase) { return without_breaks(clause.text).find(without_breaks(phrase)) != std::string::npos; }

}  // namespace nastavnik
