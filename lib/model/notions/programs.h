#pragma once
#include <optional>
#include <vector>

#include "model/kinds/codes_programs.h"
#include "model/notions/offices.h"
#include "model/notions/verdict.h"
#include "model/registry.h"

// Programmes as amended up to a day.

namespace nastavnik {

struct Activity;
struct Amendment;
struct Difficulty;
struct Survey;

/// Amendments up to the day, in the order of their dates.
std::vector<const Amendment*> amendments_until(const Program& program, Date day);
bool changes(const Amendment& amendment, Amended change);
/// What keeps the amended plan from being known.
std::optional<Span> unclear_amendments(const Program& program);
/// The end of the term as amended up to the day, at its place; broken while an amendment cannot be read.
At<Day> end_of_term(const Program& program, Date day);
/// The kinds of mentoring as amended up to a day, at the field that names them; broken while an amendment cannot be read.
struct EffectiveKinds {
  const NotedChoices<MentoringKind>& named;  ///< by what can be read
  Span span{};
  Presence presence = Presence::absent;

  bool given() const { return presence == Presence::given; }
  bool absent() const { return presence == Presence::absent; }
  const NotedChoices<MentoringKind>& operator*() const { return named; }
};
EffectiveKinds effective_kinds(const Program& program, Date day);
/// Since when the programme has had the kind, up to the day and without a break; nothing when it has not.
std::optional<Date> holds_kind_since(const Program& program, MentoringKind kind, Date day);
bool holds_kind(const NotedChoices<MentoringKind>& kinds, MentoringKind kind);
bool is_only(const NotedChoices<MentoringKind>& kinds, MentoringKind kind);
/// Not taken out of the plan by an amendment, one that cannot be told among them.
bool is_in_plan(const Activity& activity);
/// Begun, and neither cancelled nor completed before the day; the end of the term does not end it. Unknown while a date
/// that would tell cannot be read.
Verdict runs_on(const Program& program, Date day);
/// The days a programme runs, up to its completion; nothing while it is cancelled or its dates are missing.
std::optional<Period> period_of(const Program& program);
/// Found by the end of the programme and not overcome before its start; both dates of the difficulty must be readable.
bool is_open(const Difficulty& difficulty, Period term);
/// Of the sheets of a programme that begins; all others are about its end.
bool is_at_start(const Survey& survey);
/// Has no paper yet and begins after the day.
bool is_draft(const Program& program, Date day);

}  // namespace nastavnik
