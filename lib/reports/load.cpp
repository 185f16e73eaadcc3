// Row 5 of the roadmap: who has room for a mentee, and who waits for a mentor.

#include <algorithm>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/settings.h"
#include "model/notions/banks.h"
#include "model/notions/pairs.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"
#include "rules/questions/limits.h"

namespace nastavnik::reports {
namespace {

/// A mentor in office, with the mentees of the day.
struct Load {
  std::string_view mentor{};
  std::vector<std::string_view> mentees{};
  long long capacity = 0;
  Addresses records{};
};

Load load_of(const Registry& registry, std::string_view mentor, Date day) {
  Load load{mentor, mentees_of(registry, mentor, day), capacity_of(registry, mentor), {address_told<Mentor>(mentor)}};
  for (const Pair* pair : registry.pairs_of_mentor(mentor))
    if (works_on(*pair, day) == Verdict::yes) load.records.push_back(address_told(*pair));
  return load;
}

std::vector<Load> loads_on(const Registry& registry, Date day) {
  std::vector<Load> loads;
  for (const std::string_view mentor : mentors_in_office(registry, day))
    loads.push_back(load_of(registry, mentor, day));
  return loads;
}

/// From the first request of a mentee, else the entry in the bank, to the order of the first pair begun in the period.
struct Matching {
  Average days{};
  Addresses records{};
};

std::optional<Date> first_need(const Mentee& mentee) {
  std::optional<Date> first;
  if (mentee.entered_on.given()) first = *mentee.entered_on;
  for (const MenteeRequest& request : mentee.requests)
    if (request.date.given() && (!first || *request.date < *first)) first = *request.date;
  return first;
}

const Pair* first_pair(const Registry& registry, std::string_view mentee) {
  const Pair* first = nullptr;
  for (const Pair* pair : registry.pairs_of_mentee(mentee))
    if (pair->start.given() && (!first || *pair->start < *first->start)) first = pair;
  return first;
}

Matching matching_in(const Registry& registry, const Period& period) {
  Matching matching;
  for (const Mentee& mentee : registry.all<Mentee>()) {
    const Pair* pair = first_pair(registry, mentee.id);
    const auto need = first_need(mentee);
    if (!pair || !need || !period.holds(*pair->start) || !pair->order.to || !pair->order->date.given() ||
        *pair->order->date < *need)
      continue;
    matching.days.sum += *pair->order->date - *need;
    ++matching.days.count;
    matching.records.push_back(address_told(mentee));
  }
  return matching;
}

Addresses without_mentees(const std::vector<Load>& loads) {
  Addresses found;
  for (const Load& load : loads)
    if (load.mentees.empty()) found.push_back(address_told<Mentor>(load.mentor));
  return found;
}

Figures figures_of(const ReportRequest& request, const std::vector<Load>& loads,
                   const std::vector<WaitingMentee>& waiting) {
  Average load;
  Addresses mentors, mentees;
  for (const Load& one : loads) {
    load.sum += static_cast<long long>(one.mentees.size());
    ++load.count;
    mentors.push_back(address_told<Mentor>(one.mentor));
  }
  Average days;
  for (const WaitingMentee& one : waiting) {
    days.sum += request.day() - one.since;
    ++days.count;
    mentees.push_back(address_told(*one.mentee));
  }
  const Addresses idle = without_mentees(loads);
  const Matching matching = matching_in(request.registry(), request.period);
  return {
      "load",
      {"Нагрузка и ожидание", "Load and waiting"},
      {
          {"mentors_in_office",
           {"Исполняют обязанности наставника на дату", "In the office of a mentor on the day"},
           counted(loads.size()),
           {"назначены наставниками или ведут пару на дату отчёта",
            "appointed as mentors or leading a pair on the day"},
           mentors},
          {"average_load",
           {"Наставляемых на одного", "Mentees of one mentor"},
           load,
           {"наставляемые работающих пар на дату, поделённые на наставников",
            "mentees of the pairs that work on the day, divided by the mentors"},
           mentors},
          {"idle_mentors",
           {"Из них без наставляемых", "Of them without mentees"},
           counted(idle.size()),
           {"наставники на дату, у которых нет работающей пары", "mentors on the day who have no working pair"},
           idle},
          {"waiting",
           {"Ожидают наставника", "Waiting for a mentor"},
           counted(waiting.size()),
           {"состоят в банке наставляемых на дату и не входят в работающую пару",
            "stand in the bank of mentees on the day and belong to no working pair"},
           mentees},
          {"average_waiting",
           {"Ждут в среднем, дней", "Waiting on average, days"},
           days,
           {"со дня внесения в банк или со дня после последней пары, что позже",
            "since the entry in the bank or the day after the last pair, whichever is later"},
           mentees},
          {"need_to_order",
           {"От запроса до приказа в среднем, дней", "From request to order on average, days"},
           matching.days,
           {"у наставляемых, чья первая пара началась в период: от первого запроса или внесения в банк до даты приказа о паре",
            "for mentees whose first pair began in the period: from the first request or the entry in the bank to the date of the order"},
           matching.records},
      }};
}

Grid table_of_mentors(const ReportRequest& request, const std::vector<Load>& loads) {
  Grid grid{.id = "load_by_mentor",
            .title = {"Нагрузка наставников", "Load of the mentors"},
            .definition = say({"предел — сколько готов вести сам наставник (max_mentees), иначе — mentor_capacity ({})",
                               "the limit is what the mentor has said (max_mentees), else mentor_capacity ({})"},
                              whose_limit(request.registry().settings().thresholds->mentor_capacity)),
            .columns = {{"mentor", {"Наставник", "Mentor"}},
                        {"mentees", {"Наставляемых", "Mentees"}, true},
                        {"capacity", {"Предел", "Limit"}, true},
                        {"free", {"Свободно", "Free"}, true}},
            .when_empty = {"наставников на дату нет", "there are no mentors on the day"}};
  for (const Load& load : loads) {
    const auto mentees = static_cast<long long>(load.mentees.size());
    grid.rows.push_back(
        {{who(request, load.mentor), mentees, load.capacity, std::max(0LL, load.capacity - mentees)}, load.records});
  }
  return grid;
}

Grid table_of_waiting(const ReportRequest& request, const std::vector<WaitingMentee>& waiting) {
  Grid grid{.id = "waiting_mentees",
            .title = {"Кто ожидает наставника", "Who waits for a mentor"},
            .columns = {{"mentee", {"Наставляемый", "Mentee"}},
                        {"since", {"С какого дня", "Since"}},
                        {"days", {"Дней", "Days"}, true},
                        {"supported", {"Последняя поддержка или поиск", "Last support or search"}}},
            .when_empty = {"никто не ожидает", "nobody is waiting"}};
  for (const WaitingMentee& one : waiting)
    grid.rows.push_back({{who(request, one.mentee->id), one.since, static_cast<long long>(request.day() - one.since),
                          one.supported ? Cell(*one.supported) : dash()},
                         {address_told(*one.mentee)}});
  return grid;
}

BarChart chart_of(const ReportRequest& request, const std::vector<Load>& loads) {
  BarChart chart{"load_chart",
                 {"Наставляемых у каждого наставника", "Mentees of each mentor"},
                 {},
                 {{{"наставляемые", "mentees"}, {}}}};
  for (const Load& load : loads) {
    chart.categories.push_back(who(request, load.mentor));
    chart.series[0].values.push_back(static_cast<long long>(load.mentees.size()));
  }
  return chart;
}

}  // namespace

void add_load(const ReportRequest& request, Report& report) {
  const std::vector<Load> loads = loads_on(request.registry(), request.day());
  const std::vector<WaitingMentee> waiting = waiting_on(request.registry(), request.day());
  report.add(figures_of(request, loads, waiting));
  report.add(table_of_mentors(request, loads));
  if (!loads.empty()) report.add(chart_of(request, loads));
  report.add(table_of_waiting(request, waiting));
}

ReportKind load_report();
ReportKind load_report() {
  return {.name = "load",
          .title = {"Нагрузка наставников и ожидание пары", "Load of the mentors and waiting mentees"},
          .summary = {"сколько наставляемых у каждого наставника, кто свободен и кто ждёт",
                      "how many mentees each mentor has, who is free and who waits"},
          .clauses = "row.5",
          .build = add_load};
}

}  // namespace nastavnik::reports
