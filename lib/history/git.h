#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "disk/program.h"

namespace nastavnik {

/// The program `git`, asked about one folder. It reads only: no hook, filter, pager, network or lock of the repository
/// comes into play, whatever the repository's own settings and the GIT_… variables of the caller say.
class Git {
public:
  /// `variables` is the environment of the caller, NAME=value.
  Git(std::string folder, const std::vector<std::string>& variables);

  ProgramAnswer ask(std::vector<std::string> words, std::string_view input = {}) const;
  /// The same, with the filters that the repository itself defines switched off: for what looks into the files.
  ProgramAnswer ask_unfiltered(std::vector<std::string> words) const;

private:
  std::string folder_;
  std::vector<std::string> variables_;
};

/// The parts of an answer to `-z`.
std::vector<std::string_view> parts_at_nul(std::string_view text);

}  // namespace nastavnik
