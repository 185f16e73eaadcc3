#pragma once
#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/agenda.h"
#include "model/notions/working_days.h"
#include "rules/rule.h"

namespace nastavnik {

class Ahead;

/// Something that has to be done again and again, or by a term.
struct Duty {
  std::string_view id{};  ///< `program-end`; never reused
  Text what{};  ///< what is done, as one would say it: «завершить программу или продлить её»
  Text of_several{};  ///< how it goes on where alike things are put together: «завершить или продлить программы»
  std::string_view clauses{};
  std::string_view limits{};     ///< keys of `thresholds` that set its day, comma-separated
  std::string_view reminders{};  ///< those that bring it to mind
  std::string_view rules{};      ///< what `check` finds where it was not done, comma-separated
  std::string_view
      step{};  ///< command line, else place; {id}, {record}, {pair}, {program}, {person}, {year} … stand for those of it
  std::string_view covers{};  ///< rules of which no other duty speaks in a record of which it does, whatever the day
  bool ours = false;          ///< no text and no record names its day
  bool tells = false;         ///< what the finding says is told, too
  bool of_ended = false;      ///< is asked of pairs and programmes that have ended, too
  /// What is planned settles it; nothing where nothing does.
  bool (*is_settled)(const Registry& registry, std::string_view record, Date day) = nullptr;
  /// What is due; nothing: what the rules will find by the passing of days alone.
  void (*look)(Ahead&) = nullptr;
};

/// Every duty, subject by subject.
std::vector<const Duty*> duties();

std::span<const Duty> program_duties();
std::span<const Duty> pair_duties();
std::span<const Duty> people_duties();
std::span<const Duty> year_duties();
std::span<const Duty> roadmap_duties();
std::span<const Duty> paper_duties();
std::span<const Duty> office_duties();
std::span<const Duty> petition_duties();
std::span<const Duty> site_duties();

/// «п. 19, п. 20»; empty where the duty is of no clause.
Words clauses_cited(const Duty& duty);

/// The day, or the last working day before it.
Date last_working_day(const WorkingDays& calendar, Date day);

/// The day, or the first working day after it.
Date first_working_day(const WorkingDays& calendar, Date day);

/// Words at commas.
std::vector<std::string_view> listed(std::string_view words);

/// One duty looking at one registry.
class Ahead {
public:
  Ahead(const Duty& duty, const Loaded& loaded, const WorkingDays& calendar, const Outlook& outlook, Agenda& agenda);

  const Registry& registry() const { return loaded_.registry; }
  Date today() const { return loaded_.registry.day(); }
  Date until() const { return outlook_.until; }
  const WorkingDays& calendar() const { return calendar_; }
  const Thresholds& limits() const;
  /// What is broken or out of sight is asked about as rules do; what leaves it open is noted.
  Check& check() { return check_; }

  /// The days so many days before it, the first one first.
  template <class Limits>
  static std::vector<Date> before(Date day, const Limits& limits);
  /// The last day before one on which something begins, and on which a head signs.
  Date before(Date first) const { return last_working_day(calendar_, first - 1); }
  /// Adds what is due; what the duty says of all is filled in where it is left out.
  void add(Due due);

private:
  bool is_told(const Due& due) const;
  bool is_waived(const Due& due) const;
  TermOf term_of(const Due& due) const;

  const Duty& duty_;
  const Loaded& loaded_;
  const WorkingDays& calendar_;
  const Outlook& outlook_;
  Agenda& agenda_;
  AskedFiles files_;  ///< all
  Outcome outcome_;
  Check check_;
  friend Agenda agenda_of(const Loaded& loaded, const Outlook& outlook);
};

/// How a step is called for the record in which the place lies.
std::string step_for(const Loaded& loaded, std::string_view pattern, Span place, Date day);

/// Who takes part in what the record is about.
std::vector<std::string_view> people_in(const Registry& registry, std::string_view record, Date day);
std::vector<std::string_view> people_in(const Pair& pair, Date day);
/// Of whom the place speaks, else the record.
std::vector<std::string_view> people_at(const Loaded& loaded, Span place, Date day);

template <class Limits>
std::vector<Date> Ahead::before(Date day, const Limits& limits) {
  std::vector<Date> days;
  if constexpr (requires { limits.begin(); })
    for (const auto& limit : limits) days.push_back(day - *limit);
  else
    days.push_back(day - *limits);
  std::sort(days.begin(), days.end());
  return days;
}

}  // namespace nastavnik
