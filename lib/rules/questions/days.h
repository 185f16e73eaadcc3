#pragma once
#include "base/periods.h"
#include "model/notions/working_days.h"
#include "rules/rule.h"

namespace nastavnik {

// Whether the days of a part of a record can be read; what cannot leaves the rule undecided.

bool knows_days(Check& check, const Pair& pair);
bool knows_days(Check& check, const Program& program);
bool knows_days(Check& check, const Consent& consent);
bool knows_days(Check& check, const CuratorTerm& term);
bool knows_days(Check& check, const Appointment& appointment);
/// Whether it is known which days after the one and up to the other are working days.
bool knows_working_days(Check& check, const WorkingDays& calendar, const At<Day>& after, Date upto);

/// How long a pair may go on once a consent is withdrawn, and whose term that is.
Words handover_words(const Check& check);

/// The days of the period up to the day judged.
Periods until_today(const Check& check, const Period& period);

}  // namespace nastavnik
