#include "rules/coverage.h"

#include "base/embedded.h"

namespace nastavnik {

namespace embedded {
std::span<const Embedded> clause_coverage();
}

namespace {

/// Takes the first line off the text.
std::string_view next_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end);
  text = end == text.npos ? std::string_view() : text.substr(end + 1);
  return line;
}

std::vector<std::string_view> words(std::string_view list) {
  std::vector<std::string_view> all;
  while (!list.empty()) {
    const auto comma = list.find(", ");
    all.push_back(list.substr(0, comma));
    list = comma == list.npos ? std::string_view() : list.substr(comma + 2);
  }
  return all;
}

std::vector<ClauseAccount> read(std::string_view text) {
  std::vector<ClauseAccount> all;
  while (!text.empty()) {
    const auto line = next_line(text);
    if (line.starts_with("@ ")) all.push_back({.clause = line.substr(2)});
    if (line.starts_with("field: ")) all.back().fields = words(line.substr(7));
    if (line.starts_with("ru: ")) all.back().undecided_ru = line.substr(4);
    if (line.starts_with("en: ")) all.back().undecided_en = line.substr(4);
  }
  return all;
}

}  // namespace

std::span<const ClauseAccount> clause_accounts() {
  static const std::vector<ClauseAccount> all = read(embedded::clause_coverage().front().bytes);
  return all;
}

}  // namespace nastavnik
