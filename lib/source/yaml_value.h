#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nastavnik {

/// A value to be written into a record.
struct YamlValue {
  enum class Form : unsigned char {
    word,  ///< a code, an id, a day, a number: as it is
    text,  ///< in quotes where it would be read as something else
    words  ///< a list of words
  };
  Form form = Form::word;
  std::string text{};
  std::vector<std::string> words{};
};

inline YamlValue yaml_word(std::string_view word) { return {YamlValue::Form::word, std::string(word)}; }
inline YamlValue yaml_text(std::string_view text) { return {YamlValue::Form::text, std::string(text)}; }
inline YamlValue yaml_words(std::vector<std::string> words) { return {YamlValue::Form::words, {}, std::move(words)}; }

/// A key with its value.
struct KeyAndValue {
  std::string_view key{};
  YamlValue value{};
};

}  // namespace nastavnik
