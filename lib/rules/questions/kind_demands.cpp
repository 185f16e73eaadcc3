#include "rules/questions/kind_demands.h"

#include <algorithm>

#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"

namespace nastavnik {
namespace {

constexpr Noun mentee{{"наставляемый", "mentee"}, {"наставляемых", "mentees"}, {"наставляемых", "mentees"}};

const At<Choice<MentoringKind>>* find_kind(Check& check, const KindsFrom& from, MentoringKind kind) {
  if (!check.given(from.kinds)) return nullptr;
  const auto found = std::find_if(from.kinds.begin(), from.kinds.end(), [&](const auto& at) { return *at == kind; });
  return found == from.kinds.end() ? nullptr : &*found;
}

/// Nothing while the pair does not work on the day, or where a date behind the membership is broken.
std::optional<Count> count_members(Check& check, const KindsFrom& from) {
  const Pair& pair = from.pair;
  if (const auto unclear = unclear_membership(pair)) {
    check.undecided(*unclear);
    return std::nullopt;
  }
  if (works_on(pair, from.day) != Verdict::yes) return std::nullopt;
  return Count{static_cast<long long>(members_on(pair, from.day).size()), mentee};
}

std::size_t count_targeted_people(const Activity& activity) {
  std::vector<std::string_view> people;
  for (const Target& target : activity.targets)
    if (std::find(people.begin(), people.end(), target.person) == people.end()) people.push_back(target.person);
  return people.size();
}

/// An activity of the kind «one-to-one» that is not for one mentee; asked only of the kinds that apply on the day judged,
/// for the plan has no earlier states.
std::optional<KindFault> one_to_one_activity_for_several(Check& check, const KindsFrom& from) {
  if (&*effective_kinds(from.program, check.day()) != &from.kinds) return std::nullopt;
  for (const Activity& activity : check.each(from.program.activities)) {
    if (!is_in_plan(activity) || !check.given(activity.kind) || *activity.kind != MentoringKind::traditional) continue;
    if (!check.given(activity.targets) && !activity.targets.absent()) continue;
    if (count_targeted_people(activity) == 1) continue;
    return KindFault{
        activity.kind.span,
        Text{"мероприятие «один-на-один» в группе — для одного наставляемого, а цели (targets) указывают не на одного",
             "in a group a one-to-one activity is for one mentee, but its targets do not name exactly one"},
        {}};
  }
  return std::nullopt;
}

/// The kinds that an amendment replaced.
const NotedChoices<MentoringKind>& kinds_before(const KindsFrom& from) {
  const NotedChoices<MentoringKind>* before = &from.program.kinds;
  for (const Amendment* amendment : amendments_until(from.program, from.day)) {
    if (&amendment->new_kinds == &from.kinds) break;
    if (changes(*amendment, Amended::form)) before = &amendment->new_kinds;
  }
  return *before;
}

const At<Day>* first_meeting(Check& check, const KindsFrom& from) {
  const At<Day>* first = nullptr;
  for (const Meeting& meeting : check.each(from.pair.meetings)) {
    if (!check.given(meeting.date) || *meeting.date < from.day) continue;
    if (!check.confirmed(runs_on(from.program, *meeting.date), from.program)) continue;
    if (!first || *meeting.date < **first) first = &meeting.date;
  }
  return first;
}

}  // namespace

std::optional<KindFault> group_too_small(Check& check, const KindsFrom& from) {
  const auto* group = find_kind(check, from, MentoringKind::group);
  if (!group) return std::nullopt;
  const auto members = count_members(check, from);
  if (!members || members->number >= 2) return std::nullopt;
  return KindFault{
      group->span,
      say({"на {} здесь {}, а в группе их не меньше двух", "on {} there is {} here; a group has at least two"},
          from.day, *members),
      {from.pair.mentees.span, Text{"наставляемые", "the mentees"}}};
}

std::optional<KindFault> not_one_to_one(Check& check, const KindsFrom& from) {
  const auto* traditional = find_kind(check, from, MentoringKind::traditional);
  if (!traditional) return std::nullopt;
  if (holds_kind(from.kinds, MentoringKind::group)) return one_to_one_activity_for_several(check, from);
  const auto members = count_members(check, from);
  if (!members || members->number <= 1) return std::nullopt;
  return KindFault{traditional->span,
                   say({"на {} здесь {}, а вид «в группе» (group) не назван",
                        "on {} there are {} here, and the kind “in a group” (group) is not named"},
                       from.day, *members),
                   {from.pair.mentees.span, Text{"наставляемые", "the mentees"}}};
}

std::optional<KindFault> group_not_named(Check& check, const KindsFrom& from) {
  if (!check.given(from.kinds) || holds_kind(from.kinds, MentoringKind::group) ||
      holds_kind(from.kinds, MentoringKind::traditional))
    return std::nullopt;
  const auto members = count_members(check, from);
  if (!members || members->number <= 1) return std::nullopt;
  return KindFault{from.kinds.span,
                   say({"на {} здесь {}, а вид «в группе» (group) не назван",
                        "on {} there are {} here, and the kind “in a group” (group) is not named"},
                       from.day, *members),
                   {from.pair.mentees.span, Text{"наставляемые", "the mentees"}}};
}

std::optional<KindFault> tools_not_named(Check& check, const KindsFrom& from) {
  const auto* remote = find_kind(check, from, MentoringKind::virtual_);
  if (!remote || !check.absent(from.program.tools)) return std::nullopt;
  return KindFault{remote->span,
                   Text{"вид назван, а средств связи (tools) в программе нет",
                        "the kind is named, and the programme has no tools (tools)"},
                   {}};
}

std::optional<KindFault> no_schedule_or_goal(Check& check, const KindsFrom& from) {
  const auto* short_term = find_kind(check, from, MentoringKind::short_term);
  if (!short_term) return std::nullopt;
  const Program& program = from.program;
  const bool no_schedule = from.day <= check.day() && check.absent(program.schedule);
  const bool no_goal = check.absent(program.goals);
  if (no_schedule && no_goal)
    return KindFault{short_term->span,
                     Text{"нет ни графика встреч (schedule), ни целей со сроком (goals)",
                          "there is neither a schedule (schedule) nor a goal with a date (goals)"},
                     {}};
  if (no_schedule)
    return KindFault{
        short_term->span, Text{"нет графика встреч (schedule)", "there is no schedule of meetings (schedule)"}, {}};
  if (no_goal)
    return KindFault{
        short_term->span, Text{"нет ни одной цели со сроком (goals)", "there is no goal with a date (goals)"}, {}};
  const At<Day>* first = first_meeting(check, from);
  if (!first || !check.given(program.schedule, program.schedule->fixed_on) || *program.schedule->fixed_on < **first)
    return std::nullopt;
  return KindFault{program.schedule->fixed_on.span,
                   say({"график установлен не раньше первой встречи: она была {}",
                        "the schedule was not fixed before the first meeting, which was on {}"},
                       **first),
                   {first->span, Text{"первая встреча", "the first meeting"}}};
}

std::optional<KindFault> fault_of_change(Check& check, const KindsFrom& from, KindDemand demand) {
  auto fault = demand(check, from);
  if (!fault || demand(check, {from.program, from.pair, kinds_before(from), from.day})) return std::nullopt;
  return fault;
}

void tell(Check& check, const KindFault& fault) {
  Found finding = check.found(fault.span, {"{}", "{}"}, fault.label);
  if (!fault.also.label.empty()) finding.also(fault.also.span, {"{}", "{}"}, fault.also.label);
}

}  // namespace nastavnik
