#include "rules/questions/programs_of_kind.h"

#include <algorithm>

#include "model/kinds/programs.h"
#include "model/notions/programs.h"

namespace nastavnik {

std::vector<OfKind> programs_of_kind(Check& check, MentoringKind wanted) {
  std::vector<OfKind> found;
  for (const Program& program : check.all<Program>()) {
    const Pair* pair = check.absent(program.cancelled) ? check.follow(program.pair) : nullptr;
    if (!pair) continue;
    const EffectiveKinds kinds = effective_kinds(program, check.day());
    if (const KindCode* code = check.given(kinds) ? find_kind(*kinds, wanted) : nullptr)
      found.push_back({program, *pair, *kinds, *code});
  }
  return found;
}

const KindCode* find_kind(const NotedChoices<MentoringKind>& kinds, MentoringKind wanted) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const KindCode& at) { return *at == wanted; });
  return found == kinds.end() ? nullptr : &*found;
}

const KindCode* find_kind(const ProgramMentee& mentee, MentoringKind wanted, Date day) {
  return find_kind(*effective_kinds(mentee.program, day), wanted);
}

}  // namespace nastavnik
