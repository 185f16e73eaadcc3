// Clauses 11.8, 11.11 and 14.7: training of mentors, events, contests.

#include <algorithm>
#include <map>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/settings.h"
#include "model/kinds/years.h"
#include "model/notions/participation.h"
#include "model/notions/states.h"
#include "model/notions/training.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"
#include "rules/questions/limits.h"

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
    if (any([&](Date day) { return request.period.holds(day); })) trained.in_period.push_back(address_told(*mentor));
    if (any([&](Date day) { return day >= oldest; })) trained.still_counts.push_back(address_told(*mentor));
  }
  return trained;
}

/// What the bank of mentors says of training in the period.
struct Courses {
  Grid grid{};
  Addresses mentors{};     ///< each as often as trained
  Addresses with_hours{};  ///< those whose hours are written down
  long long hours = 0;
  long long without_hours = 0;
  bool unnamed = false;  ///< who took part in an event is not written down: more may have been trained than are known
};

Grid empty_table_of_courses() {
  return {
      .id = "trainings",
      .title = {"Обучение наставников", "Training of the mentors"},
      .definition =
          {"записи об обучении в банке наставников и события, которые учат наставников: установочная сессия, консультация, обмен опытом",
           "records of training in the bank of mentors, and events that train mentors: introductory session, consultation, exchange of experience"},
      .columns = {{"mentor", {"Наставник", "Mentor"}},
                  {"date", {"Дата", "Date"}},
                  {"kind", {"Вид", "Kind"}},
                  {"title", {"Название", "Title"}},
                  {"hours", {"Часы", "Hours"}, true},
                  {"document", {"Документ", "Document"}}},
      .when_empty = {"за период записей об обучении нет", "there are no records of training in the period"}};
}

Cell text(const At<Line>& line) { return line.given() ? Cell(say({"{}", "{}"}, *line)) : dash(); }

void add_records(const ReportRequest& request, Courses& courses) {
  for (const Mentor& mentor : request.registry().all<Mentor>())
    for (const Training& training : mentor.training) {
      if (!training.date.given() || !request.period.holds(*training.date)) continue;
      courses.without_hours += training.hours.given() ? 0 : 1;
      if (training.hours.given()) {
        courses.hours += *training.hours;
        courses.with_hours.push_back(address_told(mentor));
      }
      courses.mentors.push_back(address_told(mentor));
      courses.grid.rows.push_back(
          {{who(request, mentor.id), *training.date,
            training.kind.given() ? Cell(Words(label_of(*training.kind))) : dash(), text(training.title),
            training.hours.given() ? Cell(static_cast<long long>(*training.hours)) : dash(), text(training.document)},
           {address_told(mentor)}});
    }
}

/// The event may be a training that the mentor's own record holds.
bool has_record_of(const Mentor& mentor, Date day) {
  return std::any_of(mentor.training.begin(), mentor.training.end(),
                     [&](const Training& training) { return training.date.given() && *training.date == day; });
}

void add_training_event(const ReportRequest& request, const Event& event, std::string record, Courses& courses) {
  if (event.participants.empty()) {
    courses.unnamed = true;
    ++courses.without_hours;
    courses.grid.rows.push_back(
        {{no_data(), *event.date, Words(label_of(*event.kind)), text(event.title), dash(), dash()},
         {std::move(record)}});
    return;
  }
  std::vector<std::string_view> people;
  GridRow row{{}, {std::move(record)}};
  for (const Link<Person>& person : event.participants) {
    const Mentor* mentor = request.registry().all<Mentor>().find(person.id);
    if (!mentor || has_record_of(*mentor, *event.date)) continue;
    people.push_back(mentor->id);
    row.records.push_back(address_told(*mentor));
    courses.mentors.push_back(address_told(*mentor));
    ++courses.without_hours;
  }
  if (people.empty()) return;
  row.cells = {who(request, people), *event.date, Words(label_of(*event.kind)), text(event.title), dash(), dash()};
  courses.grid.rows.push_back(std::move(row));
}

Courses courses_in(const ReportRequest& request) {
  Courses courses{.grid = empty_table_of_courses()};
  add_records(request, courses);
  for (const SchoolYear& year : request.registry().all<SchoolYear>())
    for (const Event& event : year.events)
      if (trains_mentors(event) && event.date.given() && request.period.holds(*event.date))
        add_training_event(request, event, address_told(year), courses);
  return courses;
}

/// Nobody known is not nobody while it is not written down who took part.
Cell unless_unnamed(const Courses& courses, const Addresses& found, Cell value) {
  return courses.unnamed && found.empty() ? no_data() : value;
}

Figure trained_in_bank(const Courses& courses) {
  Addresses mentors = courses.mentors;
  std::sort(mentors.begin(), mentors.end());
  mentors.erase(std::unique(mentors.begin(), mentors.end()), mentors.end());
  return {"trained_in_bank",
          {"Обучались за период из всего банка наставников", "Trained in the period, of the whole bank of mentors"},
          unless_unnamed(courses, mentors, counted(mentors.size())),
          {"внесённые в банк, о ком есть строка в таблице обучения, каждый один раз",
           "those in the bank who stand in the table of trainings, each once"},
          mentors};
}

