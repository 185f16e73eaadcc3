// Clauses 11.8, 11.11 and 14.7: training of mentors, events, contests.

#include <algorithm>
#include <map>

#include "model/notions/participation.h"
#include "model/notions/states.h"
#include "model/notions/training.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"

namespace nastavnik::reports {
namespace {

/// Mentors of the period: of a working pair, or appointed on its last day.
std::vector<std::string_view> mentors_of_period(const ReportRequest& request) {
  std::vector<std::string_view> found = participation_in(request.registry(), request.period).mentors;
  for (const std::string_view mentor : mentors_in_office(request.registry(), request.day())) found.push_back(mentor);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

struct Trained {
  Addresses in_period{};
  Addresses still_counts{};
};

Trained trained_among(const ReportRequest& request, const std::vector<std::string_view>& mentors) {
  const TrainingDays trainings(request.registry());
  const Date oldest = add_months(request.day(), -*request.registry().settings().thresholds->training_max_age_months);
  Trained trained;
  for (const std::string_view id : mentors) {
    const Mentor* mentor = request.registry().all<Mentor>().find(id);
    if (!mentor) continue;
    const auto days = trainings.of(*mentor);
    const auto any = [&](auto is) {
      return std::any_of(days.begin(), days.end(),
                         [&](const At<Day>* day) { return **day <= request.day() && is(**day); });
    };
    if (any([&](Date day) { return request.period.holds(day); })) trained.in_period.push_back(address_of(*mentor));
    if (any([&](Date day) { return day >= oldest; })) trained.still_counts.push_back(address_of(*mentor));
  }
  return trained;
}

Grid courses_in(const ReportRequest& request, Average& hours, Addresses& records) {
  Grid grid{"trainings",
            {"Обучение наставников", "Training of the mentors"},
            {"записи об обучении в банке наставников", "records of training in the bank of mentors"},
            {{"mentor", {"Наставник", "Mentor"}},
             {"date", {"Дата", "Date"}},
             {"kind", {"Вид", "Kind"}},
             {"title", {"Название", "Title"}},
             {"hours", {"Часы", "Hours"}, true},
             {"document", {"Документ", "Document"}}},
            {},
            {"за период записей об обучении нет", "there are no records of training in the period"}};
  for (const Mentor& mentor : request.registry().all<Mentor>())
    for (const Training& training : mentor.training) {
      if (!training.date.given() || !request.period.holds(*training.date)) continue;
      if (training.hours.given()) hours.sum += *training.hours;
      records.push_back(address_of(mentor));
      const auto text = [](const At<Line>& line) { return line.given() ? Cell(say({"{}", "{}"}, *line)) : dash(); };
      grid.rows.push_back(
          {{who(request, mentor.id), *training.date,
            training.kind.given() ? Cell(Words(label_of(*training.kind))) : dash(), text(training.title),
            training.hours.given() ? Cell(static_cast<long long>(*training.hours)) : dash(), text(training.document)},
           {address_of(mentor)}});
    }
  return grid;
}

Grid events_in(const ReportRequest& request) {
  Grid grid{"events",
            {"События", "Events"},
            {"события учебных годов с датой в дни периода", "events of the school years dated within the period"},
            {{"date", {"Дата", "Date"}},
             {"kind", {"Вид", "Kind"}},
             {"title", {"Название", "Title"}},
             {"level", {"Уровень", "Level"}},
             {"participants", {"Участников", "Participants"}, true}},
            {},
            {"за период событий не записано", "no events are recorded in the period"}};
  for (const SchoolYear& year : request.registry().all<SchoolYear>())
    for (const Event& event : year.events) {
      if (!event.date.given() || !request.period.holds(*event.date)) continue;
      grid.rows.push_back({{*event.date, event.kind.given() ? Cell(Words(label_of(*event.kind))) : dash(),
                            event.title.given() ? Cell(say({"{}", "{}"}, *event.title)) : dash(),
                            event.level.given() ? Cell(Words(label_of(*event.level))) : dash(),
                            event.participants.absent() ? Cell(no_data()) : counted(event.participants.size())},
                           {address_of(year)}});
    }
  std::stable_sort(grid.rows.begin(), grid.rows.end(),
                   [](const Row& a, const Row& b) { return std::get<Date>(a.cells[0]) < std::get<Date>(b.cells[0]); });
  return grid;
}

Grid contests_in(const ReportRequest& request, std::size_t& number, Addresses& records) {
  struct Kept {
    Addresses recommended{};
    std::size_t with_result = 0;
  };
  std::map<std::size_t, Kept> levels;
  for (const Mentee& mentee : request.registry().all<Mentee>())
    for (const Contest& contest : mentee.contests) {
      if (!contest.date.given() || !request.period.holds(*contest.date) || !contest.level.given()) continue;
      Kept& kept = levels[static_cast<std::size_t>(*contest.level)];
      kept.recommended.push_back(address_of(mentee));
      if (contest.result.given()) ++kept.with_result;
      records.push_back(address_of(mentee));
      ++number;
    }
  Grid grid{"contests",
            {"Участие в конкурсах (п. 14.7)", "Contests (clause 14.7)"},
            {"рекомендации наставляемых на конкурсы с датой в дни периода",
             "recommendations of mentees for contests dated within the period"},
            {{"level", {"Уровень", "Level"}},
             {"recommended", {"Рекомендаций", "Recommendations"}, true},
             {"with_result", {"С записанным итогом", "With a recorded result"}, true}},
            {},
            {"за период рекомендаций нет", "there are no recommendations in the period"}};
  for (auto& [level, kept] : levels)
    grid.rows.push_back(
        {{Words(label_of(static_cast<Level>(level))), counted(kept.recommended.size()), counted(kept.with_result)},
         kept.recommended});
  return grid;
}

}  // namespace

void add_training(const ReportRequest& request, Page& report) {
  const auto mentors = mentors_of_period(request);
  const Trained trained = trained_among(request, mentors);
  Average hours;
  std::size_t contests = 0;
  Addresses of_courses, of_contests;
  Grid courses = courses_in(request, hours, of_courses), levels = contests_in(request, contests, of_contests);
  const auto share = [&](const Addresses& part) -> Cell {
    return Share{static_cast<long long>(part.size()), static_cast<long long>(mentors.size())};
  };
  const Count age{*request.registry().settings().thresholds->training_max_age_months, noun::month};
  report.add(Figures{
      "professional_development",
      {"Повышение квалификации", "Professional development"},
      {
          {"trained_in_period",
           {"Наставники, обучавшиеся за период", "Mentors trained in the period"},
           share(trained.in_period),
           {"наставники периода с обучением в банке или с участием в установочной сессии, консультации, обмене опытом",
            "mentors of the period with a training in the bank, or who took part in an introductory session, a consultation or an exchange of experience"},
           trained.in_period},
          {"trained_recently",
           {"Наставники с действующим обучением", "Mentors whose training still counts"},
           share(trained.still_counts),
           say({"то же не раньше чем за {} до дня отчёта (принято организацией)",
                "the same not earlier than {} before the day of the report (adopted by the school)"},
               age),
           trained.still_counts},
          {"training_hours",
           {"Часов обучения", "Hours of training"},
           hours.sum,
           {"сумма часов записей об обучении за период", "the sum of the hours of the trainings of the period"},
           of_courses},
          {"contests",
           {"Рекомендаций на конкурсы", "Recommendations for contests"},
           counted(contests),
           {"рекомендации наставляемых на конкурсы с датой в дни периода",
            "recommendations of mentees for contests dated within the period"},
           of_contests},
      }});
  report.add(std::move(courses));
  report.add(std::move(levels));
}

void add_events(const ReportRequest& request, Page& report) { report.add(events_in(request)); }

void add_professional_development(const ReportRequest& request, Page& report) {
  add_training(request, report);
  add_events(request, report);
}

ReportKind professional_development_report();
ReportKind professional_development_report() {
  return {.name = "professional-development",
          .title = {"Повышение квалификации", "Professional development"},
          .summary = {"обучение наставников, события, конкурсы", "training of mentors, events, contests"},
          .clauses = "11.8,11.11,14.7",
          .build = add_professional_development};
}

}  // namespace nastavnik::reports
