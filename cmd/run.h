#pragma once
#include <span>
#include <string>

#include "cmd/environment.h"
#include "cmd/exit_status.h"

namespace nastavnik::cmd {

/// The whole program but for main: tests call this. `words` stand after the program's name.
ExitStatus run(std::span<const std::string> words, Environment environment);

}  // namespace nastavnik::cmd
