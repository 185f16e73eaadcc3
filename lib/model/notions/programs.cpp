#include "model/notions/programs.h"

#include <algorithm>

#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/mentees.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"

namespace nastavnik {
namespace {

bool is_later(const Amendment* a, const Amendment* b) { return *a->date < *b->date; }

}  // namespace

std::vector<const Amendment*> amendments_until(const Program& program, Date day) {
  std::vector<const Amendment*> found;
  for (const Amendment& amendment : program.amendments)
    if (amendment.date.given() && *amendment.date <= day) found.push_back(&amendment);
  std::stable_sort(found.begin(), found.end(), is_later);
  return found;
}

bool is_in_plan(const Activity& activity) { return activity.cancelled_by.absent(); }

bool changes(const Amendment& amendment, Amended change) { return holds(amendment.changes, change); }

std::optional<Span> unclear_amendments(const Program& program) {
  if (program.amendments.presence == Presence::broken) return program.amendments.span;
  for (const Amendment& amendment : program.amendments)
    if (!amendment.date.given() || !amendment.changes.given()) return amendment.span;
  return std::nullopt;
}

At<Day> end_of_term(const Program& program, Date day) {
  if (const auto unclear = unclear_amendments(program)) return unreadable<Day>(*unclear);
  const At<Day>* end = &program.end;
  for (const Amendment* amendment : amendments_until(program, day))
    if (changes(*amendment, Amended::term)) end = &amendment->new_end;
  return *end;
}

EffectiveKinds effective_kinds(const Program& program, Date day) {
  const NotedChoices<MentoringKind>* kinds = &program.kinds;
  for (const Amendment* amendment : amendments_until(program, day))
    if (changes(*amendment, Amended::form) && !amendment->new_kinds.absent()) kinds = &amendment->new_kinds;
  if (const auto unclear = unclear_amendments(program)) return {*kinds, *unclear, Presence::broken};
  return {*kinds, kinds->span, kinds->presence};
}

std::optional<Date> holds_kind_since(const Program& program, MentoringKind kind, Date day) {
  std::optional<Date> since;
  if (program.start.given() && holds(program.kinds, kind)) since = *program.start;
  for (const Amendment* amendment : amendments_until(program, day)) {
    if (!changes(*amendment, Amended::form) || amendment->new_kinds.absent()) continue;
    if (!holds(amendment->new_kinds, kind))
      since = std::nullopt;
    else if (!since)
      since = *amendment->date;
  }
  return since;
}

bool holds_kind(const NotedChoices<MentoringKind>& kinds, MentoringKind kind) { return holds(kinds, kind); }

bool is_only(const NotedChoices<MentoringKind>& kinds, MentoringKind kind) {
  return kinds.given() && kinds.size() == 1 && holds(kinds, kind);
}

std::optional<Period> period_of(const Program& program) {
  if (!program.start.given() || !program.cancelled.absent()) return std::nullopt;
  const Block<Completion>& completion = program.completion;
  return Period{*program.start, completion.given() && completion->date.given() ? *completion->date : end_of_time};
}

Verdict runs_on(const Program& program, Date day) {
  const Block<Completion>& completion = program.completion;
  const bool begins_later = program.start.absent() || (program.start.given() && *program.start > day);
  const bool is_over = completion.given() && completion->date.given() && *completion->date < day;
  if (begins_later || is_over || program.cancelled.given()) return Verdict::no;
  const bool is_clear = program.start.given() && program.cancelled.absent() &&
                        (completion.absent() || (completion.given() && completion->date.given()));
  return is_clear ? Verdict::yes : Verdict::unknown;
}

bool is_open(const Difficulty& difficulty, Period term) {
  return *difficulty.found_on <= term.to && (!difficulty.resolved_on.given() || *difficulty.resolved_on >= term.from);
}

bool is_at_start(const Survey& survey) { return survey.stage.given() && *survey.stage == SurveyStage::start; }

bool is_draft(const Program& program, Date day) {
  return program.start.given() && *program.start > day && (!program.pair.to || is_draft(*program.pair.to, day));
}

}  // namespace nastavnik
