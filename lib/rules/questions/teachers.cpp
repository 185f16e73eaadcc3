#include "rules/questions/teachers.h"

#include "model/notions/offices.h"
#include "model/notions/positions.h"

namespace nastavnik {
namespace {

/// A position of teaching staff with an employer of whom `at` says whether it counts; a category that cannot be read may be this one.
template <class At>
Verdict teaches(const Person& person, Date day, At at) {
  return holds_position(person, day, [&](const JobPosition& position) {
    const bool is_known = position.category.given();
    if (is_known && *position.category != PositionCategory::teaching_staff) return Verdict::no;
    const Verdict counts = at(position);
    return is_known || counts == Verdict::no ? counts : Verdict::unknown;
  });
}

Verdict teaches_here_or_by_agreement(const Person& person, Date day) {
  return teaches(person, day, [&](const JobPosition& position) {
    if (position.employer.absent()) return Verdict::yes;
    return position.employer.to ? has_agreement(*position.employer.to, day) : Verdict::unknown;
  });
}

Verdict teaches_anywhere(const Person& person, Date day) {
  return teaches(person, day, [](const JobPosition&) { return Verdict::yes; });
}

}  // namespace

std::optional<UnseenTeacher> unseen_teacher(Check& check, const Link<Person>& link, Date day) {
  const Person* person = check.follow(link);
  if (!person || person->erased_on.given()) return std::nullopt;
  if (!check.denied(teaches_here_or_by_agreement(*person, day), *person)) return std::nullopt;
  if (teaches_anywhere(*person, day) == Verdict::yes)
    return UnseenTeacher{
        say({"на {} это педагог партнёра, а договора с партнёром, действующего в этот день, нет (agreements)",
             "on {} this is a teacher of a partner, and no agreement with the partner is in force on that day (agreements)"},
            day),
        true};
  if (positions_on(*person, day).empty())
    return UnseenTeacher{
        say({"на {} не записано ни одной должности (positions)", "on {} no position is recorded (positions)"}, day)};
  return UnseenTeacher{say({"на {} среди записанных должностей (positions) нет должности педагогического работника",
                            "on {} there is no teaching position among those recorded (positions)"},
                           day)};
}

}  // namespace nastavnik
