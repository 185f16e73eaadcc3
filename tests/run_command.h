#pragma once
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cmd/run.h"

namespace nastavnik {

/// What a command has said, and how it ended.
struct Said {
  std::string out{};
  std::string err{};
  cmd::ExitStatus status = cmd::ExitStatus::clean;
};

/// What a command sees of the world.
struct Surroundings {
  Date today{};
  cmd::Terminal terminal{};
  std::string locale{};
  std::vector<std::string> variables{};
};

inline Said run_command(const std::filesystem::path& directory, const std::vector<std::string>& words,
                        const Surroundings& around) {
  std::istringstream in;
  std::ostringstream out, err;
  const cmd::ExitStatus status = cmd::run(words, {.in = in,
                                                  .out = out,
                                                  .err = err,
                                                  .directory = directory,
                                                  .today = around.today,
                                                  .out_terminal = around.terminal,
                                                  .err_terminal = around.terminal,
                                                  .locale = around.locale,
                                                  .variables = around.variables});
  return {out.str(), err.str(), status};
}

}  // namespace nastavnik
