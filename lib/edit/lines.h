#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nastavnik {

/// The text without the lines that begin at these places.
std::string without_lines(std::string_view text, std::vector<std::size_t> begins);

}  // namespace nastavnik
