#include "edit/meaning.h"

#include <algorithm>
#include <utility>

#include "edit/parsed_text.h"
#include "source/yaml.h"

namespace nastavnik {

YamlValue meaning_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::list: {
      std::vector<YamlValue> items;
      for (const Node* item : node.items) items.push_back(meaning_of(*item));
      return yaml_items(std::move(items));
    }
    case Node::Kind::map: {
      std::vector<KeyAndValue> keys;
      for (const NodeEntry& entry : node.entries) keys.push_back({std::string(entry.key), meaning_of(*entry.value)});
      return yaml_mapping(std::move(keys));
    }
    case Node::Kind::null:
    case Node::Kind::scalar: break;
  }
  return yaml_word(node.text);
}

YamlValue meaning_of(std::string_view text) {
  const ParsedText parsed(text);
  return parsed.root ? meaning_of(*parsed.root) : yaml_mapping({});
}

bool is_mapping(const YamlValue& value) { return value.form == YamlValue::Form::mapping; }
bool is_list(const YamlValue& value) {
  return value.form == YamlValue::Form::words || value.form == YamlValue::Form::items;
}

const YamlValue* value_at(const YamlValue& mapping, std::string_view key) {
  const auto found = std::ranges::find(mapping.keys, key, &KeyAndValue::key);
  return found == mapping.keys.end() ? nullptr : &found->value;
}

YamlValue* value_at(YamlValue& mapping, std::string_view key) {
  return const_cast<YamlValue*>(value_at(std::as_const(mapping), key));
}

bool means_the_same(const YamlValue& a, const YamlValue& b) {
  return is_mapping(a) == is_mapping(b) && is_list(a) == is_list(b) && a.text == b.text &&
         a.keys.size() == b.keys.size() && std::ranges::equal(a.list, b.list, means_the_same) &&
         std::ranges::all_of(a.keys, [&](const KeyAndValue& one) {
           const YamlValue* other = value_at(b, one.key);
           return other && means_the_same(one.value, *other);
         });
}

}  // namespace nastavnik
