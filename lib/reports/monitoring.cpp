// What regions ask of every school once a year on one page: which acts, pages, pairs, banks, cases and incentives there are.

#include <algorithm>
#include <tuple>

#include "model/kinds/codes_programs.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/regulation.h"
#include "model/kinds/years.h"
#include "model/notions/banks.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/papers.h"
#include "model/notions/participation.h"
#include "model/notions/school_years.h"
#include "model/notions/showing.h"
#include "model/notions/states.h"
#include "model/notions/training.h"
#include "reports/evidence.h"
#include "reports/reports.h"
#include "reports/sections.h"
#include "reports/signatures.h"

namespace nastavnik::reports {
namespace {

/// A line of the form: what is asked, what there is of it, and on which pages it stands.
struct LineOfForm {
  Words asked{};
  std::vector<Words> found{};  ///< acts with number and date, or numbers; none means there is no such thing
  Addresses records{};
  std::string where{};           ///< where it would be entered; nothing where the school is free not to have it
  std::vector<Words> besides{};  ///< what there is of it and does not count
};

class Form {
public:
  Form(const ReportRequest& request, Report& report) : request_(request), report_(report) {}

  void add(LineOfForm line, const Addresses& pages = {}) {
    const bool is_there = !line.found.empty() || !pages.empty();
    const bool is_asked = !line.where.empty();
    if (!is_there && is_asked) report_.missing(line.asked, line.where);
    const Cell mark = is_there ? Cell(Mark::yes) : is_asked ? Cell(Mark::no) : Cell(Words("нет", "none"));
    line.found.insert(line.found.end(), line.besides.begin(), line.besides.end());
    const Cell address = pages.empty() ? dash() : Cell(say({"{}", "{}"}, fmt::format("{}", fmt::join(pages, ", "))));
    grid_.rows.push_back({{line.asked, mark, listed(line.found), address}, std::move(line.records)});
  }
  /// Live pages of the site of the kind.
  Addresses pages_of(PublicationKind kind) const {
    Addresses urls;
    for (const Publication& page : request_.registry().all<Publication>())
      if (is_live_on(page, request_.day()) == Verdict::yes && holds(page.kinds, kind) && page.url.given() &&
          page.channel.given() && *page.channel == Channel::site)
        urls.emplace_back(*page.url);
    return urls;
  }
  Grid take() { return std::move(grid_); }

private:
  const ReportRequest& request_;
  Report& report_;
  Grid grid_{
      .id = "monitoring_form",
      .title = {"Сведения о системе наставничества", "The system of mentoring"},
      .definition =
          {"что действует, размещено и записано на день отчёта; пары, программы, обучение и поощрения — за период",
           "what is in force, published and recorded on the day of the report; pairs, programmes, training and incentives of the period"},
      .columns = {{"asked", {"Показатель", "Item"}},
                  {"there", {"Есть", "There"}},
                  {"act", {"Акт (номер, дата), сведения", "Act (number, date), details"}},
                  {"address", {"Адрес страницы", "Address of the page"}}}};
};

/// An order counts once it is there to be shown, with number and date, and for as long as no other cancels it.
void add_order(const ReportRequest& request, LineOfForm& line, const Link<Order>& order) {
  if (!order.to || !order->number.given() || !order->date.given()) return;
  auto& words = is_in_force(request.registry(), *order.to, request.day()) ? line.found : line.besides;
  words.push_back(order_words(request, order));
}

// Acts

void add_acts(const ReportRequest& request, Form& form) {
  const Registry& registry = request.registry();
  const Organization& school = registry.organization();
  const Addresses legal = form.pages_of(PublicationKind::legal_base);
  LineOfForm own{
      {"Положение о системе наставничества", "Regulation on mentoring"}, {}, {"regulation"}, "regulation.yaml: order"};
  if (registry.has<Regulation>()) add_order(request, own, registry.regulation().order);
  form.add(std::move(own), legal);
  LineOfForm curator{{"Приказ о назначении куратора", "Order appointing the curator"},
                     {},
                     {"organization"},
                     "organization.yaml: curators: order"};
  for (const CuratorTerm* term : curators_on(school, request.day())) add_order(request, curator, term->order);
  form.add(std::move(curator));
  LineOfForm roadmap{{"Дорожная карта", "Roadmap"}, {}, {}, "years/: roadmap: order"};
  for (const SchoolYear& year : registry.all<SchoolYear>())
    if (const auto days = period_of(*year.roadmap, year); year.roadmap.given() && days && days->meets(request.period)) {
      add_order(request, roadmap, year.roadmap->order);
      roadmap.records.push_back(address_told(year));
    }
  form.add(std::move(roadmap));
  LineOfForm council{{"Методическое объединение (совет) наставников", "Council of mentors"}, {}, {"organization"}};
  for (const Council& one : school.councils)
    if (const auto days = period_of(one.from, one.to); days && days->holds(request.day()))
      add_order(request, council, one.order);
  form.add(std::move(council));
}

Words number_and_day(const LocalAct& act) {
  const Words number = act.number.given() ? say({"№ {}", "No. {}"}, *act.number) : Words("без номера", "no number");
  return act.date.given() ? say({"{} от {}", "{} of {}"}, number, on_day(*act.date)) : number;
}

void add_local_acts(const ReportRequest& request, Form& form) {
  LineOfForm acts{{"Иные локальные акты о наставничестве", "Other local acts on mentoring"}, {}, {"organization"}};
  for (const LocalAct& act : request.registry().organization().local_acts)
    if (act.title.given() && !(act.replaced_on.given() && *act.replaced_on <= request.day()))
      acts.found.push_back(say({"{} — {}", "{}: {}"}, *act.title, number_and_day(act)));
  form.add(std::move(acts));
}

// The site

template <class Is>
bool is_any_program(const ReportRequest& request, Is is) {
  const auto& programs = request.registry().all<Program>();
  return std::any_of(programs.begin(), programs.end(),
                     [&](const Program& program) { return is(state_on(program, request.day())); });
}

bool is_any_running(const ReportRequest& request) {
  return is_any_program(
      request, [](ProgramState state) { return state == ProgramState::active || state == ProgramState::expired; });
}

/// Cases are described of what is completed.
bool is_any_completed(const ReportRequest& request) {
  return is_any_program(request, [](ProgramState state) { return state == ProgramState::completed; });
}

void add_site(const ReportRequest& request, Form& form) {
  const At<Url>& section = request.registry().organization().site->section_url;
  form.add({{"Раздел о наставничестве на сайте", "Section on mentoring of the site"},
            {},
            {"organization"},
            "organization.yaml: site: section_url"},
           section.given() ? Addresses{std::string(*section)} : Addresses());
  for (const PublicationKind kind :
       {PublicationKind::running_programs, PublicationKind::guidelines, PublicationKind::news}) {
    const bool is_asked = kind != PublicationKind::running_programs || is_any_running(request);
    form.add({say({"На сайте: {}", "On the site: {}"}, label_of(kind)), {}, {}, is_asked ? "publications/" : ""},
             form.pages_of(kind));
  }
}

// Pairs and programmes

constexpr Noun pairs{{"пара", "pair"}, {"пары", "pairs"}, {"пар", "pairs"}};
constexpr Noun groups{{"группа", "group"}, {"группы", "groups"}, {"групп", "groups"}};

template <class List>
Count tallied(const List& list, const Noun& noun) {
  return {static_cast<long long>(list.size()), noun};
}

/// A school in which nobody is to be mentored owes no pair and no programme.
std::string where_asked(const ReportRequest& request, const char* where) {
  const bool any = !bank_on<Mentee>(request.registry(), request.day()).empty() ||
                   !participation_in(request.registry(), request.period).mentees.empty();
  return any ? where : "";
}

bool has_ended_before(const Registry& registry, const Pair& pair, const Order& order) {
  const auto days = period_of(pair);
  return days && days->to < registry.cancelled_on(order);
}

/// An order assigns the pair for as long as no other cancels it; a pair that had ended by then was assigned.
bool is_assigned(const ReportRequest& request, const Pair& pair) {
  const Order* order = pair.order.to;
  return order &&
         (is_in_force(request.registry(), *order, request.day()) || has_ended_before(request.registry(), pair, *order));
}

/// The orders that assigned the pairs, each once and by date.
std::vector<Words> orders_of(const ReportRequest& request, const std::vector<const Pair*>& assigned) {
  std::vector<const Order*> orders;
  for (const Pair* pair : assigned)
    if (const Order* order = pair->order.to; order && order->number.given() && order->date.given())
      orders.push_back(order);
  std::sort(orders.begin(), orders.end(),
            [](const Order* a, const Order* b) { return std::tuple(*a->date, a->id) < std::tuple(*b->date, b->id); });
  orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
  std::vector<Words> words;
  for (const Order* order : orders) words.push_back(order_words(request, {.id = order->id, .to = order}));
  return words;
}

void add_pairs(const ReportRequest& request, Form& form) {
  const Participation found = participation_in(request.registry(), request.period);
  std::vector<const Pair*> all = found.pairs;
  all.insert(all.end(), found.groups.begin(), found.groups.end());
  LineOfForm line{{"Пары и группы, закреплённые приказом", "Pairs and groups assigned by an order"},
                  {},
                  addresses(all),
                  where_asked(request, "pairs/: order")};
  const auto assigned =
      std::count_if(all.begin(), all.end(), [&](const Pair* pair) { return is_assigned(request, *pair); });
  if (assigned != 0)
    line.found = {say({"{}, {}", "{}, {}"}, tallied(found.pairs, pairs), tallied(found.groups, groups))};
  line.besides = orders_of(request, all);
  if (const auto without = std::ssize(all) - assigned; without != 0)
    line.besides.push_back(say({"без действующего приказа — {}", "without an order in force: {}"}, without));
  form.add(std::move(line));
}

void add_programs(const ReportRequest& request, Form& form) {
  const auto programs = participation_in(request.registry(), request.period).programs;
  const auto completed = std::count_if(programs.begin(), programs.end(), [&](const Program* program) {
    return state_on(*program, request.day()) == ProgramState::completed;
  });
  LineOfForm line{{"Персонализированные программы", "Personalised programmes"},
                  {},
                  addresses(programs),
                  where_asked(request, "programs/")};
  if (!programs.empty())
    line.found = {
        say({"за период — {}, завершено — {}", "in the period {}, completed {}"}, programs.size(), completed)};
  form.add(std::move(line));
}

// Banks and cases

template <class Entry>
void add_bank(const ReportRequest& request, Form& form, const Text& title, PublicationKind kind) {
  const auto bank = bank_on<Entry>(request.registry(), request.day());
  const std::string where = fmt::format("{}/", Entry::kind.folder);
  LineOfForm line{title, {}, addresses(bank), std::is_same_v<Entry, Mentee> ? std::string() : where};
  if (!bank.empty()) line.found = {say({"{}", "{}"}, tallied(bank, noun::person))};
  form.add(std::move(line), form.pages_of(kind));
}

void add_practices(const ReportRequest& request, Form& form) {
  LineOfForm line{
      {"Лучшие практики (кейсы)", "Best practices (cases)"}, {}, {}, is_any_completed(request) ? "practices/" : ""};
  for (const Practice& practice : request.registry().all<Practice>()) {
    if (practice.title.given()) line.found.push_back(say({"«{}»", "“{}”"}, *practice.title));
    line.records.push_back(address_told(practice));
  }
  form.add(std::move(line), form.pages_of(PublicationKind::best_cases));
}

// What is done for the mentors

void add_training(const ReportRequest& request, Form& form) {
  const Addresses trained = trained_in(request);
  LineOfForm line{{"Обучение наставников", "Training of the mentors"}, {}, trained, "mentors/: training"};
  if (!trained.empty())
    line.found = {say({"обучено за период: {}", "trained in the period: {}"}, tallied(trained, noun::person))};
  for (const SchoolYear& year : request.registry().all<SchoolYear>())
    for (const Event& event : year.events)
      if (trains_mentors(event) && event.date.given() && request.period.holds(*event.date))
        line.found.push_back(say({"{} {}", "{} {}"}, label_of(*event.kind), on_day(*event.date)));
  form.add(std::move(line));
}

void add_monitoring(const ReportRequest& request, Form& form) {
  LineOfForm line{{"Мониторинг программ", "Monitoring of the programmes"}, {}, {}, "years/: monitoring"};
  for (const SchoolYear& year : request.registry().all<SchoolYear>())
    for (const Monitoring& item : year.monitoring)
      if (item.date.given() && request.period.holds(*item.date)) {
        line.found.push_back(say({"{}", "{}"}, on_day(*item.date)));
        line.records.push_back(address_told(year));
      }
  form.add(std::move(line));
}

void add_pay(const ReportRequest& request, Form& form) {
  LineOfForm line{{"Оплата наставничества", "Pay for mentoring"}};
  for (const Order& order : request.registry().all<Order>())
    if (holds(order.kinds, OrderKind::payment) && order.date.given() && request.period.holds(*order.date) &&
        order.number.given()) {
      add_order(request, line, {.id = order.id, .to = &order});
      line.records.push_back(address_told(order));
    }
  form.add(std::move(line));
}

/// What was proposed, and what came of it. The answer is in free words, so that only an order tells of an incentive.
void add_incentive(const ReportRequest& request, const Incentive& item, LineOfForm& line) {
  const Order* order = item.order.to;
  if (order && is_in_force(request.registry(), *order, request.day())) {
    line.found.push_back(say({"{}, приказ {}", "{}, order {}"}, *item.text, order_words(request, item.order)));
    return;
  }
  Words words = say({"предложение от {}: {}", "proposal of {}: {}"}, on_day(*item.date), *item.text);
  const Answer& answer = *item.answer;
  const bool is_answered = answer.date.given() && *answer.date <= request.day() && answer.text.given();
  words = is_answered ? say({"{} — ответ от {}: {}", "{}; answer of {}: {}"}, words, on_day(*answer.date), *answer.text)
                      : say({"{} — ответа нет", "{}; not answered"}, words);
  if (order && order->date.given() && *order->date <= request.day())
    words = say({"{}; приказ {}", "{}; order {}"}, words, order_words(request, item.order));
  line.besides.push_back(std::move(words));
}

void add_incentives(const ReportRequest& request, Form& form) {
  LineOfForm line{{"Поощрение наставников", "Incentives for the mentors"}};
  for (const SchoolYear& year : request.registry().all<SchoolYear>())
    for (const Incentive& item : year.incentives)
      if (item.date.given() && request.period.holds(*item.date) && item.text.given()) {
        add_incentive(request, item, line);
        line.records.push_back(address_told(year));
      }
  form.add(std::move(line));
}

void build(const ReportRequest& asked, Report& report) {
  ReportRequest request = asked;
  request.to_sign = report.to_sign = true;
  Form form(request, report);
  add_acts(request, form);
  add_local_acts(request, form);
  add_site(request, form);
  add_pairs(request, form);
  add_programs(request, form);
  add_bank<Mentor>(request, form, {"Банк наставников", "Bank of mentors"}, PublicationKind::mentor_base);
  add_bank<Mentee>(request, form, {"Банк наставляемых", "Bank of mentees"}, PublicationKind::mentee_base);
  add_practices(request, form);
  add_training(request, form);
  add_monitoring(request, form);
  add_pay(request, form);
  add_incentives(request, form);
  report.add(form.take());
  add_signatures(request, report);
}

}  // namespace

ReportKind monitoring_report();
ReportKind monitoring_report() {
  return {.name = "monitoring",
          .title = {"Мониторинг системы наставничества", "Monitoring of mentoring"},
          .summary = {"одна страница для района и региона: акты, страницы сайта, пары, банки, практики, поощрения",
                      "one page for the district and the region: acts, pages of the site, pairs, banks, practices, "
                      "incentives"},
          .clauses = "8,10,11.5,11.6,21",
          .build = build,
          .on_paper = true};
}

}  // namespace nastavnik::reports
