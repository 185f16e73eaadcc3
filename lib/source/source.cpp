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

constexpr std::size_t distance = 4096;  // of the marks

/// What stands between a marked place and a later one moves the mark there.
Mark moved(Mark mark, std::string_view text, std::size_t from, std::size_t to) {
  const std::string_view between = text.substr(from, to - from);
  const auto breaks = static_cast<std::uint32_t>(std::count(between.begin(), between.end(), '\n'));
  if (breaks > 0) mark = {mark.line + breaks, from + between.rfind('\n') + 1, 0};
  const std::size_t begin = std::max(from, mark.line_begin);
  mark.characters +=
      static_cast<std::uint32_t>(characters(begin == 0 ? seen(text.substr(0, to)) : text.substr(begin, to - begin)));
  return mark;
}

Mark mark_at(const Source& source, std::size_t byte) {
  byte = std::min(byte, source.text.size());
  const std::size_t passed = std::min(byte / distance, source.marks.size());
  return moved(passed == 0 ? Mark{} : source.marks[passed - 1], source.text, passed * distance, byte);
}

}  // namespace

void mark_places(Source& source) {
  Mark mark;
  for (std::size_t at = distance; at <= source.text.size(); at += distance)
    source.marks.push_back(mark = moved(mark, source.text, at - distance, at));
}

Position Sources::position(Span span) const {
  const Mark begin = mark_at(sources_[span.source], span.begin),
             end = mark_at(sources_[span.source], std::size_t{span.begin} + span.size);
  const bool stray_byte = span.size > 0 && end.line == begin.line && end.characters == begin.characters;
  return {begin.line, begin.characters + 1, end.line, end.characters + (stray_byte ? 2 : 1)};
}

std::string_view Sources::line(Span span) const {
  std::string_view text = sources_[span.source].text;
  text.remove_prefix(mark_at(sources_[span.source], span.begin).line_begin);
  if (text.data() == sources_[span.source].text.data()) text = seen(text);
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace nastavnik
