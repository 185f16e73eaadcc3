#include "acts/entering.h"
#include "cmd/act_options.h"
#include "cmd/record_word.h"

namespace nastavnik::cmd {
namespace {

ExitStatus run_remove(const Open& open, const Arguments& arguments, Environment& environment) {
  const std::string field = *arguments.text("field");
  const auto wanted = [&](const Typing& typing) -> Act {
    const RecordFile file(*open.loaded, file_meant(*arguments.text("record"), field, open, environment));
    return {removing(file, field, arguments.list("item"), typing), {"nastavnik check"}};
  };
  return act(wanted, open, arguments, environment);
}

}  // namespace

Command remove_command();
Command remove_command() {
  return {
      .name = "remove",
      .group = Group::enter,
      .summary = {"убрать поле или пункт списка", "take out a field or an item of a list"},
      .description =
          {"Убирает из записи поле или пункты списка; всё остальное в файле остаётся как было. Пункт называют тем, чем он "
           "отличается (меткой, днём, человеком), а если таких два — местом: #2. Запись и поля пишут как в set. Последний "
           "пункт уходит вместе со списком.\n\n"
           "Записанное по ошибке убирают; то, что было и кончилось, не убирают, а заканчивают: to, end, withdrawn_on.",
           "Takes a field or items of a list out of a record; all else in the file stays as it was. An item is named by what "
           "tells it apart (its mark, a day, a person), and where two are alike by its place: #2. Records and fields are written "
           "as for set. The last item takes the list along.\n\n"
           "What was entered by mistake is removed; what was so and is over is not removed but ended: to, end, withdrawn_on."},
      .positionals = {record_parameter(),
                      field_parameter({"ПОЛЕ", "FIELD"}, {"поле или список: goal, meetings, activities[a1].done",
                                                          "a field or a list: goal, meetings, activities[a1].done"}),
                      {.name = "item",
                       .type = Type::text,
                       .value = {"ПУНКТ", "ITEM"},
                       .help = {"пункт списка: a1, 15.09.2025, Белов, #2",
                                "an item of the list: a1, 2025-09-15, p-031, #2"},
                       .list = true,
                       .verbatim = true}},
      .options = act_options(),
      .examples = {{"nastavnik remove programs/2025-739516 results --dry-run",
                    {"поле, только посмотреть", "a field, only to look"}},
                   {"nastavnik remove programs/2025-739516 tasks adaptation --dry-run",
                    {"одно значение списка", "one value of a list"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .writes = act_writes,
      .run = run_remove,
  };
}

}  // namespace nastavnik::cmd
