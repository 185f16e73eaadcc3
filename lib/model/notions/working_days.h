#pragma once
#include <optional>
#include <vector>

#include "base/date.h"
#include "model/notions/decreed_days.h"
#include "source/span.h"

namespace nastavnik {

struct Calendar;
struct CalendarYear;

/// Working days: Monday to Friday but for days off, and the weekends that are worked. A year is taken from calendar.yaml
/// where it stands there, else from what was decreed for the country; a year that neither has is not known, and of it only
/// the holidays of the Labour Code are off.
class WorkingDays {
public:
  explicit WorkingDays(const Calendar& calendar);

  bool is_working(Date day) const;
  /// The day itself where it is a working day, else the first one after it.
  Date first_from(Date day) const;
  /// The period from its first working day to its last; nothing where it has none.
  std::optional<Period> trimmed(const Period& period) const;
  /// How many there are after the one day, up to the other and with it.
  int count(Date after, Date upto) const;
  /// The last of so many working days after the day.
  Date last_of(int days, Date after) const;
  /// What keeps the days after the one and up to the other from being known: calendar.yaml cannot be read.
  std::optional<Span> unclear(Date after, Date upto) const;
  /// The first year among those days that nobody has; nothing where all are known.
  std::optional<int> unknown_year(Date after, Date upto) const;

private:
  struct Year {
    int number;
    std::optional<Span> unclear;
  };
  void add(const CalendarYear& year);
  void add(const DecreedYear& year);
  const Year* find(int year) const;
  int off_by_law_alone(const Period& period) const;

  std::vector<Year> years_;
  std::vector<Date> days_off_, working_weekends_;  ///< sorted
  std::optional<Span> unclear_;
};

}  // namespace nastavnik
