#pragma once
#include <filesystem>
#include <optional>
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
  std::vector<std::string> answers{};  ///< of somebody who can be asked; behind the last one the input ends
};

/// Shows on `out` what was asked and answered, as a terminal would.
inline cmd::AskLine answering(const std::vector<std::string>& answers, std::ostream& out) {
  if (answers.empty()) return {};
  return [&out, &answers, next = std::size_t{0}](const cmd::AskedLine& asked) mutable -> std::optional<std::string> {
    const bool is_answered = next < answers.size();
    out << asked.prompt << (is_answered ? answers[next] : "") << '\n';
    return is_answered ? std::optional(answers[next++]) : std::nullopt;
  };
}

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
                                                  .variables = around.variables,
                                                  .ask_line = answering(around.answers, out)});
  return {out.str(), err.str(), status};
}

}  // namespace nastavnik
