#pragma once
#include <string>
#include <string_view>

namespace nastavnik {

/// The text with a capital at its beginning, for a line of its own.
std::string with_capital(std::string_view text);

/// The text with a small letter at its beginning.
std::string with_small_letter(std::string_view text);

}  // namespace nastavnik
