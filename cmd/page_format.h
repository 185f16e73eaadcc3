#pragma once
#include "cmd/command.h"
#include "page/page.h"

namespace nastavnik::cmd {

/// `--format` of what is printed as a page or, for programs, as JSON.
Parameter page_format(const Text& json);

bool wants_json(const Arguments& arguments);

/// In the format asked for.
void print(const page::Page& page, const Arguments& arguments, Environment& environment);

}  // namespace nastavnik::cmd
