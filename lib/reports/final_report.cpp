// Clause 11.11: the final analytical report, ten parts and the annexes.

#include <algorithm>
#include <map>

#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/participation.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "model/notions/states.h"
#include "reports/evidence.h"
#include "reports/findings.h"
#include "reports/judged.h"
#include "reports/reports.h"
#include "reports/sections.h"
#include "reports/signatures.h"
#include "reports/years_compared.h"
#include "rules/citation.h"

namespace nastavnik::reports {
namespace {

Cell text(const At<Line>& line) { return line.given() ? Cell(say({"{}", "{}"}, *line)) : dash(); }
Cell day(const At<Day>& date) { return date.given() ? Cell(*date) : dash(); }

Row act(Words title, Cell number, Cell date, std::string record) {
  return {{std::move(title), std::move(number), std::move(date)}, {std::move(record)}};
}

// 1. Legal base

void add_own_regulation(const ReportRequest& request, Grid& acts, Page& report) {
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
                          own.order.to ? text(own.order->number) : dash(), day(own.approved_on), "regulation"));
  for (const RegulationChange& change : own.changes)
    acts.rows.push_back(act({"Изменения в положение", "Changes of the regulation"},
                            change.order.to ? text(change.order->number) : dash(), day(change.date), "regulation"));
}

void add_legal_base(const ReportRequest& request, Page& report) {
  report.heading({"1. Нормативная база и локальные акты", "1. Legal base and local acts"});
  report.paragraph(
      {"Система наставничества работает по примерному положению, утверждённому приказом министерства образования Новосибирской области от 25.03.2022 № 564, и по локальным актам организации.",
       "Mentoring follows the model regulation approved by order No. 564 of the Ministry of Education of Novosibirsk oblast of 2022-03-25, and the local acts of the school."});
  Grid acts{"acts",
            {"Локальные акты", "Local acts"},
            {"акты, действующие на день отчёта", "acts in force on the day of the report"},
            {{"title", {"Акт", "Act"}}, {"number", {"Номер", "Number"}}, {"date", {"Дата", "Date"}}},
            {},
            {"акты не записаны", "no acts are recorded"}};
  add_own_regulation(request, acts, report);
  for (const LocalAct& local : request.registry().organization().local_acts)
    if (!local.replaced_on.given() || *local.replaced_on > request.day())
      acts.rows.push_back(act(local.title.given() ? say({"{}", "{}"}, *local.title) : no_data().words,
                              text(local.number), day(local.date), "organization"));
  report.add(std::move(acts));
  Grid orders{"orders", {"Приказы за период", "Orders of the period"},
              {},       {{"title", {"Приказ", "Order"}}, {"number", {"Номер", "Number"}}, {"date", {"Дата", "Date"}}},
              {},       {"приказов за период нет", "there are no orders in the period"}};
  for (const Order& order : request.registry().all<Order>())
    if (order.date.given() && request.period.holds(*order.date))
      orders.rows.push_back(act(order.title.given() ? say({"{}", "{}"}, *order.title) : no_data().words,
                                text(order.number), day(order.date), address_of(order)));
  std::stable_sort(orders.rows.begin(), orders.rows.end(),
                   [](const Row& a, const Row& b) { return std::get<Date>(a.cells[2]) < std::get<Date>(b.cells[2]); });
  report.add(std::move(orders));
}

// 2. Curator and council

void add_offices(const ReportRequest& request, Page& report) {
  report.heading({"2. Куратор и объединение наставников", "2. Curator and council of mentors"});
  const Organization& school = request.registry().organization();
  Grid offices{"offices",
               {"Кто отвечал за наставничество", "Who was in charge of mentoring"},
               {"сроки, которые пересекаются с периодом", "terms that meet the period"},
               {{"office", {"Обязанность", "Office"}},
                {"who", {"Кто", "Who"}},
                {"from", {"С", "From"}},
                {"to", {"По", "To"}},
                {"order", {"Приказ", "Order"}}},
               {},
               {"никто не записан", "nobody is recorded"}};
  for (const CuratorTerm& term : school.curators)
    if (const auto period = period_of(term); period && period->meets(request.period))
      offices.rows.push_back({{Words("куратор", "curator"), who(request, term.person.id), day(term.from), day(term.to),
                               term.order.to ? text(term.order->number) : dash()},
                              {"organization"}});
  for (const Council& council : school.councils)
    if (const auto period = period_of(council.from, council.to); period && period->meets(request.period))
      offices.rows.push_back({{council.name.given() ? say({"{}", "{}"}, *council.name)
                                                    : Words("объединение наставников", "council of mentors"),
                               say({"членов: {}", "members: {}"}, council.members.size()), day(council.from),
                               day(council.to), council.order.to ? text(council.order->number) : dash()},
                              {"organization"}});
  if (offices.rows.empty()) report.missing({"куратор", "curator"}, "organization.yaml: curators");
  report.add(std::move(offices));
}

// 3. Banks

