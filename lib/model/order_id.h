#pragma once
#include <string>
#include <string_view>

#include "base/date.h"

namespace nastavnik {

/// `2025-112-od` of «112-од».
std::string order_id_of(std::string_view number, Date day);

}  // namespace nastavnik
