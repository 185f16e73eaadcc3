#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/filling.h"
#include "page/page.h"

// The source of a paper as a page, filled or not.

namespace nastavnik {

/// Reads the source of a paper (README.md of this folder tells the form).
page::Page read_paper(std::string_view source);

/// The paper with its placeholders filled.
page::Page filled(const page::Page& paper, const Values& values, FillReport& report);

/// The names of all placeholders of the paper.
std::vector<std::string> placeholders(const page::Page& paper);

}  // namespace nastavnik
