#include <algorithm>

#include <fmt/format.h>

#include "document/subject_keys.h"
#include "document/subjects.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/regulation.h"
#include "model/kinds/years.h"

// What orders decide.

namespace nastavnik::subjects {
namespace {

bool is_draft(const Regulation& regulation) { return !regulation.approved_on.given() && regulation.order.absent(); }

/// A subject for each item of a list that says by which order; `key` chooses them all.
template <class Item, class DayOf>
Subjects items_of_school(const List<Item>& items, std::string_view list, std::string_view key, const DayOf& day_of) {
  Subjects all;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Subject& subject =
        all.emplace_back(Subject{.id = fmt::format("{}-{}", list, i + 1), .item = i, .is_new = lacks(items[i].order)});
    if (!key.empty()) subject.keys.emplace_back(key);
    decide_by(subject, items[i].order, {items[i].span});
    add_item(subject, "", list, "", day_of(items[i]));
  }
  return all;
}

/// The same of a list in the records of mentors; `is_new` says what waits for its order.
template <class Item, class IsNew>
Subjects items_of_mentors(const Registry& registry, const List<Item> Mentor::*list, std::string_view name,
                          const IsNew& is_new) {
  Subjects all;
  for (const Mentor& mentor : registry.all<Mentor>())
    for (std::size_t i = 0; i < (mentor.*list).size(); ++i) {
      const Item& item = (mentor.*list)[i];
      Subject& subject = all.emplace_back(of_person(registry, mentor.id));
      subject.mentor = &mentor;
      subject.item = i;
      subject.is_new = is_new(item);
      decide_by(subject, item.order, {item.span});
      add_item(subject, address_of(mentor), name, "", item.from);
    }
  return all;
}

}  // namespace

Subjects the_school(const Registry& registry) {
  Subject subject{.is_new = true};
  decide_by(subject, registry.regulation().order, {registry.regulation().span});
  return {subject};
}

/// The regulation in force and, behind it, the former ones. One that is not approved yet is decided where it is named.
Subjects regulations(const Registry& registry) {
  Subjects all;
  const Regulation& regulation = registry.regulation();
  const auto add = [&](const Link<Order>& order, Span span) {
    Subject& subject = all.emplace_back(
        Subject{.id = "regulation", .keys = {"organization/regulation"}, .item = all.size(), .is_new = lacks(order)});
    if (is_draft(regulation)) subject.is_new = false;
    decide_by(subject, order, {span});
  };
  add(regulation.order, regulation.span);
  for (const FormerRegulation& former : regulation.previous) add(former.order, former.span);
  return all;
}

Subjects regulation_changes(const Registry& registry) {
  return items_of_school(registry.regulation().changes, "changes", "organization/regulation",
                         [](const RegulationChange& change) { return change.date; });
}

Subjects local_acts(const Registry& registry) {
  Subjects all = items_of_school(registry.organization().local_acts, "local_acts", "",
                                 [](const LocalAct& act) { return act.date; });
  for (Subject& subject : all) subject.is_new = false;  // an act need not be approved by an order
  return all;
}

Subjects years(const Registry& registry) {
  Subjects all;
  for (const SchoolYear& year : registry.all<SchoolYear>()) {
    if (!year.roadmap.given()) continue;
    Subject subject{
        .id = std::string(year.id), .keys = {address_of(year)}, .year = &year, .is_new = lacks(year.roadmap->order)};
    decide_by(subject, year.roadmap->order, {year.roadmap->span});
    all.push_back(std::move(subject));
  }
  return all;
}

Subjects curators(const Registry& registry) {
  Subjects all;
  const auto& terms = registry.organization().curators;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    Subject subject{.id = std::string(terms[i].person.id),
                    .person = terms[i].person.id,
                    .item = i,
                    .is_new = lacks(terms[i].order)};
    add_person(subject, terms[i].person.id);
    decide_by(subject, terms[i].order, {terms[i].span});
    add_item(subject, "", "curators", "", terms[i].from);
    all.push_back(std::move(subject));
  }
  return all;
}

Subjects councils(const Registry& registry) {
  Subjects all;
  const auto& councils = registry.organization().councils;
  for (std::size_t i = 0; i < councils.size(); ++i) {
    Subject subject{.item = i, .is_new = lacks(councils[i].order)};
    if (councils.size() > 1) subject.id = std::to_string(i + 1);
    decide_by(subject, councils[i].order, {councils[i].span});
    add_item(subject, "", "councils", "", councils[i].from);
    all.push_back(std::move(subject));
  }
  return all;
}

Subjects pairs(const Registry& registry) {
  Subjects all;
  for (const Pair& pair : registry.all<Pair>()) {
    Subject subject = of_pair(registry, pair);
    decide_by(subject, pair.order, {pair.span});
    subject.is_new = lacks(pair.order) && !pair.end.given();
    all.push_back(std::move(subject));
  }
  return all;
}

