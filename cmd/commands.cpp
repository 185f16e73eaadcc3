#include "cmd/commands.h"

namespace nastavnik::cmd {

std::span<const Command> commands() {
  static const std::vector<Command> table{
      init_command(),     check_command(),      waive_command(),  baseline_command(), report_command(),
      document_command(), template_command(),   rules_command(),  explain_command(),  coverage_command(),
      schema_command(),   completion_command(), manual_command(), help_command(),
  };
  return table;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

}  // namespace nastavnik::cmd
