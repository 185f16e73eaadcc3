// Clause 6: the tasks that programmes serve.

#include "model/kinds/programs.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

void program_without_tasks(Check& check) {
  for (const Program& program : check.all<Program>())
    if (check.absent(program.cancelled) && check.absent(program.tasks))
      check.found(program, {"задачи (tasks) не указаны", "no tasks (tasks) are given"});
}

constexpr Rule task_rows[] = {
    {{.id = "P6-1",
      .name = "program-without-tasks",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "6",
      .phrase = "Задачи системы наставничества педагогических работников",
      .title = {"не указано, каким задачам положения служит программа",
                "it is not stated which tasks of the regulation the programme serves"},
      .remedy = {"выберите хотя бы одну задачу из п. 6 (tasks) в файле программы",
                 "choose at least one task of cl. 6 (tasks) in the programme's file"}},
     program_without_tasks},
};

}  // namespace

std::span<const Rule> task_rules();
std::span<const Rule> task_rules() { return task_rows; }

}  // namespace nastavnik
