// Clause 11.11: the final analytical report, ten parts and the annexes.

#include <algorithm>

#include "model/kinds/activities.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/years.h"
#include "model/notions/naming.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/participation.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "reports/final_conclusions.h"
#include "reports/reports.h"
#include "reports/sections.h"
#include "reports/signatures.h"
#include "reports/years_compared.h"

namespace nastavnik::reports {
namespace {

Cell text(const At<Line>& line) { return line.given() ? Cell(say({"{}", "{}"}, *line)) : dash(); }
Cell day(const At<Day>& date) { return date.given() ? Cell(*date) : dash(); }

GridRow act(Words title, Cell number, Cell date, std::string record) {
  return {{std::move(title), std::move(number), std::move(date)}, {std::move(record)}};
}

// 1. Legal base

void add_own_regulation(const ReportRequest& request, Grid& acts, Report& report) {
  const Regulation& own = request.registry().regulation();
  if (!request.registry().has<Regulation>()) {
    report.missing({"положение организации", "the school's own regulation"}, "regulation.yaml");
    return;
  }
  if (!own.approved_on.given())
    report.missing({"день утверждения положения", "the day on which the regulation was approved"},
                   "regulation.yaml: approved_on");
  if (!own.order.to)
    report.missing({"приказ об утверждении положения", "the order that approves the regulation"},
                   "regulation.yaml: order");
  acts.rows.push_back(act({"Положение о системе наставничества организации", "The school's regulation on mentoring"},
                          number_of(request, own.order), day(own.approved_on), "regulation"));
  for (const RegulationChange& change : own.changes)
    acts.rows.push_back(act({"Изменения в положение", "Changes of the regulation"}, number_of(request, change.order),
                            day(change.date), "regulation"));
}

void add_legal_base(const ReportRequest& request, Report& report) {
  report.heading({"1. Нормативная база и локальные акты", "1. Legal base and local acts"});
  report.paragraph(
      {"Система наставничества работает по примерному положению, утверждённому приказом министерства образования Новосибирской области от 25.03.2022 № 564, и по локальным актам организации.",
       "Mentoring follows the model regulation approved by order No. 564 of the Ministry of Education of Novosibirsk oblast of 2022-03-25, and the local acts of the school."});
  Grid acts{.id = "acts",
            .title = {"Локальные акты", "Local acts"},
            .definition = {"акты, действующие на день отчёта", "acts in force on the day of the report"},
            .columns = {{"title", {"Акт", "Act"}}, {"number", {"Номер", "Number"}}, {"date", {"Дата", "Date"}}},
            .when_empty = {"акты не записаны", "no acts are recorded"}};
  add_own_regulation(request, acts, report);
  for (const LocalAct& local : request.registry().organization().local_acts)
    if (!local.replaced_on.given() || *local.replaced_on > request.day())
      acts.rows.push_back(act(local.title.given() ? say({"{}", "{}"}, *local.title) : no_data().words,
                              text(local.number), day(local.date), "organization"));
  report.add(std::move(acts));
  Grid orders{.id = "orders",
              .title = {"Приказы за период", "Orders of the period"},
              .columns = {{"title", {"Приказ", "Order"}}, {"number", {"Номер", "Number"}}, {"date", {"Дата", "Date"}}},
              .when_empty = {"приказов за период нет", "there are no orders in the period"}};
  for (const Order& order : request.registry().all<Order>())
    if (order.date.given() && request.period.holds(*order.date))
      orders.rows.push_back(act(order.title.given() ? say({"{}", "{}"}, *order.title) : no_data().words,
                                number_of(request, {.id = order.id, .to = &order}), day(order.date),
                                address_told(order)));
  std::stable_sort(orders.rows.begin(), orders.rows.end(), [](const GridRow& a, const GridRow& b) {
    return std::get<Date>(a.cells[2]) < std::get<Date>(b.cells[2]);
  });
  report.add(std::move(orders));
}

// 2. Curator and council

void add_offices(const ReportRequest& request, Report& report) {
  report.heading({"2. Куратор и объединение наставников", "2. Curator and council of mentors"});
  const Organization& school = request.registry().organization();
  Grid offices{.id = "offices",
               .title = {"Кто отвечал за наставничество", "Who was in charge of mentoring"},
               .definition = {"сроки, которые пересекаются с периодом", "terms that meet the period"},
               .columns = {{"office", {"Обязанность", "Office"}},
                           {"who", {"Кто", "Who"}},
                           {"from", {"С", "From"}},
                           {"to", {"По", "To"}},
                           {"order", {"Приказ", "Order"}}},
               .when_empty = {"никто не записан", "nobody is recorded"}};
  for (const CuratorTerm& term : school.curators)
    if (const auto period = period_of(term); period && period->meets(request.period))
      offices.rows.push_back({{Words("куратор", "curator"), who(request, term.person.id), day(term.from), day(term.to),
                               number_of(request, term.order)},
                              {"organization"}});
  if (offices.rows.empty()) report.missing({"куратор", "curator"}, "organization.yaml: curators");
  for (const Council& council : school.councils)
    if (const auto period = period_of(council.from, council.to); period && period->meets(request.period))
      offices.rows.push_back({{council.name.given() ? say({"{}", "{}"}, *council.name)
                                                    : Words("объединение наставников", "council of mentors"),
                               say({"членов: {}", "members: {}"}, council.members.size()), day(council.from),
                               day(council.to), number_of(request, council.order)},
                              {"organization"}});
  report.add(std::move(offices));
}

// 3. Banks

void add_banks(const ReportRequest& request, Report& report) {
  report.heading({"3. Банки и статистика участников", "3. Banks and statistics of participants"});
  Addresses practices;
  for (const Practice& practice : request.registry().all<Practice>()) practices.push_back(address_told(practice));
  std::vector<Figure> banks = figures_of_banks(request);
  banks.push_back(
      {"practice_bank",
       {"Описанных практик", "Described practices"},
       counted(practices.size()),
       {"описания лучшего опыта до дня записей", "descriptions of best experience up to the day of the records"},
       practices});
  report.add(Figures{"banks", {"Банки на дату", "The banks on the day"}, std::move(banks)});
  add_participants(request, report);
  add_years_compared(request, report);
}

// 8. Monitoring

bool is_monitored(const SchoolYear* year, const Period& days) {
  return year && std::any_of(year->monitoring.begin(), year->monitoring.end(),
                             [&](const Monitoring& item) { return item.date.given() && days.holds(*item.date); });
}

void note_years_without_monitoring(const ReportRequest& request, Report& report) {
  for (Period year = school_year(request.period.from); year.from <= request.day(); year = next_school_year(year))
    if (!is_monitored(file_of_year(request.registry(), year.from), request.period))
      report.missing({"мониторинг", "monitoring"}, file_of(year) + ": monitoring");
}

void add_monitoring(const ReportRequest& request, Report& report) {
  report.heading({"8. Мониторинг и анкетирование", "8. Monitoring and surveys"});
  Grid grid{.id = "monitoring",
            .title = {"Мониторинг (п. 11.10)", "Monitoring (clause 11.10)"},
            .columns = {{"date", {"Дата", "Date"}},
                        {"authors", {"Кто провёл", "Held by"}},
                        {"method", {"Как", "How"}},
                        {"findings", {"Выводы", "Findings"}}},
            .when_empty = {"мониторинга за период не записано", "no monitoring is recorded in the period"}};
  for (const SchoolYear& year : request.registry().all<SchoolYear>())
    for (const Monitoring& item : year.monitoring) {
      if (!item.date.given() || !request.period.holds(*item.date)) continue;
      std::vector<std::string_view> authors;
      for (const Link<Person>& author : item.authors) authors.push_back(author.id);
      grid.rows.push_back({{*item.date, who(request, authors), text(item.method),
                            item.findings.given() ? Cell(say({"{}", "{}"}, *item.findings)) : dash()},
                           {address_told(year)}});
    }
  note_years_without_monitoring(request, report);
  report.add(std::move(grid));
  add_quality(request, report);
}

// 9. Practices and events

void add_practices(const ReportRequest& request, Report& report) {
  report.heading({"9. Лучшие практики и события", "9. Best practices and events"});
  Grid grid{
      .id = "practices",
      .title = {"Лучшие практики", "Best practices"},
      .definition = {"описания с датой в дни периода", "descriptions dated within the period"},
      .columns = {{"title", {"Практика", "Practice"}}, {"date", {"Дата", "Date"}}, {"authors", {"Авторы", "Authors"}}},
      .when_empty = {"за период практик не описано", "no practices were described in the period"}};
  for (const Practice& practice : request.registry().all<Practice>()) {
    if (!practice.date.given() || !request.period.holds(*practice.date)) continue;
    std::vector<std::string_view> authors;
    for (const Link<Person>& author : practice.authors) authors.push_back(author.id);
    grid.rows.push_back({{text(practice.title), *practice.date, who(request, authors)}, {address_told(practice)}});
  }
  report.add(std::move(grid));
  add_events(request, report);
}

// Annexes

bool is_given_up(const Completion& completion) {
  return completion.ground.given() && *completion.ground != Ground::plan_completed;
}

Words state_words(const Program& program, Date day) {
  switch (state_on(program, day)) {
    case ProgramState::draft: return {"проект", "draft"};
    case ProgramState::ready: return {"утверждена", "approved"};
    case ProgramState::active: return {"действует", "active"};
    case ProgramState::expired: return {"срок прошёл, не завершена", "expired, not completed"};
    case ProgramState::completed:
      return is_given_up(*program.completion) ? Words("прекращена", "given up") : Words("завершена", "completed");
    case ProgramState::cancelled: break;
    case ProgramState::unclear: return {"не решено", "undecided"};
  }
  return {"отменена", "cancelled"};
}

void add_program_list(const ReportRequest& request, Report& report) {
  report.add(Heading{.text = {"Приложение 1. Перечень программ", "Annex 1. List of programmes"}, .on_new_page = true});
  Grid grid{.id = "program_list",
            .title = {"Программы за период", "Programmes of the period"},
            .columns = {{"title", {"Название", "Title"}},
                        {"mentor", {"Наставник", "Mentor"}},
                        {"mentees", {"Наставляемые", "Mentees"}},
                        {"start", {"Начало", "Start"}},
                        {"end", {"Окончание срока", "End of the term"}},
                        {"state", {"Состояние", "State"}},
                        {"plan", {"План выполнен", "Plan fulfilled"}, true}},
            .when_empty = {"программ за период не было", "there were no programmes in the period"}};
  for (const Program* program : participation_in(request.registry(), request.period).programs) {
    std::vector<std::string_view> mentees;
    if (program->pair.to)
      for (const Member& member : program->pair->mentees) mentees.push_back(member.person.id);
    const PlanProgress progress = progress_of(*program, request.day());
    const At<Day> end = end_of_term(*program, request.day());
    grid.rows.push_back(
        {{text(program->title), program->pair.to ? who(request, program->pair->mentor.id) : no_data().words,
          who(request, mentees), day(program->start), end.given() ? Cell(*end) : Cell(no_data()),
          state_words(*program, request.day()), Share{progress.done, progress.planned}},
         {address_told(*program)}});
  }
  report.add(std::move(grid));
}

void add_annexes(const ReportRequest& request, Report& report) {
  add_program_list(request, report);
  report.heading({"Приложение 2. Выполнение дорожной карты", "Annex 2. Progress of the roadmap"});
  add_roadmap(request, report);
  report.heading({"Приложение 3. Освобождения от обязанностей", "Annex 3. Releases from duties"});
  add_releases(request, report);
}

/// Whoever is named on paper needs a name.
void note_nameless(const ReportRequest& request, Report& report) {
  const Participation found = participation_in(request.registry(), request.period);
  for (const auto* people : {&found.mentors, &found.mentees})
    for (const std::string_view person : *people)
      if (request.names && full_name_of(request.registry(), person, request.day()).empty() &&
          !is_erased(request.registry(), person))
        report.missing({"фамилия, имя, отчество", "full name"}, address_told<Person>(person) + ".yaml: full_name");
}

/// «за 2025/26 учебный год», and up to which day where the year is not over.
Words year_words(const Period& period) {
  const Period year = school_year(period.to);
  if (period.from != year.from) return days_of(period);
  const Words name = say({"за {} учебный год", "school year {}"}, short_name(year));
  return period.to == year.to ? name : say({"{} (по {})", "{} (up to {})"}, name, on_day(period.to));
}

bool says_nothing(const Cell& cell) {
  if (const auto* number = std::get_if<long long>(&cell)) return *number == 0;
  if (const auto* share = std::get_if<Share>(&cell)) return share->part == 0 && share->whole == 0;
  const auto* average = std::get_if<Average>(&cell);
  return average && average->count == 0;
}

/// A table of noughts is no news on paper.
void leave_out_noughts(Report& report) {
  std::erase_if(report.blocks, [](const Block& block) {
    const auto* figures = std::get_if<Figures>(&block);
    return figures && std::all_of(figures->figures.begin(), figures->figures.end(),
                                  [](const Figure& figure) { return says_nothing(figure.value); });
  });
}

void build(const ReportRequest& asked, Report& report) {
  ReportRequest request = asked;
  request.to_sign = report.to_sign = true;
  report.subtitle.back() = year_words(request.period);
  if (!request.names)
    report.subtitle.push_back({"рабочий экземпляр: люди обозначены номерами", "working copy: people are ids"});
  add_legal_base(request, report);
  add_offices(request, report);
  add_banks(request, report);
  report.heading({"4. Формы и виды наставничества", "4. Forms and kinds of mentoring"});
  add_forms_and_kinds(request, report);
  report.heading({"5. Программы и их результаты", "5. Programmes and their results"});
  add_results(request, report);
  report.heading({"6. Вовлечённость педагогов", "6. Involvement of the teaching staff"});
  add_involvement(request, report);
  add_young_teachers(request, report);
  add_load(request, report);
  report.heading({"7. Повышение квалификации", "7. Professional development"});
  add_training(request, report);
  add_monitoring(request, report);
  add_practices(request, report);
  add_conclusions(request, report);
  add_signatures(request, report);
  add_annexes(request, report);
  note_nameless(request, report);
  leave_out_noughts(report);
  leave_out_empty_columns(report);
}

}  // namespace

ReportKind final_report();
ReportKind final_report() {
  return {.name = "final",
          .title = {"Итоговый аналитический отчёт о реализации системы наставничества",
                    "Final analytical report on mentoring"},
          .summary = {"итоговый аналитический отчёт со всеми частями и приложениями",
                      "the final analytical report with all its parts and annexes"},
          .clauses = "11.11",
          .build = build,
          .on_paper = true,
          .annex = "final-annex"};
}

}  // namespace nastavnik::reports
