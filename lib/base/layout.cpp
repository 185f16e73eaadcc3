#include "base/layout.h"

#include <algorithm>

#include "base/text.h"

namespace nastavnik {
namespace {

constexpr std::size_t narrowest_text = 20;

std::size_t room(std::size_t indent, std::size_t width) {
  return width > indent + narrowest_text ? width - indent : narrowest_text;
}

/// Where the next word of a text ends, with the number that belongs to it if there is room.
std::size_t end_of_word(std::string_view text, std::size_t room) {
  std::size_t end = text.find(' ');
  while (end != text.npos && holds_together(text, end)) {
    const std::size_t next = std::min(text.find(' ', end + 1), text.size());
    if (display_width(text.substr(0, next)) > room) break;
    end = next == text.size() ? text.npos : next;
  }
  return std::min(end, text.size());
}

bool is_russian(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xFEU) == 0xD0;
}

/// Of a word without room the part up to a hyphen between Russian letters that has room: «психолого-педагогическое».
std::size_t end_of_part(std::string_view word, std::size_t room) {
  constexpr std::size_t letter = 2;  ///< bytes
  std::size_t end = word.size();
  for (std::size_t at = word.find('-'); at != word.npos; at = word.find('-', at + 1)) {
    if (at < letter || !is_russian(word, at - letter) || !is_russian(word, at + 1)) continue;
    if (end != word.size() && display_width(word.substr(0, at + 1)) > room) break;
    end = at + 1;
  }
  return end;
}

/// One paragraph, broken at spaces, and in a word that has no room at its hyphens; a no-break space holds.
void wrap_paragraph(std::string_view text, std::size_t room, std::vector<std::string>& lines) {
  std::string line;
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t space = end_of_word(text, room);
    const std::string_view word = text.substr(0, space);
    const std::size_t columns = display_width(word);
    if (columns > room) {
      const std::size_t part = end_of_part(word, room);
      if (part < word.size()) {
        if (used != 0) lines.push_back(std::move(line));
        lines.emplace_back(word.substr(0, part));
        line.clear();
        used = 0;
        text.remove_prefix(part);
        continue;
      }
    }
    if (used != 0 && used + 1 + columns > room) {
      lines.push_back(std::move(line));
      line.clear();
      used = 0;
    }
    if (used != 0) line += ' ';
    used += columns + (used != 0 ? 1 : 0);
    line += word;
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  lines.push_back(std::move(line));
}

std::size_t term_column(std::span<const Described> entries, std::size_t most) {
  std::size_t widest = 0;
  for (const Described& entry : entries) {
    const std::size_t width = display_width(entry.term);
    if (width <= most) widest = std::max(widest, width);
  }
  return widest;
}

}  // namespace

std::vector<std::string> lines_within(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    wrap_paragraph(text.substr(0, end), width, lines);
    if (end == text.size()) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string result;
  for (const std::string& line : lines_within(text, room(indent, width)))
    result += line.empty() ? "\n" : std::string(indent, ' ') + line + '\n';
  return result;
}

std::string columns(std::span<const Described> entries, std::size_t indent, std::size_t width, std::size_t widest) {
  const std::size_t text_column = indent + term_column(entries, widest) + 2;
  std::string result;
  for (const Described& entry : entries) {
    std::string text = wrapped(entry.text, text_column, width);
    result += std::string(indent, ' ') + entry.term;
    const std::size_t used = indent + display_width(entry.term);
    if (used + 2 > text_column)
      result += '\n' + text;
    else
      result += std::string(text_column - used, ' ') + text.substr(std::min(text_column, text.size() - 1));
  }
  return result;
}

}  // namespace nastavnik
