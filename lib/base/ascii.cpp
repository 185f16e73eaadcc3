#include "base/ascii.h"

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
