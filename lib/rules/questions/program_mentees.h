#pragma once
#include <vector>

#include "rules/rule.h"

namespace nastavnik {

/// A mentee of a programme: a member of its pair on some day of its term.
struct ProgramMentee {
  const Program& program;
  const Pair& pair;
  const Link<Person>& person;
  Period term{};  ///< of the programme: up to its completion, else to the end as amended
  Date from{};    ///< the mentee's first day in the programme
};

/// The mentees of all programmes but cancelled ones and drafts, each person once for a programme; whoever is listed as
/// their own mentor is none (S-05). Where that cannot be
/// known, the rule of `check` stays undecided.
std::vector<ProgramMentee> mentees_of_programs(Check& check);

/// What the bank says of a mentee on the day judged.
struct BankEntry {
  bool known = false;             ///< false while the file cannot be read; the rule of `check` is undecided then
  const Mentee* entry = nullptr;  ///< nothing when there is none
};
BankEntry bank_entry(Check& check, const Link<Person>& person);

}  // namespace nastavnik
