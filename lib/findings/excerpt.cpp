#include "findings/excerpt.h"

#include <algorithm>
#include <vector>

#include "base/printable.h"
#include "base/text.h"

namespace nastavnik {
namespace {

constexpr std::size_t columns_shown = 100;
constexpr std::size_t columns_before = 24;  ///< of the line, left before the span when the line is cut
constexpr std::size_t bytes_looked_at = 8 * columns_shown;
constexpr std::string_view mask = "•••";
constexpr std::string_view ellipsis = "…";

/// Bytes of a line, from the first to the one after the last.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::size_t skip(std::string_view line, std::size_t at, std::string_view set) {
  return std::min(line.find_first_not_of(set, at), line.size());
}

/// The bytes at the start of the line that say where we are and not what stands there.
std::size_t kept_under_mask(std::string_view line, Masking masking) {
  constexpr std::string_view blank = " \t", letters = "abcdefghijklmnopqrstuvwxyz_-";
  auto at = skip(line, 0, blank);
  if (masking == Masking::whole || invalid_utf8(line)) return at;
  while (line.substr(at).starts_with("- ")) at = skip(line, at + 1, blank);
  if (line.substr(at).starts_with("# ")) return at + 2;
  const auto colon = skip(line, at, letters);
  const bool is_key =
      colon > at && colon < line.size() && line[colon] == ':' && skip(line, colon + 1, blank) != colon + 1;
  if (is_key) return skip(line, colon + 1, blank);
  return colon > at && line.substr(colon) == ":" ? line.size() : at;
}

std::vector<Glyph> masked(std::string_view line, Masking masking) {
  const auto kept = kept_under_mask(line, masking);
  auto all = glyphs(line.substr(0, kept));
  if (kept < line.size()) all.push_back({std::string(mask), kept, line.size() - kept, display_width(mask)});
  return all;
}

bool continues_a_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// So much of the line as can matter: a file may be one line of megabytes.
Range neighbourhood(std::string_view line, std::size_t at) {
  Range range{at > bytes_looked_at ? at - bytes_looked_at : 0, std::min(line.size(), at + bytes_looked_at)};
  while (range.begin > 0 && range.begin < line.size() && continues_a_character(line[range.begin])) --range.begin;
  while (range.end < line.size() && continues_a_character(line[range.end])) ++range.end;
  return range;
}

std::size_t columns(const std::vector<Glyph>& line, Range glyphs) {
  std::size_t sum = 0;
  for (auto i = glyphs.begin; i < glyphs.end; ++i) sum += line[i].width;
  return sum;
}

/// The glyphs that stand for the bytes.
Range glyphs_of(const std::vector<Glyph>& line, Range bytes) {
  const auto ends_after = [&](std::size_t byte) {
    return std::ranges::find_if(line, [&](const Glyph& glyph) { return glyph.offset + glyph.size > byte; });
  };
  const auto begins_at = [&](std::size_t byte) {
    return std::ranges::find_if(line, [&](const Glyph& glyph) { return glyph.offset >= byte; });
  };
  const auto index = [&](auto place) { return static_cast<std::size_t>(place - line.begin()); };
  const auto first = index(ends_after(bytes.begin));
  return {first, std::max(first, index(begins_at(bytes.end)))};
}

/// The glyphs that are shown when not all of the line can be.
Range window(const std::vector<Glyph>& line, Range marked) {
  if (columns(line, {0, line.size()}) <= columns_shown) return {0, line.size()};
  constexpr auto room = columns_shown - 2;
  Range shown{0, 0};
  if (columns(line, {0, marked.end}) > room) {
    shown.begin = marked.begin;
    while (shown.begin > 0 && columns(line, {shown.begin - 1, marked.begin}) <= columns_before) --shown.begin;
  }
  shown.end = shown.begin;
  for (std::size_t taken = 0; shown.end < line.size() && taken + line[shown.end].width <= room; ++shown.end) {
    taken += line[shown.end].width;
  }
  return shown;
}

Excerpt cut(const std::vector<Glyph>& line, Range marked, bool cut_before, bool cut_after) {
  const auto shown = window(line, marked);
  Excerpt excerpt;
  if (cut_before || shown.begin > 0) excerpt.text = ellipsis;
  excerpt.indent = display_width(excerpt.text) + columns(line, {shown.begin, marked.begin});
  excerpt.width = std::max<std::size_t>(1, columns(line, {marked.begin, std::min(marked.end, shown.end)}));
  for (auto i = shown.begin; i < shown.end; ++i) excerpt.text += line[i].text;
  if (cut_after || shown.end < line.size()) excerpt.text += ellipsis;
  return excerpt;
}

}  // namespace

Excerpt excerpt(const Sources& sources, Span span, Masking masking) {
  const auto number = sources.position(span).line;
  const auto line = sources.line(span);
  const auto& text = sources[span.source].text;
  const auto start = line.empty() ? span.begin : static_cast<std::size_t>(line.data() - text.data());
  const auto begin = std::min<std::size_t>(span.begin - start, line.size());
  const Range bytes{begin, std::min<std::size_t>(begin + span.size, line.size())};
  Excerpt excerpt;
  if (masking == Masking::none) {
    const auto near = neighbourhood(line, bytes.begin);
    const auto shown = glyphs(line.substr(near.begin, near.end - near.begin));
    const auto marked = glyphs_of(shown, {bytes.begin - near.begin, bytes.end - near.begin});
    excerpt = cut(shown, marked, near.begin > 0, near.end < line.size());
  } else {
    const auto shown = masked(line, masking);
    excerpt = cut(shown, glyphs_of(shown, bytes), false, false);
  }
  excerpt.line = number;
  return excerpt;
}

}  // namespace nastavnik
