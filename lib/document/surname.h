#pragma once
#include <string_view>

#include "document/declension.h"

// Surnames in the cases. Sure are the endings that Russian surnames have and that can only be read in one way.

namespace nastavnik {

/// Where a part of a surname stands.
enum class SurnamePart : unsigned char {
  whole,
  first,  ///< before a hyphen: «Бонч» of «Бонч-Бруевич» does not change, «Римский» of «Римский-Корсаков» does
  last,   ///< behind it
  beside,  ///< behind a space, as of «де Гольц»
};

Declined declined_part(std::string_view word, Gender gender, Case to, SurnamePart place);

}  // namespace nastavnik
