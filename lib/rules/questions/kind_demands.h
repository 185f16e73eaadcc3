#pragma once
#include <optional>

#include "model/kinds/codes_programs.h"
#include "rules/rule.h"

// What the kinds of mentoring ask of a pair and its programme (clause 7): asked of the first plan by P7-2, P7-4, P7-5,
// P7-7 and P7-8, and of every change of the kinds by P20-5.

namespace nastavnik {

/// The kinds that a programme has from a day on.
struct KindsFrom {
  const Program& program;
  const Pair& pair;
  const NotedChoices<MentoringKind>& kinds;
  Date day{};
};

/// What a kind asks for and does not find: where to show it, and what to say there.
struct KindFault {
  Span span{};
  Words label{};
  Place also{};  ///< a further place, if its label says anything
};

// Each demand looks at the pair and the programme as they are on the day; what cannot be known there leaves the rule of
// `check` undecided.
using KindDemand = std::optional<KindFault> (*)(Check& check, const KindsFrom& from);

/// A group has two mentees or more.
std::optional<KindFault> group_too_small(Check& check, const KindsFrom& from);
/// One-to-one is with one mentee; within a group, an activity of this kind is for one of them.
std::optional<KindFault> not_one_to_one(Check& check, const KindsFrom& from);
/// Several mentees are a group; silent where the kind is one-to-one, of which `not_one_to_one` speaks.
std::optional<KindFault> group_not_named(Check& check, const KindsFrom& from);
/// Remote mentoring names its tools.
std::optional<KindFault> tools_not_named(Check& check, const KindsFrom& from);
/// Short-term mentoring has a schedule fixed before the first meeting from the day on, and a goal with a date.
std::optional<KindFault> no_schedule_or_goal(Check& check, const KindsFrom& from);

inline constexpr KindDemand kind_demands[] = {group_too_small, not_one_to_one, group_not_named, tools_not_named,
                                              no_schedule_or_goal};

/// What fails by the new kinds of an amendment and did not by those before: an old fault is not said twice.
std::optional<KindFault> fault_of_change(Check& check, const KindsFrom& from, KindDemand demand);

void tell(Check& check, const KindFault& fault);

}  // namespace nastavnik