template <class Entry>
Addresses in_bank(const ReportRequest& request) {
  Addresses found;
  for (const Entry& entry : request.registry().all<Entry>())
    if (entry.entered_on.given() && *entry.entered_on <= request.day() &&
        !(entry.left.given() && entry.left->date.given() && *entry.left->date < request.day()))
      found.push_back(address_of(entry));
  return found;
}

void add_banks(const ReportRequest& request, Page& report) {
  report.heading({"3. Банки и статистика участников", "3. Banks and statistics of participants"});
  Addresses mentors = in_bank<Mentor>(request), mentees = in_bank<Mentee>(request), practices;
  for (const Practice& practice : request.registry().all<Practice>()) practices.push_back(address_of(practice));
  report.add(Figures{
      "banks",
      {"Банки на дату", "The banks on the day"},
      {
          {"mentor_bank",
           {"В банке наставников", "In the bank of mentors"},
           counted(mentors.size()),
           {"внесены не позже дня отчёта и не выбыли до него",
            "entered not later than the day of the report, and not left before it"},
           mentors},
          {"mentee_bank",
           {"В банке наставляемых", "In the bank of mentees"},
           counted(mentees.size()),
           {"внесены не позже дня отчёта и не выбыли до него",
            "entered not later than the day of the report, and not left before it"},
           mentees},
          {"practice_bank",
           {"Описанных практик", "Described practices"},
           counted(practices.size()),
           {"описания лучшего опыта до дня записей", "descriptions of best experience up to the day of the records"},
           practices},
      }});
  add_participants(request, report);
  add_years_compared(request, report);
}

// 8. Monitoring

void add_monitoring(const ReportRequest& request, Page& report) {
  report.heading({"8. Мониторинг и анкетирование", "8. Monitoring and surveys"});
  Grid grid{"monitoring",
            {"Мониторинг (п. 11.10)", "Monitoring (clause 11.10)"},
            {},
            {{"date", {"Дата", "Date"}},
             {"authors", {"Кто провёл", "Held by"}},
             {"method", {"Как", "How"}},
             {"findings", {"Выводы", "Findings"}}},
            {},
            {"мониторинга за период не записано", "no monitoring is recorded in the period"}};
  for (const SchoolYear& year : request.registry().all<SchoolYear>())
    for (const Monitoring& item : year.monitoring) {
      if (!item.date.given() || !request.period.holds(*item.date)) continue;
      std::vector<std::string_view> authors;
      for (const Link<Person>& author : item.authors) authors.push_back(author.id);
      grid.rows.push_back({{*item.date, who(request, authors), text(item.method),
                            item.findings.given() ? Cell(say({"{}", "{}"}, *item.findings)) : dash()},
                           {address_of(year)}});
    }
  if (grid.rows.empty()) report.missing({"мониторинг", "monitoring"}, "years/: monitoring");
  report.add(std::move(grid));
  add_quality(request, report);
}

// 9. Practices and events

void add_practices(const ReportRequest& request, Page& report) {
  report.heading({"9. Лучшие практики и события", "9. Best practices and events"});
  Grid grid{"practices",
            {"Лучшие практики", "Best practices"},
            {"описания с датой в дни периода", "descriptions dated within the period"},
            {{"title", {"Практика", "Practice"}}, {"date", {"Дата", "Date"}}, {"authors", {"Авторы", "Authors"}}},
            {},
            {"за период практик не описано", "no practices were described in the period"}};
  for (const Practice& practice : request.registry().all<Practice>()) {
    if (!practice.date.given() || !request.period.holds(*practice.date)) continue;
    std::vector<std::string_view> authors;
    for (const Link<Person>& author : practice.authors) authors.push_back(author.id);
    grid.rows.push_back({{text(practice.title), *practice.date, who(request, authors)}, {address_of(practice)}});
  }
  report.add(std::move(grid));
  add_events(request, report);
}

// 10. Conclusions

/// The figure of a block before this one, as it is shown there.
Words shown_figure(const Page& report, std::string_view block, std::string_view id) {
  for (const Block& one : report.blocks) {
    const Figures* figures = std::get_if<Figures>(&one);
    if (!figures || figures->id != block) continue;
    for (const Figure& figure : figures->figures)
      if (figure.id == id) return {shown(figure.value, Language::ru), shown(figure.value, Language::en)};
  }
  return no_data().words;
}

void add_conclusions(const Page& so_far, Page& report) {
  const auto figure = [&](std::string_view block, std::string_view id) { return shown_figure(so_far, block, id); };
  report.heading({"10. Выводы, трудности и предложения", "10. Conclusions, difficulties and proposals"});
  report.add(Items{{
      say({"Участников за период: {}; программ: {}.", "Participants in the period: {}; programmes: {}."},
          figure("in_period", "participants"), figure("in_period", "programs")),
      say({"Вовлечено педагогов: {}.", "Teachers involved: {}."}, figure("involvement", "involved_in_period")),
      say({"Завершено программ: {}; планы выполнены на {}.", "Programmes completed: {}; plans fulfilled: {}."},
          figure("results", "completed"), figure("results", "plan_fulfilment")),
      say({"Средний балл анкет: {}.", "Average score of the surveys: {}."}, figure("quality", "score")),
      say({"Обучались за период: {} наставников.", "Mentors trained in the period: {}."},
          figure("professional_development", "trained_in_period")),
      say({"Ожидают наставника: {}; наставников без наставляемых: {}.",
           "Waiting for a mentor: {}; mentors without mentees: {}."},
          figure("load", "waiting"), figure("load", "idle_mentors")),
  }});
}

