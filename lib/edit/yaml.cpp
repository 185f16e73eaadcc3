#include "edit/yaml.h"

#include <fmt/format.h>

namespace nastavnik {
namespace {

std::string in_quotes(std::string_view line) {
  std::string result = "\"";
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') result += '\\';
    if (byte < 0x20 || byte == 0x7f)
      result += fmt::format("\\x{:02x}", byte);
    else
      result += c;
  }
  return result + '"';
}

bool is_read_plain(std::string_view line, bool in_flow) {
  const auto first = static_cast<unsigned char>(line.empty() ? 0 : line.front());
  return first >= 0x80 && line.find(": ") == line.npos && line.find(" #") == line.npos && !line.ends_with(':') &&
         !line.ends_with(' ') && line.find_first_of("\t\r\n") == line.npos &&
         !(in_flow && line.find_first_of(",[]{}") != line.npos);
}

}  // namespace

std::string as_yaml(const YamlValue& value, bool in_flow) {
  switch (value.form) {
    case YamlValue::Form::word: return value.text;
    case YamlValue::Form::text: return is_read_plain(value.text, in_flow) ? value.text : in_quotes(value.text);
    case YamlValue::Form::words: break;
  }
  return fmt::format("[{}]", fmt::join(value.words, ", "));
}

std::string yaml_block(const std::vector<KeyAndValue>& mapping, std::string_view first, std::string_view line_end) {
  std::string lines;
  const std::string others(first.size(), ' ');
  for (const auto& [key, value] : mapping)
    lines += fmt::format("{}{}: {}{}", lines.empty() ? first : others, key, as_yaml(value), line_end);
  return lines;
}

std::string yaml_flow(const std::vector<KeyAndValue>& mapping) {
  std::string pairs;
  for (const auto& [key, value] : mapping)
    pairs += fmt::format("{}{}: {}", pairs.empty() ? "" : ", ", key, as_yaml(value, true));
  return fmt::format("{{{}}}", pairs);
}

}  // namespace nastavnik
