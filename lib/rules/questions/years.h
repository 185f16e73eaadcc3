#pragma once
#include <algorithm>
#include <optional>
#include <vector>

#include "model/kinds/years.h"
#include "model/notions/school_years.h"
#include "rules/rule.h"

// What is asked for once a school year.

namespace nastavnik {

/// The day of the first regulation: nothing before it is asked for. Nothing while there is none, or it is unclear and the
/// rule undecided.
std::optional<Date> regulated_since(Check& check);

/// The school years that are over and asked for, the first one first.
Periods finished_school_years(Check& check, int least_days = least_days_in_force);

/// What has to be done once a year is asked of a year in which programmes ran on at least so many days.
inline constexpr int least_days_with_programs = 31;

/// Those of them in which programmes ran so long. Where programmes cannot be read, any other year is undecided.
Periods finished_years_with_programs(Check& check);

/// Where a thing that the year lacks is shown: the file of the school year at its end, else the school's.
Span place_of_year(const Check& check, const Period& year);

/// The items of one list of all school years, whichever file they stand in.
template <class Item>
struct YearItems {
  std::vector<const Item*> items{};
  bool complete = true;  ///< none is broken or out of sight

  /// Those dated within the year.
  std::vector<const Item*> in(const Period& year) const {
    std::vector<const Item*> found;
    std::copy_if(items.begin(), items.end(), std::back_inserter(found),
                 [&](const Item* item) { return year.holds(*item->date); });
    return found;
  }
};

template <class Item>
YearItems<Item> items_of_years(const Check& check, List<Item> SchoolYear::*list) {
  const Table<SchoolYear>& years = check.all<SchoolYear>();
  YearItems<Item> found;
  found.complete = years.seen() && years.broken().empty();
  for (const SchoolYear& year : years) {
    if ((year.*list).presence == Presence::broken) found.complete = false;
    for (const Item& item : year.*list) {
      if (item.date.given())
        found.items.push_back(&item);
      else
        found.complete = false;
    }
  }
  return found;
}

}  // namespace nastavnik
