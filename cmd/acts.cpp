#include "cmd/acts.h"

#include <random>

#include "acts/act.h"
#include "cmd/asked_act.h"
#include "model/kinds/people.h"

namespace nastavnik::cmd {
namespace {

/// How help calls the answer.
Text value_of(const FieldShape& field) {
  if (field.value->sort == Sort::day) return {"ДАТА", "DATE"};
  if (field.value->sort == Sort::link && folder_kinds()[field.value->kind]->folder == Person::kind.folder)
    return field.is_list() ? Text{"ЛЮДИ", "PEOPLE"} : Text{"ЧЕЛОВЕК", "PERSON"};
  if (field.value->sort == Sort::link) return field.is_list() ? Text{"ЗАПИСИ", "RECORDS"} : Text{"ЗАПИСЬ", "RECORD"};
  if (!field.notation().codes.empty() || field.value->sort == Sort::topic) return {"ЧТО", "WHAT"};
  return field.notation().json == Notation::Json::integer ? Text{"ЧИСЛО", "NUMBER"} : Text{"ТЕКСТ", "TEXT"};
}

Parameter parameter_of(const ActQuestion& question) {
  const FieldShape field = field_of(question);
  return {.name = question.name,
          .type = question.is_flag ? Type::flag : Type::text,
          .value = question.is_flag         ? Text()
                   : question.value.empty() ? value_of(field)
                                            : question.value,
          .help = question.help.empty() ? field.field.title : question.help,
          .list = question.is_argument && question.is_list,
          .required = question.is_argument && question.is_required,
          .asked = question.is_argument && question.is_required,
          .verbatim = question.is_argument,
          .once = !question.is_argument && !question.is_flag && !field.is_list()};
}

bool is_told(const ActKind& kind, const Arguments& arguments) {
  return std::ranges::any_of(kind.questions,
                             [&](const ActQuestion& question) { return arguments.given(question.name); });
}

Answers answers_told(const ActKind& kind, const Arguments& arguments, const Typing& typing) {
  Answers answers;
  for (const ActQuestion& question : kind.questions)
    if (arguments.given(question.name))
      answers.put(question.name,
                  question.is_flag ? yaml_word("true") : answer_typed(question, arguments.list(question.name), typing));
  return answers;
}

/// What was not told is asked, in the order of the questions.
Answers answers_asked(const ActKind& kind, const Arguments& arguments, Asking& asking) {
  Answers answers = answers_told(kind, arguments, asking.typing());
  for (const ActQuestion& question : kind.questions) {
    const Wanted now = wanted(kind, question, answers, asking.typing());
    const bool is_asked = now.is_asked || now.is_required || asking.was_answered(question.name);
    if (question.is_flag || answers.has(question.name) || !now.fits || !is_asked) continue;
    const FieldShape field = field_of(question);
    std::optional<YamlValue> answer = asking.value({.keys = {std::string(question.name)},
                                                    .field = &field,
                                                    .required = now.is_required,
                                                    .suggested = field.is_list() ? std::string() : now.suggested});
    if (answer) answers.put(question.name, *std::move(answer));
  }
  return answers;
}

ExitStatus run_act(const Root& /*root*/, const Arguments& arguments, Environment& environment) {
  const ActKind& kind = *find_act(arguments.command());
  std::mt19937 drawn(environment.seed);
  const Lot lot = [&] { return static_cast<unsigned>(drawn()); };
  const Doing doing{
      .is_told = is_told(kind, arguments),
      .by_words =
          [&](const Open&, const Typing& typing) {
            return act_told(kind, answers_told(kind, arguments, typing), typing, lot);
          },
      .by_questions =
          [&](const Open&, Asking& asking) {
            const Answers answers = answers_asked(kind, arguments, asking);
            return asking.meant([&](const Typing& typing) { return act_told(kind, answers, typing, lot); });
          }};
  return act(doing, arguments, environment);
}

Command command_of(const ActKind& kind) {
  Command command{.name = kind.name,
                  .group = kind.decides ? Group::decide : Group::enter,
                  .summary = kind.summary,
                  .description = kind.description,
                  .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::unreadable},
                  .run = run_act};
  for (const ActQuestion& question : kind.questions)
    (question.is_argument ? command.positionals : command.options).push_back(parameter_of(question));
  for (const Parameter& option : act_options()) command.options.push_back(option);
  for (const auto& [line, help] : kind.examples) command.examples.push_back({line, help});
  return command;
}

}  // namespace

std::vector<Command> act_commands() {
  std::vector<Command> commands;
  for (const ActKind& kind : act_kinds()) commands.push_back(command_of(kind));
  return commands;
}

}  // namespace nastavnik::cmd
