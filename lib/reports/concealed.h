#pragma once
#include "reports/report.h"
#include "rules/conceal.h"

namespace nastavnik::reports {

/// Takes names out of all that the report says, wherever somebody wrote them: for whom people may not be named.
void conceal(Report& report, const Conceal& conceal);

}  // namespace nastavnik::reports
