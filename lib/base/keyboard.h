#pragma once
#include <string>
#include <string_view>

// The two layouts of a Russian keyboard: what was typed in one when the other was meant.

namespace nastavnik {

/// «срусл» is check. What stands on no letter key of the Russian layout stays.
std::string typed_in_latin(std::string_view word);

/// `bdfyjdf` is «иванова»: in small letters.
std::string typed_in_russian(std::string_view word);

}  // namespace nastavnik
