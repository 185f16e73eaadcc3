#pragma once
#include <vector>

#include "rules/rule.h"

namespace nastavnik {

/// A mentee of a programme: a member of its pair on some day of its term.
struct ProgramMentee {
  const Program& program;
  const Pair& pair;
  const Link<Person>& person;
  const Mentee* entry = nullptr;  ///< the entry of the bank; nothing when there is none on the day judged
  Period term{};                  ///< of the programme: up to its completion, else to the end as amended
};

/// The mentees of all programmes but cancelled ones and drafts, each person once for a programme. Where that cannot be
/// known, the rule of `check` stays undecided.
std::vector<ProgramMentee> mentees_of_programs(Check& check);

}  // namespace nastavnik
