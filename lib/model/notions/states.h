#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "model/notions/programs.h"
#include "model/registry.h"

// The states that follow from dated events on a day; records never hold them.

namespace nastavnik {

struct Activity;
struct RoadmapItem;

enum class ItemState : unsigned char { planned, overdue, done, cancelled };

ItemState state_on(const Activity& activity, const Program& program, Date day);

/// Of an item of the year's roadmap.
ItemState state_on(const RoadmapItem& item, const SchoolYear& year, Date day);

/// `ready`: approved, and not begun yet. `expired`: its term has passed, and it was not completed. `unclear`: a date that
/// would tell cannot be read.
enum class ProgramState : unsigned char { draft, ready, active, expired, completed, cancelled, unclear };

ProgramState state_on(const Program& program, Date day);

/// `forming`: no day of its beginning is set. `unclear`: a date that would tell cannot be read.
enum class PairState : unsigned char { forming, ready, working, ended, unclear };

PairState state_on(const Pair& pair, Date day);

/// Activities of the plan as amended up to the day, and how many of them are done by then.
struct PlanProgress {
  long long done = 0;
  long long planned = 0;
};

PlanProgress progress_of(const Program& program, Date day);

/// Mentees of the pairs that the mentor has on the day, each once.
std::vector<std::string_view> mentees_of(const Registry& registry, std::string_view mentor, Date day);

/// How many mentees the mentor may have: what the mentor has said, else the limit of the settings.
int capacity_of(const Registry& registry, std::string_view mentor);
/// How many more the mentor may take on the day; none or fewer where there are too many.
int free_places_of(const Registry& registry, std::string_view mentor, Date day);

/// Mentors in office on the day: appointed, or with a working pair. In the order of the ids.
std::vector<std::string_view> mentors_in_office(const Registry& registry, Date day);

}  // namespace nastavnik
