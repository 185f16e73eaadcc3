#pragma once
#include <string_view>

#include "source/builder.h"

namespace nastavnik {

/// Reports why the YAML library gave up, in words of ours and at the place where the slip is, which is often before the
/// place where the library noticed it.
void report_syntax(Builder& builder, std::string_view text, std::string_view message, std::size_t at);

}  // namespace nastavnik
