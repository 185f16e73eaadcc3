#include "views/wanted_words.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/date_words.h"
#include "base/first_letter.h"
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

bool is_preposition(std::string_view folded) {
  constexpr static std::string_view all[] = {"в", "во", "на", "о",  "об", "обо", "с",  "со",  "и",   "по",
                                             "к", "ко", "у",  "за", "из", "от",  "до", "для", "при", "про"};
  return std::ranges::find(all, folded) != std::end(all);
}

/// The letter as a text may have it: small, a capital, with the dots that folding takes away.
std::vector<std::string> ways_to_write(std::string_view letter) {
  std::vector<std::string> ways{std::string(letter), with_capital(letter)};
  if (letter == "е") ways.insert(ways.end(), {"ё", "Ё"});
  return ways;
}

/// Of a word of letters the first two, which its forms have, too; of a short one and of any other the first.
std::vector<std::string> ways_to_begin(std::string_view folded, bool letters) {
  constexpr std::size_t may_lose_a_vowel = 4;  // лев, льва
  std::size_t first = 0, second = 0;
  next_code_point(folded, first);
  std::vector<std::string> ways = ways_to_write(folded.substr(0, first));
  if (!letters || characters(folded) <= may_lose_a_vowel) return ways;
  next_code_point(folded, second = first);
  std::vector<std::string> longer;
  for (const std::string& way : ways)
    for (const std::string& next : ways_to_write(folded.substr(first, second - first))) longer.push_back(way + next);
  return longer;
}

}  // namespace

WantedWords::WantedWords(std::string_view typed) {
  for (const std::string_view piece : pieces_of(typed))
    if (std::string folded = fold(piece); !folded.empty())
      words_.push_back({folded, is_letters(folded), ways_to_begin(folded, is_letters(folded))});
  // «о выплатах» asks for what is about them, not for the preposition.
  const bool any_longer = std::ranges::any_of(words_, [](const Word& word) { return !is_preposition(word.folded); });
  if (any_longer) std::erase_if(words_, [](const Word& word) { return is_preposition(word.folded); });
}

bool WantedWords::may_stand_in(std::string_view text, const Word& wanted) {
  constexpr char combining = '\xCC';  // a letter written in two parts
  return text.find(combining) != text.npos || std::ranges::any_of(wanted.beginnings, [&](const std::string& beginning) {
           return text.find(beginning) != text.npos;
         });
}

bool WantedWords::are_all_russian() const {
  return std::ranges::all_of(words_, [](const Word& word) {
    return word.letters &&
           std::ranges::all_of(word.folded, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
  });
}

/// A word of a text, folded.
bool WantedWords::fits(const Word& wanted, std::string_view folded) {
  if (folded == wanted.folded) return true;
  if (characters(wanted.folded) >= shortest_part && folded.find(wanted.folded) != folded.npos) return true;
  return wanted.letters && folded.substr(0, 2) == wanted.folded.substr(0, 2) && are_forms_of_one(wanted.folded, folded);
}

bool WantedWords::is_in(std::string_view text, const Word& wanted) {
  if (!may_stand_in(text, wanted)) return false;
  const std::string folded = fold(text);
  if (characters(wanted.folded) >= shortest_part && folded.find(wanted.folded) != folded.npos) return true;
  if (!wanted.letters) return folded == wanted.folded;
  return std::ranges::any_of(words_of(folded), [&](const TextWord& word) { return fits(wanted, word.text); });
}

bool WantedWords::are_in(std::string_view text, std::string_view besides) const {
  bool any = false;
  for (const Word& wanted : words_) {
    const bool here = is_in(text, wanted);
    if (!here && !is_in(besides, wanted)) return false;
    any = any || here;
  }
  return any;
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
  return words_.size() == 1 && is_digit(words_.front().folded.front()) &&
         (words_.front().folded == iso(day) || words_.front().folded == shown(day, Language::ru));
}

}  // namespace nastavnik::views
