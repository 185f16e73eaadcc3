// Clause 4: releases from duties.

#include <algorithm>
#include <map>

#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"
#include "rules/questions/limits.h"

namespace nastavnik::reports {
namespace {

struct Tally {
  long long times = 0;
  long long hours = 0;
  long long without_hours = 0;
  Addresses records{};
};

std::vector<std::string_view> substitutes_of(const Release& release) {
  std::vector<std::string_view> people;
  for (const Link<Person>& person : release.substitutes)
    if (!person.id.empty()) people.push_back(person.id);
  return people;
}

GridRow row_of(const ReportRequest& request, Report& report, const Program& program, const Release& release) {
  const std::string address = address_told(program);
  const Cell hours = release.hours.given() ? Cell(static_cast<long long>(*release.hours))
                                           : report.missing({"часы освобождения", "hours of the release"},
                                                            address + ".yaml: releases: hours");
  const Cell order = release.order.to ? Cell(order_words(request, release.order))
                                      : report.missing({"приказ об освобождении", "order of the release"},
                                                       address + ".yaml: releases: order");
  const auto substitutes = substitutes_of(release);
  Cell continuity = dash();
  if (!substitutes.empty())
    continuity = who(request, substitutes);
  else if (release.continuity.given())
    continuity = say({"{}", "{}"}, *release.continuity);
  else
    continuity = report.missing({"кто заменяет или как идут уроки", "who substitutes, or how teaching goes on"},
                                address + ".yaml: releases: substitutes");
  return {{*release.date, who(request, release.person.id), hours, order, continuity,
           release.reason.given() ? Cell(say({"{}", "{}"}, *release.reason)) : dash()},
          {address}};
}

}  // namespace

void add_releases(const ReportRequest& request, Report& report) {
  Tally all;
  std::map<std::string_view, Tally> people;
  Grid list{.id = "releases_list",
            .title = {"Освобождения по датам", "Releases by date"},
            .columns = {{"date", {"Дата", "Date"}},
                        {"person", {"Кто", "Who"}},
                        {"hours", {"Часы", "Hours"}, true},
                        {"order", {"Приказ", "Order"}},
                        {"continuity", {"Замена", "Substitution"}},
                        {"reason", {"Причина", "Reason"}}},
            .when_empty = {"освобождений за период не было", "there were no releases in the period"}};
  for (const Program& program : request.registry().all<Program>())
    for (const Release& release : program.releases) {
      if (!release.date.given() || !request.period.holds(*release.date)) continue;
      for (Tally* tally : {&all, &people[release.person.id]}) {
        ++tally->times;
        if (release.hours.given())
          tally->hours += *release.hours;
        else
          ++tally->without_hours;
        tally->records.push_back(address_told(program));
      }
      list.rows.push_back(row_of(request, report, program, release));
    }
  std::stable_sort(list.rows.begin(), list.rows.end(), [](const GridRow& a, const GridRow& b) {
    return std::get<Date>(a.cells[0]) < std::get<Date>(b.cells[0]);
  });
  report.add(Figures{"releases",
                     {"Сколько освобождений", "How many releases"},
                     {
                         {"releases",
                          {"Освобождений", "Releases"},
                          all.times,
                          {"освобождения (п. 4) с датой в дни периода", "releases (clause 4) dated within the period"},
                          all.records},
                         {"released_hours",
                          {"Часов", "Hours"},
                          hours_of(all.hours, all.without_hours),
                          {"сумма часов этих освобождений", "the sum of the hours of these releases"},
                          all.records},
                         {"released_people",
                          {"Человек", "People"},
                          counted(people.size()),
                          {"кого освобождали, каждый один раз", "who was released, each once"},
                          all.records},
                     }});
  const auto& most = request.registry().settings().thresholds->releases_per_year;
  Grid by_person{
      .id = "releases_by_person",
      .title = {"По людям", "By person"},
      .definition =
          say({"не больше {} на человека за учебный год ({})", "not more than {} a person in a school year ({})"},
              Count{*most, noun::time}, whose_limit(most)),
      .columns = {{"person", {"Кто", "Who"}}, {"times", {"Раз", "Times"}, true}, {"hours", {"Часы", "Hours"}, true}},
      .when_empty = {"освобождений за период не было", "there were no releases in the period"}};
  for (const auto& [person, tally] : people)
    by_person.rows.push_back(
        {{who(request, person), tally.times, hours_of(tally.hours, tally.without_hours)}, tally.records});
  report.add(std::move(by_person));
  report.add(std::move(list));
}

ReportKind releases_report();
ReportKind releases_report() {
  return {.name = "releases",
          .title = {"Освобождения от обязанностей", "Releases from duties"},
          .summary = {"кого, когда и на сколько часов освобождали, кто заменял",
                      "who was released, when and for how many hours, and who substituted"},
          .clauses = "4",
          .build = add_releases};
}

}  // namespace nastavnik::reports
