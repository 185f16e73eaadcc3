#include "acts/entering.h"
#include "cmd/asked_act.h"
#include "cmd/record_word.h"

namespace nastavnik::cmd {
namespace {

Parameter removed_field_parameter() {
  return field_parameter({"ПОЛЕ", "FIELD"},
                         {"поле или список: goal, meetings, activities[a1].done",
                          "a field or a list: goal, meetings, activities[a1].done"},
                         true);
}

Act by_words(const Arguments& arguments, const Open& open, const Environment& environment, const Typing& typing) {
  const std::string field = *arguments.text("field");
  const RecordFile file(*open.loaded, file_meant(*arguments.text("record"), field, open, environment));
  return {removing(file, field, arguments.list("item"), typing), {"nastavnik check"}};
}

/// What tells items apart will not do where two are alike: then their places are told, and one is asked for.
class ItemAsked {
public:
  ItemAsked(const FieldTyped& list, const Open& open, const Environment& environment, Asking& asking)
      : list_(list), open_(open), environment_(environment), asking_(asking) {}

  std::string named(const std::string& word) {
    try {
      require(word);
      return word;
    } catch (const UsageError& error) {
      asking_.tell(error.what.in(environment_.language));
      return asked(items_told(list_, asking_.typing()));
    }
  }

  std::string asked(const Words& said) {
    return asking_.word({.prompt = {"Какой пункт? (чем отличается или место: #2):",
                                    "Which item? (what tells it apart, or its place: #2):"},
                         .expected = said,
                         .offers = {},
                         .require = [this](const std::string& word) { require(word); }});
  }

private:
  void require(const std::string& word) const {
    try {
      item_typed(list_, word, asking_.typing());
    } catch (const Refusal& refusal) {
      throw usage_error(refusal, open_, environment_);
    }
  }

  const FieldTyped& list_;
  const Open& open_;
  const Environment& environment_;
  Asking& asking_;
};

Act asked_for(const Arguments& arguments, const Open& open, const Environment& environment, Asking& asking) {
  const std::string record = record_told(arguments, open, environment, asking);
  const std::string name = field_told(record, arguments, open, environment, asking,
                                      {"Что убрать? (поле или список):", "What is to go? (a field or a list):"});
  const RecordFile file(*open.loaded, file_meant(record, name, open, environment));
  std::vector<std::string> items = arguments.list("item");
  const FieldTyped to = field_typed(top_of(file), name, asking.typing());
  if (to.node && to.field->is_list() && !to.is_item && !to.is_note) {
    ItemAsked asked(to, open, environment, asking);
    for (std::string& item : items) item = asked.named(item);
    if (items.empty()) items.push_back(asked.asked(items_told(to, asking.typing())));
  }
  return {removing(file, name, items, asking.typing()), {"nastavnik check"}};
}

ExitStatus run_remove(const Root& /*root*/, const Arguments& arguments, Environment& environment) {
  require_told(arguments, record_parameter(true), environment);
  require_told(arguments, removed_field_parameter(), environment);
  const Doing doing{.is_told = arguments.given("field"),
                    .by_words = [&](const Open& open,
                                    const Typing& typing) { return by_words(arguments, open, environment, typing); },
                    .by_questions = [&](const Open& open,
                                        Asking& asking) { return asked_for(arguments, open, environment, asking); }};
  return act(doing, arguments, environment);
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
           "Записанное по ошибке убирают; то, что было и кончилось, не убирают, а заканчивают: to, end, withdrawn_on.\n\n"
           "На терминале программа спросит, какую запись, какое поле и какой из пунктов, если это не указано или если подходят несколько.",
           "Takes a field or items of a list out of a record; all else in the file stays as it was. An item is named by what "
           "tells it apart (its mark, a day, a person), and where two are alike by its place: #2. Records and fields are written "
           "as for set. The last item takes the list along.\n\n"
           "What was entered by mistake is removed; what was so and is over is not removed but ended: to, end, withdrawn_on.\n\n"
           "On a terminal record, field and item are asked for where they are not given or several fit."},
      .positionals = {record_parameter(true),
                      removed_field_parameter(),
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
      .run = run_remove,
  };
}

}  // namespace nastavnik::cmd
