#include "base/printable.h"

#include <cstdint>

#include "base/text.h"
#include "base/unseen.h"

namespace nastavnik {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::string_view replacement = "\uFFFD";
constexpr std::int32_t byte_order_mark = 0xFEFF;

/// What is shown for a character that stands in these bytes.
std::string shown(std::int32_t c, std::string_view bytes) {
  constexpr std::int32_t first_printable = 0x20;
  if (c == byte_order_mark) return {};
  if (c < 0) return std::string(replacement);
  if (c < first_printable) return {'\xE2', '\x90', static_cast<char>(0x80 + c)};  // U+2400 and on: its picture
  return std::string(steers(c) ? replacement : bytes);
}

/// A tab is one space, unless it stays as it is like all that is kept.
std::string shown_text(std::string_view text, std::string_view kept) {
  std::string all;
  all.reserve(text.size());
  auto hidden = unseen(text);
  for (std::size_t next = 0; next < text.size();) {
    const auto offset = next;
    const auto c = next_code_point(text, next);
    const auto bytes = text.substr(offset, next - offset);
    if (kept.find(bytes) != std::string_view::npos) {
      all += bytes;
    } else if (hidden && hidden->at == offset) {
      all += c == byte_order_mark ? std::string_view() : replacement;
      hidden = unseen(text, next);
    } else {
      all += c == '\t' ? " " : shown(c, bytes);
    }
  }
  return all;
}

}  // namespace

std::vector<Glyph> glyphs(std::string_view line) {
  std::vector<Glyph> all;
  std::size_t column = 0;
  auto hidden = unseen(line);
  for (std::size_t next = 0; next < line.size();) {
    const auto offset = next;
    const auto c = next_code_point(line, next);
    auto text =
        c == '\t' ? std::string(tab_stop - column % tab_stop, ' ') : shown(c, line.substr(offset, next - offset));
    if (hidden && hidden->at == offset) {
      text = replacement;
      hidden = unseen(line, next);
    }
    const auto width = display_width(text);
    if (width == 0 && !all.empty()) {
      all.back().text += text;
      all.back().size += next - offset;
      continue;
    }
    all.push_back({std::move(text), offset, next - offset, width});
    column += width;
  }
  return all;
}

std::string printable(std::string_view text) { return shown_text(text, {}); }

std::string harmless(std::string_view text) { return shown_text(text, "\t\n"); }

}  // namespace nastavnik
