#pragma once
#include <vector>

#include "cmd/command.h"

namespace nastavnik::cmd {

/// A command for each act of the regulation, made from its questions.
std::vector<Command> act_commands();

}  // namespace nastavnik::cmd
