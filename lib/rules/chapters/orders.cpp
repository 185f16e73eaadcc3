// Clause 8: the order on the regulation, which mentoring rests on.

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "model/notions/papers.h"
#include "rules/questions/decision.h"
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

void regulation_not_approved(Check& check) {
  const Registry& registry = check.registry();
  if (registry.regulation().broken) return check.undecided(registry.regulation());
  const Link<Order>* link = order_of_regulation(registry);
  if (!link) {
    check.found(registry.organization(),
                 {"на {} положения о наставничестве нет", "there is no regulation on mentoring on {}"}, check.day());
  } else if (check.absent(*link)) {
    check.found(registry.regulation().approved_on, {"положение утверждено, а приказ не назван (order)",
                                                     "the regulation is approved and names no order (order)"});
  } else if (hold_to_order(check, *link, {OrderKind::approve_regulation})) {
    hold_to_head(check, *link);
  }
}

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t space = folded.find(' ');
    words.push_back(folded.substr(0, space));
    folded = space == folded.npos ? std::string_view() : folded.substr(space + 1);
  }
  return words;
}

/// The same word, its case ending aside: «учреждение» and «учреждении».
bool is_same_word(std::string_view a, std::string_view b) {
  constexpr std::size_t letter = 2, longest_ending = 3 * letter, shortest_stem = 3 * letter;
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (in_a == a.end() && in_b == b.end()) return true;
  const auto stem = static_cast<std::size_t>(in_a - a.begin());
  return stem >= shortest_stem && std::max(a.size(), b.size()) - stem <= longest_ending;
}

bool is_title_for(std::string_view title, const At<Line>& name) {
  if (!name.given()) return false;
  const std::string found = fold(title), wanted = fold(fmt::format("{} {}", title_of_regulation_order, *name));
  const auto a = words_of(found), b = words_of(wanted);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same_word);
}

void regulation_order_title_differs(Check& check) {
  const Organization& school = check.registry().organization();
  const Link<Order>* link = order_of_regulation(check.registry());
  const Order* order = link ? check.follow(*link) : nullptr;
  if (!order || !decides(*order, OrderKind::approve_regulation) || !check.sees_the<Organization>(school)) return;
  if (!check.given(order->title, school.short_name) || !check.known(school.full_name)) return;
  if (is_title_for(*order->title, school.full_name) || is_title_for(*order->title, school.short_name)) return;
  check
      .found(order->title, {"установленный заголовок: {} {}", "the prescribed title: {} {}"},
              title_of_regulation_order, *school.short_name)
      .also(school.short_name, {"краткое наименование", "short name of the school"});
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
      .nature = Nature::text,
      .clauses = "8",
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
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "8",
      .phrase = "Об утверждении положения о системе наставничества педагогических работников",
      .title = {"заголовок приказа о положении отличается от установленного",
                "the title of the order on the regulation differs from the prescribed one"},
      .remedy =
          {"сверьте заголовок (title) с бумагой и с наименованием организации; ошибку в самом приказе исправляют новым приказом",
           "compare the title (title) with the paper and the organisation's name; an error in the order itself takes a new order"},
      .scope = Scope::links},
     regulation_order_title_differs},
    {{.id = "P8-3",
      .name = "started-before-regulation-order",
      .nature = Nature::formalised,
      .clauses = "8",
      .phrase = "Наставничество организуется на основании приказа руководителя организации",
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
