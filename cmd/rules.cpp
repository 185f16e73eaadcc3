#include <algorithm>
#include <ostream>

#include "agenda/agenda.h"
#include "cmd/command.h"
#include "cmd/page_format.h"
#include "cmd/selection.h"
#include "handbook/explain.h"

namespace nastavnik::cmd {
namespace {

ExitStatus run_rules(const Arguments& arguments, Environment& environment) {
  std::vector<const Requirement*> rows = catalogue();
  const std::vector<std::string>& words = arguments.list("rule");
  require_known(words);
  if (!words.empty())
    std::erase_if(rows, [&](const Requirement* row) {
      return std::none_of(words.begin(), words.end(), [&](const std::string& word) { return chooses(word, *row); });
    });
  if (wants_json(arguments))
    environment.out << list_rules_json(rows);
  else
    print(rules_page(rows, environment.language), arguments, environment);
  return ExitStatus::clean;
}

ExitStatus run_explain(const Arguments& arguments, Environment& environment) {
  const std::vector<const Requirement*> rows = rows_named(arguments.list("rule"));
  if (!wants_json(arguments))
    print(explain_page(rows, environment.language, [](const Requirement& rule) { return command_against(rule); }),
          arguments, environment);
  for (std::size_t i = 0; wants_json(arguments) && i < rows.size(); ++i)
    environment.out << (i == 0 ? "" : "\n") << explain_json(*rows[i]);
  return ExitStatus::clean;
}

Parameter format_option() {
  return page_format({"json", {"для программ, на обоих языках", "for programs, in both languages"}});
}

}  // namespace

Command rules_command();
Command rules_command() {
  return {
      .name = "rules",
      .group = Group::checking,
      .summary = {"перечислить правила", "list the rules"},
      .description =
          {"Всё, что проверяется: форма записей, положение пункт за пунктом, другие законы.",
           "Everything that is checked: the form of the records, the regulation clause by clause, other law."},
      .positionals = {{.name = "rule",
                       .type = Type::text,
                       .value = {"ПРАВИЛА", "RULES"},
                       .help = {"номер или имя правила, семейство (P, RM, S, yaml) или пункт (19, 10.5); без них — все",
                                "an id or name, a family (P, RM, S, yaml) or a clause (19, 10.5); without any, all"},
                       .completes = {Completes::rule, Completes::clause},
                       .list = true}},
      .options = {format_option()},
      .examples = {{"nastavnik rules", {"все правила", "all rules"}},
                   {"nastavnik rules 19",
                    {"правила о завершении программ (пункт 19)", "rules about ending programmes (clause 19)"}}},
      .statuses = {ExitStatus::clean},
      .run = run_rules,
  };
}

Command explain_command();
Command explain_command() {
  return {
      .name = "explain",
      .group = Group::checking,
      .summary = {"объяснить правило", "explain a rule"},
      .description = {"Что требует правило, откуда оно взялось, примеры нарушения и соблюдения, что делать.",
                      "What the rule demands, where it comes from, examples that break and keep it, what to do."},
      .positionals = {{.name = "rule",
                       .type = Type::text,
                       .value = {"ПРАВИЛО", "RULE"},
                       .help = {"номер или имя правила, семейство (P, RM5) или пункт положения (19, 'п. 19')",
                                "id or name of the rule, a family (P, RM5) or a clause (19, 'cl. 19')"},
                       .completes = {Completes::rule, Completes::clause},
                       .list = true,
                       .required = true}},
      .options = {format_option()},
      .examples = {{"nastavnik explain P2-2", {"по номеру", "by id"}},
                   {"nastavnik explain program-too-short", {"по имени", "by name"}},
                   {"nastavnik explain 19", {"все правила пункта 19", "all rules of clause 19"}}},
      .statuses = {ExitStatus::clean},
      .run = run_explain,
  };
}

}  // namespace nastavnik::cmd
