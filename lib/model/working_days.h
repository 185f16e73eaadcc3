#pragma once
#include <optional>
#include <vector>

#include "base/date.h"
#include "model/calendar.h"

namespace nastavnik {

/// Working days by calendar.yaml: Monday to Friday but for days off, and the weekends that are worked. In a year that is
/// not there all days from Monday to Friday count, and `note_on` says so.
class WorkingDays {
public:
  explicit WorkingDays(const Calendar& calendar);

  bool is_working(Date day) const;
  /// How many there are after the one day, up to the other and with it.
  int count(Date after, Date upto) const;
  /// The last of so many working days after the day.
  Date last_of(int days, Date after) const;
  /// What keeps the days after the one and up to the other from being known: the calendar cannot be read.
  std::optional<Span> unclear(Date after, Date upto) const;
  /// To stand behind a term in a message: which years are not in the calendar; nothing where all of them are.
  Words note_on(Date after, Date upto) const;

private:
  struct Year {
    int number;
    std::optional<Span> unclear;
  };
  void add(const CalendarYear& year);
  const Year* find(int year) const;

  std::vector<Year> years_;
  std::vector<Date> days_off_, working_weekends_;  ///< sorted
  std::optional<Span> unclear_;
};

}  // namespace nastavnik
