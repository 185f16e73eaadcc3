#include "acts/amendment.h"

#include <algorithm>
#include <optional>

#include "acts/entering.h"
#include "model/kinds/amendments.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/notions/pairs.h"
#include "model/notions/programs.h"

namespace nastavnik {

namespace {

/// The amendment before, by the days (P20-7); nothing where this is the first.
std::optional<std::string> before(const RecordFile& file, const std::vector<Given>& told, const Registry& registry) {
  const std::size_t folder = file.path.rfind('/') + 1;
  const Program* program = registry.all<Program>().find(file.path.substr(folder, file.path.rfind('.') - folder));
  const auto date = std::ranges::find(told, std::vector<std::string>{"date"}, &Given::keys);
  const auto day = date == told.end() ? std::nullopt : parse_date(date->value.text);
  if (!program || !day) return std::nullopt;
  const std::vector<const Amendment*> all = amendments_until(*program, *day);
  if (all.empty() || !all.back()->id.given()) return std::nullopt;
  return std::string(*all.back()->id);
}

}  // namespace

NewAmendment amending(const RecordFile& program, std::vector<Given> told, const Typing& typing) {
  if (const auto mark = before(program, told, typing.registry())) told.push_back({{"after"}, yaml_word(*mark)});
  const FieldTyped list = list_typed(program, "amendments", typing);
  std::vector<YamlValue> items = items_assembled(*list.field, list.node, {std::move(told)}, typing);
  const auto mark = std::ranges::find(items.front().keys, "id", &KeyAndValue::key);
  NewAmendment made{.id = mark->value.text};
  made.changes = adding(program, list, std::move(items), typing);
  return made;
}

std::vector<std::string> parties_of(const Program& program, Date day) {
  std::vector<std::string> people;
  if (!program.pair.to) return people;
  const Pair& pair = *program.pair.to;
  people.emplace_back(pair.mentor.id);
  for (const Member* member : members_nearest(pair, day)) people.emplace_back(member->person.id);
  return people;
}

YamlValue agreed_by(const std::vector<std::string>& people, Date day) {
  std::vector<KeyAndValue> agreed;
  if (people.size() == 1)
    agreed.push_back({"person", yaml_word(people.front())});
  else
    agreed.push_back({"people", yaml_words(people)});
  agreed.push_back({"date", yaml_word(iso(day))});
  return yaml_items({yaml_mapping(std::move(agreed))});
}

}  // namespace nastavnik
