#include <algorithm>
#include <ostream>

#include "acts/waiving.h"
#include "cmd/carry_out.h"
#include "cmd/commit_act.h"
#include "cmd/selection.h"
#include "cmd/unknown.h"
#include "model/kinds/organization.h"
#include "model/kinds/waivers.h"
#include "model/notions/offices.h"
#include "rules/fingerprint.h"
#include "rules/set_aside.h"
#include "source/yaml.h"

namespace nastavnik::cmd {
namespace {

const Requirement& rule_of(const Arguments& arguments) {
  const Requirement& row = requirement_named(*arguments.text("rule"));
  if (!can_be_set_aside(row))
    throw UsageError{say({"от {} исключений не бывает: это требование к самим записям",
                          "nothing can be waived of {}: it is a requirement of the records themselves"},
                         row.id),
                     {"исправьте запись", "mend the record"}};
  return row;
}

/// What a waiver cannot do without.
void require(const Arguments& arguments, std::string_view option, const Text& what) {
  if (!arguments.given(option))
    throw UsageError{say({"исключение не пишется без {} (--{})", "a waiver needs {} (--{})"}, what, option), {}};
}

/// What is wrong with a record that cannot be read, nobody knows; nor what of it could be waived.
void refuse_unread(const std::string& record, const Loaded& loaded, const Beside& beside) {
  for (const Span place : loaded.registry.broken_files())
    if (address_of(loaded.sources, place) == record)
      throw UsageError{say({"запись {} не читается, исключать в ней пока нечего",
                            "{} cannot be read: nothing in it can be waived yet"},
                           beside.with(record)),
                       {"что в ней не так: nastavnik check", "what is wrong with it: nastavnik check"}};
}

std::string record_of(const std::string& word, const Loaded& loaded, const Beside& beside) {
  const std::vector<std::string> all = addresses_of(loaded);
  const std::string record = the_one(
      find(word, {.addresses = all, .people = loaded.registry.all<Person>(), .orders = &loaded.registry.all<Order>()}),
      word, beside, say({"записи «{}» нет", "there is no record '{}'"}, word));
  refuse_unread(record, loaded, beside);
  return record;
}

std::string person_of(const std::string& word, const Registry& registry, const Beside& beside) {
  const Table<Person>& people = registry.all<Person>();
  const std::string found =
      the_one(find_person(word, people), word, beside,
              people.seen() ? say({"в people/ нет человека «{}»", "there is nobody '{}' in people/"}, word)
                            : say({"человек «{}» не найден", "'{}' was not found"}, word));
  return found.substr(found.find('/') + 1);
}

std::string decider(const Arguments& arguments, const Registry& registry, const Beside& beside) {
  if (const auto by = arguments.text("by")) return person_of(*by, registry, beside);
  const auto curators = curators_on(registry.organization(), registry.day());
  if (curators.size() == 1 && !curators.front()->person.id.empty()) return std::string(curators.front()->person.id);
  throw UsageError{{"кто решил? В organization.yaml на этот день нет одного куратора",
                    "who decided? organization.yaml has no single curator on this day"},
                   {"назовите человека: --by p-118340", "name the person: --by p-118340"}};
}

Date last_day(const Arguments& arguments, Date day) {
  const Date until = *arguments.date("until");
  const Date last = school_year(day).to;
  if (until > last)
    throw UsageError{say({"исключение не переживает учебный год: самый поздний день — {}",
                          "a waiver does not outlive the school year: the latest day is {}"},
                         last),
                     {"на следующий год решают заново", "the next year is decided anew"}};
  if (until < day)
    throw UsageError{
        say({"срок {} уже прошёл: исключение пишется днём {}", "the term {} is over already: the day is {}"}, until,
            day),
        {}};
  return until;
}

template <class Type>
std::optional<std::string> value_of(const Arguments& arguments, std::string_view option) {
  std::optional<std::string> text = arguments.text(option);
  typename Type::Value value{};
  if (text)
    if (const Problem problem = Type::read(*text, value))
      throw UsageError{say({"{}: {}", "{}: {}"}, arguments.spelled(option), problem->label), {}};
  return text;
}

Waiving wanted(const Arguments& arguments, const Loaded& loaded, const Beside& beside) {
  const Date day = loaded.registry.day();
  require(arguments, "reason", {"причины", "a reason"});
  require(arguments, "until", {"последнего дня", "a last day"});
  return {.rule = &rule_of(arguments),
          .record = record_of(*arguments.text("record"), loaded, beside),
          .item = value_of<ItemMark>(arguments, "item"),
          .field = value_of<FieldPath>(arguments, "field"),
          .reason = *value_of<Prose>(arguments, "reason"),
          .by = decider(arguments, loaded.registry, beside),
          .on = day,
          .until = last_day(arguments, day)};
}

const YamlValue& item_of(const Changes& changes) { return std::get<InsertItem>(changes.front().what).item; }

void tell(const YamlValue& item, std::size_t covered, bool dry_run, Environment& environment) {
  constexpr static Noun finding{{"замечание", "finding"}, {"замечания", "findings"}, {"замечаний", "findings"}};
  const Count count{static_cast<long long>(covered), finding};
  const Words head =
      dry_run ? say({"в waivers.yaml было бы добавлено (закроет {}):", "waivers.yaml would get (covers {}):"}, count)
              : say({"в waivers.yaml добавлено (закрывает {}):", "waivers.yaml got (covers {}):"}, count);
  environment.out << head.in(environment.language) << '\n' << shown_item(item);
  if (!dry_run) environment.out << Text{"дальше:", "next:"}.in(environment.language) << "\n  nastavnik check\n";
}

/// The item has ids alone; a person wants to know whose they are.
void tell_whom(const Waiving& waiving, const Beside& beside, Environment& environment) {
  if (beside(waiving.record).empty() && beside(waiving.by).empty()) return;
  environment.out << say({"{}; решение: {}\n", "{}; decided by {}\n"}, beside.with(waiving.record),
                         beside.with(waiving.by))
                         .in(environment.language);
}

/// A check says of a waiver that covers nothing so, unless the rule cannot be judged.
void tell_of_doubt(const Waiving& waiving, const Beside& beside, Environment& environment) {
  environment.err << say({"предупреждение: решить, есть ли в {} нарушение {}, сейчас нельзя\n",
                          "warning: whether {} has a finding of {} cannot be decided now\n"},
                         beside.with(waiving.record), waiving.rule->id)
                         .in(environment.language);
}

ExitStatus run_waive(const Open& open, const Arguments& arguments, Environment& environment) {
  const Beside beside(open.registry(), environment.names_in_messages());
  const Waiving waiving = wanted(arguments, *open.loaded, beside);
  const Changes changes = changes_of(waiving);
  const Judged change = judged(open, changes, environment);
  const bool dry_run = arguments.given("dry-run");
  const ExitStatus status = carry_out(change, open,
                                      {.dry_run = dry_run,
                                       .records = {waiving.record},
                                       .grounds = {say({"Правило: {}", "Rule: {}"}, waiving.rule->id)}},
                                      environment);
  if (status != ExitStatus::clean) return status;
  const std::size_t found = covered(change.after->registry.the<Waivers>().waivers.back(), change.outcome);
  const auto is_of_rule = [&](const Undecided& undecided) { return undecided.of == waiving.rule; };
  if (found == 0 && std::ranges::any_of(change.outcome.undecided, is_of_rule))
    tell_of_doubt(waiving, beside, environment);
  if (arguments.given("quiet")) return status;
  tell_whom(waiving, Beside(open.registry(), environment.names_in_results()), environment);
  tell(item_of(changes), found, dry_run, environment);
  return status;
}

}  // namespace

Command waive_command();
Command waive_command() {
  return {
      .name = "waive",
      .group = Group::checking,
      .summary = {"сделать исключение из правила", "waive a rule for a record"},
      .description =
          {"Дописывает в waivers.yaml одно исключение: из какого правила, для какой записи, почему, кто и когда решил, по "
           "какой день. Всё остальное в файле остаётся как было. Исключение действует не дольше учебного года; проверка "
           "называет исключённое и не считает его нарушением, а --strict исключений не знает.",
           "Adds one waiver to waivers.yaml: of which rule, for which record, why, who decided and when, until which day. "
           "All else in the file stays as it was. A waiver ends with the school year; a check names what is waived and "
           "does not count it, and --strict knows no waivers."},
      .positionals = {{.name = "rule",
                       .type = Type::text,
                       .value = {"ПРАВИЛО", "RULE"},
                       .help = {"номер или имя правила", "id or name of the rule"},
                       .completes = {Completes::rule},
                       .required = true},
                      {.name = "record",
                       .type = Type::text,
                       .value = {"ЗАПИСЬ", "RECORD"},
                       .help = {"папка и номер записи: programs/2025-003",
                                "folder and id of the record: programs/2025-003"},
                       .completes = {Completes::record},
                       .required = true}},
      .options = {{.name = "reason",
                   .type = Type::text,
                   .value = {"ПОЧЕМУ", "WHY"},
                   .help = {"почему решено не выполнять правило", "why the rule is not kept"}},
                  {.name = "until",
                   .type = Type::date,
                   .value = {"ДАТА", "DATE"},
                   .help = {"по какой день действует, не позже конца учебного года",
                            "last day in effect, no later than the end of the school year"}},
                  {.name = "by",
                   .type = Type::text,
                   .value = {"КТО", "WHO"},
                   .help = {"кто решил: номер человека или часть имени; если не указано, куратор",
                            "who decided: id of the person or a part of the name; if not given, the curator"},
                   .completes = {Completes::person}},
                  {.name = "item",
                   .type = Type::text,
                   .value = {"МЕТКА", "ITEM"},
                   .help = {"только для этого пункта записи: a1", "only for this item of the record: a1"},
                   .completes = {Completes::item_of_record}},
                  {.name = "field",
                   .type = Type::text,
                   .value = {"ПОЛЕ", "FIELD"},
                   .help = {"только для этого поля: end, activities.due_on",
                            "only for this field: end, activities.due_on"},
                   .completes = {Completes::field_of_record}},
                  {.name = "dry-run",
                   .help = {"только показать, что было бы записано", "only show what would be written"}},
                  commit_option(),
                  no_commit_option()},
      .examples =
          {{"nastavnik waive P2-2 programs/2025-739516 --reason 'Наставляемый уходит в армию' --until 2026-08-31",
            {"дописать исключение от имени куратора", "add a waiver in the name of the curator"}},
           {"nastavnik waive P2-2 programs/2025-739516 --field end --reason Переезд --until 2026-08-31 --dry-run",
            {"посмотреть, что будет записано", "see what would be written"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .writes = [](const Arguments& arguments) { return !arguments.given("dry-run"); },
      .run = run_waive,
  };
}

}  // namespace nastavnik::cmd
