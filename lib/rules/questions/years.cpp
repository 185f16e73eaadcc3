#include "rules/questions/years.h"

#include "model/kinds/organization.h"
#include "model/kinds/regulation.h"
#include "model/kinds/years.h"
#include "model/notions/school_years.h"
#include "rules/questions/days.h"

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

Periods finished_years_with_programs(Check& check) {
  Periods years = finished_school_years(check);
  if (years.empty()) return years;
  const Periods running = days_with_programs(check);
  std::erase_if(years, [&](const Period& year) {
    if (count_days(shared({year}, running)) >= least_days_with_programs) return false;
    check.sees_all<Program>(place_of_year(check, year));
    return true;
  });
  return years;
}

Span place_of_year(const Check& check, const Period& year) {
  const SchoolYear* file = file_of_year(check.registry(), year.to);
  return file ? file->span : check.registry().organization().span;
}

}  // namespace nastavnik
