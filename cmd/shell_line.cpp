#include "cmd/shell_line.h"

#include <utility>

namespace nastavnik::cmd {
namespace {

constexpr std::string_view special = " \t\n'\"\\$`&|;<>()*?[]{}!#";
constexpr std::string_view special_in_double_quotes = "\\$`\"";

/// Reads a line character by character.
class Reader {
public:
  void read(char c) {
    if (escaped_)
      add_escaped(c);
    else if (c == '\\' && quote_ != '\'')
      escaped_ = true;
    else if (quote_ != 0)
      c == quote_ ? close() : add(c);
    else if (c == '\'' || c == '"')
      quote_ = c;
    else if (c == ' ' || c == '\t' || c == '\n')
      end_word();
    else
      add(c);
  }

  TypedInShell end() && {
    words_.push_back(std::move(word_));
    return {std::move(words_), quote_};
  }

private:
  void add(char c) { word_ += c, begun_ = true; }
  void close() { quote_ = 0, begun_ = true; }
  void add_escaped(char c) {
    if (quote_ == '"' && special_in_double_quotes.find(c) == special_in_double_quotes.npos) add('\\');
    add(c);
    escaped_ = false;
  }
  void end_word() {
    if (!begun_) return;
    words_.push_back(std::exchange(word_, {}));
    begun_ = false;
  }

  std::vector<std::string> words_{};
  std::string word_{};
  bool begun_ = false;
  bool escaped_ = false;
  char quote_ = 0;
};

std::string escaped(std::string_view word, std::string_view signs) {
  std::string written;
  for (const char c : word) {
    if (signs.find(c) != signs.npos) written += '\\';
    written += c;
  }
  return written;
}

std::string in_single_quotes(std::string_view word) {
  std::string written;
  for (const char c : word) written += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return written;
}

}  // namespace

TypedInShell words_in_shell(std::string_view line) {
  Reader reader;
  for (const char c : line) reader.read(c);
  return std::move(reader).end();
}

std::string written_in_shell(std::string_view word, char quote) {
  if (quote == '\'') return in_single_quotes(word);
  return escaped(word, quote == '"' ? special_in_double_quotes : special);
}

}  // namespace nastavnik::cmd