/// Findings of the check by rule: what is wrong, how often, what is proposed.
Grid problems_of(const Outcome& outcome) {
  struct Kept {
    const Requirement* of = nullptr;
    long long times = 0;
  };
  std::map<std::string_view, Kept> kept;
  for (const Finding& finding : outcome.findings) {
    Kept& here = kept[finding.of->id];
    here.of = finding.of;
    ++here.times;
  }
  Grid grid{"problems",
            {"Трудности и предложения", "Difficulties and proposals"},
            {"замечания проверки (nastavnik check) на день записей, по правилам",
             "findings of the check (nastavnik check) on the day of the records, by rule"},
            {{"rule", {"Правило", "Rule"}},
             {"clause", {"Пункт", "Clause"}},
             {"what", {"Трудность", "Difficulty"}},
             {"times", {"Сколько раз", "Times"}, true},
             {"proposal", {"Предложение", "Proposal"}}},
            {},
            {"замечаний нет", "there are no findings"}};
  for (const auto& [id, one] : kept) {
    std::vector<Words> clauses;
    for (const std::string_view clause : clause_ids(one.of->clauses)) clauses.push_back(clause_words(clause));
    grid.rows.push_back({{say({"{}", "{}"}, id), clauses.empty() ? dash() : Cell(joined(clauses)), Words(one.of->title),
                          one.times, one.of->remedy.empty() ? dash() : Cell(Words(one.of->remedy))},
                         {}});
  }
  return grid;
}

// Annexes

Words state_words(ProgramState state) {
  switch (state) {
    case ProgramState::draft: return {"проект", "draft"};
    case ProgramState::ready: return {"утверждена", "approved"};
    case ProgramState::active: return {"действует", "active"};
    case ProgramState::expired: return {"срок прошёл, не завершена", "expired, not completed"};
    case ProgramState::completed: return {"завершена", "completed"};
    case ProgramState::cancelled: break;
  }
  return {"отменена", "cancelled"};
}

void add_program_list(const ReportRequest& request, Page& report) {
  report.heading({"Приложение 1. Перечень программ", "Annex 1. List of programmes"});
  Grid grid{"program_list",
            {"Программы за период", "Programmes of the period"},
            {},
            {{"program", {"Программа", "Programme"}},
             {"title", {"Название", "Title"}},
             {"mentor", {"Наставник", "Mentor"}},
             {"mentees", {"Наставляемые", "Mentees"}},
             {"start", {"Начало", "Start"}},
             {"end", {"Окончание срока", "End of the term"}},
             {"state", {"Состояние", "State"}},
             {"plan", {"План выполнен", "Plan fulfilled"}, true}},
            {},
            {"программ за период не было", "there were no programmes in the period"}};
  for (const Program* program : participation_in(request.registry(), request.period).programs) {
    std::vector<std::string_view> mentees;
    if (program->pair.to)
      for (const Member& member : program->pair->mentees) mentees.push_back(member.person.id);
    const PlanProgress progress = progress_of(*program, request.day());
    const auto end = effective_end(*program, request.day());
    grid.rows.push_back({{say({"{}", "{}"}, program->id), text(program->title),
                          program->pair.to ? who(request, program->pair->mentor.id) : no_data().words,
                          who(request, mentees), day(program->start), end ? Cell(*end) : Cell(no_data()),
                          state_words(state_on(*program, request.day())), Share{progress.done, progress.planned}},
                         {address_of(*program)}});
  }
  report.add(std::move(grid));
}

void add_annexes(const ReportRequest& request, const Outcome& outcome, Page& report) {
  add_program_list(request, report);
  report.heading({"Приложение 2. Выполнение дорожной карты", "Annex 2. Progress of the roadmap"});
  add_roadmap(request, report);
  report.heading({"Приложение 3. Освобождения от обязанностей", "Annex 3. Releases from duties"});
  add_releases(request, report);
  report.heading({"Приложение 4. Замечания проверки", "Annex 4. Findings of the check"});
  add_findings(request, outcome, report);
}

void build(const ReportRequest& request, Page& report) {
  const Outcome outcome = held(request);
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
  add_conclusions(report, report);
  add_finding_figures(outcome, report);
  report.add(problems_of(outcome));
  add_signatures(request, report);
  add_annexes(request, outcome, report);
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
          .signed_on_paper = true};
}

}  // namespace nastavnik::reports
