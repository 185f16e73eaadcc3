#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "model/load.h"
#include "model/notions/due.h"
#include "rules/outcome.h"
#include "source/span.h"

// What has to be done, and by when: the terms of the regulation and of the settings, looked at forward.

namespace nastavnik {

struct Duty;

/// Whose term it is. The regulation names few; what no text says is no delay.
enum class TermOf : unsigned char {
  records,  ///< of the law, of an order, a programme or a plan: the records tell the day
  school,   ///< set in nastavnik.yaml
  program,  ///< the default of the program, or what is only advised
};

/// What has to be done by a day.
struct Due {
  Date day{};  ///< the last day in time
  /// The days from which it is brought to mind, the first one first, though it lies beyond the days asked about.
  std::vector<Date> reminders{};
  const Duty* duty = nullptr;
  Span place{};
  std::string occasion{};                 ///< which one of those that come again at the same place
  std::string record{};                   ///< its address: `programs/2025-003`
  Words what{};                           ///< nobody of people/ is named in it but where a record does
  std::vector<std::string_view> about{};  ///< ids of people
  std::string step{};                     ///< a command line, else file and field to fill in
  TermOf term = TermOf::records;
  bool rough = false;    ///< it may lie some days off
  bool advised = false;  ///< no more than advice comes of it
  bool stated = false;   ///< the text names the term, whatever the thresholds say
  Words more{};          ///< what the finding tells that the duty does not, where the duty says so
  bool passed = false;   ///< the day has passed, and a working day since then

  /// It is late: a term that somebody has set has passed.
  bool late() const { return passed && term != TermOf::program; }

  bool is_command() const { return step.starts_with("nastavnik "); }
  /// The last of several reminders has come.
  bool is_urgent(Date today) const { return reminders.size() > 1 && reminders.back() <= today; }
};

/// How far is looked; what the settings bring to mind earlier (`remind_*`) is told besides.
struct Outlook {
  Date until{};
  unsigned jobs = 1;                     ///< threads
  const Outcome* found_today = nullptr;  ///< by all rules on the day judged, where a check has been run already
};

/// In the order of the days; what is late comes first.
struct Agenda {
  Date today{};
  std::vector<Due> items{};
  std::vector<Undecided> unknown{};  ///< what may be due, and the records do not tell
};

/// The step as it is told a person: what its command is told in words of the language.
Words step_told(const std::string& step);

/// The command that mends what was found: the step of the duty that the rule holds to, unless it makes no more than a paper
/// or several duties differ about it.
Words command_against(const Loaded& loaded, const Finding& finding);
/// The same of whatever the rule finds, `…` in place of records and people.
Words command_against(const Requirement& rule);

/// What is due from the day judged on: by the records as they are, whatever may be recorded later.
Agenda agenda_of(const Loaded& loaded, const Outlook& outlook);

}  // namespace nastavnik
