#include "model/notions/states.h"

#include <algorithm>

#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/due.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"

namespace nastavnik {
namespace {

bool is_by(const At<Day>& date, Date day) { return date.given() && *date <= day; }

ItemState state_by_due(const At<Day>& due, Date day) {
  return due.given() && *due < day ? ItemState::overdue : ItemState::planned;
}

bool is_added(const Program& program, const Activity& activity, Date day) {
  if (!activity.added_by.given()) return true;
  return std::any_of(program.amendments.begin(), program.amendments.end(), [&](const Amendment& amendment) {
    return amendment.id.given() && *amendment.id == *activity.added_by && is_by(amendment.date, day);
  });
}

/// Whether a date that tells the state cannot be read.
bool is_unclear(const Program& program) {
  const Block<Completion>& completion = program.completion;
  return program.start.presence == Presence::broken || program.cancelled.presence == Presence::broken ||
         completion.presence == Presence::broken || (completion.given() && !completion->date.given());
}

void keep_each_once(std::vector<std::string_view>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

ItemState state_on(const Activity& activity, const Program& program, Date day) {
  if (!is_in_plan(activity)) return ItemState::cancelled;
  if (activity.done.given() && is_by(activity.done->date, day)) return ItemState::done;
  return state_by_due(due_of(activity, program, day), day);
}

ItemState state_on(const RoadmapItem& item, const SchoolYear& year, Date day) {
  if (item.cancelled.given() && is_by(item.cancelled->date, day)) return ItemState::cancelled;
  if (is_by(item.done_on, day)) return ItemState::done;
  return state_by_due(due_of(item, year), day);
}

ProgramState state_on(const Program& program, Date day) {
  if (program.cancelled.given()) return ProgramState::cancelled;
  if (program.completion.given() && is_by(program.completion->date, day)) return ProgramState::completed;
  if (is_unclear(program)) return ProgramState::unclear;
  if (is_draft(program, day)) return ProgramState::draft;
  if (!program.start.given() || *program.start > day) return ProgramState::ready;
  const At<Day> end = end_of_term(program, day);
  return end.given() && *end < day ? ProgramState::expired : ProgramState::active;
}

PairState state_on(const Pair& pair, Date day) {
  if (pair.start.absent()) return pair.end.absent() ? PairState::forming : PairState::unclear;
  switch (works_on(pair, day)) {
    case Verdict::yes: return PairState::working;
    case Verdict::unknown: return PairState::unclear;
    case Verdict::no: break;
  }
  return *pair.start > day ? PairState::ready : PairState::ended;
}

PlanProgress progress_of(const Program& program, Date day) {
  PlanProgress progress;
  for (const Activity& activity : program.activities) {
    const ItemState state = state_on(activity, program, day);
    if (state == ItemState::cancelled || !is_added(program, activity, day)) continue;
    ++progress.planned;
    if (state == ItemState::done) ++progress.done;
  }
  return progress;
}

std::vector<std::string_view> mentees_of(const Registry& registry, std::string_view mentor, Date day) {
  std::vector<std::string_view> found;
  for (const Pair* pair : registry.pairs_of_mentor(mentor))
    for (const Member* member : members_on(*pair, day)) found.push_back(member->person.id);
  keep_each_once(found);
  return found;
}

int capacity_of(const Registry& registry, std::string_view mentor) {
  const Mentor* entry = registry.all<Mentor>().find(mentor);
  return entry && entry->max_mentees.given() ? *entry->max_mentees : *registry.settings().thresholds->mentor_capacity;
}

int free_places_of(const Registry& registry, std::string_view mentor, Date day) {
  return capacity_of(registry, mentor) - static_cast<int>(mentees_of(registry, mentor, day).size());
}

std::vector<std::string_view> mentors_in_office(const Registry& registry, Date day) {
  std::vector<std::string_view> found;
  for (const Mentor& mentor : registry.all<Mentor>())
    if (appointment_on(mentor, day)) found.push_back(mentor.id);
  for (const Pair& pair : registry.all<Pair>())
    if (works_on(pair, day) == Verdict::yes && pair.mentor.presence != Presence::broken && !pair.mentor.id.empty())
      found.push_back(pair.mentor.id);
  keep_each_once(found);
  return found;
}

}  // namespace nastavnik
