#include "acts/entering.h"
#include "acts/typed_mapping.h"
#include "cmd/asked_act.h"
#include "cmd/plainly.h"
#include "cmd/record_word.h"

namespace nastavnik::cmd {
namespace {

/// A text takes all words behind the field; one that sets another field is none of it.
void refuse_mixed(const RecordFile& file, const std::string& field, const std::vector<std::string>& words,
                  const Typing& typing) {
  if (field_typed(top_of(file), field, typing).field->is_mapping()) return;
  for (const std::string& word : words)
    if (is_assignment(word) && has_field(*file.shape, sides_of(word).first))
      throw Refusal{
          .what = say({"«{}» задаёт другое поле", "'{}' sets another field"}, word),
          .hint =
              say({"несколько полей сразу: {}=ЗНАЧЕНИЕ {}; если это слова самого текста, возьмите весь текст в кавычки",
                   "several fields at once: {}=VALUE {}; where it is part of the text, put all of the text in quotes"},
                  field, word)};
}

/// Who sets a list may have meant to add to it.
std::vector<Words> replaced(const RecordFile& file, const std::vector<std::string>& words, const Arguments& arguments,
                            const Typing& typing) {
  std::vector<Words> all;
  for (const std::string& word : words) {
    const FieldTyped to =
        field_typed(top_of(file), is_assignment(word) ? sides_of(word).first : std::string_view(word), typing);
    if (replaces_list(to))
      all.push_back(say({"«{}»: прежний список заменён; дописать к нему, а не заменить: nastavnik add {} {}",
                         "{}: the list that was there is replaced; to add to it: nastavnik add {} {}"},
                        to.field->field.title, *arguments.text("record"), to.key()));
  }
  return all;
}

Act wanted(const Open& open, const Arguments& arguments, const Environment& environment, const Typing& typing) {
  const std::string field = *arguments.text("field");
  std::vector<std::string> words = arguments.list("value");
  const bool are_several = is_assignment(field);
  const std::string first = are_several ? sides_of(field).first : field;
  const RecordFile file(*open.loaded, file_meant(*arguments.text("record"), first, open, environment));
  if (!are_several) {
    refuse_mixed(file, field, words, typing);
    leave_to_act(file, field_typed(top_of(file), field, typing), arguments);
    return {setting(file, field, words, typing), {"nastavnik check"}, replaced(file, {field}, arguments, typing)};
  }
  words.insert(words.begin(), field);
  for (const std::string& word : words)
    leave_to_act(file, field_typed(top_of(file), sides_of(word).first, typing), arguments);
  return {setting(file, words, typing), {"nastavnik check"}, replaced(file, words, arguments, typing)};
}

Parameter set_field_parameter() {
  return field_parameter({"ПОЛЕ", "FIELD"},
                         {"поле: end, «окончание», activities[a1].due_on", "a field: end, activities[a1].due_on"},
                         true);
}

using NamedValues = std::vector<std::pair<std::string, YamlValue>>;

/// A mapping that is there is gone through; of an item of a list, which may have many fields, they are named. Elsewhere the value
/// that is there is suggested.
void ask_for(const std::string& name, const RecordFile& file, const Arguments& arguments, Asking& asking,
             NamedValues& values) {
  const FieldTyped to = field_typed(top_of(file), name, asking.typing());
  leave_to_act(file, to, arguments);
  if (to.leads_to_mapping() && to.node) {
    std::vector<Given> inside;
    if (to.is_item)
      asking.more(to.inside(), inside);
    else
      asking.parts(to, inside);
    for (Given& one : inside)
      values.emplace_back(fmt::format("{}.{}", name, fmt::join(one.keys, ".")), std::move(one.value));
    return;
  }
  require_settable(to);
  if (replaces_list(to)) asking.tell_of_list(to);
  FieldShape field = *to.field;
  if (to.is_note) field.value = field.note;
  if (to.is_note || (to.is_item && !field.is_mapping())) field.holds = FieldShape::Holds::value;
  const bool is_plain = to.node && to.node->kind == Node::Kind::scalar;
  const Question question{.keys = to.keys,
                          .field = &field,
                          .required = true,
                          .suggested = is_plain ? std::string(to.node->text) : std::string()};
  std::vector<Given> given;
  asking.take(question, given);
  for (Given& one : given)
    values.emplace_back(one.keys == to.keys ? name : fmt::format("{}_note", name), std::move(one.value));
}

Act asked_for(const Arguments& arguments, const Open& open, const Environment& environment, Asking& asking) {
  const std::string record = record_told(arguments, open, environment, asking);
  std::string name = field_told(record, arguments, open, environment, asking, {"Какое поле?", "Which field?"});
  const RecordFile file(*open.loaded, file_meant(record, name, open, environment));
  NamedValues values;
  while (!name.empty()) {
    ask_for(name, file, arguments, asking, values);
    name = arguments.given("field") ? std::string() : asking.field({top_of(file)}, another_field, false);
  }
  return {setting(file, values, asking.typing()), {"nastavnik check"}};
}

ExitStatus run_set(const Root& /*root*/, const Arguments& arguments, Environment& environment) {
  require_told(arguments, record_parameter(true), environment);
  require_told(arguments, set_field_parameter(), environment);
  const bool is_told = arguments.given("value") || is_assignment(arguments.text("field").value_or(""));
  const Doing doing{
      .is_told = is_told,
      .by_words = [&](const Open& open, const Typing& typing) { return wanted(open, arguments, environment, typing); },
      .by_questions = [&](const Open& open,
                          Asking& asking) { return asked_for(arguments, open, environment, asking); }};
  return act(doing, arguments, environment);
}

}  // namespace

Command set_command();
Command set_command() {
  return {
      .name = "set",
      .group = Group::enter,
      .summary = {"задать значение поля", "set the value of a field"},
      .description =
          {"Записывает в поле записи значение; всё остальное в файле остаётся как было. Запись называют как в show: адресом, "
           "номером, фамилией в любом падеже, номером приказа. Поле — его ключом или русским названием; поле внутри другого — "
           "через точку, пункт списка — тем, чем он отличается: activities[a1].due_on, «кураторы.Иванова.по какой день», а если "
           "таких два — местом: [#2]. Значение пишут по-человечески: день — 15.09.2025, 15 сентября, сегодня; код — его "
           "словами; человека — фамилией; да или нет; несколько значений списка — через запятую. Сразу несколько полей: "
           "ПОЛЕ=ЗНАЧЕНИЕ.\n\n"
           "То, что проверка сочла бы новым нарушением, не записывается; если так на самом деле и было, добавьте --as-is.\n\n"
           "На терминале поле или значение, если они не указаны, программа спросит сама.",
           "Writes a value into a field of a record; all else in the file stays as it was. The record is named as for show: by "
           "its address, its id, a surname in any case, the number of an order. The field by its key or its title; one inside "
           "another with a dot, an item of a list by what tells it apart: activities[a1].due_on, curators.p-002.to, and where "
           "two are alike by its place: [#2]. Values are written as people do: a day as 15.09.2025 or today, a code by its "
           "words, a person by the surname, yes or no, several values of a list with commas. Several fields at once: "
           "FIELD=VALUE.\n\n"
           "What a check would newly call an error is not written; where it really was so, add --as-is.\n\n"
           "On a terminal a field or a value that is not given is asked for."},
      .positionals = {record_parameter(true),
                      set_field_parameter(),
                      {.name = "value",
                       .type = Type::text,
                       .value = {"ЗНАЧЕНИЕ", "VALUE"},
                       .help = {"значение; у поля с полями внутри — ПОЛЕ=ЗНАЧЕНИЕ",
                                "the value; of a field with fields inside FIELD=VALUE"},
                       .completes = {Completes::value_of_field},
                       .list = true,
                       .verbatim = true}},
      .options = plain_act_options(),
      .examples = {{"nastavnik set programs/2025-739516 end 29.05.2026 --dry-run",
                    {"посмотреть, что изменилось бы", "see what would change"}},
                   {"nastavnik set Югай max_mentees 3", {"о наставнике, по фамилии", "of a mentor, by the surname"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .run = run_set,
  };
}

}  // namespace nastavnik::cmd
