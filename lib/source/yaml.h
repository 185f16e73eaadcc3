#pragma once
#include <string>
#include <string_view>

#include "source/yaml_value.h"

// The one way values are written as YAML.

namespace nastavnik {

/// The value on one line, `in_flow` between brackets of its own: a text is plain where it is surely read as the same text,
/// else in double quotes.
std::string as_yaml(const YamlValue& value, bool in_flow = false);

/// What stands behind `key:` that begins at the column: a value on the same line, a mapping or items on lines below. No
/// line break at the end.
std::string behind_colon(const YamlValue& value, std::size_t column, std::string_view line_end);

/// A mapping from the column on, whose first line has its place already; no line break at the end.
std::string yaml_block(const YamlValue& mapping, std::size_t column, std::string_view line_end);

/// An item of a list behind its dash, which stands at the column; no line break at the end.
std::string behind_dash(const YamlValue& item, std::size_t column, std::string_view line_end);

/// The item as lines of a list, to be shown.
std::string shown_item(const YamlValue& item);

}  // namespace nastavnik
