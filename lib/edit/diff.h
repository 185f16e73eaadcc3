#pragma once
#include <string>
#include <string_view>

namespace nastavnik {

/// What changes in a text, line by line with three lines around, in the unified form that `patch` and git read; empty where
/// nothing does. The path names both sides.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace nastavnik
