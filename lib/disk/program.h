#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace nastavnik {

/// A program to be run: no shell, nothing inherited but what stands here.
struct ProgramCall {
  std::vector<std::string> words{};      ///< the name, looked for in PATH of `variables`, and its arguments
  std::string directory{};               ///< where it runs
  std::vector<std::string> variables{};  ///< its environment, NAME=value
  std::string_view input{};
};

struct ProgramAnswer {
  bool started = false;
  int status = 0;  ///< 128 and the signal where one ended it
  std::string out{};
  std::string err{};
};

/// Runs the program and waits for it.
ProgramAnswer run_program(const ProgramCall& call);

/// The value of a variable; empty when there is none.
std::string_view variable_of(const std::vector<std::string>& variables, std::string_view name);

}  // namespace nastavnik
