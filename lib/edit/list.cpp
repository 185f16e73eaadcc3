#include "edit/list.h"

#include <algorithm>

#include <fmt/format.h>

#include "edit/yaml.h"

namespace nastavnik {
namespace {

using Item = std::vector<KeyAndValue>;

std::string_view line_end_of(std::string_view text) {
  const std::size_t first = text.find('\n');
  return first != text.npos && first != 0 && text[first - 1] == '\r' ? "\r\n" : "\n";
}

/// Where the line that holds the byte ends, before its line break.
std::size_t end_of_line(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return end > at && end < text.size() && text[end - 1] == '\r' ? end - 1 : end;
}

std::size_t begin_of_line(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
  return before == text.npos ? 0 : before + 1;
}

std::string inserted(std::string_view text, std::size_t at, std::string_view piece) {
  return fmt::format("{}{}{}", text.substr(0, at), piece, text.substr(at));
}

/// Puts the lines of a block below the line of the byte; a text without a last line break stays one.
std::string below(std::string_view text, std::size_t at, std::string_view block) {
  const std::string_view end = line_end_of(text);
  block.remove_suffix(end.size());
  return inserted(text, end_of_line(text, at), fmt::format("{}{}", end, block));
}

/// What stands before the dash of the first item; nothing where the dash shares its line with other things.
std::optional<std::string_view> indent_of(std::string_view text, std::size_t first_item) {
  std::size_t dash = text.substr(0, first_item).find_last_not_of(" \r\n");
  if (dash == text.npos || text[dash] != '-') return std::nullopt;
  const std::size_t begin = begin_of_line(text, dash);
  const std::string_view indent = text.substr(begin, dash - begin);
  return indent.find_first_not_of(' ') == indent.npos ? std::optional(indent) : std::nullopt;
}

std::string block_item(const Item& item, std::string_view indent, std::string_view line_end) {
  return yaml_block(item, fmt::format("{}- ", indent), line_end);
}

std::optional<std::string> with_block_item(std::string_view text, const ListInText& list, const Item& item) {
  const auto indent = indent_of(text, list.items.front().begin);
  if (!indent) return std::nullopt;
  return below(text, list.items.back().end() - 1, block_item(item, *indent, line_end_of(text)));
}

/// `key: []` becomes `key:` with the item below; what else stands on the line stays.
std::optional<std::string> with_first_item(std::string_view text, const ListInText& list, const Item& item) {
  const std::string_view brackets = text.substr(list.list->begin, list.list->size);
  if (brackets.find('#') != brackets.npos) return std::nullopt;
  std::string_view head = text.substr(0, list.list->begin);
  const std::string_view tail = text.substr(list.list->end());
  while (head.ends_with(' ')) head.remove_suffix(1);
  return below(fmt::format("{}{}", head, tail), head.size() - 1, block_item(item, "  ", line_end_of(text)));
}

/// The line `key:` with nothing but a comment behind it.
std::optional<std::size_t> bare_key(std::string_view text, std::string_view key) {
  for (std::size_t begin = 0; begin < text.size(); begin = std::min(text.find('\n', begin), text.size() - 1) + 1) {
    std::string_view line = text.substr(begin, end_of_line(text, begin) - begin);
    if (!line.starts_with(key) || !line.substr(key.size()).starts_with(':')) continue;
    line.remove_prefix(key.size() + 1);
    const std::size_t word = line.find_first_not_of(' ');
    if (word == line.npos || (word > 0 && line[word] == '#')) return begin;
  }
  return std::nullopt;
}

std::string with_list(std::string_view text, const ListInText& list, const Item& item) {
  const std::string_view end = line_end_of(text);
  const std::string block = fmt::format("{}:{}{}", list.key, end, block_item(item, "  ", end));
  const bool ends_well = text.empty() || text.ends_with('\n');
  return fmt::format("{}{}{}", text, ends_well ? "" : end, block);
}

}  // namespace

std::optional<std::string> with_item(std::string_view text, const ListInText& list, const Item& item) {
  if (!list.list) {
    if (const auto line = bare_key(text, list.key))
      return below(text, *line, block_item(item, "  ", line_end_of(text)));
    return with_list(text, list, item);
  }
  const bool is_flow = text.substr(list.list->begin).starts_with('[');
  if (list.items.empty()) return is_flow ? with_first_item(text, list, item) : std::nullopt;
  if (is_flow) return inserted(text, list.items.back().end(), ", " + yaml_flow(item));
  return with_block_item(text, list, item);
}

std::string without_lines(std::string_view text, std::vector<std::size_t> begins) {
  std::sort(begins.begin(), begins.end());
  std::string result;
  std::size_t kept = 0;
  for (const std::size_t begin : begins) {
    if (begin < kept || begin > text.size()) continue;
    result += text.substr(kept, begin - kept);
    const std::size_t end = text.find('\n', begin);
    kept = end == text.npos ? text.size() : end + 1;
  }
  return result += text.substr(kept);
}

}  // namespace nastavnik
