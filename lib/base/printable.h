#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nastavnik {

/// What a terminal shows for a few bytes: a character with the marks that combine with it.
struct Glyph {
  std::string text{};
  std::size_t offset = 0;  ///< of its first byte in the line
  std::size_t size = 0;    ///< in bytes of the line
  std::size_t width = 0;   ///< in columns
};

/// The line as a terminal can show it: tabs widened, control and bidirectional characters and broken UTF-8 replaced,
/// so that no byte of a record can steer the terminal; what nobody would see is replaced too.
std::vector<Glyph> glyphs(std::string_view line);

/// The text of those glyphs, a tab as one space.
std::string printable(std::string_view text);

/// The same for a text of several lines: its line breaks and tabs stay. What is written in a format for people goes
/// through here as a whole, so that nothing that stands in a record, a path or an argument can get past.
std::string harmless(std::string_view text);

}  // namespace nastavnik
