#pragma once
#include <vector>

#include "document/writing.h"

// What the papers can be about: one function for each way to go through the registry.

namespace nastavnik::subjects {

using Subjects = std::vector<Subject>;

// What orders decide
Subjects the_school(const Registry& registry);
Subjects regulations(const Registry& registry);
Subjects regulation_changes(const Registry& registry);
Subjects local_acts(const Registry& registry);
Subjects years(const Registry& registry);
Subjects curators(const Registry& registry);
Subjects councils(const Registry& registry);
Subjects appointments(const Registry& registry);
Subjects pairs(const Registry& registry);
Subjects assigned_pairs(const Registry& registry);
Subjects ended_pairs(const Registry& registry);
Subjects changed_groups(const Registry& registry);
Subjects relieved_mentors(const Registry& registry);
Subjects releases(const Registry& registry);
Subjects payments(const Registry& registry);
Subjects incentives(const Registry& registry);
Subjects recorded_orders(const Registry& registry);

/// All of these, each with its decision.
Subjects decisions(const Registry& registry);

// All else
Subjects mentors(const Registry& registry);
/// Those who work or worked in a pair.
Subjects mentors_at_work(const Registry& registry);
Subjects mentees(const Registry& registry);
Subjects participants(const Registry& registry);
Subjects helpers(const Registry& registry);
Subjects people_to_process(const Registry& registry);
Subjects people_to_publish(const Registry& registry);
Subjects programs(const Registry& registry);
Subjects amendments(const Registry& registry);
Subjects mentor_reports(const Registry& registry);
Subjects completed_programs(const Registry& registry);
Subjects surveyed(const Registry& registry);
Subjects resignations(const Registry& registry);
Subjects replacements(const Registry& registry);
Subjects employed_mentors(const Registry& registry);
Subjects cancelled_mentors(const Registry& registry);
Subjects programs_to_check(const Registry& registry);
Subjects programs_to_end(const Registry& registry);
Subjects consents(const Registry& registry);
Subjects events(const Registry& registry);

}  // namespace nastavnik::subjects
