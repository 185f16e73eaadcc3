#include "edit/lines.h"

#include <algorithm>

namespace nastavnik {

std::string without_lines(std::string_view text, std::vector<std::size_t> begins) {
  std::sort(begins.begin(), begins.end());
  std::string result;
  std::size_t kept = 0;
  for (const std::size_t begin : begins) {
    if (begin < kept || begin > text.size()) continue;
    result += text.substr(kept, begin - kept);
    const std::size_t end = text.find('\n', begin);
    kept = end == text.npos ? text.size() : end + 1;
  }
  return result += text.substr(kept);
}

}  // namespace nastavnik
