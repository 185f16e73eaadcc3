#pragma once
#include <cstdint>
#include <string_view>

namespace nastavnik {

/// FNV-1a: the same on every machine. It tells bytes apart that nobody has made look alike.
constexpr std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return value;
}

}  // namespace nastavnik
