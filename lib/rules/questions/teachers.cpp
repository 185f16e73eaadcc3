#include "rules/questions/teachers.h"

#include "model/kinds/people.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/positions.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"

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

/// The days on which the person held positions, and those on which one of them was a teacher's.
struct Career {
  Periods held{}, teaching{};
};

std::optional<Career> career_of(Check& check, const Person& person) {
  Career found;
  if (!check.given(person.positions)) return std::nullopt;
  for (const JobPosition& position : person.positions) {
    if (!check.given(position.from, position.category) || !check.known(position.to)) return std::nullopt;
    const Period days = *period_of(position.from, position.to);
    found.held.push_back(days);
    if (*position.category == PositionCategory::teaching_staff) found.teaching.push_back(days);
  }
  return found;
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

std::optional<Period> days_not_teaching(Check& check, const Link<Person>& link, const Period& work) {
  const Person* person = check.follow(link);
  const auto career = person && person->erased_on.absent() ? career_of(check, *person) : std::nullopt;
  if (!career) return std::nullopt;
  Periods covered = without({work}, unite(career->held));
  covered.insert(covered.end(), career->teaching.begin(), career->teaching.end());
  for (const Period& gap : uncovered_days(check, work, unite(covered)))
    if (gap.to - gap.from >= *check.limits().expiry_grace_days) return gap;
  return std::nullopt;
}

Found report_not_teaching(Check& check, const Link<Person>& person, const Period& days) {
  const auto& grace = check.limits().expiry_grace_days;
  return check.found(person,
                     {"с {} по {} среди записанных должностей (positions) нет должности педагогического работника, "
                      "а на первый день была; отсрочка — {} ({})",
                      "from {} to {} there is no teaching position among those recorded (positions), and on the first "
                      "day there was; grace: {} ({})"},
                     days.from, days.to, Count{*grace, noun::day}, whose_term(grace));
}

Verdict is_tied_to_school(const Person& person, Date day) {
  return holds_position(person, day, [&](const JobPosition& position) {
    if (position.employer.absent()) return Verdict::yes;
    return position.employer.to ? has_agreement(*position.employer.to, day) : Verdict::unknown;
  });
}

}  // namespace nastavnik
