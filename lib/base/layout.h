#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nastavnik {

/// A text in lines of at most `width` columns, broken at spaces, longer Russian words at their hyphens; any other longer
/// word keeps a line to itself, line breaks stay.
std::vector<std::string> lines_within(std::string_view text, std::size_t width);

/// A text in lines of at most `width` columns, each after `indent` spaces; its own line breaks stay.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

/// A word and what is said of it.
struct Described {
  std::string term{};
  std::string text{};
};

/// A longer word has a line to itself.
inline constexpr std::size_t widest_term = 26;

/// Words in a column, what is said of them wrapped in a second one.
std::string columns(std::span<const Described> entries, std::size_t indent, std::size_t width,
                    std::size_t widest = widest_term);

}  // namespace nastavnik
