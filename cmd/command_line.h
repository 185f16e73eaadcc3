#pragma once
#include <span>
#include <string>

#include "cmd/command.h"

namespace nastavnik::cmd {

/// A command line that was understood.
struct Request {
  const Command* command = nullptr;  ///< nothing: only options of the program itself
  bool help = false;
  bool version = false;
  Arguments arguments{};
};

/// Reads the words after the program's name. Throws UsageError; `request.command` is set as soon as it is known.
void parse(std::span<const std::string> words, std::span<const Command> commands, Request& request);

/// What is said of a name that no command has.
UsageError unknown_command(std::string_view name, std::span<const Command> commands);

/// The language asked for on a line that may be wrong elsewhere.
std::optional<Language> asked_language(std::span<const std::string> words);

}  // namespace nastavnik::cmd
