#pragma once
#include <optional>
#include <vector>

#include "base/periods.h"
#include "model/notions/working_days.h"
#include "rules/rule.h"

namespace nastavnik {

struct Appointment;
struct Consent;
struct CuratorTerm;

// Whether the days of a part of a record can be read; what cannot leaves the rule undecided.

bool knows_days(Check& check, const Pair& pair);
bool knows_days(Check& check, const Program& program);
bool knows_days(Check& check, const Consent& consent);
bool knows_days(Check& check, const CuratorTerm& term);
bool knows_days(Check& check, const Appointment& appointment);
/// Those that have a first day: others are in preparation. Nothing while one cannot be placed; then the rule is undecided.
std::optional<std::vector<const Appointment*>> appointments_made(Check& check, const Mentor& mentor);
/// Whether calendar.yaml can be read for the days after the one and up to the other; else the rule is undecided.
bool reads_days(Check& check, const WorkingDays& calendar, Date after, Date upto);
/// Whether it is known which days after the one and up to the other are working days.
bool knows_working_days(Check& check, const WorkingDays& calendar, const At<Day>& after, Date upto);
/// How many working days the period has; nothing where that is not known, and the rule is undecided at the place then.
std::optional<int> working_days_of(Check& check, const WorkingDays& calendar, const Period& period, Span place);

/// The days up to the one judged on which a programme ran.
Periods days_with_programs(Check& check);
/// The days that are not among the others, but for gaps without a working day. None where working days cannot be read,
/// and the rule is undecided then.
Periods working_gaps(Check& check, const Periods& days, const Periods& others);
/// Whether what was to stop before the days, and went on in them, stopped in time: none of them is a working day, or it is
/// over and the only one is that on which it was closed.
bool is_in_time(const WorkingDays& calendar, const Period& days, bool is_over);
/// The days of the work up to the one judged that are not among the others, but for gaps without a working day, and for an
/// end that came in time. None where working days cannot be read, and the rule is undecided then.
Periods uncovered_days(Check& check, const Period& work, const Periods& covered);
/// Whether a working day has begun since the day on which something was due. Where working days cannot be read, the rule is
/// undecided.
bool is_overdue(Check& check, Date due);
/// How many days there are in all.
int count_days(const Periods& periods);

/// The pair works or has worked by the day judged.
bool has_worked(const Check& check, const Pair& pair);

/// How long a pair may go on once a consent is withdrawn, and whose term that is.
Words handover_words(const Check& check);

/// The days of the period up to the day judged.
Periods until_today(const Check& check, const Period& period);

}  // namespace nastavnik
