#include "edit/canonical.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/ascii.h"
#include "edit/comments.h"
#include "edit/parsed_text.h"
#include "source/encoding.h"
#include "source/scan.h"
#include "source/yaml.h"

namespace nastavnik {
namespace {

constexpr std::size_t further_in = 2;  ///< how much further in the lines below a key or a dash stand

/// Comments, each on a line of its own, and empty lines.
using LinesAbove = std::vector<std::string>;

/// A key with its value, or an item: what stands above it, and its own lines, the first without its indentation.
struct Part {
  LinesAbove above{};
  std::string text{};
};

/// Where a key or a dash stood on its line, and where it goes.
struct Columns {
  std::size_t was = 0;
  std::size_t is = 0;
};

std::string new_line(std::size_t column, std::string_view text) {
  return text.empty() ? "\n" : fmt::format("\n{:{}}{}", "", column, text);
}

std::string_view without_blanks_behind(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t") + 1);
}

void put(std::string& text, const LinesAbove& lines, std::size_t column) {
  for (const std::string& line : lines) text += new_line(column, line);
}

void drop_empty_first(LinesAbove& lines) {
  while (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
}

/// What comments stood further down goes above as well.
void add_comments(LinesAbove& above, const LinesAbove& more) {
  std::copy_if(more.begin(), more.end(), std::back_inserter(above),
               [](const std::string& line) { return !line.empty(); });
}

template <class Visit>
void each_line(std::string_view text, const Visit& visit) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    visit(text.substr(begin, end - begin), begin == 0);
    begin = end + 1;
  }
}

/// Without a byte order mark, lines ended by LF alone.
std::string plain_lines(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || text.substr(i + 1, 1) != "\n") result += text[i];
  return result;
}

bool is_left_out(const Node& node) { return node.kind == Node::Kind::null && node.text.empty(); }

bool is_collection(const Node& node) { return node.kind == Node::Kind::list || node.kind == Node::Kind::map; }

bool is_of_key(char c) { return c == '_' || c == '-' || is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'z'); }

/// An escape that is more than the sign behind its backslash.
bool has_escapes(std::string_view raw) {
  if (!raw.starts_with('"')) return false;
  for (std::size_t at = raw.find('\\'); at < raw.size(); at = raw.find('\\', at + 2))
    if (raw[at + 1] != '"' && raw[at + 1] != '\\') return true;
  return false;
}

class CanonicalForm {
public:
  CanonicalForm(std::string_view text, const KeyOrder& order) : text_(text), order_(order) {}

  /// Nothing where something stands in the text that has no place in a record.
  std::optional<std::string> of(const Node* root) {
    LinesAbove head = head_of(gap());
    std::string lines;
    if (root && is_flow(text_, *root))
      lines = of_brackets(*root);
    else if (root)
      lines = joined(entries(*root, 0), 0);
    LinesAbove foot = below(0);
    gap();
    if (text_.substr(at_).starts_with("...")) at_ += 3;
    gap();
    if (lost_ || at_ != text_.size()) return std::nullopt;
    std::string all;
    put(all, head, 0);
    all += lines;
    if (all.empty()) drop_empty_first(foot);
    put(all, foot, 0);
    return all.empty() ? all : all.substr(1) + '\n';
  }

private:
  // What stands between values

