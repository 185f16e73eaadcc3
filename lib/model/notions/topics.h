#pragma once
#include <string_view>

#include "base/words.h"
#include "model/registry.h"

namespace nastavnik {

/// What a topic is called: by the common list, which gives its codes their meaning, else by the school's own; the code
/// where neither knows it.
Words title_of_topic(const Registry& registry, std::string_view code);

}  // namespace nastavnik
