#pragma once
#include <vector>

#include "model/kinds/codes_programs.h"
#include "rules/questions/program_mentees.h"
#include "rules/rule.h"

namespace nastavnik {

using KindCode = At<Choice<MentoringKind>>;

/// A programme that has a kind of mentoring on the day judged, and where it says so.
struct OfKind {
  const Program& program;
  const Pair& pair;
  const NotedChoices<MentoringKind>& kinds;
  const KindCode& code;
};

/// Programmes of the kind, those cancelled before they began left out. Where the kinds cannot be known, the rule of
/// `check` stays undecided.
std::vector<OfKind> programs_of_kind(Check& check, MentoringKind wanted);

/// Where the kinds name it; nothing where they do not.
const KindCode* find_kind(const NotedChoices<MentoringKind>& kinds, MentoringKind wanted);
/// Where the programme of the mentee names the kind on the day.
const KindCode* find_kind(const ProgramMentee& mentee, MentoringKind wanted, Date day);

}  // namespace nastavnik