  std::string comment() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view line = text_.substr(at_, end - at_);
    at_ = end;
    return std::string(without_blanks_behind(line));
  }

  /// Comments and empty lines from here on, up to anything else.
  LinesAbove gap() {
    LinesAbove lines = std::exchange(ahead_, {});
    while (true) {
      const std::size_t next = std::min(text_.find_first_not_of(" \t\n", at_), text_.size());
      const auto blanks = text_.substr(at_, next - at_);
      if (std::count(blanks.begin(), blanks.end(), '\n') > 1 && next < text_.size()) lines.emplace_back();
      at_ = next;
      if (at_ == text_.size() || text_[at_] != '#') return lines;
      lines.push_back(comment());
    }
  }

  /// Comments on lines of their own from here on that stand at the column or right of it.
  LinesAbove below(std::size_t column) {
    LinesAbove lines;
    while (true) {
      const std::size_t next = text_.find_first_not_of(" \t\n", at_);
      if (next == text_.npos || text_[next] != '#' || column_of(text_, next) < column) return lines;
      const auto blanks = text_.substr(at_, next - at_);
      if (std::count(blanks.begin(), blanks.end(), '\n') > 1) lines.emplace_back();
      at_ = next;
      lines.push_back(comment());
    }
  }

  /// The comment behind what ends here, with the blanks before it.
  std::string behind() {
    at_ = std::min(text_.find_first_not_of(" \t", at_), text_.size());
    if (at_ == text_.size() || text_[at_] == '\n') return {};
    lost_ = lost_ || text_[at_] != '#';
    return "  " + comment();
  }

  void expect(std::size_t place) {
    lost_ = lost_ || at_ != place;
    at_ = place;
  }

  /// What is said of the file: what an empty line parts from the first key, and what is meant for an editor.
  LinesAbove head_of(LinesAbove lines) {
    if (text_.substr(at_).starts_with("---")) {
      at_ += 3;
      for (std::string& line : gap()) lines.push_back(std::move(line));
    }
    drop_empty_first(lines);
    auto end = std::find(lines.rbegin(), lines.rend(), std::string()).base();
    if (end == lines.begin())
      end = std::find_if_not(lines.begin(), lines.end(),
                             [](const std::string& line) { return line.starts_with("# yaml-language-server:"); });
    if (at_ == text_.size()) end = lines.end();
    ahead_.assign(end, lines.end());
    lines.erase(end, lines.end());
    return lines;
  }

  // Mappings and lists as blocks

  static std::string joined(const std::vector<Part>& parts, std::size_t column) {
    std::string text;
    for (const Part& part : parts) {
      put(text, part.above, column);
      text += new_line(column, part.text);
    }
    return text;
  }

  std::vector<Part> entries(const Node& map, std::size_t column) {
    std::vector<Part> parts;
    for (const NodeEntry& one : map.entries) parts.push_back(entry(one, column));
    parts = in_order(std::move(parts), map);
    drop_empty_first(parts.front().above);
    put(parts.back().text, below(column_of(text_, map.entries.front().key_span.begin)), column);
    return parts;
  }

  /// A key that nobody knows stays behind the one it stood behind.
  template <class Item>
  std::vector<Item> in_order(std::vector<Item> items, const Node& map) {
    const std::vector<std::string> order = order_(path_);
    std::size_t place = std::numeric_limits<std::size_t>::max();
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto known = std::find(order.begin(), order.end(), map.entries[i].key);
      if (known != order.end()) place = static_cast<std::size_t>(known - order.begin());
      places.emplace_back(place, i);
    }
    std::sort(places.begin(), places.end());
    std::vector<Item> sorted;
    for (const auto& [known, i] : places) sorted.push_back(std::move(items[i]));
    return sorted;
  }

  Part entry(const NodeEntry& entry, std::size_t column) {
    Part part{gap(), key_of(entry) + ':'};
    expect(entry.key_span.begin);
    const auto colon = behind_colon_of(text_, entry);
    lost_ = lost_ || !colon;
    at_ = colon.value_or(end_of(entry.key_span));
    path_.push_back(entry.key);
    value(*entry.value, {column_of(text_, entry.key_span.begin), column}, part);
    path_.pop_back();
    return part;
  }

  Part item(const Node& node, std::size_t column) {
    Part part{gap(), "-"};
    lost_ = lost_ || text_.substr(at_, 1) != "-";
    const Columns columns{column_of(text_, at_), column};
    ++at_;
    if (!is_block(node)) {
      value(node, columns, part);
      return part;
    }
    add_comments(part.above, gap());
    std::vector<Part> inner = block(node, columns);
    add_comments(part.above, std::exchange(inner.front().above, {}));
    part.text += ' ' + joined(inner, column + further_in).substr(1 + column + further_in);
    put(part.text, below(columns.was + 1), column + further_in);
    return part;
  }

  bool is_block(const Node& node) const { return is_collection(node) && !is_flow(text_, node); }

  /// The parts of what stands below a key or behind a dash.
  std::vector<Part> block(const Node& node, Columns above) {
    const std::size_t column = above.is + further_in;
    if (node.kind == Node::Kind::map) return entries(node, column);
    std::vector<Part> parts;
    for (const Node* one : node.items) parts.push_back(item(*one, column));
    drop_empty_first(parts.front().above);
    // A comment below dashes that stand under their key itself is for the next key.
    put(parts.back().text, below(std::max(column_of(text_, node.span.begin), above.was + 1)), column);
    return parts;
  }

  /// Adds the value that stands from here on, and the comments that belong to it.
  void value(const Node& node, Columns columns, Part& part) {
    if (is_left_out(node)) {
      part.text += behind();
    } else if (is_block(node)) {
      part.text += behind();
      const std::vector<Part> parts = block(node, columns);
      part.text += joined(parts, columns.is + further_in);
    } else {
      add_comments(part.above, gap());
      expect(node.span.begin);
      part.text += ' ' + written(node, columns);
      at_ = end_of(node.span);
      part.text += behind();
      if (is_block_text(node)) return;  // further in than that a comment would belong to the text
    }
    put(part.text, below(columns.was + 1), columns.is + further_in);
  }

  // Values

  std::string_view raw(Span span) const { return text_.substr(span.begin, span.size); }

  std::string key_of(const NodeEntry& entry) const {
    const bool is_word =
        std::all_of(entry.key.begin(), entry.key.end(), is_of_key) && as_yaml(yaml_text(entry.key)) == entry.key;
    return std::string(is_word ? entry.key : raw(entry.key_span));
  }

  bool is_block_text(const Node& node) const {
    return node.kind == Node::Kind::scalar && (text_[node.span.begin] == '|' || text_[node.span.begin] == '>');
  }

  std::string written(const Node& node, Columns columns) {
    if (is_collection(node)) return can_be_joined(node) ? on_one_line(node) : moved(node, columns);
    if (is_block_text(node)) return block_text(node, columns);
    if (raw(node.span).find('\n') != std::string_view::npos) return over_lines(node, columns);
    return scalar(node, false);
  }

  std::string scalar(const Node& node, bool in_flow) const {
    if (node.plain) return std::string(node.text);
    if (has_escapes(raw(node.span))) return std::string(raw(node.span));
    return as_yaml(yaml_text(node.text), in_flow);
  }

  /// A text without marks, or in quotes, that goes on on the next lines.
  std::string over_lines(const Node& node, Columns columns) const {
    std::string text;
    each_line(raw(node.span), [&](std::string_view line, bool first) {
      line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
      line = without_blanks_behind(line);
      text += first ? std::string(line) : new_line(columns.is + further_in, line);
    });
    return text;
  }

  std::string block_text(const Node& node, Columns columns) const {
    const std::size_t begin = node.span.begin, end = end_of(node.span);
    const std::size_t content = std::min(content_of_block(text_, begin), end);
    const std::string_view head = text_.substr(begin, content - begin);
    std::string marks(head.substr(0, head.find_first_of(" \t\n")));
    const std::size_t digit = marks.find_first_of("123456789");
    std::string text = marks;
    if (digit != marks.npos) text[digit] = static_cast<char>('0' + further_in);
    if (const std::size_t comment = head.find('#'); comment != head.npos)
      text += fmt::format("  {}", without_blanks_behind(head.substr(comment, head.find('\n') - comment)));
    if (content == end) return text;
    const std::size_t margin = digit != marks.npos ? columns.was + static_cast<std::size_t>(marks[digit] - '0')
                                                   : indent_of_first(text_.substr(content, end - content));
    each_line(text_.substr(content, end - content), [&](std::string_view line, bool) {
      text += new_line(columns.is + further_in, line.substr(std::min(margin, line.size())));
    });
    return text;
  }

  static std::size_t indent_of_first(std::string_view lines) {
    const std::size_t first = lines.find_first_not_of(" \n");
    return first == lines.npos ? lines.size() : column_of(lines, first);
  }

  // Brackets

  std::string of_brackets(const Node& root) {
    Part part;
    value(root, {}, part);
    std::string text;
    put(text, part.above, 0);
    return text + '\n' + part.text.substr(1);
  }

  /// Whether all in the brackets can stand on one line.
  bool can_be_joined(const Node& node) const { return !has_comments(text_, node) && can_stand_in_line(node); }

  bool can_stand_in_line(const Node& node) const {
    const bool breaks = raw(node.span).find('\n') != std::string_view::npos;
    if (is_left_out(node)) return false;
    if (!is_collection(node))
      return !breaks || (node.plain ? node.text.find('\n') == node.text.npos : !has_escapes(raw(node.span)));
    return is_flow(text_, node) &&
           std::all_of(node.items.begin(), node.items.end(),
                       [&](const Node* item) { return can_stand_in_line(*item); }) &&
           std::all_of(node.entries.begin(), node.entries.end(),
                       [&](const NodeEntry& entry) { return can_stand_in_line(*entry.value); });
  }

  std::string on_one_line(const Node& node) {
    if (!is_collection(node)) return scalar(node, true);
    std::vector<std::string> all;
    for (const Node* item : node.items) all.push_back(on_one_line(*item));
    if (node.kind == Node::Kind::list) return fmt::format("[{}]", fmt::join(all, ", "));
    for (const NodeEntry& entry : node.entries) {
      path_.push_back(entry.key);
      all.push_back(fmt::format("{}: {}", key_of(entry), on_one_line(*entry.value)));
      path_.pop_back();
    }
    return fmt::format("{{{}}}", fmt::join(in_order(std::move(all), node), ", "));
  }

  /// As it is, further in or out by as much as its key.
  std::string moved(const Node& node, Columns columns) const {
    std::string text;
    each_line(raw(node.span), [&](std::string_view line, bool first) {
      line = without_blanks_behind(line);
      const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
      const std::size_t column = std::max(indent + columns.is, columns.was) - columns.was;
      text += first ? std::string(line) : new_line(column, line.substr(indent));
    });
    return text;
  }

  std::string_view text_;
  const KeyOrder& order_;
  std::size_t at_ = 0;
  LinesAbove ahead_{};  ///< read already, for what comes next
  std::vector<std::string_view> path_{};
  bool lost_ = false;
};

