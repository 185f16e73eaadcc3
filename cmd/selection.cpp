#include "cmd/selection.h"

#include <algorithm>

#include "cmd/unknown.h"

namespace nastavnik::cmd {
namespace {

UsageError unknown_rule(std::string_view word) {
  std::vector<std::string_view> known;
  for (const Requirement* row : catalogue()) {
    known.push_back(row->id);
    known.push_back(row->name);
  }
  return unknown(
      word, known,
      say({"нет такого правила, семейства или пункта: «{}»", "there is no such rule, family or clause: '{}'"}, word),
      Text{"все правила: nastavnik rules", "all rules: nastavnik rules"});
}

}  // namespace

void require_known(const std::vector<std::string>& words) {
  for (const std::string& word : words)
    if (std::none_of(catalogue().begin(), catalogue().end(),
                     [&](const Requirement* row) { return chooses(word, *row); }))
      throw unknown_rule(word);
}

Selection selection_of(const Arguments& arguments) {
  Selection selection{arguments.list("select"), arguments.list("ignore")};
  require_known(selection.select);
  require_known(selection.ignore);
  if (std::none_of(catalogue().begin(), catalogue().end(),
                   [&](const Requirement* row) { return selection.takes(*row); }))
    throw UsageError{say({"после {} и {} не осталось ни одного правила: проверять нечем",
                          "{} and {} leave no rule: there is nothing to check with"},
                         arguments.spelled("select"), arguments.spelled("ignore"))};
  return selection;
}

std::vector<const Requirement*> rows_named(const std::vector<std::string>& words) {
  require_known(words);
  std::vector<const Requirement*> rows;
  for (const std::string& word : words)
    for (const Requirement* row : catalogue())
      if (chooses(word, *row) && std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
  return rows;
}

const Requirement& requirement_named(std::string_view word) {
  if (const Requirement* row = find_requirement(word)) return *row;
  if (std::any_of(catalogue().begin(), catalogue().end(), [&](const Requirement* row) { return chooses(word, *row); }))
    throw UsageError{say({"«{}» — не одно правило", "'{}' is more than one rule"}, word),
                     say({"все они: nastavnik rules '{}'", "all of them: nastavnik rules '{}'"}, word)};
  throw unknown_rule(word);
}

}  // namespace nastavnik::cmd
