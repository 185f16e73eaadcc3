#pragma once
#include "reports/reports.h"

// Parts that stand in a report of their own and in the final report.

namespace nastavnik {

struct StaffCount;

}  // namespace nastavnik

namespace nastavnik::reports {

/// The last count of the staff on the day or before.
const StaffCount* staff_on(const Registry& registry, Date day);

/// How many people stand in the banks on the day.
std::vector<Figure> figures_of_banks(const ReportRequest& request);
void add_involvement(const ReportRequest& request, Report& report);
void add_young_teachers(const ReportRequest& request, Report& report);
void add_results(const ReportRequest& request, Report& report);
void add_load(const ReportRequest& request, Report& report);
void add_quality(const ReportRequest& request, Report& report);
void add_professional_development(const ReportRequest& request, Report& report);
void add_roadmap(const ReportRequest& request, Report& report);
void add_releases(const ReportRequest& request, Report& report);
void add_participants(const ReportRequest& request, Report& report);
void add_forms_and_kinds(const ReportRequest& request, Report& report);
void add_training(const ReportRequest& request, Report& report);
/// Mentors with a pair in the period or in office who were trained in it.
Addresses trained_in(const ReportRequest& request);
void add_events(const ReportRequest& request, Report& report);
void add_statistics(const ReportRequest& request, Report& report);

}  // namespace nastavnik::reports
