#include "acts/plan.h"

#include <algorithm>

#include <fmt/format.h>

#include "acts/entering.h"
#include "acts/entry.h"
#include "acts/linked.h"
#include "acts/named.h"
#include "document/choice.h"
#include "model/addresses.h"
#include "model/ids.h"
#include "model/kinds/activities.h"
#include "model/kinds/programs.h"
#include "model/kinds/years.h"
#include "model/notions/due.h"
#include "model/notions/programs.h"

namespace nastavnik {
namespace {

/// «Мастер-класс (a2)»: a mark tells it apart in fewer letters than its words do.
Words with_marks(const std::vector<std::size_t>& places, const std::vector<Named>& all) {
  std::vector<Words> titles;
  for (const std::size_t place : places)
    titles.push_back(say({"{} ({})", "{} ({})"}, all[place].title, all[place].key));
  return listed(titles);
}

std::string text_of(const auto& field) { return field.given() ? std::string(*field) : std::string(); }

std::vector<PlanItem> items_of(const Program& program, Date day) {
  std::vector<PlanItem> items;
  for (const Activity& one : program.activities) {
    const At<Day> due = due_of(one, program, day);
    items.push_back({.id = text_of(one.id),
                     .title = text_of(one.title),
                     .due = due.given() ? std::optional<Date>(*due) : std::nullopt,
                     .is_done = !one.done.absent(),
                     .is_dropped = !is_in_plan(one)});
  }
  return items;
}

std::vector<PlanItem> items_of(const SchoolYear& year) {
  std::vector<PlanItem> items;
  if (!year.roadmap.given()) return items;
  for (const RoadmapItem& one : year.roadmap->items) {
    const At<Day> due = due_of(one, year);
    items.push_back({.id = text_of(one.id),
                     .title = text_of(one.content),
                     .due = due.given() ? std::optional<Date>(*due) : std::nullopt,
                     .is_done = !one.done_on.absent(),
                     .is_dropped = !one.cancelled.absent()});
  }
  return items;
}

std::vector<Named> named(const Plan& plan) {
  std::vector<Named> all;
  for (const PlanItem& item : plan.items) all.push_back({item.id, {item.title, item.title}});
  return all;
}

}  // namespace

Plan::Plan(const Program& of, const Typing& typing)
    : program(&of),
      file(typing.loaded, file_of(of)),
      list(list_typed(file, "activities", typing)),
      items(items_of(of, typing.registry().day())) {}

Plan::Plan(const SchoolYear& of, const Typing& typing)
    : year(&of),
      file(typing.loaded, file_of(of)),
      list(list_typed(file, "roadmap.items", typing)),
      items(items_of(of)) {}

std::string Plan::id() const { return std::string(program ? program->id : year->id); }

NodePath Plan::path_of(const PlanItem& item, const Typing& typing) const {
  return item_typed(list, item.id, typing).path;
}

Plan plan_typed(std::string_view word, const Typing& typing) {
  const Registry& registry = typing.registry();
  if (is_roadmap_named(word)) return Plan(*registry.all<SchoolYear>().find(year_with(registry.day(), typing)), typing);
  if (is_school_year_id(word))
    if (const SchoolYear* year = registry.all<SchoolYear>().find(word)) return Plan(*year, typing);
  Meant meant = linked_by(Program::kind, word, typing.loaded);
  if (meant.is_one()) {
    const std::string& address = meant.records.front();
    if (const Program* program = registry.all<Program>().find(address.substr(address.find('/') + 1)))
      return Plan(*program, typing);
  }
  throw Refusal{
      .what =
          say({"«{}»: такой программы или учебного года нет", "'{}': there is no such programme or school year"}, word),
      .hint = Text{"назовите участника пары, номер программы или год, например 2025-2026",
                   "name somebody of the pair, the id of the programme, or a year, as 2025-2026"},
      .word = std::string(word),
      .meant = std::move(meant)};
}

const PlanItem& item_of(const Plan& plan, std::string_view word) {
  const std::vector<Named> all = named(plan);
  const std::vector<std::size_t> found = named_by(word, all);
  if (found.size() == 1) return plan.items[found.front()];
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < plan.items.size(); ++i)
    if (plan.items[i].is_open()) open.push_back(i);
  const Words what = found.empty()
                         ? say({"в плане {} нет «{}»", "the plan of {} has no '{}'"}, plan.id(), word)
                         : say({"в плане {} «{}» подходит к нескольким: {}", "in the plan of {} '{}' fits several: {}"},
                               plan.id(), word, with_marks(found, all));
  throw Refusal{.what = what,
                .hint = open.empty() ? Words(Text{"невыполненного в нём нет", "nothing in it is left to be done"})
                                     : say({"не выполнено: {}", "to be done: {}"}, with_marks(open, all))};
}

const PlanItem* next_open(const Plan& plan, const std::vector<std::string>& besides) {
  const PlanItem* first = nullptr;
  for (const PlanItem& item : plan.items) {
    if (!item.is_open() || std::ranges::count(besides, item.id) != 0) continue;
    if (!first || (item.due && (!first->due || *item.due < *first->due))) first = &item;
  }
  return first;
}

}  // namespace nastavnik
