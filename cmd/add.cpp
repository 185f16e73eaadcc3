#include "acts/entering.h"
#include "cmd/asked_act.h"
#include "cmd/record_word.h"

namespace nastavnik::cmd {
namespace {

Parameter list_parameter() {
  return field_parameter(
      {"СПИСОК", "LIST"},
      {"список: meetings, «мероприятия», activities[a1].moves", "the list: meetings, activities[a1].moves"}, true);
}

/// Items of mappings: those that are asked one by one, or the one that words have begun.
std::vector<YamlValue> items_asked(const FieldTyped& list, const std::vector<std::string>& words, Asking& asking) {
  std::vector<std::vector<Given>> all;
  if (words.empty()) {
    all = asking.items({.field = list.field});
    if (all.empty()) throw GivenUp();
  } else {
    all.push_back(given_typed({list.field->shape, nullptr, {}, list.personal}, words, asking.typing()));
    asking.put({}, *list.field->shape, all.back());
  }
  return items_assembled(*list.field, list.node, all, asking.typing());
}

Act asked_for(const Arguments& arguments, const Open& open, const Environment& environment, Asking& asking) {
  const std::string record = record_told(arguments, open, environment, asking);
  const std::string name = field_told(record, arguments, open, environment, asking, {"Какой список?", "Which list?"});
  const RecordFile file(*open.loaded, file_meant(record, name, open, environment));
  const FieldTyped list = list_typed(file, name, asking.typing());
  std::vector<YamlValue> items;
  if (list.field->is_mapping())
    items = items_asked(list, arguments.list("value"), asking);
  else
    items = asking.value({.keys = list.keys, .field = list.field, .required = true})->list;
  return {asking.meant([&](const Typing& typing) { return adding(file, list, items, typing); }), {"nastavnik check"}};
}

Act by_words(const Arguments& arguments, const Open& open, const Environment& environment, const Typing& typing) {
  const std::string list = *arguments.text("field");
  const RecordFile file(*open.loaded, file_meant(*arguments.text("record"), list, open, environment));
  return {adding(file, list, arguments.list("value"), typing), {"nastavnik check"}};
}

ExitStatus run_add(const Root& /*root*/, const Arguments& arguments, Environment& environment) {
  require_told(arguments, record_parameter(true), environment);
  require_told(arguments, list_parameter(), environment);
  const Doing doing{.is_told = arguments.given("value"),
                    .by_words = [&](const Open& open,
                                    const Typing& typing) { return by_words(arguments, open, environment, typing); },
                    .by_questions = [&](const Open& open,
                                        Asking& asking) { return asked_for(arguments, open, environment, asking); }};
  return act(doing, arguments, environment);
}

}  // namespace

Command add_command();
Command add_command() {
  return {
      .name = "add",
      .group = Group::enter,
      .summary = {"дописать пункт в список", "add an item to a list"},
      .description =
          {"Дописывает в конец списка записи новый пункт; всё остальное в файле остаётся как было. Значения списка пишут "
           "через запятую, пункт с полями — словами ПОЛЕ=ЗНАЧЕНИЕ; если обязательное поле у пункта одно, его можно не называть: "
           "add pairs/2025-003 наставляемые Белов. Метку (a1, d2) nastavnik даёт сам. Запись, поля и значения пишут как в set.\n\n"
           "На терминале список и пункты, если они не указаны, программа спросит сама, пункты — по одному.",
           "Puts a new item at the end of a list of a record; all else in the file stays as it was. Values of a list are written "
           "with commas, an item with fields by words FIELD=VALUE; where an item has a single field that must be there, it need "
           "not be named: add pairs/2025-003 mentees p-031. The mark of an item (a1, d2) is given by nastavnik. Records, fields "
           "and values are written as for set.\n\n"
           "On a terminal a list or an item that is not given is asked for, items one by one."},
      .positionals = {record_parameter(true),
                      list_parameter(),
                      {.name = "value",
                       .type = Type::text,
                       .value = {"ЗНАЧЕНИЕ", "VALUE"},
                       .help = {"значение или ПОЛЕ=ЗНАЧЕНИЕ", "a value or FIELD=VALUE"},
                       .completes = {Completes::value_of_field},
                       .list = true,
                       .verbatim = true}},
      .options = act_options(),
      .examples = {{"nastavnik add programs/2025-739516 tasks 'цифровая среда' --dry-run",
                    {"ещё одна задача программы; только посмотреть", "one more task of the programme; only to look"}},
                   {"nastavnik add Югай training date=28.08.2026 kind=course title='Наставник в школе' --dry-run",
                    {"обучение наставника", "training of a mentor"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .run = run_add,
  };
}

}  // namespace nastavnik::cmd
