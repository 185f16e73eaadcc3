#pragma once
#include <string>
#include <string_view>

namespace nastavnik {

/// As ids are written: «112-од» is `112-od`, what is neither a letter nor a digit a hyphen.
std::string in_latin(std::string_view text);

}  // namespace nastavnik
