#pragma once
#include <compare>
#include <cstdint>

namespace nastavnik {

/// A run of bytes of one source; line and column follow from the bytes when a person asks for them.
struct Span {
  std::uint32_t source = 0;  ///< index into `Sources`
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace nastavnik
