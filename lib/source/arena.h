#pragma once
#include <cstring>
#include <memory_resource>
#include <string_view>

namespace nastavnik {

/// Memory for bytes that live as long as the registry and never move. One per thread.
class Arena {
public:
  char* room(std::size_t size) { return static_cast<char*>(memory_.allocate(size, 1)); }
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* copy = room(text.size());
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

private:
  std::pmr::monotonic_buffer_resource memory_{std::size_t{1} << 16};
};

}  // namespace nastavnik
