#pragma once
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "source/yaml.h"

namespace nastavnik {

/// Makes records at random, the same for the same seed.
class RecordMaker {
public:
  explicit RecordMaker(unsigned seed) : random_(seed) {}

  std::size_t under(std::size_t most) { return most == 0 ? 0 : random_() % most; }
  bool one_of(std::size_t most) { return under(most) == 0; }

  YamlValue scalar() {
    static const std::vector<std::string> words{"1", "2025-09-01", "p-017", "mentor"};
    static const std::vector<std::string> texts{"Переезд", "Да, «уехал»", "он: сам", "a #b", "", "Ё [1]", "12", "true"};
    return one_of(2) ? yaml_word(words[under(words.size())]) : yaml_text(texts[under(texts.size())]);
  }
  YamlValue value(std::size_t depth) {
    if (depth == 0 || one_of(2)) return scalar();
    return one_of(2) ? mapping(depth - 1) : list(depth - 1);
  }
  YamlValue mapping(std::size_t depth) {
    std::vector<KeyAndValue> keys;
    for (std::size_t i = 0, size = 1 + under(4); i < size; ++i) keys.push_back({fmt::format("k{}", i), value(depth)});
    return yaml_mapping(std::move(keys));
  }
  YamlValue list(std::size_t depth) {
    std::vector<YamlValue> items;
    for (std::size_t i = 0, size = 1 + under(3); i < size; ++i) items.push_back(one_of(2) ? mapping(depth) : scalar());
    return yaml_items(std::move(items));
  }

  /// The mapping as somebody may have written it: block or flow, comments and blank lines anywhere.
  std::string written(const YamlValue& mapping, std::size_t column = 0) {
    std::string text;
    bool first = true;
    for (const auto& [key, value] : mapping.keys) {
      if (!first || column == 0) text += between(column);
      text += (first && column > 0 ? "" : std::string(column, ' ')) + key + ":" + behind(value, column);
      first = false;
    }
    return text;
  }

private:
  std::string comment() { return one_of(4) ? fmt::format("  # о {}", comments_++) : ""; }
  std::string between(std::size_t column) {
    if (one_of(8)) return "\n";
    return one_of(5) ? fmt::format("{:{}}# строка {}\n", "", column, comments_++) : "";
  }
  std::string behind(const YamlValue& value, std::size_t column) {
    if (value.form == YamlValue::Form::word || value.form == YamlValue::Form::text)
      return " " + (one_of(4) ? quoted(value.text) : as_yaml(value)) + comment() + "\n";
    if (one_of(3)) return " " + as_yaml(value, true) + comment() + "\n";
    if (value.form == YamlValue::Form::mapping)
      return comment() + "\n" + std::string(column + 2, ' ') + written(value, column + 2);
    const std::size_t dashes = column + (one_of(2) ? 2 : 0);
    std::string text = comment() + "\n";
    for (const YamlValue& item : value.list) {
      text += between(dashes) + std::string(dashes, ' ') + "- ";
      const bool block = item.form == YamlValue::Form::mapping && !one_of(3);
      text +=
          block ? written(item, dashes + 2) : as_yaml(item, item.form == YamlValue::Form::mapping) + comment() + "\n";
    }
    return text;
  }
  static std::string quoted(const std::string& text) { return as_yaml(yaml_text(text), true); }

  std::mt19937 random_;
  std::size_t comments_ = 0;
};

/// The comments that such a record holds, in their order.
inline std::vector<std::string> comments_made(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t at = text.find("# о "); at != text.npos; at = text.find("# о ", at + 1))
    all.push_back(text.substr(at, text.find('\n', at) - at));
  for (std::size_t at = text.find("# строка "); at != text.npos; at = text.find("# строка ", at + 1))
    all.push_back(text.substr(at, text.find('\n', at) - at));
  return all;
}

}  // namespace nastavnik
