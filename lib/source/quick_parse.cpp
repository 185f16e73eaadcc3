// What stands here must mean to the library exactly what it means here, so whatever could mean anything else is left to
// it: there is no recovery and no message in this file. A test holds the two together on every record there is and on
// all their slips.

#include "source/quick_parse.h"

#include <algorithm>
#include <array>

#include "source/builder.h"

namespace nastavnik {
namespace {

constexpr auto of_key = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// What a text without quotes may begin with.
constexpr auto begins_plain = [] {
  std::array<bool, 256> table = of_key;
  table['-'] = false;
  for (const char c : std::string_view("(+/")) table[static_cast<unsigned char>(c)] = true;
  for (std::size_t c = 0x80; c < table.size(); ++c) table[c] = true;
  return table;
}();

bool is_in(const std::array<bool, 256>& table, char c) { return table[static_cast<unsigned char>(c)]; }

bool means_nothing(std::string_view word) { return word == "null" || word == "Null" || word == "NULL"; }

class Everyday {
public:
  Everyday(Builder& builder, std::string_view text) : builder_(builder), text_(text) {}

  bool read() {
    if (!next_line(0) || indent_ != 0) return false;
    builder_.begin(at_);
    return (stands_dash() ? list(0) : map(0)) && at_ == text_.size();
  }

private:
  /// Goes to the next line with anything on it but a comment; where there is none, to the end of the text.
  bool next_line(std::size_t line) {
    while (line < text_.size()) {
      at_ = text_.find_first_not_of(' ', line);
      if (at_ == text_.npos) break;
      indent_ = at_ - line;
      if (text_[at_] != '#' && text_[at_] != '\n') return true;
      line = text_.find('\n', at_);
      if (line == text_.npos) break;
      ++line;
    }
    at_ = text_.size();
    indent_ = 0;
    return false;
  }
  char here() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  char ahead() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\n'; }
  void skip_spaces() {
    while (here() == ' ') ++at_;
  }
  void skip_comment() {
    if (here() == '#') at_ = std::min(text_.find('\n', at_), text_.size());
  }
  bool stands_dash() const { return here() == '-' && ahead() == ' '; }

  /// The key that stands here with its colon; nothing when none does.
  std::string_view key() const {
    std::size_t end = at_;
    while (end < text_.size() && is_in(of_key, text_[end])) ++end;
    const bool is_key = end > at_ && text_[at_] != '-' && end < text_.size() && text_[end] == ':' &&
                        (end + 1 == text_.size() || text_[end + 1] == ' ' || text_[end + 1] == '\n');
    const std::string_view word = is_key ? text_.substr(at_, end - at_) : std::string_view();
    return means_nothing(word) ? std::string_view() : word;
  }
  bool take_key() {
    const std::string_view word = key();
    if (word.empty()) return false;
    builder_.scalar(at_, word);
    at_ += word.size() + 1;
    return true;
  }

  bool map(std::size_t indent) {
    builder_.open(Node::Kind::map, at_, false);
    do {
      if (!take_key() || !value_of_key(indent) || builder_.stopped()) return false;
    } while (at_ < text_.size() && indent_ == indent);
    if (at_ < text_.size() && indent_ > indent) return false;
    builder_.close();
    return true;
  }
  bool value_of_key(std::size_t indent) {
    skip_spaces();
    if (here() != '\n' && here() != '#') return inline_value(indent);
    if (here() == '#' && text_[at_ - 1] != ' ') return false;
    skip_comment();
    if (!next_line(at_) || indent_ <= indent) return false;
    return stands_dash() ? list(indent_) : map(indent_);
  }
  bool list(std::size_t indent) {
    builder_.open(Node::Kind::list, at_, false);
    do {
      if (!stands_dash()) return false;
      ++at_;
      const std::size_t dash = at_;
      skip_spaces();
      const bool is_map = !key().empty();
      if (is_map ? !map(indent + 1 + at_ - dash) : !inline_value(indent)) return false;
      if (builder_.stopped()) return false;
    } while (at_ < text_.size() && indent_ == indent);
    if (at_ < text_.size() && indent_ > indent) return false;
    builder_.close();
    return true;
  }

  /// A value that ends on this line; nothing that stands right of its key may follow.
  bool inline_value(std::size_t indent) {
    if (!(here() == '[' || here() == '{' ? brackets() : here() == '"' || here() == '\'' ? quoted() : plain()))
      return false;
    const std::size_t end = at_;
    skip_spaces();
    if (at_ > end) skip_comment();
    if (here() != '\n') return false;
    return !next_line(at_) || indent_ <= indent;
  }
  bool plain() {
    if (!is_in(begins_plain, here())) return false;
    const std::size_t begin = at_;
    for (; here() != '\n'; ++at_) {
      if (text_[at_] == ':' && (ahead() == ' ' || ahead() == '\n')) return false;
      if (text_[at_] == '#' && text_[at_ - 1] == ' ') break;
    }
    return take_plain(begin);
  }
  bool take_plain(std::size_t begin) {
    while (text_[at_ - 1] == ' ') --at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (means_nothing(word)) return false;
    builder_.scalar(begin, word);
    return true;
  }
  bool quoted() {
    const std::size_t begin = at_;
    const char quote = here();
    for (++at_; here() != quote; ++at_)
      if (here() == '\n' || here() == '\\') return false;
    if (ahead() == quote) return false;
    builder_.scalar(begin, text_.substr(begin + 1, at_ - begin - 1));
    ++at_;
    return true;
  }

  bool brackets() {
    const bool is_list = here() == '[';
    const char closing = is_list ? ']' : '}';
    builder_.open(is_list ? Node::Kind::list : Node::Kind::map, at_, true);
    if (builder_.stopped()) return false;
    ++at_;
    skip_spaces();
    while (here() != closing) {
      if (!(is_list ? value_in_brackets() : pair_in_brackets())) return false;
      skip_spaces();
      if (here() == closing) break;
      if (here() != ',') return false;
      ++at_;
      skip_spaces();
      if (here() == closing) return false;
    }
    ++at_;
    builder_.close();
    return true;
  }
  bool pair_in_brackets() {
    if (!take_key()) return false;
    skip_spaces();
    return value_in_brackets();
  }
  bool value_in_brackets() {
    if (here() == '[' || here() == '{') return brackets();
    if (here() == '"' || here() == '\'') return quoted();
    if (!is_in(begins_plain, here())) return false;
    const std::size_t begin = at_;
    for (; here() != ',' && here() != ']' && here() != '}'; ++at_)
      if (std::string_view("\n[{:?#").find(here()) != std::string_view::npos) return false;
    return take_plain(begin);
  }

  Builder& builder_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t indent_ = 0;  ///< of the line that is read
};

}  // namespace

bool read_quickly(Builder& builder, std::string_view text) {
  if (text.find('\t') != text.npos || text.find('\r') != text.npos) return false;
  return Everyday(builder, text).read();
}

}  // namespace nastavnik
