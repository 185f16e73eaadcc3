#include "base/printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.h"

namespace nastavnik {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::string_view replacement = "\uFFFD";

bool steers_the_terminal(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
         u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0 || u_hasBinaryProperty(c, UCHAR_NONCHARACTER_CODE_POINT) != 0;
}

// The macro of ICU mixes types of its own making.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
/// The character at the byte, which moves behind it; negative where the bytes are not UTF-8.
UChar32 next_character(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT(text.data(), at, text.size(), c);  // NOLINT: a macro of ICU
  return c;
}
#pragma GCC diagnostic pop

/// What is shown for a character that stands in these bytes.
std::string shown(UChar32 c, std::string_view bytes) {
  constexpr UChar32 byte_order_mark = 0xFEFF, first_printable = 0x20;
  if (c == byte_order_mark) return {};
  if (c < 0) return std::string(replacement);
  if (c < first_printable) return {'\xE2', '\x90', static_cast<char>(0x80 + c)};  // U+2400 and on: its picture
  return std::string(steers_the_terminal(c) ? replacement : bytes);
}

}  // namespace

std::vector<Glyph> glyphs(std::string_view line) {
  std::vector<Glyph> all;
  std::size_t column = 0;
  for (std::size_t next = 0; next < line.size();) {
    const auto offset = next;
    const auto c = next_character(line, next);
    auto text =
        c == '\t' ? std::string(tab_stop - column % tab_stop, ' ') : shown(c, line.substr(offset, next - offset));
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

std::string printable(std::string_view text) {
  std::string all;
  for (std::size_t next = 0; next < text.size();) {
    const auto offset = next;
    const auto c = next_character(text, next);
    all += c == '\t' ? " " : shown(c, text.substr(offset, next - offset));
  }
  return all;
}

}  // namespace nastavnik
