#include "rules/questions/days.h"

#include <algorithm>

#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/programs.h"
#include "rules/questions/limits.h"

namespace nastavnik {

bool knows_days(Check& check, const Pair& pair) {
  return check.known(pair.start, pair.end) && (pair.end.absent() || check.given(pair.end->date));
}

bool knows_days(Check& check, const Program& program) {
  return check.given(program.start) && check.known(program.cancelled, program.completion) &&
         (program.completion.absent() || check.given(program.completion->date));
}

bool knows_days(Check& check, const Consent& consent) {
  return check.given(consent.given_on) && check.known(consent.valid_to, consent.withdrawn_on);
}

bool knows_days(Check& check, const CuratorTerm& term) { return check.given(term.from) && check.known(term.to); }

bool knows_days(Check& check, const Appointment& appointment) {
  return check.given(appointment.from) && check.known(appointment.end) &&
         (appointment.end.absent() || check.given(appointment.end->date));
}

std::optional<std::vector<const Appointment*>> appointments_made(Check& check, const Mentor& mentor) {
  if (!check.known(mentor.appointments)) return std::nullopt;
  std::vector<const Appointment*> made;
  for (const Appointment& appointment : mentor.appointments) {
    if (check.absent(appointment.from)) continue;
    if (!knows_days(check, appointment)) return std::nullopt;
    made.push_back(&appointment);
  }
  return made;
}

bool reads_days(Check& check, const WorkingDays& calendar, Date after, Date upto) {
  const auto unclear = calendar.unclear(after, upto);
  if (unclear) check.undecided(*unclear);
  return !unclear;
}

bool knows_working_days(Check& check, const WorkingDays& calendar, const At<Day>& after, Date upto) {
  return working_days_of(check, calendar, {*after + 1, upto}, after.span).has_value();
}

std::optional<int> working_days_of(Check& check, const WorkingDays& calendar, const Period& period, Span place) {
  const Date after = period.from - 1;
  if (!reads_days(check, calendar, after, period.to)) return std::nullopt;
  const auto year = calendar.unknown_year(after, period.to);
  if (year)
    check.undecided(
        place,
        {"рабочие дни {0} года неизвестны: добавьте в calendar.yaml запись «year: {0}» и его нерабочие дни (days_off)",
         "the working days of {0} are not known: add “year: {0}” with its days off (days_off) to calendar.yaml"},
        *year);
  return year ? std::nullopt : std::optional(calendar.count(after, period.to));
}

Periods days_with_programs(Check& check) {
  Periods days;
  for (const Program& program : check.all<Program>()) {
    if (!knows_days(check, program)) continue;
    if (const auto period = period_of(program))
      for (const Period& part : until_today(check, *period)) days.push_back(part);
  }
  return unite(std::move(days));
}

Periods working_gaps(Check& check, const Periods& days, const Periods& others) {
  const WorkingDays& calendar = check.working_days();
  Periods gaps = without(days, others);
  if (gaps.empty()) return gaps;
  if (!reads_days(check, calendar, gaps.front().from - 1, gaps.back().to)) return {};
  std::erase_if(gaps, [&](const Period& gap) { return calendar.count(gap.from - 1, gap.to) == 0; });
  return gaps;
}

bool is_in_time(const WorkingDays& calendar, const Period& days, bool is_over) {
  return calendar.count(days.from - 1, days.to) <= (is_over ? 1 : 0);
}

Periods uncovered_days(Check& check, const Period& work, const Periods& covered) {
  Periods gaps = working_gaps(check, until_today(check, work), covered);
  if (gaps.empty() || gaps.back().from == work.from || gaps.back().to < work.to) return gaps;
  if (is_in_time(check.working_days(), gaps.back(), true)) gaps.pop_back();
  return gaps;
}

bool is_overdue(Check& check, Date due) {
  return check.day() > due && !working_gaps(check, {{due + 1, check.day()}}, {}).empty();
}

int count_days(const Periods& periods) {
  int number = 0;
  for (const Period& period : periods) number += period.to - period.from + 1;
  return number;
}

bool has_worked(const Check& check, const Pair& pair) { return pair.start.given() && *pair.start <= check.day(); }

Words handover_words(const Check& check) {
  const auto& days = check.limits().handover_days;
  return say({"передача дел: {} — {}", "handing over: {}, {}"}, Count{*days, noun::day}, whose_term(days));
}

Periods until_today(const Check& check, const Period& period) {
  return unite({{period.from, std::min(period.to, check.day())}});
}

}  // namespace nastavnik
