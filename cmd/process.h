#pragma once
#include "cmd/environment.h"

namespace nastavnik::cmd {

/// Runs a program of the system with nothing to read.
ProgramResult start_process(const std::vector<std::string>& words, const std::filesystem::path& directory);

}  // namespace nastavnik::cmd