/// Whether two values mean the same, the order of keys aside; quotes count where a text without them may be taken for
/// something else.
bool mean_the_same(const Node& a, const Node& b) {
  const bool bare = a.plain == b.plain || (!a.plain && as_yaml(yaml_text(b.text)) == b.text);
  if (a.kind != b.kind || a.text != b.text || !bare || a.entries.size() != b.entries.size()) return false;
  const auto same_entry = [&](const NodeEntry& entry) {
    const auto other =
        std::find_if(b.entries.begin(), b.entries.end(), [&](const NodeEntry& one) { return one.key == entry.key; });
    return other != b.entries.end() && mean_the_same(*entry.value, *other->value);
  };
  return std::all_of(a.entries.begin(), a.entries.end(), same_entry) &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    [](const Node* x, const Node* y) { return mean_the_same(*x, *y); });
}

bool hold_the_same(const ParsedText& before, std::string_view text, const ParsedText& after, std::string_view form) {
  if (!after.read || (before.root == nullptr) != (after.root == nullptr)) return false;
  if (before.root && !mean_the_same(*before.root, *after.root)) return false;
  std::vector<std::string> comments = comments_of(text, before.root), kept = comments_of(form, after.root);
  std::sort(comments.begin(), comments.end());
  std::sort(kept.begin(), kept.end());
  return comments == kept;
}

}  // namespace

std::optional<std::string> canonical(std::string_view text, const KeyOrder& order) {
  const ParsedText before(text);
  if (!before.read) return std::nullopt;
  const std::string lines = plain_lines(text);
  const ParsedText parsed(lines);
  if (!parsed.read) return std::nullopt;
  std::optional<std::string> form = CanonicalForm(lines, order).of(parsed.root);
  if (!form || *form == text) return form;
  const ParsedText after(*form);
  return hold_the_same(before, text, after, *form) ? form : std::nullopt;
}

}  // namespace nastavnik
