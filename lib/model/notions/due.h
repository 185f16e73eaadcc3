#pragma once
#include "model/notions/verdict.h"
#include "model/registry.h"

// When activities of programmes and items of the roadmap are due, and how far ahead is looked.

namespace nastavnik {

/// Where nobody says how far: what is due, and which papers are to be signed.
inline constexpr int days_ahead = 30;

struct Activity;
struct RoadmapItem;

/// The day that is set: the last move, else the plan; broken while a move cannot be read.
At<Day> set_due(const Activity& activity);
At<Day> set_due(const RoadmapItem& item);

/// The day an activity is due: the one that is set, else the last of a term in words; words that cannot be dated end with
/// the term as amended up to the day, and what is done as needed is never due. The place is that of the day, or of the words.
At<Day> due_of(const Activity& activity, const Program& program, Date day);
/// The same of an item of the year's roadmap; words that cannot be dated end with the roadmap.
At<Day> due_of(const RoadmapItem& item, const SchoolYear& year);

}  // namespace nastavnik
