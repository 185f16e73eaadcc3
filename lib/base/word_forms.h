#pragma once
#include <string_view>

namespace nastavnik {

/// Whether two folded words may be forms of one: «программа», «программой»; «открытый», «открытого». There is no dictionary
/// behind it: what the words have in common must be followed in both by endings of one pattern.
bool are_forms_of_one(std::string_view a, std::string_view b);

}  // namespace nastavnik
