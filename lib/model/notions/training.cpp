#include "model/notions/training.h"

#include <algorithm>

#include "model/kinds/codes_years.h"
#include "model/kinds/mentors.h"
#include "model/kinds/years.h"

namespace nastavnik {

bool trains_mentors(const Event& event) {
  return event.kind.given() && (*event.kind == EventKind::setting_session || *event.kind == EventKind::consultation ||
                                *event.kind == EventKind::experience_exchange);
}

TrainingDays::TrainingDays(const Registry& registry) {
  const Table<SchoolYear>& years = registry.all<SchoolYear>();
  sees_events_ = years.seen() && years.broken().empty();
  for (const SchoolYear& year : years) {
    if (year.events.presence == Presence::broken) sees_events_ = false;
    for (const Event& event : year.events) {
      if (!event.kind.given() || !event.date.given() || event.participants.presence == Presence::broken)
        sees_events_ = false;
      if (!trains_mentors(event) || !event.date.given()) continue;
      for (const Link<Person>& person : event.participants) events_[person.id].push_back(&event.date);
    }
  }
}

std::vector<const At<Day>*> TrainingDays::of(const Mentor& mentor) const {
  std::vector<const At<Day>*> days;
  if (const auto found = events_.find(mentor.id); found != events_.end()) days = found->second;
  for (const Training& training : mentor.training)
    if (training.date.given()) days.push_back(&training.date);
  std::stable_sort(days.begin(), days.end(), [](const At<Day>* a, const At<Day>* b) { return **a < **b; });
  return days;
}

}  // namespace nastavnik
