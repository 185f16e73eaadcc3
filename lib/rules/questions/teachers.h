#pragma once
#include <optional>

#include "rules/rule.h"

namespace nastavnik {

/// Somebody whom the records do not show as a teaching worker on a day, here or at a partner whose agreement is in force.
struct UnseenTeacher {
  Words known{};            ///< what the records tell instead
  bool at_partner = false;  ///< a teacher of a partner, with whom no agreement is in force
};

/// Nothing where the person is seen to be one, where the records leave it open (the rule of `check` is undecided then), or
/// where the person's data were erased.
std::optional<UnseenTeacher> unseen_teacher(Check& check, const Link<Person>& person, Date day);

}  // namespace nastavnik
