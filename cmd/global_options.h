#pragma once
#include <vector>

#include "cmd/command.h"

namespace nastavnik::cmd {

/// Options that mean the same everywhere; they stand before or after the name of the command.
const std::vector<Parameter>& global_options();

/// Those that a command takes: an option of its own outranks one of the same name.
std::vector<Parameter> global_options(const Command& command);

/// Options of the program alone: `nastavnik --version`.
const std::vector<Parameter>& program_options();

/// Carries out what the global options say about the world: directory, language, colour.
void apply(const Arguments& arguments, Environment& environment);

}  // namespace nastavnik::cmd
