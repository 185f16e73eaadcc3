// Clause 8: the order on the regulation, which mentoring rests on.

#include "model/kinds/orders.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/notions/papers.h"
#include "rules/questions/decision.h"
#include "rules/questions/sign_of_work.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

constexpr std::string_view title_of_regulation_order =
    "Об утверждении положения о системе наставничества педагогических работников в";

/// The order on the regulation of the day: of the current one, else of the one before it; nothing when there was none yet.
const Link<Order>* order_of_regulation(const Registry& registry) {
  const Regulation& regulation = registry.regulation();
  if (registry.has<Regulation>() && !regulation.approved_on.absent()) return &regulation.order;
  return regulation.previous.empty() ? nullptr : &regulation.previous.back().order;
}

/// A start that has come, or cannot be read.
bool has_come(const At<Day>& start, Date day) { return !start.absent() && !(start.given() && *start > day); }

/// A pair that is not only being formed: consents may be taken before there is a regulation.
bool has_begun(Check& check, const Pair& pair) {
  return !pair.order.absent() || has_come(pair.start, check.day()) || sign_of_work(check, pair);
}

bool has_begun(Check& check, const Program& program) {
  return program.cancelled.absent() && has_come(program.start, check.day());
}

/// Somebody was paired or a programme made, even if it cannot be read.
template <class T>
bool has_begun_any(Check& check) {
  const Table<T>& table = check.all<T>();
  return !table.broken().empty() ||
         std::any_of(table.begin(), table.end(), [&](const T& one) { return has_begun(check, one); });
}

/// Only state institutions of the oblast were told to introduce mentoring (point 2 of the order); where others have not
/// begun, nothing is broken.
void regulation_not_introduced(Check& check) {
  const Organization& school = check.registry().organization();
  if (has_begun_any<Pair>(check) || has_begun_any<Program>(check)) {
    check.found(school,
                {"на {} положения о наставничестве нет, а пары или программы уже есть",
                 "there is no regulation on mentoring on {}, and there are pairs or programmes already"},
                check.day());
  } else if (check.known(school.subordination)) {
    if (school.subordination.given() && *school.subordination == Subordination::state_regional)
      check.found(
          school,
          {"на {} положения о наставничестве нет, а учреждениям области его ввести поручено (п. 2 приказа)",
           "there is no regulation on mentoring on {}, and state institutions of the oblast were told to introduce it (point 2 of the order)"},
          check.day());
    else
      check
          .found(
              school,
              {"положение не введено: муниципальным и частным оно рекомендовано (п. 5 приказа)",
               "the regulation is not introduced: to municipal and private schools it is recommended (point 5 of the order)"})
          .milder();
  }
}

void regulation_not_approved(Check& check) {
  const Registry& registry = check.registry();
  if (registry.regulation().broken) return check.undecided(registry.regulation());
  const Link<Order>* link = order_of_regulation(registry);
  if (!link) {
    regulation_not_introduced(check);
  } else if (check.absent(*link)) {
    const At<Day>& approved_on = registry.regulation().approved_on;
    if (check.known(approved_on))
      check.found(approved_on, {"положение утверждено, а приказ не назван (order)",
                                "the regulation is approved and names no order (order)"});
  } else if (hold_to_order(check, *link, {OrderKind::approve_regulation})) {
    hold_to_head(check, *link);
  }
}

