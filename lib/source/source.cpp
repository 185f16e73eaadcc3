#include "source/source.h"

#include <algorithm>

#include "base/text.h"

namespace nastavnik {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The text behind a leading byte order mark, which nobody sees.
std::string_view seen(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

/// Line and column of the place where the text ends.
std::pair<std::uint32_t, std::uint32_t> end_of(std::string_view text) {
  const auto breaks = std::count(text.begin(), text.end(), '\n');
  const std::size_t last = text.rfind('\n');
  const std::string_view rest = last == text.npos ? seen(text) : text.substr(last + 1);
  return {static_cast<std::uint32_t>(breaks + 1), static_cast<std::uint32_t>(characters(rest) + 1)};
}

}  // namespace

Position Sources::position(Span span) const {
  const std::string_view text = sources_[span.source].text;
  const auto [line, column] = end_of(text.substr(0, span.begin));
  const auto [end_line, end_column] = end_of(text.substr(0, std::size_t{span.begin} + span.size));
  const bool stray_byte = span.size > 0 && end_line == line && end_column == column;
  return {line, column, end_line, stray_byte ? end_column + 1 : end_column};
}

std::string_view Sources::line(std::uint32_t source, std::uint32_t number) const {
  std::string_view text = seen(sources_[source].text);
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace nastavnik
