#pragma once
#include <vector>

#include "agenda/agenda.h"
#include "document/choice.h"
#include "rules/outcome.h"
#include "views/asked.h"

// Where things stand, on one screen.

namespace nastavnik::views {

struct StatusRequest {
  Asked asked;
  const Outcome& outcome;                  ///< of a check of the whole registry, its words as they may be shown
  const Agenda& agenda;                    ///< of the days ahead
  Date until{};                            ///< the last of them
  const std::vector<ChosenPaper>& papers;  ///< that wait to be printed and signed
};

reports::Report status(const StatusRequest& request);

}  // namespace nastavnik::views
