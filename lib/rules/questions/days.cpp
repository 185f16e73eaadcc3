#include "rules/questions/days.h"

#include <algorithm>

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

bool knows_working_days(Check& check, const WorkingDays& calendar, const At<Day>& after, Date upto) {
  if (const auto unclear = calendar.unclear(*after, upto)) {
    check.undecided(*unclear);
    return false;
  }
  const auto year = calendar.unknown_year(*after, upto);
  if (year)
    check.undecided(
        after,
        {"рабочие дни {0} года неизвестны: добавьте в calendar.yaml запись «year: {0}» и его нерабочие дни (days_off)",
         "the working days of {0} are not known: add “year: {0}” with its days off (days_off) to calendar.yaml"},
        *year);
  return !year;
}

Words handover_words(const Check& check) {
  const auto& days = check.limits().handover_days;
  return say({"передача дел: {} — {}", "handing over: {}, {}"}, Count{*days, noun::day}, whose_term(days));
}

Periods until_today(const Check& check, const Period& period) {
  return unite({{period.from, std::min(period.to, check.day())}});
}

}  // namespace nastavnik
