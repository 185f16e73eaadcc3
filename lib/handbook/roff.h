#pragma once
#include <string>
#include <string_view>

// Pieces of a manual page in the man(7) macros: mdoc(7) knows its sections by their English names only.

namespace nastavnik::roff {

/// A text in roff: nothing in it is a request, and a hyphen stays the ASCII character that can be copied.
std::string escaped(std::string_view text);

/// The paragraphs of a text; a single line break is kept.
std::string paragraphs(std::string_view text, std::string_view between);

/// A section; nothing where it has no body.
std::string section(std::string_view title, const std::string& body);

std::string subsection(std::string_view title);

/// A word in bold and what it means.
std::string tagged(std::string_view tag, std::string_view text);

/// The same with the meaning in a column of its own.
std::string in_columns(std::string_view tag, std::string_view text, int width);

}  // namespace nastavnik::roff
