#include "model/notions/due.h"

#include "model/kinds/activities.h"
#include "model/kinds/programs.h"
#include "model/kinds/years.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "model/notions/terms_in_words.h"

namespace nastavnik {
namespace {

template <class Item>
At<Day> last_move_or_plan(const Item& item) {
  if (item.moves.presence == Presence::broken) return unreadable<Day>(item.moves.span);
  return item.moves.empty() ? item.due_on : item.moves.back().to;
}

At<Day> last_day_of(const At<Line>& words, const Period& within) {
  if (!words.given()) return {{}, words.span, words.presence};
  const ToldTerm told = told_term(*words, within);
  if (told.kind == ToldTerm::Kind::as_needed) return {{}, words.span, Presence::absent};
  return {told.kind == ToldTerm::Kind::dated ? told.last : within.to, words.span, Presence::given};
}

}  // namespace

At<Day> set_due(const Activity& activity) { return last_move_or_plan(activity); }
At<Day> set_due(const RoadmapItem& item) { return last_move_or_plan(item); }

At<Day> due_of(const Activity& activity, const Program& program, Date day) {
  const At<Day> set = set_due(activity);
  if (!set.absent() || activity.term.absent()) return set;
  const At<Day> end = end_of_term(program, day);
  for (const At<Day>* edge : {&program.start, &end})
    if (!edge->given()) return *edge;
  return last_day_of(activity.term, {*program.start, *end});
}

At<Day> due_of(const RoadmapItem& item, const SchoolYear& year) {
  const At<Day> set = set_due(item);
  if (!set.absent() || item.term.absent()) return set;
  for (const At<Day>* edge : {&year.roadmap->from, &year.roadmap->to})
    if (edge->presence == Presence::broken) return *edge;
  const auto days = period_of(*year.roadmap, year);
  return days ? last_day_of(item.term, *days) : At<Day>{};
}

}  // namespace nastavnik
