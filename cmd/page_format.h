#pragma once
#include "cmd/command.h"
#include "page/page.h"

namespace nastavnik::cmd {

/// `--format` of what is printed as a page or in a format of its own.
Parameter page_format(const Word& own, std::string_view preset = "text");

bool wants_json(const Arguments& arguments);

/// In the format asked for.
void print(const page::Page& page, const Arguments& arguments, Environment& environment);

}  // namespace nastavnik::cmd
