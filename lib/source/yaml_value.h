#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nastavnik {

struct KeyAndValue;

/// A value to be written into a record.
struct YamlValue {
  enum class Form : unsigned char {
    word,     ///< a code, an id, a day, a number: as it is
    text,     ///< in quotes where it would be read as something else
    words,    ///< a list of values, on one line
    mapping,  ///< keys with their values
    items     ///< a list, a line or more an item
  };
  Form form = Form::word;
  std::string text{};
  std::vector<YamlValue> list{};  ///< of words or items
  std::vector<KeyAndValue> keys;  ///< not initialised here, where it is not yet known what a key holds
};

/// A key with its value.
struct KeyAndValue {
  std::string key{};
  YamlValue value{};
};

YamlValue yaml_word(std::string_view word);
YamlValue yaml_text(std::string_view text);
YamlValue yaml_words(const std::vector<std::string>& words);
YamlValue yaml_mapping(std::vector<KeyAndValue> keys);
YamlValue yaml_items(std::vector<YamlValue> items);

}  // namespace nastavnik
