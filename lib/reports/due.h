#pragma once
#include <string>
#include <vector>

#include "agenda/agenda.h"
#include "reports/report.h"
#include "rules/conceal.h"

namespace nastavnik::reports {

/// What is due, for one who may see names or may not.
struct DueRequest {
  const Loaded& loaded;
  const Agenda& agenda;
  Date until{};  ///< the last day asked about
  bool names = false;
  const Conceal* conceal = nullptr;  ///< what takes names out, where one is at hand
};

/// Each thing by itself, for tables and programs.
Report due_report(const DueRequest& request);
/// For the curator: what is late first, alike things together, under each of them the next step.
std::string due_text(const DueRequest& request, const Style& style);
/// A line for each group of alike things, in their order: «не позднее 15.05.2026 — завершить программу: Зайцева – Белов».
std::vector<Words> due_lines(const DueRequest& request);
/// For calendars.
std::string due_calendar(const DueRequest& request, Language language);

}  // namespace nastavnik::reports
