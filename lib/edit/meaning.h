#pragma once
#include "source/node.h"
#include "source/yaml_value.h"

// What a text says, however it is written.

namespace nastavnik {

YamlValue meaning_of(const Node& node);
/// Of a record; where there is none, nothing.
YamlValue meaning_of(std::string_view text);

bool is_mapping(const YamlValue& value);
bool is_list(const YamlValue& value);

/// The value of the key; nothing where the mapping has none.
YamlValue* value_at(YamlValue& mapping, std::string_view key);
const YamlValue* value_at(const YamlValue& mapping, std::string_view key);

/// In whatever order keys stand.
bool means_the_same(const YamlValue& a, const YamlValue& b);

}  // namespace nastavnik
