#pragma once
#include <span>
#include <string_view>

#include "cmd/command.h"

namespace nastavnik::cmd {

/// Every command, in the order of help.
std::span<const Command> commands();

const Command* find_command(std::string_view name);

// One function a command, each in the file of its name.
Command baseline_command();
Command check_command();
Command completion_command();
Command coverage_command();
Command document_command();
Command explain_command();
Command help_command();
Command init_command();
Command manual_command();
Command report_command();
Command rules_command();
Command schema_command();
Command template_command();
Command waive_command();

}  // namespace nastavnik::cmd
