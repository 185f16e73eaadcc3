#include "model/kinds/orders.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "base/first_letter.h"
#include "base/text.h"
#include "document/decisions.h"
#include "document/order_points.h"
#include "document/papers.h"
#include "document/wording.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"

// The papers of orders: those of one kind of decisions, and the one that tells whatever an order has decided.

namespace nastavnik::papers {
namespace {

/// What the curator enters into the bank.
constexpr std::array kinds_for_curator{OrderKind::appoint_mentors, OrderKind::assign_pairs, OrderKind::change_pairs,
                                       OrderKind::end_pairs, OrderKind::relieve_mentor};

/// Who joins a group is approved with it.
bool is_told(const Writing& writing, OrderKind kind) {
  return writing.decides(kind) || (kind == OrderKind::approve_mentees && writing.decides(OrderKind::change_pairs));
}

/// The record says that the order decides it, and no record says of whom or what.
void tell_nothing_of(Writing& writing, OrderKind kind) {
  writing.decide(kind);
  Values& values = writing.values().add("untold");
  values.set("what", with_capital(label_of(kind).ru));
  values.lack("whom", {say({"кого или чего это касается", "whom or what it is about"}), place_of(kind)});
}

/// Whom an order that is cancelled was about.
void add_concerned(const Registry& registry, std::string_view order, Readers& readers) {
  const DecidedByOrders all(registry);
  for (const Subject& subject : all.decided_by(order)) {
    readers.push_back(subject.person);
    if (subject.mentor) readers.push_back(subject.mentor->id);
    if (!subject.pair) continue;
    readers.push_back(subject.pair->mentor.id);
    for (const Member& member : subject.pair->mentees) readers.push_back(member.person.id);
  }
}

/// «пунктом 10», «пунктами 9, 10 и 18».
std::string clauses_of(const Writing& writing) {
  std::set<int> numbers;
  for (const DecisionKind& decision : decisions())
    if (writing.decides(decision.kind)) numbers.insert(decision.clauses.begin(), decision.clauses.end());
  std::vector<std::string> words;
  for (const int number : numbers) words.push_back(std::to_string(number));
  return (words.size() == 1 ? "пунктом " : "пунктами ") + listed(words, " и ");
}

/// «О назначении наставников и закреплении наставнических пар и групп»: what the order decides.
std::string heading_of(const Writing& writing) {
  const bool by_model = writing.decides(OrderKind::approve_regulation);
  std::vector<std::string> words;
  for (const DecisionKind& decision : decisions())
    if (!decision.about.empty() && writing.decides(decision.kind)) words.push_back(about(writing, decision));
  if (by_model && words.size() > 3) return heading_of_regulation(writing) + " и мерах по его реализации";
  if (by_model) words.front() = heading_of_regulation(writing);
  if (by_model) return listed(words, " и ");
  if (words.empty() || words.size() > 3) return "Об организации наставничества педагогических работников";
  return heading_about(words);
}

}  // namespace

std::string heading_about(const std::vector<std::string>& words) {
  const bool vowel = words.front().starts_with("у") || words.front().starts_with("и") || words.front().starts_with("о");
  return (vowel ? "Об " : "О ") + listed(words, " и ");
}

void order_pairs(Writing& writing) {
  Readers readers;
  write_pairs(writing, writing.subjects(), readers);
  write_appointments(writing, {}, readers);
  close_grounds(writing);
  add_curators(writing, readers);
  writing.heading(heading_of_pairs(writing));
  write_acquainted(writing, readers);
}

void order_end_pairs(Writing& writing) {
  Readers readers;
  write_endings(writing, writing.subjects(), readers);
  close_grounds(writing);
  add_curators(writing, readers);
  writing.heading(heading_of_endings(writing.subjects()));
  write_acquainted(writing, readers);
}

void order_change_pairs(Writing& writing) {
  Readers readers;
  write_group_changes(writing, writing.subjects(), readers);
  close_grounds(writing);
  add_curators(writing, readers);
  writing.heading("Об изменении состава наставнических групп");
  write_acquainted(writing, readers);
}

void order_relieve(Writing& writing) {
  Readers readers;
  write_reliefs(writing, writing.subjects(), readers);
  writing.heading("О прекращении исполнения обязанностей наставника");
  write_acquainted(writing, readers);
}

void order_release(Writing& writing) {
  Readers readers;
  write_releases(writing, writing.subjects(), readers);
  writing.heading("Об освобождении от выполнения должностных обязанностей и о замещении");
  write_acquainted(writing, readers);
}

void order_curator(Writing& writing) {
  Readers readers;
  write_curators(writing, writing.subjects(), readers);
  writing.heading("О назначении куратора реализации программ наставничества");
  write_acquainted(writing, readers);
}

void order_regulation(Writing& writing) {
  Readers readers;
  write_regulations(writing, writing.subjects(), readers);
  writing.heading(heading_of_regulation(writing), writing.values().find("school.short_name.prep")->doubt);
  write_acquainted(writing, readers);
}

void order_roadmap(Writing& writing) {
  Readers readers;
  write_roadmaps(writing, writing.subjects(), readers);
  writing.heading(fmt::format(
      "Об утверждении дорожной карты (плана мероприятий) по реализации Положения о системе наставничества на {}",
      roadmap_years(*writing.subject().year)));
  write_acquainted(writing, readers);
}

void order_council(Writing& writing) {
  Readers readers;
  write_councils(writing, writing.subjects(), readers);
  writing.heading(heading_of_council(writing));
  write_acquainted(writing, readers);
}

void order_payment(Writing& writing) {
  Readers readers;
  write_payments(writing, writing.subjects(), readers);
  writing.heading("О выплатах за наставничество");
  write_acquainted(writing, readers);
}

void write_recorded(Writing& writing, Decided decided, Readers& readers) {
  for (const char* list : {"cancelled", "untold"}) writing.values().list(list);
  for (const Subject& subject : decided) {
    const Order& order = *writing.registry().all<Order>().find(subject.order);
    writing.repeat(order);
    for (const Link<Order>& other : order.cancels) {
      Values& values = writing.values().add("cancelled");
      writing.order(values, "ref", other, {"номер и дата приказа", "number and date of the order"},
                    "orders/" + std::string(other.id));
      values.set("title", other.to && other->title.given() ? " " + quoted(*other->title) : "");
      add_concerned(writing.registry(), other.id, readers);
    }
    for (const auto& kind : order.kinds) {
      if (!kind.given() || is_told(writing, *kind)) continue;
      // «Иной локальный акт» says nothing of its own: the order that it cancels is what it decides.
      if (*kind == OrderKind::local_act && !order.cancels.empty())
        writing.decide(*kind);
      else
        tell_nothing_of(writing, *kind);
    }
  }
}

void order(Writing& writing) {
  Readers readers;
  for (const DecisionKind& decision : decisions()) {
    std::vector<Subject> decided;
    std::ranges::copy_if(writing.subjects(), std::back_inserter(decided),
                         [&](const Subject& subject) { return subject.decision == &decision; });
    decision.write(writing, decided, readers);
  }
  close_grounds(writing);
  const bool by_model = writing.decides(OrderKind::approve_regulation);
  writing.set("by_model", by_model ? "да" : "");
  writing.set("clauses", clauses_of(writing));
  const bool for_curator =
      std::ranges::any_of(kinds_for_curator, [&](OrderKind kind) { return writing.decides(kind); });
  writing.set("for_curator", for_curator ? "да" : "");
  if (for_curator) add_curators(writing, readers);
  writing.heading(heading_of(writing), by_model ? writing.values().find("school.short_name.prep")->doubt : "");
  write_acquainted(writing, readers);
}

}  // namespace nastavnik::papers
