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

/// The first days of the work up to the one judged on which the person held positions and none of a teacher, here or
/// elsewhere, for longer than `expiry_grace_days`. Nothing where there are none, or that cannot be known: then the rule of
/// `check` is undecided.
std::optional<Period> days_not_teaching(Check& check, const Link<Person>& person, const Period& work);

/// Says of such days.
Found report_not_teaching(Check& check, const Link<Person>& person, const Period& days);

/// A position here, or one at a partner whose agreement is in force.
Verdict is_tied_to_school(const Person& person, Date day);

}  // namespace nastavnik
