#include "source/scan.h"

#include <algorithm>

namespace nastavnik {
namespace {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_white(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

std::size_t skip_white(std::string_view text, std::size_t at) {
  while (at < text.size() && is_white(text[at])) ++at;
  return at;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return end;
}

/// End of the run of text that holds the same bytes as the value, white space aside, which folding changes.
std::size_t end_of_same(std::string_view text, std::size_t at, std::string_view value) {
  std::size_t end = at;
  for (const char c : value) {
    if (is_white(c)) continue;
    at = skip_white(text, at);
    if (at >= text.size() || text[at] != c) return end;
    end = ++at;
  }
  return end;
}

bool stands_alone(std::string_view text, std::size_t at) { return at >= text.size() || is_white(text[at]); }

/// Whether text without quotes ends here.
bool ends_plain(std::string_view text, std::size_t at) {
  if (text[at] == '\n' || text[at] == ',') return true;
  if (text[at] == ':') return stands_alone(text, at + 1);
  return text[at] == '#' && is_blank(text[at - 1]);
}

}  // namespace

std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value) {
  return end_of_same(text, begin, value);
}

std::size_t end_of_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return not_closed;
}

std::size_t content_of_block(std::string_view text, std::size_t begin) {
  return std::min(text.find('\n', begin), text.size() - 1) + 1;
}

std::size_t end_of_block(std::string_view text, std::size_t begin, std::string_view value) {
  const std::size_t last = value.find_last_not_of(" \t\r\n");
  std::size_t breaks = static_cast<std::size_t>(std::count(value.begin(), value.end(), '\n'));
  std::size_t at = begin;
  if (last != value.npos) {
    at = end_of_same(text, content_of_block(text, begin), value);
    breaks = static_cast<std::size_t>(std::count(value.begin() + static_cast<std::ptrdiff_t>(last), value.end(), '\n'));
  } else if (value.empty()) {
    while (at < text.size() && !is_white(text[at])) ++at;
    return at;
  } else {
    ++breaks;  // the one behind the header
  }
  for (; breaks > 1; --breaks) at = std::min(text.find('\n', at), text.size() - 1) + 1;
  return line_end(text, at);
}

std::size_t breaks_after(std::string_view text, std::size_t at) {
  const std::string_view gap = text.substr(at, skip_white(text, at) - at);
  return static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '\n'));
}

std::size_t skip_blank(std::string_view text, std::size_t at) {
  for (at = skip_white(text, at); at < text.size() && text[at] == '#'; at = skip_white(text, at))
    at = line_end(text, at);
  return at;
}

std::size_t end_of_property(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of(" \t\r\n,[]{}", begin), text.size());
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  const std::size_t before = text.rfind('\n', at - 1);
  return before == text.npos ? 0 : before + 1;
}

std::size_t column_of(std::string_view text, std::size_t at) { return at - line_begin(text, at); }

std::size_t outdented(std::string_view text, std::size_t begin, std::size_t end, std::ptrdiff_t indent) {
  text = text.substr(0, end);
  for (std::size_t at = text.find('\n', begin); at != text.npos; at = text.find('\n', at + 1)) {
    const std::size_t first = text.find_first_not_of(" \t", at + 1);
    if (first == text.npos || text[first] == '\n' || text[first] == '\r') continue;
    if (static_cast<std::ptrdiff_t>(first - at) - 1 <= indent) return first;
  }
  return end;
}

std::size_t open_quote(std::string_view text, std::size_t from, std::size_t until) {
  std::size_t at = from;
  while (true) {
    at = skip_blank(text, at);
    if (at >= until) return not_closed;
    if (text[at] == '"' || text[at] == '\'') {
      const std::size_t end = end_of_quoted(text, at);
      if (end > until) return at;
      at = end;
    } else if (std::string_view("[]{},:?-").find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      while (at < until && !ends_plain(text, at)) ++at;
    }
  }
}

std::size_t bad_escape(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin + 1; at + 1 < end; ++at) {
    if (text[at] != '\\') continue;
    ++at;
    // The library makes one byte of \N and of \_, which is no character of UTF-8; no record needs them.
    if (std::string_view("0abt\tnvfre \"/\\LPxuU\r\n").find(text[at]) == std::string_view::npos) return at - 1;
  }
  return end;
}

}  // namespace nastavnik
