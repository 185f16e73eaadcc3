#pragma once
#include <span>
#include <string_view>

namespace nastavnik {

/// A file inside the binary, put there by `embed()` of lib/embed.cmake.
struct Embedded {
  std::string_view path{};
  std::string_view bytes{};
};

}  // namespace nastavnik
