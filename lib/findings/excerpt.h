#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "source/source.h"

namespace nastavnik {

/// How much of a line is shown.
enum class Masking : unsigned char {
  none,
  values,  ///< the key or the dash of an item stays
  whole,
};

/// One line of a file as it is shown to a person, with the part that is meant.
struct Excerpt {
  std::uint32_t line = 1;
  std::string text{};
  std::size_t indent = 0;  ///< columns before the part that is meant
  std::size_t width = 1;   ///< columns of that part
};

/// The first line of the span, cut around it when it is long.
Excerpt excerpt(const Sources& sources, Span span, Masking masking);

}  // namespace nastavnik