/// «Об организации наставничества», «О внедрении целевой модели наставничества»: schools word it in many ways.
bool speaks_of_mentoring(std::string_view title) {
  constexpr std::array words{"наставнич", "наставник", "наставляем"};
  const std::string folded = fold(title);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

void regulation_order_title_differs(Check& check) {
  const Link<Order>* link = order_of_regulation(check.registry());
  const Order* order = link ? check.follow(*link) : nullptr;
  if (!order || !decides(*order, OrderKind::approve_regulation) || !check.given(order->title)) return;
  if (!speaks_of_mentoring(*order->title))
    check.found(order->title,
                {"о наставничестве в заголовке ни слова; в п. 8 он такой: {} …",
                 "the title does not speak of mentoring; in cl. 8 it reads: {} …"},
                title_of_regulation_order);
}

/// The first of the orders on the regulation, the former ones included; nothing while one of them is unclear.
const Order* first_regulation_order(Check& check) {
  const Regulation& regulation = check.registry().regulation();
  std::vector<const Link<Order>*> links{&regulation.order};
  for (const FormerRegulation& former : regulation.previous) links.push_back(&former.order);
  if (!check.known(regulation.previous)) return nullptr;
  std::vector<const Order*> orders;
  for (const Link<Order>* link : links) {
    const Order* order = check.follow(*link);
    if ((!order && !link->absent()) || (order && !check.given(order->date))) return nullptr;
    if (order && decides(*order, OrderKind::approve_regulation)) orders.push_back(order);
  }
  const auto first = std::ranges::min_element(orders, {}, [](const Order* order) { return *order->date; });
  return first == orders.end() ? nullptr : *first;
}

/// Says that something began before the order on the regulation.
template <class Place>
void report_early(Check& check, const Place& place, const Order& order) {
  check.found(place, {"приказ о положении издан {}", "the order on the regulation is dated {}"}, *order.date)
      .also(order.date, {"дата приказа о положении", "date of the order on the regulation"});
}

/// The order of the pair is earlier than the day.
bool is_ordered_before(Check& check, const Pair& pair, Date day) {
  const Order* order = check.follow(pair.order);
  return order && check.given(order->date) && *order->date < day;
}

void started_before_regulation_order(Check& check) {
  const Order* order = first_regulation_order(check);
  if (!order) return;
  for (const Mentor& mentor : check.all<Mentor>())
    for (const Appointment& appointment : mentor.appointments)
      if (check.given(appointment.from) && *appointment.from < *order->date)
        report_early(check, appointment.from, *order);
  for (const Pair& pair : check.all<Pair>())
    if (is_ordered_before(check, pair, *order->date)) report_early(check, pair.order, *order);
  for (const Program& program : check.all<Program>()) {
    const bool said_of_pair = program.pair.to && is_ordered_before(check, *program.pair.to, *order->date);
    if (check.given(program.start) && program.cancelled.absent() && !said_of_pair && *program.start < *order->date)
      report_early(check, program.start, *order);
  }
}

constexpr Rule order_rows[] = {
    {{.id = "P8-1",
      .name = "regulation-not-approved",
      .milder = Severity::info,
      .nature = Nature::text,
      .clauses = "8,order.2,order.5",
      .phrase = "Наставничество организуется на основании приказа руководителя организации",
      .title = {"нет приказа руководителя об утверждении положения",
                "there is no order of the head approving the regulation"},
      .remedy =
          {"издайте приказ об утверждении положения, внесите его в orders/ и укажите (order) в regulation.yaml",
           "issue the order approving the regulation, enter it in orders/ and name it (order) in regulation.yaml"},
      .scope = Scope::registry},
     regulation_not_approved},
    {{.id = "P8-2",
      .name = "regulation-order-title-differs",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "8",
      .phrase = "Об утверждении положения о системе наставничества педагогических работников",
      .precise = {"годится любой заголовок, который говорит о наставничестве",
                  "any title that speaks of mentoring will do"},
      .title = {"заголовок приказа о положении не говорит о наставничестве",
                "the title of the order on the regulation does not speak of mentoring"},
      .remedy =
          {"сверьте заголовок (title) с бумагой; если он и на бумаге такой, менять приказ ради него не нужно",
           "compare the title (title) with the paper; if it reads so there too, the order need not be changed for it"},
      .scope = Scope::links},
     regulation_order_title_differs},
    {{.id = "P8-3",
      .name = "started-before-regulation-order",
      .nature = Nature::formalised,
      .clauses = "8",
      .phrase = "Наставничество организуется на основании приказа руководителя организации",
      .precise =
          {"назначения, приказы о парах и программы — не раньше дня приказа о положении",
           "appointments, orders on pairs and programmes are no earlier than the day of the order on the regulation"},
      .title = {"наставничество начато раньше приказа о положении",
                "mentoring began before the order on the regulation"},
      .remedy =
          {"сверьте даты с бумагами и исправьте опечатку; если даты верны, объясните их в waivers.yaml",
           "compare the dates with the papers and correct a slip; if they are right, explain them in waivers.yaml"},
      .scope = Scope::links,
      .edition = EditionOf::forming},
     started_before_regulation_order},
};

}  // namespace

std::span<const Rule> order_rules();
std::span<const Rule> order_rules() { return order_rows; }

}  // namespace nastavnik
