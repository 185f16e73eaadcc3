#include "acts/entry.h"

#include <algorithm>

#include <fmt/format.h>

#include "acts/entering.h"
#include "acts/question.h"
#include "model/kinds/organization.h"
#include "model/kinds/years.h"
#include "model/notions/offices.h"
#include "model/notions/school_years.h"

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

/// The keys from the item to the field that the question is about; none where it is about another, or stands in a list
/// within the item, which the act makes itself.
Strings keys_within(std::string_view list, const Shape& item, std::string_view field) {
  Strings keys;
  if (!field.starts_with(list) || field.substr(list.size(), 1) != ".") return keys;
  field.remove_prefix(list.size() + 1);
  while (!field.empty()) {
    const std::size_t dot = std::min(field.find('.'), field.size());
    keys.emplace_back(field.substr(0, dot));
    field.remove_prefix(std::min(dot + 1, field.size()));
  }
  if (keys.size() > 1 && item.find(keys.front())->is_list()) keys.clear();
  return keys;
}

/// A field that holds one value, told several.
bool is_repeated(const Answers& answers, const ActQuestion& question, const FieldShape& field) {
  return question.is_list && !field.is_list() && answers.has(question.name);
}

/// An item for each of the days, else the only one.
std::vector<std::vector<Given>> items_told(const Shape& item, const std::vector<ActQuestion>& questions,
                                           std::string_view list, const Answers& answers) {
  std::vector<std::vector<Given>> items(1);
  for (const ActQuestion& question : questions) {
    const Strings keys = keys_within(list, item, question.field);
    const YamlValue* told = answers.value(question.name);
    if (keys.empty() || !told) continue;
    if (!is_repeated(answers, question, *question_at(item, question.field.substr(list.size() + 1)).field)) {
      for (std::vector<Given>& one : items) one.push_back({keys, *told});
      continue;
    }
    const std::vector<Given> same = items.front();
    items.assign(told->list.size(), same);
    for (std::size_t i = 0; i < items.size(); ++i) items[i].push_back({keys, told->list[i]});
  }
  return items;
}

Act entered(const Entry& entry, const std::vector<ActQuestion>& questions, const Answers& answers,
            const Typing& typing) {
  const std::size_t dot = entry.list.find('.');
  const std::string_view folder = entry.list.substr(0, dot), key = entry.list.substr(dot + 1);
  const Strings records = entry.records(answers, typing);
  Act act;
  for (const std::string& record : records) {
    const RecordFile file(typing.loaded, fmt::format("{}/{}.yaml", folder, record));
    const FieldTyped list = list_typed(file, key, typing);
    std::vector<std::vector<Given>> told = items_told(*list.field->shape, questions, entry.list, answers);
    if (entry.rest)
      for (std::vector<Given>& one : told) entry.rest(one, answers, typing);
    std::vector<YamlValue> items = items_assembled(*list.field, list.node, told, typing);
    std::ranges::move(adding(file, list, std::move(items), typing), std::back_inserter(act.changes));
  }
  if (entry.tell) entry.tell(act, records, answers, typing);
  return act;
}

}  // namespace

ActKind entering_by(const Entry& entry, ActKind kind) {
  kind.act = [entry, questions = kind.questions](const Answers& answers, const Typing& typing, const Lot&) {
    return entered(entry, questions, answers, typing);
  };
  return kind;
}

std::string year_with(Date day, const Typing& typing) {
  if (const SchoolYear* year = file_of_year(typing.registry(), day)) return std::string(year->id);
  const std::string id = id_of(school_year(day));
  throw Refusal{.what = say({"записи учебного года {} нет", "there is no record of the school year {}"}, id),
                .hint = say({"сначала: nastavnik open-year {}", "first: nastavnik open-year {}"}, id),
                .clause = "10.4"};
}

Strings leaders_on(const Registry& registry, Date day) {
  Strings people;
  const auto add = [&](const Link<Person>& person) {
    if (!person.id.empty() && std::ranges::find(people, person.id) == people.end()) people.emplace_back(person.id);
  };
  if (const HeadTerm* head = head_on(registry.organization(), day)) add(head->person);
  for (const CuratorTerm* term : curators_on(registry.organization(), day)) add(term->person);
  return people;
}

}  // namespace nastavnik
