#pragma once
#include <span>
#include <string_view>

#include "base/words.h"
#include "model/kinds/codes_programs.h"

// Patterns of programmes: where to begin when there is no programme of last year to go by.

namespace nastavnik {

/// An activity that such a programme mostly has.
struct PatternActivity {
  std::string_view title{};
  int share = 0;  ///< of the term, in hundredths, by which it is due
  bool is_by_mentee = false;
  bool shows_strengths = false;  ///< meant for what the mentee is good at, and not for difficulties
};

struct Pattern {
  Code code{};
  std::string_view goal{};
  std::string_view form_choice{};
  std::span<const std::string_view> tasks{};
  std::string_view direction{};  ///< where no request of a mentee names one
  std::span<const PatternActivity> activities{};
};

std::span<const Pattern> patterns();
/// Nothing where there is none.
const Pattern* find_pattern(std::string_view code);

}  // namespace nastavnik
