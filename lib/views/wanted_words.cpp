#include "views/wanted_words.h"

#include <algorithm>

#include "base/date_words.h"
#include "base/text.h"
#include "base/word_forms.h"

namespace nastavnik::views {
namespace {

constexpr std::size_t shortest_part = 3;  ///< characters: what is shorter stands in too many words

/// The parts of a text between spaces, without the signs about them.
std::vector<std::string_view> pieces_of(std::string_view text) {
  constexpr std::string_view signs = " \t\"'()[]{},;:.!?";
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
    std::string_view piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    piece.remove_prefix(std::min(piece.find_first_not_of(signs), piece.size()));
    if (const std::size_t last = piece.find_last_not_of(signs); last != piece.npos) piece = piece.substr(0, last + 1);
    if (!piece.empty()) pieces.push_back(piece);
  }
  return pieces;
}

bool is_letters(std::string_view piece) {
  const std::vector<TextWord> words = words_of(piece);
  return words.size() == 1 && words.front().text.size() == piece.size();
}

}  // namespace

WantedWords::WantedWords(std::string_view typed) {
  for (const std::string_view piece : pieces_of(typed))
    if (std::string folded = fold(piece); !folded.empty()) words_.push_back({folded, is_letters(folded)});
}

/// A word of a text, folded.
bool WantedWords::fits(const Word& wanted, std::string_view folded) {
  if (folded == wanted.folded) return true;
  if (characters(wanted.folded) >= shortest_part && folded.find(wanted.folded) != folded.npos) return true;
  return wanted.letters && folded.substr(0, 2) == wanted.folded.substr(0, 2) && are_forms_of_one(wanted.folded, folded);
}

bool WantedWords::are_in(std::string_view text) const {
  if (words_.empty() || text.empty()) return false;
  const std::string folded = fold(text);
  const std::vector<TextWord> words = words_of(folded);
  return std::ranges::all_of(words_, [&](const Word& wanted) {
    if (characters(wanted.folded) >= shortest_part && folded.find(wanted.folded) != folded.npos) return true;
    if (!wanted.letters) return folded == wanted.folded;
    return std::ranges::any_of(words, [&](const TextWord& word) { return fits(wanted, word.text); });
  });
}

std::vector<Marked> WantedWords::marks_in(std::string_view line) const {
  std::vector<Marked> marks;
  const auto look = [&](std::string_view part, bool letters) {
    const std::string folded = fold(part);
    for (const Word& wanted : words_)
      if (wanted.letters == letters && fits(wanted, folded))
        return marks.push_back({static_cast<std::size_t>(part.data() - line.data()), part.size()});
  };
  for (const TextWord& word : words_of(line)) look(word.text, true);
  for (const std::string_view piece : pieces_of(line)) look(piece, false);
  std::ranges::sort(marks, {}, &Marked::at);
  return marks;
}

bool WantedWords::is_day(Date day) const {
  return words_.size() == 1 && (words_.front().folded == iso(day) || words_.front().folded == shown(day, Language::ru));
}

}  // namespace nastavnik::views
