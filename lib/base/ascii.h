#pragma once
#include <string_view>
#include <vector>

// What can be told of a text byte by byte, whatever the letters in it.

namespace nastavnik {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The text without the signs at its ends.
std::string_view trimmed(std::string_view text, std::string_view signs = " ");

/// The lines, without what ends them; an end behind the last one begins no further line.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace nastavnik
