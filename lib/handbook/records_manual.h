#pragma once
#include <string>
#include <string_view>

#include "base/words.h"

namespace nastavnik {

/// The manual page nastavnik-records(5): every kind of record, every field, every code.
std::string records_manual(Language language, std::string_view version, std::string_view date);

}  // namespace nastavnik
