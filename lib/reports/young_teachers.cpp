// Clauses 5 and 6.5: young teachers, and whether they stay.

#include <algorithm>
#include <map>

#include "model/kinds/mentees.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/school_years.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"

namespace nastavnik::reports {
namespace {

using Ids = std::vector<std::string_view>;

bool has_mentor(const Registry& registry, std::string_view person, const Period& period) {
  for (const Pair* pair : registry.pairs_of_mentee(person))
    for (const Member& member : pair->mentees)
      if (const auto days = member.person.id == person ? period_of(member, *pair) : std::nullopt;
          days && days->meets(period))
        return true;
  return false;
}

bool teaches_here(const Person& person, Date day) {
  return has_category(person, PositionCategory::teaching_staff, day) == Verdict::yes;
}

/// Young teachers of the school on the day.
Ids young_on(const Registry& registry, Date day) {
  Ids found;
  for (const Person& person : registry.all<Person>())
    if (teaches_here(person, day) && is_young(registry, person, day) == Verdict::yes) found.push_back(person.id);
  return found;
}

/// Teachers of whom it cannot be said whether they are young.
Ids unknown_on(const Registry& registry, Date day) {
  Ids found;
  for (const Person& person : registry.all<Person>())
    if (teaches_here(person, day) && is_young(registry, person, day) == Verdict::unknown) found.push_back(person.id);
  return found;
}

/// Young mentees who began so long ago that it can be seen whether they stayed.
struct Cohort {
  Ids began{};
  Ids stayed{};
};

std::optional<Date> first_day_with_mentor(const Registry& registry, std::string_view person) {
  std::optional<Date> first;
  for (const Pair* pair : registry.pairs_of_mentee(person))
    for (const Member& member : pair->mentees)
      if (const auto days = member.person.id == person ? period_of(member, *pair) : std::nullopt;
          days && (!first || days->from < *first))
        first = days->from;
  return first;
}

constexpr int months_watched = 12;

std::map<Date, Cohort> cohorts_until(const Registry& registry, Date day) {
  std::map<Date, Cohort> cohorts;
  for (const Mentee& mentee : registry.all<Mentee>()) {
    const Person* person = registry.all<Person>().find(mentee.id);
    const auto first = first_day_with_mentor(registry, mentee.id);
    if (!person || !first || works_here(registry, person->id, *first) != Verdict::yes ||
        is_young(registry, *person, *first) != Verdict::yes)
      continue;
    const Date later = add_months(*first, months_watched);
    if (later > day) continue;
    Cohort& cohort = cohorts[school_year(*first).from];
    cohort.began.push_back(mentee.id);
    if (works_here(registry, person->id, later) == Verdict::yes) cohort.stayed.push_back(mentee.id);
  }
  return cohorts;
}

Cell all_young(const ReportRequest& request, Report& report) {
  const StaffCount* staff = staff_on(request.registry(), request.day());
  if (staff && staff->young.given()) return static_cast<long long>(*staff->young);
  return report.missing({"численность молодых педагогов", "number of young teachers"},
                        "organization.yaml: staff: young");
}

void add_figures(const ReportRequest& request, Report& report) {
  const Registry& registry = request.registry();
  const Ids young = young_on(registry, request.day());
  Ids with_mentor, ever;
  for (const std::string_view person : young) {
    if (has_mentor(registry, person, {request.day(), request.day()})) with_mentor.push_back(person);
    if (has_mentor(registry, person, request.period)) ever.push_back(person);
  }
  const Ids unknown = unknown_on(registry, request.day());
  const auto share = [&](const Ids& part) -> Cell {
    return Share{static_cast<long long>(part.size()), static_cast<long long>(young.size())};
  };
  report.add(Figures{
      "young",
      {"Молодые педагоги", "Young teachers"},
      {
          {"young_counted",
           {"По подсчёту организации", "By the school's own count"},
           all_young(request, report),
           {"число молодых педагогов в последнем подсчёте (staff)",
            "the number of young teachers in the last count (staff)"},
           {"organization"}},
          {"young",
           {"По записям о людях", "By the records of people"},
           counted(young.size()),
           {"педагоги организации на дату: молодые специалисты и начинающие по банку наставляемых, вне банка — по возрасту и стажу",
            "teachers of the school on the day: young specialists and beginners by the bank of mentees, outside it by age and years of teaching"},
           addresses<Person>(young)},
          {"young_with_mentor",
           {"С наставником на дату", "With a mentor on the day"},
           share(with_mentor),
           {"из молодых по записям: состоят в работающей паре или группе",
            "of the young by the records: belong to a working pair or group"},
           addresses<Person>(with_mentor)},
          {"young_with_mentor_in_period",
           {"С наставником за период", "With a mentor in the period"},
           share(ever),
           {"то же хотя бы один день периода", "the same on one day of the period at least"},
           addresses<Person>(ever)},
          {"age_unknown",
           {"Возраст или стаж неизвестен", "Age or years of teaching not known"},
           counted(unknown.size()),
           {"педагоги вне банка наставляемых без года рождения или года начала работы; в числе молодых их нет",
            "teachers outside the bank of mentees without a year of birth or of the beginning of teaching; they are not among the young"},
           addresses<Person>(unknown)},
      }});
  for (const std::string_view person : unknown)
    report.missing(
        {"год рождения или год начала педагогической работы", "year of birth, or year in which teaching began"},
        address_told<Person>(person) + ".yaml");
}

Grid retention(const ReportRequest& request) {
  Grid grid{
      .id = "retention",
      .title = {"Закрепление молодых педагогов", "Retention of young teachers"},
      .definition =
          {"молодые наставляемые по учебному году, в котором у них впервые появился наставник; остался тот, кто через 12 месяцев занимает должность в организации",
           "young mentees by the school year in which they first had a mentor; stayed means holding a position in the school 12 months later"},
      .columns = {{"year", {"Начали в учебном году", "Began in the school year"}},
                  {"began", {"Начали", "Began"}, true},
                  {"stayed", {"Работают через 12 месяцев", "Employed 12 months later"}, true}},
      .when_empty = {"ни у кого ещё не прошло 12 месяцев с начала", "nobody began 12 months ago or earlier"}};
  for (const auto& [year, cohort] : cohorts_until(request.registry(), request.day()))
    grid.rows.push_back(
        {{say({"{}", "{}"}, short_name(school_year(year))), counted(cohort.began.size()),
          Share{static_cast<long long>(cohort.stayed.size()), static_cast<long long>(cohort.began.size())}},
         addresses<Person>(cohort.began)});
  return grid;
}

}  // namespace

void add_young_teachers(const ReportRequest& request, Report& report) {
  if (!request.registry().all<Person>().seen())
    return report.paragraph({"Папки people нет: возраст, стаж и должности не известны.",
                             "The folder people is not here: ages, years of teaching and positions are not known."});
  add_figures(request, report);
  report.add(retention(request));
}

ReportKind young_teachers_report();
ReportKind young_teachers_report() {
  return {.name = "young-teachers",
          .title = {"Молодые педагоги и их закрепление", "Young teachers and their retention"},
          .summary = {"у скольких молодых педагогов есть наставник и сколько из них остаётся",
                      "how many young teachers have a mentor, and how many of them stay"},
          .clauses = "5,6.5",
          .build = add_young_teachers};
}

}  // namespace nastavnik::reports
