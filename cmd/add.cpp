#include "acts/entering.h"
#include "cmd/act_options.h"
#include "cmd/record_word.h"

namespace nastavnik::cmd {
namespace {

ExitStatus run_add(const Open& open, const Arguments& arguments, Environment& environment) {
  const std::string list = *arguments.text("field");
  const auto wanted = [&](const Typing& typing) -> Act {
    const RecordFile file(*open.loaded, file_meant(*arguments.text("record"), list, open, environment));
    return {adding(file, list, arguments.list("value"), typing), {"nastavnik check"}};
  };
  return act(wanted, open, arguments, environment);
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
           "add pairs/2025-003 наставляемые Белов. Метку (a1, d2) nastavnik даёт сам. Запись, поля и значения пишут как в set.",
           "Puts a new item at the end of a list of a record; all else in the file stays as it was. Values of a list are written "
           "with commas, an item with fields by words FIELD=VALUE; where an item has a single field that must be there, it need "
           "not be named: add pairs/2025-003 mentees p-031. The mark of an item (a1, d2) is given by nastavnik. Records, fields "
           "and values are written as for set."},
      .positionals = {record_parameter(),
                      field_parameter({"СПИСОК", "LIST"}, {"список: meetings, «мероприятия», activities[a1].moves",
                                                           "the list: meetings, activities[a1].moves"}),
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
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::unreadable},
      .writes = act_writes,
      .run = run_add,
  };
}

}  // namespace nastavnik::cmd
