#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "source/yaml_value.h"

// The one way values are written as YAML.

namespace nastavnik {

/// The value on one line, `in_flow` between brackets of its own: a text is plain where it is surely read as the same text,
/// else in double quotes.
std::string as_yaml(const YamlValue& value, bool in_flow = false);

/// A mapping of its own, a line a key, with `first` before the first of them and as many spaces before the others.
std::string yaml_block(const std::vector<KeyAndValue>& mapping, std::string_view first, std::string_view line_end);

/// A mapping in braces.
std::string yaml_flow(const std::vector<KeyAndValue>& mapping);

}  // namespace nastavnik
