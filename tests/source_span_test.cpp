// Property: whatever a record says and however it is written, what is read is what was written, each span decodes to
// its value, and stands where its position says.

#include <rapidcheck.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "parsed.h"

namespace nastavnik {
namespace {

std::size_t below(std::size_t end) { return *rc::gen::inRange<std::size_t>(0, end); }
bool chance(std::size_t of) { return below(of) + 1 == of; }
template <std::size_t N>
std::string one_of(const std::string_view (&words)[N]) {
  return std::string(words[below(N)]);
}

/// What a record says.
struct Value {
  Node::Kind kind = Node::Kind::scalar;
  std::string text{};
  std::vector<std::pair<std::string, Value>> items{};  ///< the keys of a list are empty
};

/// Writes a record and remembers what it says.
class Writer {
public:
  /// The text and its value; `text` is to be looked at when the value is made.
  Value record() {
    if (chance(3)) out_ += "# yaml-language-server: $schema=x\n";
    return map(0, 0);
  }
  std::string text(bool crlf) const {
    if (!crlf) return out_;
    std::string result;
    for (const char c : out_) {
      if (c == '\n') result += '\r';
      result += c;
    }
    return result;
  }

private:
  static constexpr std::string_view letters[] = {"a",  "Ёж", "я",     "школа",   "z9",
                                                 "№5", "—",  "41-од", "е\u0301", "\U0001F600"};
  static constexpr std::string_view signs[] = {"\"", "'", "«х»", "#",  "a#b", "a:b", ":",    "-", "[",
                                               "]",  "{", ",",   "\\", "\\n", "|",   ">",    "&", "*x",
                                               "!",  "%", "@",   "`",  "?",   "~",   "null", "''"};

  std::string word(bool any_sign) { return any_sign && chance(3) ? one_of(signs) : one_of(letters); }

  /// Words with single spaces between them.
  std::string line(bool any_sign) {
    std::string result = word(any_sign);
    for (std::size_t n = below(5); n > 0; --n) result += " " + word(any_sign);
    return result;
  }

  void note() {
    if (chance(4)) out_ += "  # при: мечание \"'[";
  }
  void line_of_note(std::size_t indent) {
    if (!keeps_end_ && chance(6)) out_ += "\n";
    if (chance(6)) out_ += std::string(indent, ' ') + "# note: 'x\n";
    keeps_end_ = false;
  }

  /// The words of the line, some of them on lines of their own.
  static std::string folded(const std::string& line, std::size_t indent) {
    std::string result;
    for (const char c : line) {
      if (c == ' ' && chance(3))
        result += "\n" + std::string(indent + below(3), ' ');
      else
        result += c;
    }
    return result;
  }

  static std::string in_single_quotes(const std::string& text) {
    std::string result;
    for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
    return "'" + result + "'";
  }
  static std::string in_double_quotes(const std::string& text) {
    std::string result;
    for (const char c : text) {
      if (c == '"' || c == '\\') result += '\\';
      if (c == '\n')
        result += "\\n";
      else
        result += c;
    }
    return "\"" + result + "\"";
  }

  Value scalar_in_line(std::size_t indent, bool in_brackets) {
    Value value;
    const std::size_t style = below(4);
    value.text = line(style != 0);
    if (style == 0) out_ += folded(value.text, indent);
    if (style == 1) out_ += folded(in_single_quotes(value.text), indent);
    if (style == 2) out_ += folded(in_double_quotes(value.text), indent);
    if (style == 3) {
      value.text += "\n\tЯ";
      out_ += in_double_quotes(value.text);
    }
    if (!in_brackets) note();
    return value;
  }

