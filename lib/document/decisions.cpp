#include "document/decisions.h"

#include <algorithm>
#include <array>

#include "document/subjects.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"

namespace nastavnik {
namespace {

using enum OrderKind;

constexpr std::array approval{8, 10};
constexpr std::array amending{24};
constexpr std::array acts{10};
constexpr std::array curating{10, 11};
constexpr std::array uniting{11, 12};
constexpr std::array appointing{9, 10};
constexpr std::array assigning{10, 18};
constexpr std::array ending{10, 19};
constexpr std::array relieving{13};
constexpr std::array releasing{4};
constexpr std::array rewarding{12};

// clang-format off
constexpr std::array<DecisionKind, 15> table{{
    {approve_regulation, "regulation.yaml.order,regulation.yaml.previous[].order", subjects::regulations, papers::write_regulations, "утверждении Положения о системе наставничества", approval},
    {amend_regulation, "regulation.yaml.changes[].order", subjects::regulation_changes, papers::write_regulation_changes, "внесении изменений в Положение о системе наставничества", amending},
    {local_act, "organization.yaml.local_acts[].order", subjects::local_acts, papers::write_local_acts, "утверждении локальных актов о наставничестве", acts},
    {appoint_curator, "organization.yaml.curators[].order", subjects::curators, papers::write_curators, "назначении куратора реализации программ наставничества", curating},
    {approve_council, "organization.yaml.councils[].order", subjects::councils, papers::write_councils, "утверждении состава методического объединения наставников", uniting},
    {approve_roadmap, "years.roadmap.order", subjects::years, papers::write_roadmaps, "утверждении дорожной карты по наставничеству", curating},
    {appoint_mentors, "mentors.appointments[].order", subjects::appointments, papers::write_appointments, "назначении наставников", appointing},
    {assign_pairs, "pairs.order,pairs.renewals[].order", subjects::assigned_pairs, papers::write_pairs, "закреплении наставнических пар и групп", assigning},
    {change_pairs, "pairs.mentees[].order,pairs.mentees[].out_order", subjects::changed_groups, papers::write_group_changes, "изменении состава наставнических групп", assigning},
    {release_from_duties, "programs.releases[].order", subjects::releases, papers::write_releases, "освобождении от выполнения должностных обязанностей", releasing},
    {relieve_mentor, "mentors.appointments[].end.order", subjects::relieved_mentors, papers::write_reliefs, "прекращении исполнения обязанностей наставника", relieving},
    {end_pairs, "pairs.end.order", subjects::ended_pairs, papers::write_endings, "прекращении работы наставнических пар и групп", ending},
    {payment, "mentors.payments[].order", subjects::payments, papers::write_payments, "выплатах за наставничество", rewarding},
    {incentive, "years.incentives[].order", subjects::incentives, papers::write_incentives, "поощрении наставников", rewarding},
    {approve_mentees, "orders.cancels[]", subjects::recorded_orders, papers::write_recorded, "", {}},
}};
// clang-format on

const DecisionKind& of_record = table.back();

bool is_paired(const Subject& appointment, std::span<const Subject> decided) {
  return std::ranges::any_of(decided, [&](const Subject& subject) {
    return subject.decision->kind == assign_pairs && subject.pair->mentor.id == appointment.mentor->id;
  });
}

}  // namespace

std::span<const DecisionKind> decisions() { return table; }

std::string place_of(OrderKind kind) {
  constexpr std::string_view one_file = ".yaml";
  const auto found = std::ranges::find(table, kind == approve_mentees ? assign_pairs : kind, &DecisionKind::kind);
  const std::string_view path = found->places.substr(0, found->places.find(','));
  const std::size_t file = path.find(one_file);
  const std::size_t dot = file == path.npos ? path.find('.') : file + one_file.size();
  std::string place = std::string(path.substr(0, dot)) + ": ";
  for (const char c : path.substr(dot + 1))
    if (c == '.')
      place += ", ";
    else if (c != '[' && c != ']')
      place += c;
  return place;
}

std::vector<Subject> decided(const Registry& registry, bool (*is_wanted)(OrderKind)) {
  std::vector<Subject> all;
  for (const DecisionKind& decision : table)
    if (is_wanted(decision.kind))
      for (Subject& subject : decision.subjects(registry)) {
        subject.decision = &decision;
        all.push_back(std::move(subject));
      }
  return all;
}

subjects::Subjects subjects::decisions(const Registry& registry) {
  return decided(registry, [](OrderKind) { return true; });
}

DecidedByOrders::DecidedByOrders(const Registry& registry) : registry_(registry) {
  for (Subject& subject : subjects::decisions(registry))
    if (!subject.order.empty()) by_order_[subject.order].push_back(std::move(subject));
}

std::span<const Subject> DecidedByOrders::decided_by(std::string_view order) const {
  const auto found = by_order_.find(order);
  return found == by_order_.end() ? std::span<const Subject>() : found->second;
}

bool DecidedByOrders::covers(const DocumentKind& kind, std::string_view id) const {
  if (kind.of_any_kind) return true;
  const Order* order = registry_.all<Order>().find(id);
  if (order && !order->cancels.empty()) return false;
  if (order && std::ranges::any_of(order->kinds, [&](const auto& one) { return one.given() && !kind.has(*one); }))
    return false;
  const std::span<const Subject> decided = decided_by(id);
  std::size_t count = 0;
  for (const Subject& subject : decided) {
    if (subject.decision == &of_record) continue;
    if (!kind.has(subject.decision->kind)) return false;
    if (subject.decision->kind == appoint_mentors && !is_paired(subject, decided)) return false;
    ++count;
  }
  return kind.together || count < 2;
}

}  // namespace nastavnik
