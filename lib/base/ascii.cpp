#include "base/ascii.h"

#include <algorithm>

namespace nastavnik {

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

std::string_view trimmed(std::string_view text, std::string_view signs) {
  const std::size_t begin = text.find_first_not_of(signs);
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(signs) - begin + 1);
}

std::vector<std::string_view> at_commas(std::string_view list) {
  std::vector<std::string_view> all;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (const std::string_view one = trimmed(list.substr(0, comma)); !one.empty()) all.push_back(one);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return all;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

}  // namespace nastavnik
