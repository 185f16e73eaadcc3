#include "source/yaml.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"

namespace nastavnik {
namespace {

constexpr std::size_t step = 2;  ///< how much further in the lines below a key stand

std::string in_quotes(std::string_view line) {
  std::string result = "\"";
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n')
      result += "\\n";
    else if (byte < 0x20 || byte == 0x7f)
      result += fmt::format("\\x{:02x}", byte);
    else
      result += c;
  }
  return result + '"';
}

/// A word that some readers of YAML take for yes, no or nothing.
bool is_a_sign(std::string_view line) {
  static constexpr std::string_view words[] = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"};
  const std::string word = to_lower(line);
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_read_plain(std::string_view line, bool in_flow) {
  const char first = line.empty() ? ' ' : line.front();
  const bool begins_with_letter =
      static_cast<unsigned char>(first) >= 0x80 || (to_lower(first) >= 'a' && to_lower(first) <= 'z');
  return begins_with_letter && !is_a_sign(line) && line.find(": ") == line.npos && line.find(" #") == line.npos &&
         !line.ends_with(':') && !line.ends_with(' ') && line.find_first_of("\t\r\n") == line.npos &&
         !(in_flow && line.find_first_of(",[]{}?") != line.npos);
}

std::string in_brackets(const std::vector<YamlValue>& list) {
  std::string items;
  for (const YamlValue& item : list) items += (items.empty() ? "" : ", ") + as_yaml(item, true);
  return fmt::format("[{}]", items);
}

std::string in_braces(const std::vector<KeyAndValue>& keys) {
  std::string pairs;
  for (const auto& [key, value] : keys)
    pairs += fmt::format("{}{}: {}", pairs.empty() ? "" : ", ", key, as_yaml(value, true));
  return fmt::format("{{{}}}", pairs);
}

}  // namespace

std::string as_yaml(const YamlValue& value, bool in_flow) {
  switch (value.form) {
    case YamlValue::Form::word: return value.text;
    case YamlValue::Form::text: return is_read_plain(value.text, in_flow) ? value.text : in_quotes(value.text);
    case YamlValue::Form::mapping: return in_braces(value.keys);
    case YamlValue::Form::words:
    case YamlValue::Form::items: break;
  }
  return in_brackets(value.list);
}

std::string yaml_block(const YamlValue& mapping, std::size_t column, std::string_view line_end) {
  std::string lines;
  for (const auto& [key, value] : mapping.keys) {
    if (!lines.empty()) lines += fmt::format("{}{:{}}", line_end, "", column);
    lines += fmt::format("{}:{}", key, behind_colon(value, column, line_end));
  }
  return lines;
}

std::string behind_dash(const YamlValue& item, std::size_t column, std::string_view line_end) {
  return ' ' + (item.form == YamlValue::Form::mapping ? yaml_block(item, column + step, line_end) : as_yaml(item));
}

std::string shown_item(const YamlValue& item) { return fmt::format("  -{}\n", behind_dash(item, step, "\n")); }

std::string behind_colon(const YamlValue& value, std::size_t column, std::string_view line_end) {
  const std::string below = fmt::format("{}{:{}}", line_end, "", column + step);
  if (value.form == YamlValue::Form::mapping) return below + yaml_block(value, column + step, line_end);
  if (value.form != YamlValue::Form::items) return ' ' + as_yaml(value);
  std::string lines;
  for (const YamlValue& item : value.list) lines += below + '-' + behind_dash(item, column + step, line_end);
  return lines;
}

}  // namespace nastavnik
