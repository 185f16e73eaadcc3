#pragma once
#include "model/kinds/codes_organization.h"
#include "model/notions/working_days.h"
#include "rules/rule.h"

// What clauses 13.3 and 15.5 ask alike of an application to resign and of a petition to replace the mentor.

namespace nastavnik {

/// It is addressed to the head and to the curator.
void check_addressees(Check& check, const At<Day>& date, const Choices<Addressee>& addressed_to);

/// It is answered in as many working days as the settings say; `answered` is absent while there is no answer.
void check_answer(Check& check, const WorkingDays& calendar, const At<Day>& asked, const At<Day>& answered);

/// The day of the answer; broken where the answer cannot be read.
template <class Outcome>
At<Day> answered_on(const Block<Outcome>& outcome) {
  At<Day> date = outcome->date;
  if (!outcome.given()) date.presence = outcome.presence;
  if (!outcome.given()) date.span = outcome.span;
  return date;
}

}  // namespace nastavnik
