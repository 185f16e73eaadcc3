#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nastavnik {

/// What becomes of a program where a signal is noted that asks for the end.
enum class OnSignal : unsigned char {
  kill,
  ask,  ///< it is asked to end, too, and takes back itself what it has half done
  wait  ///< it is waited for: it takes back what another one did
};

/// A program to be run: no shell, nothing inherited but what stands here.
struct ProgramCall {
  std::vector<std::string> words{};      ///< the name, looked for in PATH of `variables`, and its arguments
  std::string directory{};               ///< where it runs
  std::vector<std::string> variables{};  ///< its environment, NAME=value
  std::string_view input{};
  std::size_t most = std::size_t{64} << 20;  ///< bytes of its output that are taken; at more it is ended
  std::chrono::milliseconds patience{-1};    ///< after such a time without a word it is ended; none: it may take long
  OnSignal on_signal = OnSignal::kill;
};

struct ProgramAnswer {
  bool started = false;
  bool cut = false;  ///< it was ended: it said too much, or nothing for too long
  int status = 0;    ///< 128 and the signal where one ended it
  std::string out{};
  std::string err{};

  /// What it wrote to both its streams.
  std::string both() const { return out + err; }
};

/// Runs the program and waits for it. Throws Interrupted where a signal is noted meanwhile; the program has ended then, too.
ProgramAnswer run_program(const ProgramCall& call);

/// Runs the program where the user sits, with our terminal and our streams, and waits for its end; its status, or nothing where
/// there is no such program.
std::optional<int> run_in_terminal(const ProgramCall& call);

/// The value of a variable; empty when there is none.
std::string_view variable_of(const std::vector<std::string>& variables, std::string_view name);

}  // namespace nastavnik
