#pragma once
#include <functional>
#include <string>

#include "agenda/agenda.h"

namespace nastavnik {

/// How people and texts of records are told to whoever gets the file.
struct Telling {
  Language language = Language::ru;
  std::function<Words(std::string_view person)> who{};
  std::function<std::string(std::string_view text)> text{};
  std::function<std::string(const Due&)> record{};
  std::function<std::string(const Due&)> step{};
  Words unknown{};  ///< said of the calendar; nothing where all is known
};

/// For calendars (RFC 5545): a day-long event each, with an alarm for each reminder. What is late stands on the day judged.
/// The same thing has the same UID each time, so that a calendar moves it and does not double it.
std::string as_ics(const Agenda& agenda, const Loaded& loaded, const Telling& telling);

}  // namespace nastavnik
