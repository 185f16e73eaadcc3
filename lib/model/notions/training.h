#pragma once
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/registry.h"
#include "model/types.h"

namespace nastavnik {

struct Event;

/// When mentors were trained: their own records of training, and the events for mentors that they took part in.
class TrainingDays {
public:
  explicit TrainingDays(const Registry& registry);

  /// In order; each is the field that holds the date.
  std::vector<const At<Day>*> of(const Mentor& mentor) const;
  /// Every event can be read, so that what is not found here was not held.
  bool sees_events() const { return sees_events_; }

private:
  std::unordered_map<std::string_view, std::vector<const At<Day>*>> events_;
  bool sees_events_ = true;
};

/// Setting sessions, consultations and exchanges of experience train mentors; a seminar or a contest does not.
bool trains_mentors(const Event& event);

}  // namespace nastavnik
