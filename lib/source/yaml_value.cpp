#include "source/yaml_value.h"

namespace nastavnik {

YamlValue yaml_word(std::string_view word) {
  return {.form = YamlValue::Form::word, .text = std::string(word), .keys = {}};
}

YamlValue yaml_text(std::string_view text) {
  return {.form = YamlValue::Form::text, .text = std::string(text), .keys = {}};
}

YamlValue yaml_words(const std::vector<std::string>& words) {
  YamlValue list{.form = YamlValue::Form::words, .keys = {}};
  for (const std::string& word : words) list.list.push_back(yaml_word(word));
  return list;
}

YamlValue yaml_mapping(std::vector<KeyAndValue> keys) {
  return {.form = YamlValue::Form::mapping, .keys = std::move(keys)};
}

YamlValue yaml_items(std::vector<YamlValue> items) {
  return {.form = YamlValue::Form::items, .list = std::move(items), .keys = {}};
}

}  // namespace nastavnik