Grid events_in(const ReportRequest& request) {
  Grid grid{.id = "events",
            .title = {"События", "Events"},
            .definition = {"события учебных годов с датой в дни периода",
                           "events of the school years dated within the period"},
            .columns = {{"date", {"Дата", "Date"}},
                        {"kind", {"Вид", "Kind"}},
                        {"title", {"Название", "Title"}},
                        {"level", {"Уровень", "Level"}},
                        {"participants", {"Участников", "Participants"}, true}},
            .when_empty = {"за период событий не записано", "no events are recorded in the period"}};
  for (const SchoolYear& year : request.registry().all<SchoolYear>())
    for (const Event& event : year.events) {
      if (!event.date.given() || !request.period.holds(*event.date)) continue;
      grid.rows.push_back({{*event.date, event.kind.given() ? Cell(Words(label_of(*event.kind))) : dash(),
                            event.title.given() ? Cell(say({"{}", "{}"}, *event.title)) : dash(),
                            event.level.given() ? Cell(Words(label_of(*event.level))) : dash(),
                            event.participants.absent() ? Cell(no_data()) : counted(event.participants.size())},
                           {address_told(year)}});
    }
  std::stable_sort(grid.rows.begin(), grid.rows.end(), [](const GridRow& a, const GridRow& b) {
    return std::get<Date>(a.cells[0]) < std::get<Date>(b.cells[0]);
  });
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
      kept.recommended.push_back(address_told(mentee));
      if (contest.result.given()) ++kept.with_result;
      records.push_back(address_told(mentee));
      ++number;
    }
  Grid grid{.id = "contests",
            .title = {"Участие в конкурсах (п. 14.7)", "Contests (clause 14.7)"},
            .definition = {"рекомендации наставляемых на конкурсы с датой в дни периода",
                           "recommendations of mentees for contests dated within the period"},
            .columns = {{"level", {"Уровень", "Level"}},
                        {"recommended", {"Рекомендаций", "Recommendations"}, true},
                        {"with_result", {"С записанным итогом", "With a recorded result"}, true}},
            .when_empty = {"за период рекомендаций нет", "there are no recommendations in the period"}};
  for (auto& [level, kept] : levels)
    grid.rows.push_back(
        {{Words(label_of(static_cast<Level>(level))), counted(kept.recommended.size()), counted(kept.with_result)},
         kept.recommended});
  return grid;
}

}  // namespace

void add_training(const ReportRequest& request, Report& report) {
  const auto mentors = mentors_of_period(request);
  const Trained trained = trained_among(request, mentors);
  std::size_t contests = 0;
  Addresses of_contests;
  Courses courses = courses_in(request);
  Grid levels = contests_in(request, contests, of_contests);
  const auto share = [&](const Addresses& part) -> Cell {
    return Share{static_cast<long long>(part.size()), static_cast<long long>(mentors.size())};
  };
  const Count age{*request.registry().settings().thresholds->training_max_age_months, noun::month};
  report.add(Figures{
      "professional_development",
      {"Сколько наставников обучено", "How many mentors were trained"},
      {
          {"trained_in_period",
           {"Обучались за период из работавших и назначенных",
            "Trained in the period, of those with a pair or in office"},
           unless_unnamed(courses, trained.in_period, share(trained.in_period)),
           {"наставники пар периода и назначенные на день отчёта: с обучением в банке или с участием в установочной сессии, консультации, обмене опытом",
            "mentors of pairs of the period and those in office on the day of the report: with a training in the bank, or who took part in an introductory session, a consultation or an exchange of experience"},
           trained.in_period},
          {"trained_recently",
           {"Наставники с действующим обучением", "Mentors whose training still counts"},
           unless_unnamed(courses, trained.still_counts, share(trained.still_counts)),
           say({"то же не раньше чем за {} до дня отчёта ({})",
                "the same not earlier than {} before the day of the report ({})"},
               age, whose_term(request.registry().settings().thresholds->training_max_age_months)),
           trained.still_counts},
          trained_in_bank(courses),
          {"training_hours",
           {"Часов обучения", "Hours of training"},
           hours_of(courses.hours, courses.without_hours),
           {"сумма часов записей об обучении за период; у событий часов нет",
            "the sum of the hours of the records of training of the period; events have no hours"},
           courses.with_hours},
          {"contests",
           {"Рекомендаций на конкурсы", "Recommendations for contests"},
           counted(contests),
           {"рекомендации наставляемых на конкурсы с датой в дни периода",
            "recommendations of mentees for contests dated within the period"},
           of_contests},
      }});
  if (courses.unnamed)
    report.missing({"кто участвовал в установочной сессии, консультации или обмене опытом",
                    "who took part in an introductory session, a consultation or an exchange of experience"},
                   "years/: events: participants");
  report.add(std::move(courses.grid));
  report.add(std::move(levels));
}

Addresses trained_in(const ReportRequest& request) {
  return trained_among(request, mentors_of_period(request)).in_period;
}

void add_events(const ReportRequest& request, Report& report) { report.add(events_in(request)); }

void add_professional_development(const ReportRequest& request, Report& report) {
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
