#include "rules/editions.h"

#include <algorithm>
#include <utility>

#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "rules/citation.h"

namespace nastavnik {
namespace {

std::string_view family(std::string_view id) { return id.substr(0, id.find_first_of("-0123456789")); }

std::string_view first_clause(const Requirement& row) {
  const auto ids = clause_ids(row.clauses);
  return ids.empty() ? std::string_view() : ids.front();
}

/// A record is formed on the day of its order; while that is not known, on the day from which it counts.
Date day_of(const Link<Order>& order, const At<Day>& start, Date judged) {
  if (order.to && order.to->date.given()) return *order.to->date;
  return start.given() ? *start : judged;
}

}  // namespace

std::optional<Pack> pack_of(const Requirement& row) {
  const std::string_view of = family(row.id);
  if (row.nature == Nature::format || of == "S" || of == "W") return std::nullopt;
  if (of == "TK") return Pack::tk351_8;
  if (of == "PD" || row.id == "P21-5") return Pack::pd152;
  return of == "DOC" ? Pack::order779 : Pack::nso564;
}

bool is_switched_on(const Requirement& row, const Settings& settings) {
  const auto pack = pack_of(row);
  if (!pack || !settings.packs.given()) return true;
  return std::any_of(settings.packs.begin(), settings.packs.end(),
                     [&](const auto& on) { return on.given() && *on == *pack; });
}

Period in_force(const Requirement& row, std::span<const Edition> law) {
  std::vector<std::pair<const Clause*, Period>> wordings;
  const std::string_view cited = first_clause(row);
  for (const Edition& edition : law)
    for (const Clause& clause : edition.clauses)
      if (clause.id == cited) wordings.push_back({&clause, edition.in_force});
  // With one wording there is nothing to choose; that the phrase stands in it, a test holds.
  if (wordings.size() > 1)
    std::erase_if(wordings, [&](const auto& wording) { return !quotes(*wording.first, row.phrase); });
  if (wordings.empty()) return {};
  return {wordings.front().second.from, wordings.back().second.to};
}

bool is_judged_on(const Requirement& row, Date day) {
  const Period period = in_force(row);
  return row.edition == EditionOf::day_judged ? period.holds(day) : period.from <= day;
}

FormingDays::FormingDays(const Registry& registry) : judged_(registry.day()) {
  for (const Pair& pair : registry.all<Pair>()) add(pair);
  for (const Program& program : registry.all<Program>())
    if (program.pair.to) by_file_[program.span.source] = by_file_[program.pair.to->span.source];
  for (const Mentor& mentor : registry.all<Mentor>()) add(mentor);
  for (const Order& order : registry.all<Order>())
    if (order.date.given()) by_file_[order.span.source] = {{0, *order.date}};
}

void FormingDays::add(const Pair& pair) { by_file_[pair.span.source] = {{0, day_of(pair.order, pair.start, judged_)}}; }

void FormingDays::add(const Mentor& mentor) {
  for (const Appointment& appointment : mentor.appointments)
    by_file_[mentor.span.source].push_back(
        {appointment.span.begin, day_of(appointment.order, appointment.from, judged_)});
}

Date FormingDays::of(Span place) const {
  const auto file = by_file_.find(place.source);
  if (file == by_file_.end()) return judged_;
  Date day = judged_;
  for (const Since& since : file->second)
    if (since.begin <= place.begin) day = since.day;
  return day;
}

}  // namespace nastavnik
