#include "edit/record_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "edit/meaning.h"
#include "edit/parsed_text.h"
#include "source/scan.h"
#include "source/yaml.h"

namespace nastavnik {
namespace {

/// A run of bytes.
struct Bytes {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Places in a text

std::string_view line_end_of(std::string_view text) {
  const std::size_t first = text.find('\n');
  return first != text.npos && first != 0 && text[first - 1] == '\r' ? "\r\n" : "\n";
}

/// Where the line that holds the byte ends, before its line break.
std::size_t end_of_line(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return end > at && end < text.size() && text[end - 1] == '\r' ? end - 1 : end;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

/// The text with a piece in place of a run of its bytes.
std::string replaced(std::string_view text, std::size_t begin, std::size_t end, std::string_view piece) {
  return fmt::format("{}{}{}", text.substr(0, begin), piece, text.substr(end));
}

/// The text without the lines from the one of the first byte to that of the last.
std::string without_lines_of(std::string_view text, std::size_t first, std::size_t last) {
  std::size_t begin = line_begin(text, first);
  std::size_t end = std::min(text.find('\n', last), text.size());
  if (end < text.size())
    ++end;
  else if (begin > 0)  // the last line of a text that does not end with a line break
    begin = end_of_line(text, begin - 1) == begin ? begin : begin - (text.substr(0, begin).ends_with("\r\n") ? 2 : 1);
  return replaced(text, begin, end, "");
}

// Places of nodes

/// The last byte of an entry: of its value, or of its key where nothing is written behind that.
std::size_t last_of(const NodeEntry& entry) { return std::max(end_of(entry.key_span), end_of(entry.value->span)) - 1; }

std::size_t last_of(const Node& item) { return end_of(item.span) - 1; }

/// The column of a key or dash: what stands before it on its line is spaces and dashes.
std::optional<std::size_t> column_of_entry(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(line_begin(text, at), at - line_begin(text, at));
  return before.find_first_not_of(" -") == before.npos ? std::optional(before.size()) : std::nullopt;
}

bool stands_alone(std::string_view text, std::size_t at) {
  return is_blank(text.substr(line_begin(text, at), at - line_begin(text, at)));
}

/// The dash of an item of a block list; nothing where it shares its line with what stands before it.
std::optional<std::size_t> dash_of(std::string_view text, const Node& item) {
  if (item.kind == Node::Kind::null && text[item.span.begin] == '-') return item.span.begin;
  const std::size_t dash = text.substr(0, item.span.begin).find_last_not_of(" \r\n");
  if (dash == text.npos || text[dash] != '-' || !stands_alone(text, dash)) return std::nullopt;
  return dash;
}

const NodeEntry* entry_at(const Node& map, const NodeStep& step) {
  const std::string* key = std::get_if<std::string>(&step);
  if (!key || map.kind != Node::Kind::map) return nullptr;
  const auto found = std::ranges::find(map.entries, std::string_view(*key), &NodeEntry::key);
  return found == map.entries.end() ? nullptr : &*found;
}

/// Behind which entry a new key stands: its number and one; none to come first.
std::size_t place_among(const Node& map, EarlierKeys earlier) {
  if (!earlier) return map.entries.size();
  std::size_t place = 0;
  for (std::size_t i = 0; i < map.entries.size(); ++i)
    if (std::ranges::find(*earlier, map.entries[i].key) != earlier->end()) place = i + 1;
  return place;
}

/// The value in mappings for the keys of the path from the step on; nothing where a step is none of a key.
std::optional<YamlValue> wrapped(const NodePath& path, std::size_t step, YamlValue value) {
  for (std::size_t i = path.size(); i-- > step;) {
    const std::string* key = std::get_if<std::string>(&path[i]);
    if (!key) return std::nullopt;
    value = yaml_mapping({{*key, std::move(value)}});
  }
  return value;
}

// Changes of a text

std::optional<std::string> with_value(std::string_view text, const NodeEntry& entry, const YamlValue& value,
                                      bool in_flow) {
  const auto colon = behind_colon_of(text, entry);
  const auto column = column_of_entry(text, entry.key_span.begin);
  if (!colon || (!in_flow && !column)) return std::nullopt;
  const std::string written = in_flow ? ' ' + as_yaml(value, true) : behind_colon(value, *column, line_end_of(text));
  const bool left_out = entry.value->span.begin < *colon;
  const std::size_t end = left_out ? *colon : end_of(entry.value->span);
  if (!left_out && !is_blank(text.substr(*colon, entry.value->span.begin - *colon))) return std::nullopt;
  if (written.starts_with(' ')) return replaced(text, *colon, end, written);
  // What is written on lines below stands behind what else the line of the key holds.
  if (text.substr(*colon, end - *colon).find('#') != text.npos) return std::nullopt;
  const std::string without = replaced(text, *colon, end, "");
  const std::size_t below = end_of_line(without, *colon);
  return replaced(without, below, below, written);
}

std::optional<std::string> with_key(std::string_view text, const Node& map, std::size_t place,
                                    const KeyAndValue& fresh) {
  if (is_flow(text, map)) {
    const std::string pair = fmt::format("{}: {}", fresh.key, as_yaml(fresh.value, true));
    if (map.entries.empty()) return replaced(text, map.span.begin + 1, map.span.begin + 1, pair);
    if (place == 0) return replaced(text, map.entries[0].key_span.begin, map.entries[0].key_span.begin, pair + ", ");
    const std::size_t at = last_of(map.entries[place - 1]) + 1;
    return replaced(text, at, at, ", " + pair);
  }
  const std::string_view line_end = line_end_of(text);
  const auto column = column_of_entry(text, map.entries[0].key_span.begin);
  if (!column) return std::nullopt;
  const std::string line = fmt::format("{}:{}", fresh.key, behind_colon(fresh.value, *column, line_end));
  const std::string break_and_indent = fmt::format("{}{:{}}", line_end, "", *column);
  if (place == 0)
    return replaced(text, map.entries[0].key_span.begin, map.entries[0].key_span.begin, line + break_and_indent);
  const std::size_t at = end_of_line(text, last_of(map.entries[place - 1]));
  return replaced(text, at, at, break_and_indent + line);
}

/// Takes one of several out of brackets or braces, with its comma.
std::optional<std::string> without_one(std::string_view text, const std::vector<Bytes>& all, std::size_t which) {
  const bool is_last = which + 1 == all.size();
  const std::size_t begin = is_last ? all[which - 1].end : all[which].begin;
  const std::size_t end = is_last ? all[which].end : all[which + 1].begin;
  if (text.substr(begin, end - begin).find('#') != text.npos) return std::nullopt;
  return replaced(text, begin, end, "");
}

/// Of several keys of a mapping; the dash of an item that begins with the key stays.
std::optional<std::string> without_key(std::string_view text, const Node& map, std::size_t which) {
  const NodeEntry& entry = map.entries[which];
  if (is_flow(text, map)) {
    std::vector<Bytes> all;
    for (const NodeEntry& one : map.entries) all.push_back({one.key_span.begin, last_of(one) + 1});
    return without_one(text, all, which);
  }
  const std::size_t begin = entry.key_span.begin, last = last_of(entry);
  if (stands_alone(text, begin)) return without_lines_of(text, begin, last);
  if (which + 1 == map.entries.size()) return std::nullopt;
  const std::size_t next = map.entries[which + 1].key_span.begin, end = end_of_line(text, last);
  if (is_blank(text.substr(end, next - end))) return replaced(text, begin, next, "");
  const std::size_t dash = text.substr(0, begin).find_last_not_of(' ') + 1;  // comments stand before the next key
  return replaced(text, dash, end, "");
}

/// Where the comment begins that stands right above the line and as far to the right; the line itself where none does.
std::size_t comment_above(std::string_view text, std::size_t line, std::size_t column) {
  while (line > 0) {
    const std::size_t above = line_begin(text, line - 1);
    const std::size_t sign = text.find_first_not_of(' ', above);
    if (sign != above + column || text[sign] != '#') return line;
    line = above;
  }
  return line;
}

/// Of several items of a list, with what is said of it in a comment above.
std::optional<std::string> without_item(std::string_view text, const Node& list, std::size_t which) {
  if (is_flow(text, list)) {
    std::vector<Bytes> all;
    for (const Node* item : list.items) all.push_back({item->span.begin, end_of(item->span)});
    return without_one(text, all, which);
  }
  const auto dash = dash_of(text, *list.items[which]);
  if (!dash) return std::nullopt;
  const std::size_t line = line_begin(text, *dash);
  return without_lines_of(text, comment_above(text, line, *dash - line), last_of(*list.items[which]));
}

std::optional<std::string> with_item(std::string_view text, const Node& list, std::size_t index,
                                     const YamlValue& item) {
  if (is_flow(text, list)) {
    const std::string piece = as_yaml(item, true);
    if (index == 0) return replaced(text, list.items[0]->span.begin, list.items[0]->span.begin, piece + ", ");
    const std::size_t at = end_of(list.items[index - 1]->span);
    return replaced(text, at, at, ", " + piece);
  }
  const Node& neighbour = *list.items[index == 0 ? 0 : index - 1];
  const auto dash = dash_of(text, neighbour);
  if (!dash) return std::nullopt;
  const std::string_view line_end = line_end_of(text);
  const std::size_t begin = line_begin(text, *dash), column = *dash - begin;
  const std::string lines = fmt::format("{:{}}-{}", "", column, behind_dash(item, column, line_end));
  if (index == 0) return replaced(text, begin, begin, lines + std::string(line_end));
  const std::size_t at = end_of_line(text, last_of(neighbour));
  return replaced(text, at, at, std::string(line_end) + lines);
}

/// A text without a record, with its first key.
std::string with_first_key(std::string_view text, const YamlValue& mapping) {
  const std::string_view line_end = line_end_of(text);
  return fmt::format("{}{}{}{}", text, text.empty() || text.ends_with('\n') ? "" : line_end,
                     yaml_block(mapping, 0, line_end), line_end);
}

}  // namespace

struct RecordText::Parsed : ParsedText {
  explicit Parsed(std::string_view text) : ParsedText(text), meaning(root ? meaning_of(*root) : yaml_mapping({})) {}

