#include "cmd/commands.h"

#include <algorithm>
#include <iterator>

#include "cmd/acts.h"
#include "cmd/typed_line.h"

namespace nastavnik::cmd {

// One function a command, each in the file of its name.
Command add_command();
Command attach_command();
Command baseline_command();
Command check_command();
Command coverage_command();
Command document_command();
Command due_command();
Command edit_command();
Command explain_command();
Command find_command();
Command fix_command();
Command fmt_command();
Command help_command();
Command init_command();
Command list_command();
Command manual_command();
Command new_command();
Command remove_command();
Command report_command();
Command rules_command();
Command schema_command();
Command set_command();
Command shell_command();
Command show_command();
Command status_command();
Command template_command();
Command undo_command();
Command waive_command();

std::span<const Command> commands() {
  static const std::vector<Command> table = [] {
    std::vector<Command> all{status_command(), list_command(), show_command(), find_command(), due_command(),
                             init_command(),   new_command(),  set_command(),  add_command(),  remove_command(),
                             attach_command(), edit_command(), undo_command()};
    std::ranges::move(act_commands(), std::back_inserter(all));
    std::ranges::move(
        std::vector{document_command(), report_command(), template_command(), check_command(), fix_command(),
                    fmt_command(), waive_command(), baseline_command(), rules_command(), explain_command(),
                    coverage_command(), schema_command(), shell_command(), manual_command(), help_command()},
        std::back_inserter(all));
    return all;
  }();
  return table;
}

const Command* find_command(std::string_view name) { return command_typed(name, commands()); }

}  // namespace nastavnik::cmd
