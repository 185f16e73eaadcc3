#include "agenda/agenda.h"

#include <algorithm>
#include <tuple>

#include "agenda/duty.h"
#include "agenda/foreseen.h"
#include "model/kinds/calendar.h"
#include "rules/catalogue.h"
#include "rules/fingerprint.h"

namespace nastavnik {
namespace {

bool is_foreseen(const Duty& duty) { return !duty.look; }

/// The duty that speaks of what the rule will find.
const Duty* duty_of(const std::vector<const Duty*>& all, const Requirement& rule) {
  for (const Duty* duty : all)
    for (const std::string_view id : listed(duty->rules))
      if (is_foreseen(*duty) && id == rule.id) return duty;
  return nullptr;
}

std::vector<const Requirement*> rules_foreseen(const std::vector<const Duty*>& all) {
  std::vector<const Requirement*> rules;
  for (const Duty* duty : all)
    if (is_foreseen(*duty))
      for (const std::string_view id : listed(duty->rules)) rules.push_back(find_requirement(id));
  return rules;
}

/// Rules of the school's own choice: what it has switched off asks nothing.
bool is_asked(const Duty& duty, const Registry& registry) {
  const auto rules = listed(duty.rules);
  return rules.empty() || std::any_of(rules.begin(), rules.end(), [&](std::string_view id) {
           return is_held(*find_requirement(id), registry, {}, {});
         });
}

/// A duty that has a function of its own speaks of it already.
bool is_told(const Agenda& agenda, const Due& due, const Requirement& rule) {
  return std::any_of(agenda.items.begin(), agenda.items.end(), [&](const Due& other) {
    const auto rules = listed(other.duty->rules);
    return !is_foreseen(*other.duty) && other.record == due.record && (other.day <= due.day || other.duty->alone) &&
           std::find(rules.begin(), rules.end(), rule.id) != rules.end();
  });
}

/// One thing is told once, by its earliest day.
void drop_doubles(std::vector<Due>& items) {
  const auto key = [](const Due& due) { return std::tie(due.duty->id, due.record, due.what.ru); };
  std::stable_sort(items.begin(), items.end(), [&](const Due& a, const Due& b) {
    return std::make_tuple(key(a), a.day) < std::make_tuple(key(b), b.day);
  });
  items.erase(std::unique(items.begin(), items.end(),
                          [&](const Due& a, const Due& b) {
                            return is_foreseen(*a.duty) && is_foreseen(*b.duty) && key(a) == key(b);
                          }),
              items.end());
}

Date last_working_day(const WorkingDays& calendar, Date day) {
  while (!calendar.is_working(day)) day = day - 1;
  return day;
}

void sort_by_day(std::vector<Due>& items) {
  std::stable_sort(items.begin(), items.end(), [](const Due& a, const Due& b) {
    return std::make_tuple(!a.late, a.day, std::string_view(a.record)) <
           std::make_tuple(!b.late, b.day, std::string_view(b.record));
  });
}

}  // namespace

Agenda agenda_of(const Loaded& loaded, const Outlook& outlook) {
  Agenda agenda{.today = loaded.registry.day()};
  const WorkingDays calendar(loaded.registry.the<Calendar>());
  const auto all = duties();
  for (const Duty* duty : all) {
    if (is_foreseen(*duty) || !is_asked(*duty, loaded.registry)) continue;
    Ahead ahead(*duty, loaded, calendar, outlook, agenda);
    duty->look(ahead);
    for (Undecided& one : ahead.outcome_.undecided) agenda.unknown.push_back(std::move(one));
  }
  Forecast found = forecast(loaded, rules_foreseen(all), outlook);
  for (const Foreseen& one : found.findings) {
    const Duty& duty = *duty_of(all, *one.of);
    if (one.over && !duty.of_ended) continue;
    const Date day = duty.in_working_days ? last_working_day(calendar, one.last) : one.last;
    Due due{.day = day, .place = one.place, .record = address_of(loaded.sources, one.place)};
    if (!is_told(agenda, due, *one.of)) Ahead(duty, loaded, calendar, outlook, agenda).add(std::move(due));
  }
  for (Undecided& one : found.undecided) agenda.unknown.push_back(std::move(one));
  drop_doubles(agenda.items);
  sort_by_day(agenda.items);
  return agenda;
}

}  // namespace nastavnik