  /// What the path leads to, as far as there is something.
  const Node* at(const NodePath& path) const {
    const Node* node = root;
    for (std::size_t i = 0; node && i < path.size(); ++i) node = child(*node, path[i]);
    return node;
  }
  static const Node* child(const Node& node, const NodeStep& step) {
    if (const auto* index = std::get_if<std::size_t>(&step))
      return node.kind == Node::Kind::list && *index < node.items.size() ? node.items[*index] : nullptr;
    const NodeEntry* entry = entry_at(node, step);
    return entry ? entry->value : nullptr;
  }
  /// The meaning of what the path leads to, which is there.
  static YamlValue& meaning_at(YamlValue& whole, std::span<const NodeStep> path) {
    YamlValue* value = &whole;
    for (const NodeStep& step : path) {
      const auto* key = std::get_if<std::string>(&step);
      value = key ? value_at(*value, *key) : &value->list[std::get<std::size_t>(step)];
    }
    return *value;
  }

  YamlValue meaning{};
};

RecordText::RecordText(std::string text) : text_(std::move(text)), parsed_(std::make_unique<Parsed>(text_)) {}

RecordText::~RecordText() = default;

bool RecordText::is_read() const { return parsed_->read; }

std::size_t RecordText::size_of(const NodePath& list) const {
  const Node* node = parsed_->at(list);
  return node && node->kind == Node::Kind::list ? node->items.size() : 0;
}

/// Takes the text over where it reads as it is meant.
bool RecordText::take(std::optional<std::string> text, const YamlValue& meant) {
  if (!text) return false;
  auto parsed = std::make_unique<Parsed>(*text);
  if (!parsed->read || !means_the_same(parsed->meaning, meant)) return false;
  text_ = std::move(*text);
  parsed_ = std::make_unique<Parsed>(text_);
  return true;
}

bool RecordText::set(const NodePath& path, const YamlValue& value, EarlierKeys earlier) {
  if (!parsed_->read || path.empty()) return false;
  YamlValue meant = parsed_->meaning;
  if (!parsed_->root) {
    const auto whole = wrapped(path, 0, value);
    return whole && take(with_first_key(text_, *whole), *whole);
  }
  std::size_t step = 0;
  const Node* node = parsed_->root;
  for (const Node* next = node; step + 1 < path.size(); ++step, node = next) {
    next = Parsed::child(*node, path[step]);
    if (!next || next->kind == Node::Kind::null) break;
  }
  const auto* key = std::get_if<std::string>(&path[step]);
  const auto fresh = wrapped(path, step + 1, value);
  if (!key || node->kind != Node::Kind::map || !fresh) return false;
  YamlValue& mapping = Parsed::meaning_at(meant, std::span(path).first(step));
  const bool in_flow = is_flow(text_, *node);
  if (const NodeEntry* entry = entry_at(*node, *key)) {
    *value_at(mapping, *key) = *fresh;
    return take(with_value(text_, *entry, *fresh, in_flow), meant);
  }
  const std::size_t place = place_among(*node, step + 1 == path.size() ? earlier : std::nullopt);
  mapping.keys.insert(mapping.keys.begin() + static_cast<std::ptrdiff_t>(place), {*key, *fresh});
  return take(with_key(text_, *node, place, {*key, *fresh}), meant);
}

bool RecordText::insert(const NodePath& list, std::size_t index, const YamlValue& item, EarlierKeys earlier) {
  const Node* node = parsed_->at(list);
  if (!node || node->kind != Node::Kind::list || node->items.empty())
    return index == 0 && (!node || node->kind != Node::Kind::scalar) && set(list, yaml_items({item}), earlier);
  if (index > node->items.size()) return false;
  YamlValue meant = parsed_->meaning;
  std::vector<YamlValue>& items = Parsed::meaning_at(meant, list).list;
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(index), item);
  return take(with_item(text_, *node, index, item), meant);
}

bool RecordText::remove(const NodePath& path) {
  const Node* node = parsed_->at(path);
  if (!node || path.empty()) return false;
  NodePath above = path;
  above.pop_back();
  const Node& in = *parsed_->at(above);
  const bool is_only = (in.kind == Node::Kind::map ? in.entries.size() : in.items.size()) == 1;
  if (is_only && !above.empty()) return remove(above);
  YamlValue meant = parsed_->meaning;
  YamlValue& around = Parsed::meaning_at(meant, above);
  if (const auto* index = std::get_if<std::size_t>(&path.back())) {
    around.list.erase(around.list.begin() + static_cast<std::ptrdiff_t>(*index));
    return take(without_item(text_, in, *index), meant);
  }
  const auto which = static_cast<std::size_t>(entry_at(in, path.back()) - in.entries.data());
  around.keys.erase(around.keys.begin() + static_cast<std::ptrdiff_t>(which));
  return take(without_key(text_, in, which), meant);
}

}  // namespace nastavnik
