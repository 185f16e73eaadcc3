#include "agenda/agenda.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "agenda/duty.h"
#include "agenda/foreseen.h"
#include "model/kinds/calendar.h"
#include "model/requirements.h"
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

bool names(std::string_view list, std::string_view id) {
  const auto all = listed(list);
  return std::find(all.begin(), all.end(), id) != all.end();
}

/// What duties with a function of their own have told of the records.
class Told {
public:
  explicit Told(const std::vector<Due>& items) {
    for (const Due& due : items)
      if (!is_foreseen(*due.duty)) by_record_[due.record].push_back({due.duty, due.day});
  }

  /// One of them speaks already of what the rule will find.
  bool tells(const Due& due, const Requirement& rule) const {
    const auto told = by_record_.find(due.record);
    return told != by_record_.end() && std::ranges::any_of(told->second, [&](const Item& other) {
             return names(other.duty->covers, rule.id) || (other.day <= due.day && names(other.duty->rules, rule.id));
           });
  }

private:
  struct Item {
    const Duty* duty = nullptr;
    Date day{};
  };
  std::unordered_map<std::string, std::vector<Item>> by_record_{};
};

/// A mentor's training is told of at the event, and is the mentor's.
Span place_of_person(const Loaded& loaded, const Finding& finding) {
  if (address_of(loaded.sources, finding.span).starts_with("years/"))
    for (const Place& place : finding.also)
      if (address_of(loaded.sources, place.span).starts_with("mentors/")) return place.span;
  return finding.span;
}

/// A paper, or a report to look at, changes no record.
bool mends(std::string_view step) {
  const bool only_looks = step.starts_with("nastavnik document ") ||
                          (step.starts_with("nastavnik report ") && step.find(" --save") == step.npos);
  return step.starts_with("nastavnik ") && !only_looks;
}

Due due_of(const Loaded& loaded, const WorkingDays& calendar, const Duty& duty, const Foreseen& one) {
  Due due{.day = last_working_day(calendar, one.last), .place = one.finding.span};
  due.record = address_of(loaded.sources, due.place);
  due.about = people_at(loaded, place_of_person(loaded, one.finding), one.last);
  due.rough = one.rough;
  due.advised = one.finding.severity == Severity::info;
  if (duty.tells) due.more = one.finding.label;
  return due;
}

/// What the form of the records has against a file leaves open what follows from it; what YAML has against it, also what
/// the file seems to say.
void leave_out_faulty(const Loaded& loaded, Agenda& agenda) {
  std::set<std::uint32_t> faulty, unreadable;
  for (const Finding& finding : loaded.findings) {
    if (finding.severity != Severity::error) continue;
    if (finding.of->id.starts_with("yaml-")) unreadable.insert(finding.span.source);
    if (faulty.insert(finding.span.source).second) agenda.unknown.push_back({finding.of, finding.span, {}});
  }
  std::erase_if(agenda.items, [&](const Due& due) { return unreadable.contains(due.place.source); });
}

template <class... Records>
bool has_none(const Registry& registry, Types<Records...>) {
  return (registry.all<Records>().empty() && ...);
}

/// Nothing has been entered but what a new registry has: what is due does not follow from it yet.
bool is_new(const Loaded& loaded) {
  return loaded.registry.broken_files().empty() && !loaded.unreadable && has_none(loaded.registry, Kinds()) &&
         std::all_of(loaded.findings.begin(), loaded.findings.end(),
                     [](const Finding& finding) { return finding.of == &row_of(Structure::missing_key); });
}

/// One thing is told once, by its earliest day.
void drop_doubles(std::vector<Due>& items) {
  const auto key = [](const Due& due) { return std::tie(due.duty->id, due.record, due.what.ru, due.about); };
  std::stable_sort(items.begin(), items.end(), [&](const Due& a, const Due& b) {
    return std::make_tuple(key(a), a.day) < std::make_tuple(key(b), b.day);
  });
  items.erase(std::unique(items.begin(), items.end(),
                          [&](const Due& a, const Due& b) {
                            return is_foreseen(*a.duty) && is_foreseen(*b.duty) && key(a) == key(b);
                          }),
              items.end());
}

void sort_by_day(std::vector<Due>& items) {
  std::stable_sort(items.begin(), items.end(), [](const Due& a, const Due& b) {
    return std::make_tuple(!a.late(), !a.passed, a.day, std::string_view(a.record)) <
           std::make_tuple(!b.late(), !b.passed, b.day, std::string_view(b.record));
  });
}

/// The step of the duty that the rule holds to; empty where several differ, or it makes a paper alone.
std::string_view step_against(const Requirement& rule) {
  std::string_view step;
  for (const Duty* duty : duties()) {
    if (duty->rules.substr(0, duty->rules.find(',')) != rule.id || duty->step == step) continue;
    if (!step.empty() || !mends(duty->step)) return {};
    step = duty->step;
  }
  return step;
}

}  // namespace

Words step_told(const std::string& step) {
  using Spoken = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Spoken, 6> spoken{{{"appoint head", "appoint руководитель"},
                                          {"appoint curator", "appoint куратор"},
                                          {"appoint council", "appoint объединение"},
                                          {"enrol mentee", "enrol наставляемый"},
                                          {"consent give", "consent дать"},
                                          {"sign regulation", "sign положение"}}};
  std::string russian = step;
  for (const auto& [english, told] : spoken)
    if (const std::size_t at = russian.find(english); at != russian.npos) russian.replace(at, english.size(), told);
  return {std::move(russian), step};
}

Words command_against(const Loaded& loaded, const Finding& finding) {
  const std::string_view step = step_against(*finding.of);
  const std::string command = step_for(loaded, step, place_of_person(loaded, finding), loaded.registry.day());
  return mends(command) ? step_told(command) : Words();  // else it is a place alone
}

Words command_against(const Requirement& rule) {
  std::string command(step_against(rule));
  for (std::size_t at = command.find('{'); at != command.npos; at = command.find('{'))
    command.replace(at, command.find('}', at) + 1 - at, "…");
  return step_told(command);
}

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
  const Told told(agenda.items);
  Forecast found = forecast(loaded, rules_foreseen(all), outlook);
  for (const Foreseen& one : found.findings) {
    const Duty& duty = *duty_of(all, *one.finding.of);
    Due due = due_of(loaded, calendar, duty, one);
    if ((one.over && !duty.of_ended) || told.tells(due, *one.finding.of)) continue;
    if (duty.is_settled && duty.is_settled(loaded.registry, due.record, agenda.today)) continue;
    Ahead ahead(duty, loaded, calendar, outlook, agenda);
    due.step = step_for(loaded, duty.step, place_of_person(loaded, one.finding), due.day);
    ahead.add(std::move(due));
  }
  for (Undecided& one : found.undecided) agenda.unknown.push_back(std::move(one));
  leave_out_faulty(loaded, agenda);
  if (is_new(loaded)) agenda.unknown.clear();
  drop_doubles(agenda.items);
  sort_by_day(agenda.items);
  return agenda;
}

}  // namespace nastavnik
