#pragma once
#include <string>
#include <string_view>

#include "findings/check_report.h"

namespace nastavnik {

/// The path of a file as the reader can open it: that of the registry and that inside it.
std::string shown_path(const CheckReport& report, Span span);

/// `path:line:column`, fit for a terminal.
std::string shown_place(const CheckReport& report, Span span);

}  // namespace nastavnik