  Value block_scalar(std::size_t indent) {
    Value value;
    const bool literal = chance(2);
    const std::string chomp = std::vector<std::string>{"", "-", "+"}[below(3)];
    out_ += (literal ? "|" : ">") + chomp;
    note();
    const std::size_t lines = 1 + below(4);
    for (std::size_t i = 0; i < lines; ++i) {
      const std::string content = word(true) + (chance(2) ? "" : " " + line(true));
      const bool gap = i > 0 && chance(4);
      if (i > 0) value.text += gap ? (literal ? "\n\n" : "\n") : (literal ? "\n" : " ");
      value.text += content;
      out_ += (gap ? "\n\n" : "\n") + std::string(indent, ' ') + content;
    }
    const std::size_t blank = below(3);
    for (std::size_t i = 0; i < blank; ++i) out_ += "\n";
    keeps_end_ = chomp == "+";
    if (chomp.empty()) value.text += "\n";
    if (chomp == "+") value.text += "\n" + std::string(blank, '\n');
    return value;
  }

  Value brackets(std::size_t indent, std::size_t depth) {
    Value value{.kind = chance(2) ? Node::Kind::list : Node::Kind::map};
    const bool list = value.kind == Node::Kind::list;
    out_ += list ? "[" : "{";
    const std::size_t count = below(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) out_ += chance(5) ? ",  # и\n" + std::string(indent, ' ') : ", ";
      const std::string key = list ? "" : "k" + std::to_string(i);
      if (!list) out_ += key + ": ";
      value.items.emplace_back(key,
                               depth < 2 && chance(4) ? brackets(indent, depth + 1) : scalar_in_line(indent, true));
    }
    if (chance(6)) out_ += "\n" + std::string(indent, ' ');
    out_ += list ? "]" : "}";
    return value;
  }

  /// A value behind a key or dash; `indent` is that of its parent.
  Value value(std::size_t indent, std::size_t depth) {
    const std::size_t inner = indent + 1 + below(3);
    switch (depth < 3 ? below(7) : below(4)) {
      case 0: return note(), Value{.kind = Node::Kind::null};
      case 1: return block_scalar(inner);
      case 2: {
        Value made = brackets(inner, 0);
        note();
        return made;
      }
      case 4: return below_line([&] { return map(inner, depth + 1); });
      case 5: return below_line([&] { return list(inner, depth + 1); });
      default: return scalar_in_line(inner, false);
    }
  }

  /// A map or list on lines of its own; who asked for it ends the last of them.
  template <class Write>
  Value below_line(Write write) {
    note();
    out_ += "\n";
    Value made = write();
    out_.pop_back();
    return made;
  }

  Value after_space(std::size_t indent, std::size_t depth) {
    out_ += " ";
    return value(indent, depth);
  }

  Value map(std::size_t indent, std::size_t depth) {
    Value made{.kind = Node::Kind::map};
    const std::size_t count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) {
      line_of_note(indent);
      const std::string key = (chance(2) ? "ключ" : "key_") + std::to_string(i);
      out_ += std::string(indent, ' ') + key + ":";
      made.items.emplace_back(key, after_space(indent, depth));
      out_ += "\n";
    }
    return made;
  }

  Value list(std::size_t indent, std::size_t depth) {
    Value made{.kind = Node::Kind::list};
    const std::size_t count = 1 + below(3);
    for (std::size_t i = 0; i < count; ++i) {
      line_of_note(indent);
      out_ += std::string(indent, ' ') + "-";
      made.items.emplace_back("", after_space(indent, depth));
      out_ += "\n";
    }
    return made;
  }

  std::string out_;
  bool keeps_end_ = false;  ///< an empty line here would belong to the text above
};

bool same(const Node& node, const Value& value) {
  if (node.kind != value.kind) return false;
  if (node.kind == Node::Kind::scalar) return node.text == value.text;
  if (node.kind == Node::Kind::null) return true;
  const bool list = node.kind == Node::Kind::list;
  if ((list ? node.items.size() : node.entries.size()) != value.items.size()) return false;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (!list && node.entries[i].key != value.items[i].first) return false;
    if (!same(list ? *node.items[i] : *node.entries[i].value, value.items[i].second)) return false;
  }
  return true;
}

