#pragma once
#include <string>
#include <string_view>
#include <vector>

// What can be told of a text byte by byte, whatever the letters in it.

namespace nastavnik {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
/// The text with its Latin capitals made small.
std::string to_lower(std::string_view text);

/// The text without the signs at its ends.
std::string_view trimmed(std::string_view text, std::string_view signs = " ");

/// What stands between commas, without the spaces around it; where there is nothing, there is none.
std::vector<std::string_view> at_commas(std::string_view list);

/// The lines, without what ends them; an end behind the last one begins no further line.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace nastavnik
