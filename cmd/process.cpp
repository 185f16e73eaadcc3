#include "cmd/process.h"

#include <unistd.h>

#include "disk/program.h"

namespace nastavnik::cmd {

ProgramResult start_process(const std::vector<std::string>& words, const std::filesystem::path& directory) {
  ProgramCall call{.words = words, .directory = directory.string()};
  for (char** variable = environ; *variable; ++variable) call.variables.emplace_back(*variable);
  ProgramAnswer answer = run_program(call);
  return {.started = answer.started, .status = answer.status, .output = std::move(answer.out) + answer.err};
}

}  // namespace nastavnik::cmd
