#pragma once
#include <span>
#include <vector>

#include "agenda/agenda.h"

// What a check will find though nothing more is recorded: each term is computed where its rule is, and nowhere else.

namespace nastavnik {

/// A finding that comes, or has come, with the days.
struct Foreseen {
  Finding finding{};
  Date last{};         ///< the last day on which it was not found
  bool rough = false;  ///< the day lies before it, or behind: there were too many to tell
  bool over = false;   ///< the pair or programme that it stands in has ended
};

struct Forecast {
  std::vector<Foreseen> findings{};  ///< in the order of their places
  std::vector<Undecided> undecided{};
};

/// Of the rules named, for the days from the one judged. What is found on every day since the regulation comes by no day, and
/// is left to the check.
Forecast forecast(const Loaded& loaded, std::span<const Requirement* const> rules, const Outlook& outlook);

}  // namespace nastavnik
