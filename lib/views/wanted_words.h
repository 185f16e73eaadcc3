#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace nastavnik::views {

/// A part of a line, in bytes.
struct Marked {
  std::size_t at = 0;
  std::size_t size = 0;
};

/// Words that are looked for in texts: every one of them, in any case, number and form; ё is е.
class WantedWords {
public:
  explicit WantedWords(std::string_view typed);

  bool empty() const { return words_.empty(); }
  /// `besides`: what the text belongs to, which may say some of them: «приказ» of the title of an order.
  bool are_in(std::string_view text, std::string_view besides = {}) const;
  /// Every one is of letters beyond ASCII: no id, number or date has it.
  bool are_all_russian() const;
  /// Where one of them stands.
  std::vector<Marked> marks_in(std::string_view line) const;
  /// One of them is the day, as 2025-09-01 or 01.09.2025, and there are no others.
  bool is_day(Date day) const;

private:
  struct Word {
    std::string folded{};
    bool letters = false;                   ///< nothing else: it has forms
    std::vector<std::string> beginnings{};  ///< as which its first letters may stand in a text
  };
  /// A quick look that spares folding nearly all texts.
  static bool may_stand_in(std::string_view text, const Word& wanted);
  static bool is_in(std::string_view text, const Word& wanted);
  static bool fits(const Word& wanted, std::string_view folded);

  std::vector<Word> words_{};
};

}  // namespace nastavnik::views