/// The assignments of each pair: the first, and behind it those that renewed it.
Subjects assigned_pairs(const Registry& registry) {
  Subjects all;
  for (Subject& first : pairs(registry)) {
    const Pair& pair = *first.pair;
    all.push_back(std::move(first));
    for (const Renewal& renewal : pair.renewals) {
      Subject again = of_pair(registry, pair);
      again.item = static_cast<std::size_t>(&renewal - pair.renewals.begin()) + 1;
      again.id = fmt::format("{}-{}", pair.id, again.item + 1);
      again.is_new = lacks(renewal.order);
      decide_by(again, renewal.order, {renewal.span});
      add_item(again, address_of(pair), "renewals", "", renewal.from);
      all.push_back(std::move(again));
    }
  }
  return all;
}

Subjects ended_pairs(const Registry& registry) {
  Subjects all;
  for (const Pair& pair : registry.all<Pair>()) {
    if (!pair.end.given()) continue;
    Subject subject = of_pair(registry, pair);
    decide_by(subject, pair.end->order, {pair.end->span});
    subject.is_new = lacks(pair.end->order);
    all.push_back(std::move(subject));
  }
  return all;
}

/// Changes of groups: of each group those that one order decides.
Subjects changed_groups(const Registry& registry) {
  Subjects all;
  for (const Pair& pair : registry.all<Pair>()) {
    const std::size_t first = all.size();
    const auto add = [&](const At<Day>& day, const Link<Order>& order, const OrderPlace& place) {
      const auto same = [&](const Subject& subject) { return subject.order == order.id; };
      if (!day.given()) return;
      const auto there = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(), same);
      if (there != all.end()) return there->named_at.push_back(place);
      Subject& subject = all.emplace_back(of_pair(registry, pair));
      decide_by(subject, order, place);
      subject.is_new = lacks(order);
    };
    for (const Member& member : pair.mentees) {
      add(member.from, member.order, {member.span});
      add(member.to, member.out_order, {member.span, "out_order"});
    }
  }
  return all;
}

Subjects relieved_mentors(const Registry& registry) {
  Subjects all;
  for (const Mentor& mentor : registry.all<Mentor>())
    for (std::size_t i = 0; i < mentor.appointments.size(); ++i) {
      const Appointment& appointment = mentor.appointments[i];
      if (!appointment.end.given()) continue;
      Subject subject = of_person(registry, mentor.id);
      subject.mentor = &mentor;
      subject.item = i;
      subject.is_new = lacks(appointment.end->order);
      decide_by(subject, appointment.end->order, {appointment.end->span});
      add_item(subject, address_of(mentor), "appointments", "", appointment.end->date);
      all.push_back(std::move(subject));
    }
  return all;
}

Subjects releases(const Registry& registry) {
  Subjects all;
  for (const Program& program : registry.all<Program>())
    for (std::size_t i = 0; i < program.releases.size(); ++i) {
      const Release& release = program.releases[i];
      Subject& subject = all.emplace_back(of_program(registry, program));
      subject.item = i;
      subject.id = fmt::format("{}-{}", program.id, i + 1);
      subject.is_new = lacks(release.order);
      decide_by(subject, release.order, {release.span});
      add_item(subject, address_of(program), "releases", "", release.date);
    }
  return all;
}

Subjects appointments(const Registry& registry) {
  return items_of_mentors(registry, &Mentor::appointments, "appointments", [](const Appointment& appointment) {
    return lacks(appointment.order) && appointment.end.absent();
  });
}

Subjects payments(const Registry& registry) {
  return items_of_mentors(registry, &Mentor::payments, "payments",
                          [](const Payment& payment) { return lacks(payment.order); });
}

Subjects incentives(const Registry& registry) {
  Subjects all;
  for (const SchoolYear& year : registry.all<SchoolYear>())
    for (std::size_t i = 0; i < year.incentives.size(); ++i) {
      Subject& subject = all.emplace_back(
          Subject{.id = fmt::format("{}-{}", year.id, i + 1), .keys = {address_of(year)}, .year = &year, .item = i});
      decide_by(subject, year.incentives[i].order, {year.incentives[i].span});
      add_item(subject, address_of(year), "incentives", "", year.incentives[i].date);
    }
  return all;
}

/// What a recorded order says of itself.
Subjects recorded_orders(const Registry& registry) {
  Subjects all;
  for (const Order& order : registry.all<Order>())
    all.push_back({.id = std::string(order.id), .keys = {address_of(order)}, .order = order.id});
  return all;
}

}  // namespace nastavnik::subjects
