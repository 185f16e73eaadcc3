#pragma once
#include <span>
#include <string_view>

#include "cmd/command.h"

namespace nastavnik::cmd {

/// Every command, in the order of help.
std::span<const Command> commands();

/// By the name of either language, or the one it had once.
const Command* find_command(std::string_view name);

}  // namespace nastavnik::cmd
