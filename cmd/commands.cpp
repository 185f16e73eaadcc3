#include "cmd/commands.h"

namespace nastavnik::cmd {

// One function a command, each in the file of its name.
Command baseline_command();
Command check_command();
Command completion_command();
Command coverage_command();
Command document_command();
Command explain_command();
Command fix_command();
Command fmt_command();
Command help_command();
Command init_command();
Command manual_command();
Command report_command();
Command rules_command();
Command schema_command();
Command template_command();
Command waive_command();

std::span<const Command> commands() {
  static const std::vector<Command> table{
      init_command(),     check_command(),      fix_command(),     fmt_command(),
      waive_command(),    baseline_command(),   report_command(),  document_command(),
      template_command(), rules_command(),      explain_command(), coverage_command(),
      schema_command(),   completion_command(), manual_command(),  help_command(),
  };
  return table;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

}  // namespace nastavnik::cmd
