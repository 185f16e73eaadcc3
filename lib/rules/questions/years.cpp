#include "rules/questions/years.h"

#include "model/notions/school_years.h"

namespace nastavnik {

std::optional<Date> regulated_since(Check& check) {
  const Regulation& regulation = check.registry().regulation();
  if (regulation.broken) check.undecided(regulation);
  if (!check.registry().has<Regulation>() || !check.known(regulation.approved_on, regulation.previous))
    return std::nullopt;
  for (const FormerRegulation& former : regulation.previous)
    if (!check.given(former.approved_on)) return std::nullopt;
  return first_approval(check.registry());
}

Periods finished_school_years(Check& check, int least_days) {
  const auto since = regulated_since(check);
  return since ? finished_years(*since, check.day(), school_year, least_days) : Periods();
}

Span place_of_year(const Check& check, const Period& year) {
  const SchoolYear* file = file_of_year(check.registry(), year.to);
  return file ? file->span : check.registry().organization().span;
}

}  // namespace nastavnik
