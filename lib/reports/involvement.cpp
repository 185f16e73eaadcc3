// Clause 11.11: how far the teaching staff takes part.

#include <algorithm>

#include "model/kinds/codes_programs.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/notions/pairs.h"
#include "model/notions/participation.h"
#include "model/notions/positions.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"

namespace nastavnik::reports {
namespace {

using Ids = std::vector<std::string_view>;

/// Taught in this school on some day of the period.
Verdict teaches_here(const Registry& registry, std::string_view person, const Period& period) {
  const Person* file = registry.all<Person>().find(person);
  return file ? has_category(*file, PositionCategory::teaching_staff, period) : Verdict::no;
}

/// Of whose position it is not known they are on neither side.
struct Sides {
  Ids teachers{};
  Ids others{};
};

Sides sorted_out(const Registry& registry, const Ids& people, const Period& period) {
  Sides sides;
  for (const std::string_view person : people) {
    const Verdict teaches = teaches_here(registry, person, period);
    if (teaches != Verdict::unknown) (teaches == Verdict::yes ? sides.teachers : sides.others).push_back(person);
  }
  return sides;
}

Ids everyone(const Participation& found) {
  Ids all = found.mentors;
  all.insert(all.end(), found.mentees.begin(), found.mentees.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Addresses with_count(Addresses records) {
  records.insert(records.begin(), "organization");
  return records;
}

struct Counts {
  Sides in_period{};
  Sides on_day{};
  Sides mentors{};
  Sides mentees{};
};

Cell staff_number(Report& report, const StaffCount* staff) {
  if (staff && staff->teaching.given()) return static_cast<long long>(*staff->teaching);
  return report.missing({"численность педагогических работников", "number of teaching staff"},
                        "organization.yaml: staff");
}

Cell share_of(const ReportRequest& request, std::size_t part, const StaffCount* staff) {
  if (!request.registry().all<Person>().seen() || !staff || !staff->teaching.given()) return no_data();
  return Share{static_cast<long long>(part), *staff->teaching};
}

Figures figures_of(const ReportRequest& request, Report& report, const Counts& counts, const StaffCount* staff) {
  const Cell total = staff_number(report, staff);
  const Cell others = request.registry().all<Person>().seen() ? counted(counts.in_period.others.size()) : no_data();
  const auto share = [&](const Sides& sides) { return share_of(request, sides.teachers.size(), staff); };
  const auto records = [](const Sides& sides) { return with_count(addresses<Person>(sides.teachers)); };
  return {
      "involvement",
      {"Сколько педагогов вовлечено", "How many teachers are involved"},
      {
          {"staff_teaching",
           {"Педагогических работников", "Teaching staff"},
           total,
           {"последний подсчёт (staff) на дату отчёта или раньше",
            "the last count (staff) on the day of the report or before"},
           {"organization"}},
          {"involved_in_period",
           {"Вовлечены за период", "Involved over the period"},
           share(counts.in_period),
           {"педагоги организации, которые хотя бы один день периода были наставниками или наставляемыми, к числу педагогов; студенты и работники других организаций не считаются",
            "teachers of the school who were mentors or mentees on one day of the period at least, to the number of teaching staff; students and people employed elsewhere are not counted"},
           records(counts.in_period)},
          {"involved_on_day",
           {"Вовлечены на дату", "Involved on the day"},
           share(counts.on_day),
           {"то же на последний день", "the same on the last day"},
           records(counts.on_day)},
          {"mentor_share",
           {"Доля наставников", "Share of mentors"},
           share(counts.mentors),
           {"педагоги организации, бывшие за период наставниками, к числу педагогов",
            "teachers of the school who were mentors in the period, to the number of teaching staff"},
           records(counts.mentors)},
          {"mentee_share",
           {"Доля наставляемых", "Share of mentees"},
           share(counts.mentees),
           {"педагоги организации, бывшие за период наставляемыми, к числу педагогов",
            "teachers of the school who were mentees in the period, to the number of teaching staff"},
           records(counts.mentees)},
          {"not_counted",
           {"Участники, которые не в числе педагогов", "Participants who are not teaching staff"},
           others,
           {"участники за период без должности педагогического работника в организации",
            "participants of the period without a teaching position in the school"},
           addresses<Person>(counts.in_period.others)},
      }};
}

/// Teachers by the form of the pairs they take part in.
Grid by_form(const ReportRequest& request, const Participation& found) {
  std::vector<Ids> people(Codes<RoleForm>::table.size());
  for (const auto* list : {&found.pairs, &found.groups})
    for (const Pair* pair : *list) {
      if (!pair->role_form.given()) continue;
      Ids& here = people[static_cast<std::size_t>(*pair->role_form)];
      here.push_back(pair->mentor.id);
      for (const Member& member : pair->mentees)
        if (const auto days = period_of(member, *pair); days && days->meets(request.period))
          here.push_back(member.person.id);
    }
  Grid grid{.id = "involvement_forms",
            .title = {"Педагоги по формам наставничества", "Teachers by form of mentoring"},
            .definition = {"педагоги организации, участвовавшие за период; кто был в двух формах, стоит в обеих",
                           "teachers of the school who took part in the period; who was in two forms stands in both"},
            .columns = {{"form", {"Форма", "Form"}}, {"teachers", {"Педагогов", "Teachers"}, true}},
            .when_empty = {"пар и групп за период не было", "there were no pairs or groups in the period"}};
  for (std::size_t i = 0; i < people.size(); ++i) {
    Ids& here = people[i];
    std::sort(here.begin(), here.end());
    here.erase(std::unique(here.begin(), here.end()), here.end());
    const Ids teachers = sorted_out(request.registry(), here, request.period).teachers;
    if (!here.empty())
      grid.rows.push_back(
          {{Words(label_of(static_cast<RoleForm>(i))), counted(teachers.size())}, addresses<Person>(teachers)});
  }
  return grid;
}

}  // namespace

const StaffCount* staff_on(const Registry& registry, Date day) {
  const StaffCount* last = nullptr;
  for (const StaffCount& count : registry.organization().staff)
    if (count.date.given() && *count.date <= day && (!last || *count.date >= *last->date)) last = &count;
  return last;
}

void add_involvement(const ReportRequest& request, Report& report) {
  const Registry& registry = request.registry();
  const Period day{request.day(), request.day()};
  const Participation in_period = participation_in(registry, request.period);
  const Counts counts{.in_period = sorted_out(registry, everyone(in_period), request.period),
                      .on_day = sorted_out(registry, everyone(participation_in(registry, day)), day),
                      .mentors = sorted_out(registry, in_period.mentors, request.period),
                      .mentees = sorted_out(registry, in_period.mentees, request.period)};
  report.add(figures_of(request, report, counts, staff_on(registry, request.day())));
  if (registry.all<Person>().seen()) report.add(by_form(request, in_period));
}

ReportKind involvement_report();
ReportKind involvement_report() {
  return {.name = "involvement",
          .title = {"Вовлечённость педагогов", "Involvement of the teaching staff"},
          .summary = {"какая доля педагогов участвует в наставничестве",
                      "what share of the teaching staff takes part in mentoring"},
          .clauses = "11.11",
          .build = add_involvement};
}

}  // namespace nastavnik::reports