bool same(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size() || a.entries.size() != b.entries.size())
    return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same(*a.items[i], *b.items[i])) return false;
  for (std::size_t i = 0; i < a.entries.size(); ++i)
    if (a.entries[i].key != b.entries[i].key || !same(*a.entries[i].value, *b.entries[i].value)) return false;
  return true;
}

/// The text between two places, found by lines and code points alone.
std::string cut_out(const std::string& text, const Position& from) {
  std::string result;
  std::uint32_t line = 1, column = 1;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0) == 0x80) ++size;
    const bool begun = line > from.line || (line == from.line && column >= from.column);
    const bool ended = line > from.end_line || (line == from.end_line && column >= from.end_column);
    if (begun && !ended) result += text.substr(at, size);
    ++column;
    if (text[at] == '\n') ++line, column = 1;
    at += size;
  }
  return result;
}

/// Checks the span of a node and of all below it.
class SpanCheck {
public:
  SpanCheck(const std::string& text, const Parsed& parsed) : text_(text), parsed_(parsed) {}

  void run(const Node& node) {
    place(node.span);
    if (node.kind != Node::Kind::null || !node.text.empty()) decodes(node);
    for (const Node* item : node.items) run(*item);
    for (const NodeEntry& entry : node.entries) {
      place(entry.key_span);
      RC_ASSERT(std::string(parsed_.sources.text(entry.key_span)) == std::string(entry.key));
      run(*entry.value);
    }
  }

private:
  void place(Span span) {
    RC_ASSERT(span.size > 0U);
    RC_ASSERT(cut_out(text_, parsed_.sources.position(span)) == std::string(parsed_.sources.text(span)));
  }

  /// The span alone, as the value of the only key of a file, means the same.
  void decodes(const Node& node) {
    const Position at = parsed_.sources.position(node.span);
    const std::string raw(parsed_.raw(&node));
    const bool block =
        (node.kind == Node::Kind::map && raw[0] != '{') || (node.kind == Node::Kind::list && raw[0] != '[');
    const std::string before = block ? "k:\n" + std::string(at.column - 1, ' ') : "k: ";
    const Parsed alone((block && at.column == 1 ? "" : before) + raw + "\n");
    RC_ASSERT(alone.said() == "");
    RC_ASSERT(same(block && at.column == 1 ? *alone.root : *alone["k"], node));
  }

  const std::string& text_;
  const Parsed& parsed_;
};

TEST_CASE("what is written is read, and each span decodes to its value") {
  CHECK(rc::check("records", [] {
    Writer writer;
    const Value value = writer.record();
    const std::string text = writer.text(chance(4));
    RC_LOG() << text;
    const Parsed parsed(text);
    RC_ASSERT(parsed.said() == "");
    RC_ASSERT(parsed.root != nullptr);
    RC_ASSERT(same(*parsed.root, value));
    SpanCheck(text, parsed).run(*parsed.root);
  }));
}

std::string any_bytes() {
  static constexpr std::string_view bits[] = {
      "a", "я",  ":",  ": ", "- ", "\n", "\n  ", "\"", "'",    "[",     "]",     "{",  "}",    ",",  "|",    ">",
      "#", " #", "&a", "*a", "!a", "? ", "\\",   "\t", "\r\n", "---\n", "...\n", "%a", "null", "<<", "\xFF", "\xD0"};
  std::string text;
  for (std::size_t n = below(40); n > 0; --n) text += one_of(bits);
  return text;
}

void parse_any_bytes() {
  const std::string text = any_bytes();
  RC_LOG() << text;
  const Parsed parsed(text);
  RC_ASSERT(parsed.root != nullptr || !parsed.findings.empty());
  for (const Finding& finding : parsed.findings) {
    RC_ASSERT(finding.span.begin + finding.span.size <= text.size());
    RC_ASSERT(!finding.label.ru.empty() && !finding.label.en.empty());
  }
}

TEST_CASE("any run of bytes is parsed without harm, and what is found has a place in it") {
  CHECK(rc::check("bytes", parse_any_bytes));
}

}  // namespace
}  // namespace nastavnik
