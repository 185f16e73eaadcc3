#pragma once
#include <string_view>

#include "document/declension.h"

namespace nastavnik {

/// The sex of those who bear the given name; unknown of «Саша» and «Валя», and of every name that is not frequent.
Gender sex_of_given_name(std::string_view given);

}  // namespace nastavnik
