#include "reports/years_compared.h"

#include <algorithm>

#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/notions/participation.h"
#include "model/notions/school_years.h"
#include "reports/evidence.h"

namespace nastavnik::reports {
namespace {

std::optional<Date> first_start(const Registry& registry) {
  std::optional<Date> first;
  for (const Pair& pair : registry.all<Pair>())
    if (pair.start.given() && (!first || *pair.start < *first)) first = *pair.start;
  return first;
}

}  // namespace

void add_years_compared(const ReportRequest& request, Report& report) {
  const auto first = first_start(request.registry());
  if (!first || *first > request.day()) return;
  Grid grid{.id = "years",
            .title = {"По учебным годам", "By school years"},
            .definition = {"за дни учебного года до дня отчёта",
                           "over the days of the school year up to the day of the report"},
            .columns = {{"year", {"Учебный год", "School year"}},
                        {"mentors", {"Наставники", "Mentors"}, true},
                        {"mentees", {"Наставляемые", "Mentees"}, true},
                        {"pairs", {"Пары", "Pairs"}, true},
                        {"groups", {"Группы", "Groups"}, true},
                        {"programs", {"Программы", "Programmes"}, true}}};
  BarChart chart{
      "years_chart",
      {"Год к году", "Year on year"},
      {},
      {{{"наставники", "mentors"}, {}}, {{"наставляемые", "mentees"}, {}}, {{"программы", "programmes"}, {}}}};
  for (Period year = school_year(*first); year.from <= request.day(); year = next_school_year(year)) {
    const Participation found =
        participation_in(request.registry(), {year.from, std::min(year.to, request.day())}, Mentees::of_this_model);
    Addresses records = addresses(found.pairs);
    for (const std::string& more : addresses(found.groups)) records.push_back(more);
    for (const std::string& more : addresses(found.programs)) records.push_back(more);
    grid.rows.push_back(
        {{say({"{}", "{}"}, short_name(year)), counted(found.mentors.size()), counted(found.mentees.size()),
          counted(found.pairs.size()), counted(found.groups.size()), counted(found.programs.size())},
         std::move(records)});
    chart.categories.push_back(say({"{}", "{}"}, short_name(year)));
    chart.series[0].values.push_back(static_cast<long long>(found.mentors.size()));
    chart.series[1].values.push_back(static_cast<long long>(found.mentees.size()));
    chart.series[2].values.push_back(static_cast<long long>(found.programs.size()));
  }
  report.add(std::move(grid));
  report.add(std::move(chart));
}

}  // namespace nastavnik::reports
